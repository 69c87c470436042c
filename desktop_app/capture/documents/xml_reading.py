"""XML of others' files read an element at a time; nothing is expanded or loaded for it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import cast

from lxml import etree

from desktop_app.core.errors import InputError

_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\x00!\x00D|\x00<\x00!\x00D", re.IGNORECASE)
_HEAD = 2**16


def xml_events(content: bytes, what: str) -> Iterator[tuple[str, etree._Element]]:
    """The starts and ends of the elements, in order; broken XML is read as far as it goes.

    Raises InputError where it declares a document type or entities: no word processor writes them,
    and a few lines of them can fill a memory.
    """
    if _DECLARES.search(content[:_HEAD]):
        raise InputError(f"{what} declares XML entities.", "No program writes that; it is refused.")
    parsed = etree.iterparse(
        io.BytesIO(content),
        events=("start", "end"),
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for event, element in parsed:
            yield cast(str, event), cast(etree._Element, element)
    except etree.XMLSyntaxError:
        return


def forget(element: etree._Element) -> None:
    """Let go of an element that was read, and of those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None:
        parent.remove(before)

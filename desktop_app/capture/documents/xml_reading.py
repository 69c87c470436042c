"""XML of others' files read an element at a time; nothing is expanded or loaded for it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import cast

from lxml import etree

from desktop_app.capture.untrusted_xml import untrusted_steps
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
    parsed = untrusted_steps(io.BytesIO(content), ("start", "end"))
    try:
        for event, element in parsed:
            yield cast(str, event), cast(etree._Element, element)
    except etree.XMLSyntaxError:
        return

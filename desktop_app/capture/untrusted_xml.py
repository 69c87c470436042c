"""XML of others: nothing in it is expanded, loaded or built beyond libxml2's own bounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, BinaryIO

from lxml import etree

#: A few lines of declared entities can fill a memory; who reads XML that needs none refuses them.
DECLARES_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def untrusted_parser(*, recover: bool = False, only_elements: bool = False) -> etree.XMLParser:
    """A parser of whole documents; with ``recover`` broken XML is read as far as it goes.

    ``only_elements`` leaves comments and processing instructions out.
    """
    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=only_elements,
        remove_pis=only_elements,
    )


def untrusted_steps(
    stream: BinaryIO, events: Sequence[str], tag: str | None = None
) -> etree.iterparse[Any]:
    """The elements one at a time, by the events that tell of them; broken XML is read on."""
    return etree.iterparse(
        stream,
        events=events,
        tag=tag,
        recover=True,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def forget(element: etree._Element) -> None:
    """Let go of an element that was read, and of those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and (before := element.getprevious()) is not None:
        parent.remove(before)

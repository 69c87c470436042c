"""Elements of large XML, one at a time; no entity is expanded and nothing is loaded for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from desktop_app.capture.untrusted_xml import DECLARES_ENTITY, forget, untrusted_steps
from desktop_app.core.errors import InputError
from desktop_app.core.imported import ImportProblem

_HEAD = 2**16


def xml_elements(stream: BinaryIO, tag: str) -> Iterator[etree._Element | ImportProblem]:
    """The elements of this name, each valid until the next is asked for.

    Broken XML is read on where it can be, and told by an ImportProblem at the end. Raises
    InputError for a document that declares entities: no export needs them, and a few lines of them
    can fill a memory.
    """
    head = stream.peek(_HEAD) if hasattr(stream, "peek") else b""
    if DECLARES_ENTITY.search(head):
        raise InputError("The XML declares entities.", "No program exports that; it is refused.")
    parsed = untrusted_steps(stream, ("end",), tag)
    try:
        for _, element in parsed:
            yield element
            forget(element)
    except etree.XMLSyntaxError as failure:
        yield ImportProblem(0, f"The XML is broken: {failure}.")
        return
    for fault in list(parsed.error_log)[:1]:
        yield ImportProblem(0, f"The XML is broken at line {fault.line}: {fault.message}.")

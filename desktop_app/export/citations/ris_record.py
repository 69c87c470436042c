"""References as RIS records, as EndNote, Zotero, Citavi and the catalogues of libraries read them.

The format is RefMan's (https://en.wikipedia.org/wiki/RIS_(file_format)): a tag of two letters, two
spaces, a hyphen, a space, the value; lines end as in DOS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.core.name_parts import NameParts
from desktop_app.export.citations.reference import Reference
from desktop_app.export.citations.reference_type import ReferenceType

_TYPES = {
    ReferenceType.NEWSPAPER: "NEWS",
    ReferenceType.MAGAZINE: "MGZN",
    ReferenceType.BLOG: "BLOG",
    ReferenceType.PAGE: "ELEC",
    ReferenceType.BROADCAST: "VIDEO",
}
_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_END = "\r\n"


def ris_record(reference: Reference) -> str:
    """The record, with a blank line behind it."""
    lines = (f"{tag}  - {value}{_END}" for tag, value in _lines(reference) if value)
    return f"{''.join(lines)}ER  - {_END}{_END}"


def _lines(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES[reference.type]
    yield "ID", reference.key
    yield "TI", reference.title
    yield "ST", reference.short_title
    for name in reference.authors:
        yield "AU", _name(name)
    yield "T2", reference.container
    day = _DAY.match(reference.published)
    if day:
        yield "PY", day[1]
        yield "DA", _slashed(reference.published)
    yield "Y2", _slashed(reference.accessed)
    yield "UR", reference.url
    yield "LA", reference.language
    yield "AB", reference.abstract
    for keyword in reference.keywords:
        yield "KW", keyword
    for line in reference.notes().lines():
        yield "N1", line


def _name(name: NameParts) -> str:
    """“Last, First, Suffix”, particles before the last name; a body has a comma behind it."""
    if name.literal:
        return f"{name.literal},"
    last = " ".join(filter(None, (name.dropping, name.particle, name.family)))
    return ", ".join(filter(None, (last, name.given, name.suffix)))


def _slashed(date: str) -> str:
    """A day as RIS has it, “2023/04/13/”; of a date of several days its first."""
    day = _DAY.match(date)
    return "/".join(part or "" for part in (*day.groups(), "")) if day else ""

"""The addresses of names within the reader's text: who is named, and at which characters.

A name that is nobody's yet has an address too. Only forms are known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.ui.reading.reader_style import PERSON_LINK

#: What begins the address of a name that may be several persons'; its place follows.
UNASSIGNED_LINK = "whom:"
_PERSON = re.compile(rf"{PERSON_LINK}(\d{{1,18}})(?::(\d{{1,9}})-(\d{{1,9}}))?", re.ASCII)
_UNASSIGNED = re.compile(rf"{UNASSIGNED_LINK}(\d{{1,9}})-(\d{{1,9}})", re.ASCII)


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A name in the text from ``start`` to ``end``; no person where it is nobody's yet."""

    person_id: int | None
    start: int
    end: int


def person_link(person_id: int, start: int, end: int) -> str:
    """The address of a person's name at a place."""
    return f"{PERSON_LINK}{person_id}:{start}-{end}"


def unassigned_link(start: int, end: int) -> str:
    """The address of a name that is nobody's yet."""
    return f"{UNASSIGNED_LINK}{start}-{end}"


def linked_person(address: str) -> int | None:
    """The person whom an address leads to, with or without a place."""
    found = _PERSON.fullmatch(address)
    return int(found[1]) if found else None


def linked_place(address: str) -> NamedPlace | None:
    """The place in the text that an address tells; None where it tells none."""
    found = _PERSON.fullmatch(address)
    if found and found[2]:
        return NamedPlace(int(found[1]), int(found[2]), int(found[3]))
    found = _UNASSIGNED.fullmatch(address)
    return NamedPlace(None, int(found[1]), int(found[2])) if found else None

"""What a user may set on an article, and whether a value is fit for it."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.core.article import DATE_FIELDS, TEXT_FIELDS
from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError

FieldValue = str | tuple[str, ...] | None
#: The longest value of a metadata field, in characters.
MAX_FIELD_LENGTH = 2_000


def checked_changes(changes: Mapping[str, FieldValue]) -> dict[str, FieldValue]:
    """The changes with each value tidied; an empty value means unknown.

    Raises InputError for a field that isn't there to set and for a date that can't be read.
    """
    return {name: _checked(name, value) for name, value in changes.items()}


def authors_from_text(text: str) -> tuple[str, ...]:
    """Authors written in one line, parted by semicolons."""
    return tuple(name.strip() for name in text.split(";") if name.strip())


def _checked(name: str, value: FieldValue) -> FieldValue:
    if name == "authors":
        names = authors_from_text(value) if isinstance(value, str) else (value or ())
        return tuple(_bounded(name, author) for author in names)
    if name not in (*TEXT_FIELDS, *DATE_FIELDS):
        known = ", ".join(("authors", *TEXT_FIELDS, *DATE_FIELDS))
        raise InputError(f"“{name}” isn't a field that can be set.", f"There are: {known}.")
    if isinstance(value, tuple):
        raise InputError(f"“{name}” takes one value.", "Give one value.")
    text = " ".join((value or "").split())
    if not text:
        return None
    if name in DATE_FIELDS:
        return EdtfDate.parse(text).text
    return _bounded(name, text)


def _bounded(name: str, text: str) -> str:
    if len(text) > MAX_FIELD_LENGTH:
        raise InputError(
            f"The value for “{name}” is {len(text):,} characters long; "
            f"at most {MAX_FIELD_LENGTH:,} are kept.",
            "Put long text in the note or the body.",
        )
    return text

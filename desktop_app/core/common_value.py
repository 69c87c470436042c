"""What several articles have in common in a field."""

from __future__ import annotations

from dataclasses import dataclass

#: The fields that are set of several articles at once; a title is one article's own.
COMMON_FIELDS = ("authors", "publisher", "agency", "published", "language")


@dataclass(frozen=True, slots=True)
class CommonValue:
    """The value, authors parted by semicolons; one of several where they differ."""

    value: str
    several: bool

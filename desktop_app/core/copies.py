"""Copy groups: articles that are the same wire story in several outlets."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple


class FoundPair(NamedTuple):
    """Two articles whose texts are copies; ``share`` is the part of the shorter in percent."""

    earlier: int
    later: int
    share: int


@dataclass(frozen=True, slots=True)
class GroupedCopy:
    """What a group tells of one of its articles."""

    id: int
    title: str | None
    publisher: str | None
    agency: str | None
    published: str | None
    words: int
    url: str | None


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """The copies of one story, the earliest published first and those without a date last."""

    copies: tuple[GroupedCopy, ...]

    @property
    def agency(self) -> str | None:
        """The agency that most of the copies name, where any does."""
        named = Counter(each.agency for each in self.copies if each.agency)
        return named.most_common(1)[0][0] if named else None

    def in_words(self) -> str:
        """How many copies, and whose story it is, where that is known."""
        counted = f"{len(self.copies):,} copies"
        return counted if self.agency is None else f"{counted} of a story by {self.agency}"

"""Dossiers: an ordered selection of articles with the user's own headings and text between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

#: Bounds of what a dossier holds, in characters; ``MOST_ENTRIES`` in entries.
MOST_NAMED, MOST_TITLED, MOST_WRITTEN = 200, 500, 200_000
MOST_ENTRIES = 100_000
#: Headings have so many levels, the first being the highest.
LEVELS = 4


class EntryKind(StrEnum):
    """What stands at a place of a dossier; the value is its icon's name."""

    ARTICLE = "file"
    HEADING = "heading"
    TEXT = "note"


@dataclass(frozen=True, slots=True)
class Cover:
    """A dossier's first page; the abstract is Markdown, the date as it is printed."""

    subtitle: str = ""
    author: str = ""
    date: str = ""
    abstract: str = ""


COVER_FIELDS = tuple(each.name for each in fields(Cover))


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier without its entries; ``articles`` counts those outside the trash.

    With ``by_date`` the articles of each section stand by their published date, else all entries
    as the user put them.
    """

    id: int
    name: str
    cover: Cover = Cover()
    by_date: bool = False
    articles: int = 0
    entries: int = 0


@dataclass(frozen=True, slots=True)
class DossierEntry:
    """One thing in a dossier.

    An article has ``article_id``, which is None once it was deleted for good: then ``title`` and
    ``published`` tell what stood there. ``excerpts`` are the highlights, by their ids, that stand
    for the whole article; None means the whole. A heading has its words as ``title`` and a
    ``level``, the user's own text its ``markdown``. ``highlights`` counts those of the article,
    ``words`` those of the article or of its excerpts.
    """

    id: int
    kind: EntryKind
    title: str = ""
    article_id: int | None = None
    published: str | None = None
    publisher: str | None = None
    in_trash: bool = False
    highlights: int = 0
    excerpts: tuple[int, ...] | None = None
    level: int = 1
    markdown: str = ""
    date_key: str = ""
    words: int = 0

    @property
    def is_gap(self) -> bool:
        """Whether an article stood here that was deleted for good."""
        return self.kind is EntryKind.ARTICLE and self.article_id is None


def by_published(entries: Iterable[DossierEntry]) -> list[DossierEntry]:
    """The entries with the articles of each section by published date, the undated ones last.

    A heading begins a section. The user's own text stays behind the article that it follows, or
    where the section begins.
    """
    ordered: list[DossierEntry] = []
    section: list[list[DossierEntry]] = []
    for entry in entries:
        if entry.kind is EntryKind.HEADING:
            ordered += _in_order(section)
            section = []
            ordered.append(entry)
        elif entry.kind is EntryKind.ARTICLE:
            section.append([entry])
        elif section:
            section[-1].append(entry)
        else:
            ordered.append(entry)
    return ordered + _in_order(section)


@dataclass(frozen=True, slots=True)
class HandPlace:
    """Where something new comes by hand: before an entry, or last, and then ``moved`` behind it."""

    before: int | None
    moved: tuple[int, ...] = ()


def hand_place(by_hand: Sequence[DossierEntry], kind: EntryKind, before: int) -> HandPlace:
    """Where something new comes by hand, so that by date it is shown before an entry.

    An article comes into the section in which it is put, where its date says its place; a text
    behind what it is put below. A heading parts its section where it is put: of the articles that
    are shown below it those move that stood, by hand, among the ones above. The rest of the order
    by hand stays. Raises ValueError where there is no such entry.
    """
    shown = by_published(by_hand)
    at = [each.id for each in shown].index(before)
    below = next((each.id for each in shown[at:] if each.kind is EntryKind.HEADING), None)
    if kind is EntryKind.ARTICLE:
        return HandPlace(below)
    ids = [each.id for each in by_hand]
    first = max((row for row in range(at) if shown[row].kind is EntryKind.HEADING), default=-1)
    behind = [*ids[1:], None]
    if kind is EntryKind.TEXT or at - first == 1:
        return HandPlace(behind[ids.index(shown[at - 1].id)] if at else ids[0])
    above = {each.id for each in shown[first + 1 : at]}
    last = max(row for row, each in enumerate(ids) if each in above)
    moved = [each for each in ids[first + 1 : last] if each not in above]
    return HandPlace(behind[last], tuple(moved))


def _in_order(section: list[list[DossierEntry]]) -> list[DossierEntry]:
    section.sort(key=lambda group: (not group[0].date_key, group[0].date_key))
    return [entry for group in section for entry in group]

"""What a date is seen from, and the year of a day or a month that is told without one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop_app.analysis.date_words import DateWords

# A day named without its year may lie ahead by so much, in a text that doesn't speak of the future.
_NEAR_DAYS = 31


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """What a date is seen from: the day of publication, the language, the last date told."""

    published: date | None
    words: DateWords
    future: bool
    english: bool
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class MatchGroups:
    """The named groups of a match; a group that the form lacks is None."""

    values: Mapping[str, str | None]

    def get(self, name: str) -> str:
        """A group's words in lower case with single spaces, or an empty string."""
        return " ".join((self.values.get(name) or "").lower().split())

    def number(self, name: str) -> int | None:
        """A group's number."""
        found = self.values.get(name)
        return int(found) if found else None

    def has(self, *names: str) -> bool:
        """Whether any of the groups took part."""
        return any(self.values.get(name) for name in names)


def told_year(groups: MatchGroups, view: Viewpoint, last: str = "", *, of: str = "") -> int | None:
    """The year that stands behind a day or month, in figures or as “of this year”."""
    year, relative = groups.number(f"{of}year{last}"), groups.get(f"rel{of}year{last}")
    if year is None and relative and view.published:
        return view.published.year + view.words.periods[relative][1]
    return year


def year_of(month: int, day: int, view: Viewpoint) -> int | None:
    """The year of a day told without one."""
    if view.published is None:
        return None
    published = view.published
    ahead = (date(published.year, month, min(day, 28)) - published).days
    if view.future:
        return published.year + (ahead < -180)
    if ahead < -334:
        return published.year + 1
    return published.year - (ahead > _NEAR_DAYS)


def year_of_month(month: int, groups: MatchGroups, view: Viewpoint) -> int | None:
    """The year of a month told without one, or beside “last”, “next” or “this”."""
    if view.published is None:
        return None
    year, now = view.published.year, view.published.month
    if groups.has("past", "past2"):
        return year - (month >= now)
    if groups.has("coming", "coming2"):
        return year + (month <= now)
    if groups.has("this", "this2"):
        return year
    if view.future:
        return year + (month < now)
    return year - (month > now)

"""From a matched form to the EDTF date it means, seen from the day of publication.

The press tells the past: a bare weekday or month is the last one, unless the sentence speaks of
what will be. Without a day of publication nothing relative is resolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from desktop_app.analysis.date_words import DateWords
from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError

# A day named without its year may lie ahead by so much, in a text that doesn't speak of the future.
_NEAR_DAYS = 31
_ROMAN = {"I": 1, "V": 5, "X": 10}
_SEASON_MONTHS = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 2)}


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """What a date is seen from: the day of publication, the language, the last date told."""

    published: date | None
    words: DateWords
    future: bool
    english: bool
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class _Groups:
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


def resolve(kind: str, match: re.Match[str], view: Viewpoint) -> str | None:
    """The EDTF date that a match means, or None where it means none."""
    groups = _Groups(match.groupdict())
    try:
        found = _RESOLVERS[kind](groups, view)
        if found is None:
            return None
        return EdtfDate.parse(_with_preposition(found, groups.get("pre"), view.words)).text
    except (ValueError, OverflowError, InputError):
        return None  # the thirtieth of February, or a day before the calendar begins


def _with_preposition(found: str, before: str, words: DateWords) -> str:
    if any(before == word or before.startswith(f"{word} ") for word in words.since):
        return f"{found.partition('/')[0]}/.."
    if before in words.around and "/" not in found and "X" not in found and found[-1] not in "~?":
        return f"{found}~"
    return found


def _told_year(groups: _Groups, view: Viewpoint, last: str = "") -> int | None:
    """The year that stands behind a day or month, in figures or as “of this year”."""
    year, relative = groups.number(f"year{last}"), groups.get(f"relyear{last}")
    if year is None and relative and view.published:
        return view.published.year + view.words.periods[relative][1]
    return year


def _day(groups: _Groups, view: Viewpoint) -> str | None:
    month, day = view.words.months[groups.get("month")], groups.number("day")
    assert day is not None
    year = _told_year(groups, view) or _year_of(month, day, view)
    return date(year, month, day).isoformat() if year else None


def _days(groups: _Groups, view: Viewpoint) -> str | None:
    month = view.words.months[groups.get("month")]
    first, last = groups.number("day"), groups.number("last")
    assert first is not None
    assert last is not None
    year = _told_year(groups, view) or _year_of(month, first, view)
    if not year or first >= last:
        return None
    return f"{date(year, month, first).isoformat()}/{date(year, month, last).isoformat()}"


def _day_span(groups: _Groups, view: Viewpoint) -> str | None:
    months = [view.words.months[groups.get(name)] for name in ("month", "month2")]
    days = [groups.number("day") or 0, groups.number("last") or 0]
    year = _told_year(groups, view, "2") or _year_of(months[1], days[1], view)
    if not year:
        return None
    last = date(year, months[1], days[1])
    earlier = (months[0], days[0]) > (months[1], days[1])
    first = date(_told_year(groups, view) or year - earlier, months[0], days[0])
    return f"{first.isoformat()}/{last.isoformat()}" if first < last else None


def _month_span(groups: _Groups, view: Viewpoint) -> str | None:
    first, last = (view.words.months[groups.get(name)] for name in ("month", "month2"))
    year = _told_year(groups, view, "2")
    if not year:
        return None
    begins = f"{_told_year(groups, view) or year - (first > last):04d}-{first:02d}"
    ends = f"{year:04d}-{last:02d}"
    return f"{begins}/{ends}" if begins < ends else None


def _month(groups: _Groups, view: Viewpoint) -> str | None:
    month, year = view.words.months[groups.get("month")], _told_year(groups, view)
    if year is None:
        year = _year_of_month(month, groups, view)
    return f"{year:04d}-{month:02d}" if year else None


def _year_of(month: int, day: int, view: Viewpoint) -> int | None:
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


def _year_of_month(month: int, groups: _Groups, view: Viewpoint) -> int | None:
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


def _season(groups: _Groups, view: Viewpoint) -> str | None:
    season, year = view.words.seasons[groups.get("season")], _told_year(groups, view)
    first, last = _SEASON_MONTHS[season]
    if year is None:
        year = _year_of_month(first, groups, view)
    if year is None:
        return None
    return f"{year:04d}-{first:02d}~/{year + (last < first):04d}-{last:02d}~"


def _weekday(groups: _Groups, view: Viewpoint) -> str | None:
    published = view.published
    if published is None:
        return None
    weekday = view.words.weekdays[groups.get("weekday")]
    back = (published.weekday() - weekday) % 7
    if groups.has("coming", "coming2"):
        step = 7 - back
    elif groups.has("past", "past2"):
        step = -(back or 7)
    elif view.future and back:
        step = 7 - back
    else:
        step = -back
    return (published + timedelta(days=step)).isoformat()


def _today(groups: _Groups, view: Viewpoint) -> str | None:
    if view.published is None:
        return None
    return (view.published + timedelta(days=view.words.days[groups.get("today")])).isoformat()


def _period(groups: _Groups, view: Viewpoint) -> str | None:
    published = view.published
    if published is None:
        return None
    unit, step = view.words.periods[groups.get("period")]
    if unit == "week":
        monday = published + timedelta(days=7 * step - published.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if unit == "weekend":
        saturday = _weekend(published, step)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    if unit == "quarter":
        return _quarter_of(published.year, (published.month - 1) // 3 + step)
    return _moved(published.isoformat(), unit, step)


def _weekend(published: date, step: int) -> date:
    """The Saturday of the last, the current or the next weekend."""
    saturday = published + timedelta(days=5 - published.weekday())
    if step < 0 or (step == 0 and published.weekday() < 2):
        return saturday - timedelta(days=7)
    return saturday + timedelta(days=7 * (step > 0 and published.weekday() >= 5))


def _quarter_of(year: int, index: int) -> str:
    year, quarter = year + index // 4, index % 4
    return f"{year:04d}-{3 * quarter + 1:02d}/{year:04d}-{3 * quarter + 3:02d}"


def _quarter(groups: _Groups, view: Viewpoint) -> str | None:
    ordinal = groups.get("ordinal")
    index = (view.words.ordinals[ordinal] if ordinal else int(groups.get("quarter"))) - 1
    year = _told_year(groups, view)
    if index > 3:
        return None
    if year is None:
        if view.published is None:
            return None
        ahead = 3 * index + 1 > view.published.month
        year = view.published.year - (ahead and not view.future)
    return _quarter_of(year, index)


def _moved(start: str, unit: str, step: int) -> str | None:
    """A date moved by days, weeks, months or years, told no more precisely than the unit."""
    year, month = int(start[:4]), int(start[5:7] or 0)
    if unit == "decade":
        return f"{year + 10 * step:04d}~" if 1 <= year + 10 * step <= 9999 else None
    if unit == "year":
        return f"{year + step:04d}" if 1 <= year + step <= 9999 else None
    if unit == "month":
        if not month:
            return None
        index = 12 * year + month - 1 + step
        return f"{index // 12:04d}-{index % 12 + 1:02d}" if index >= 12 else None
    if len(start) != 10:
        return None
    days = step * (7 if unit == "week" else 1)
    return (date.fromisoformat(start) + timedelta(days=days)).isoformat()


def _count(groups: _Groups, view: Viewpoint) -> int:
    written = groups.get("number")
    if not written:
        return 1
    return int(written) if written.isdigit() else view.words.numbers[written]


def _ago(groups: _Groups, view: Viewpoint) -> str | None:
    if view.published is None:
        return None
    unit, count = view.words.units[groups.get("unit")], _count(groups, view)
    found = _moved(view.published.isoformat(), unit, -count)
    return f"{found}~" if found and unit == "week" else found


def _shifted(sign: int) -> Callable[[_Groups, Viewpoint], str | None]:
    def shifted(groups: _Groups, view: Viewpoint) -> str | None:
        """Earlier or later than the date told before; without one it means nothing."""
        if view.anchor is None or not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", view.anchor):
            return None
        unit = view.words.units[groups.get("unit")]
        return _moved(view.anchor, unit, sign * _count(groups, view))

    return shifted


def _iso(groups: _Groups, view: Viewpoint) -> str | None:
    return date.fromisoformat(groups.get("iso")).isoformat()


def _numeric(groups: _Groups, view: Viewpoint) -> str | None:
    """A date in figures: the day first unless it can't be; English strokes only where sure."""
    first, second, year = (groups.number(name) or 0 for name in ("first", "second", "year"))
    if second > 12:
        return date(year, first, second).isoformat()
    unsure = view.english and groups.get("sep") == "/" and first <= 12 and first != second
    return None if unsure else date(year, second, first).isoformat()


def _decade(groups: _Groups, view: Viewpoint) -> str | None:
    decade = groups.number("decade")
    if decade is None:
        short = groups.number("short") or 0
        decade = 1900 + short
    if decade % 100 == 0 and decade < 1900:
        return f"{decade // 100}XX"  # “the 1800s” are a century, “the 1900s” seldom are
    return f"{decade // 10}X"


def _decades(groups: _Groups, view: Viewpoint) -> str | None:
    first, last = groups.number("decade") or 0, groups.number("last") or 0
    return f"{first:04d}/{last + 9:04d}" if first < last else None


def _century(groups: _Groups, view: Viewpoint) -> str | None:
    roman = groups.get("roman").upper()
    ordinal = groups.get("ordinal")
    century = groups.number("century") or view.words.ordinals.get(ordinal) or _roman(roman)
    return f"{century - 1:02d}XX" if 2 <= century <= 22 else None


def _roman(numeral: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in numeral]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value for value, after in zip(values, following, strict=True)
    )


def _years(groups: _Groups, view: Viewpoint) -> str | None:
    first = groups.number("year") or 0
    last = groups.number("last") or groups.number("last2") or 0
    if last < 100:
        last += first // 100 * 100
    return f"{first:04d}/{last:04d}" if first < last < first + 300 else None


def _bare_year(groups: _Groups, view: Viewpoint) -> str | None:
    """A year that no preposition announces: only one that news may speak of."""
    year = groups.number("year") or 0
    now = view.published.year if view.published else 2030
    return f"{year:04d}" if year <= now + 15 else None


def _year(groups: _Groups, view: Viewpoint) -> str | None:
    year = groups.number("year") or 0
    latest = view.published.year + 60 if view.published else 2100
    return f"{year:04d}" if year <= latest else None


_RESOLVERS: Mapping[str, Callable[[_Groups, Viewpoint], str | None]] = {
    "day": _day,
    "days": _days,
    "dayspan": _day_span,
    "monthspan": _month_span,
    "month": _month,
    "season": _season,
    "weekday": _weekday,
    "today": _today,
    "period": _period,
    "quarter": _quarter,
    "ago": _ago,
    "later": _shifted(1),
    "earlier": _shifted(-1),
    "iso": _iso,
    "numeric": _numeric,
    "decade": _decade,
    "century": _century,
    "years": _years,
    "year": _year,
    "bareyear": _bare_year,
    "decades": _decades,
}

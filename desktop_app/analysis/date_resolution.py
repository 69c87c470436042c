"""From a matched form to the EDTF date it means, seen from the day of publication.

The press tells the past: a bare weekday or month is the last one, unless the sentence speaks of
what will be. Without a day of publication nothing relative is resolved.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from desktop_app.analysis.date_feasts import feast_in, is_loose, nearest_feast
from desktop_app.analysis.date_portions import portion_of
from desktop_app.analysis.date_relative import (
    ago,
    month_day,
    period,
    quarter_of,
    shifted,
    today,
    weekday,
    weekday_of,
)
from desktop_app.analysis.date_viewpoint import (
    MatchGroups,
    Viewpoint,
    told_year,
    year_of,
    year_of_month,
)
from desktop_app.analysis.date_words import DateWords
from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError

# What makes “Christmas” a day rather than a season: by, at, since, before, after, until.
_BEFORE_LOOSE_FEAST = re.compile(
    r"at|by|since|before|after|until|till|an|zu|seit|vor|nach|bis|à|depuis|avant|après|en|desde|"
    r"antes|por|met|voor|na|sinds|a"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
_SEASON_MONTHS = {1: (3, 5), 2: (6, 8), 3: (9, 11), 4: (12, 2)}


def resolve(kind: str, match: re.Match[str], view: Viewpoint) -> str | None:
    """The EDTF date that a match means, or None where it means none."""
    groups = MatchGroups(match.groupdict())
    try:
        found = _RESOLVERS[kind](groups, view)
        if found is None:
            return None
        return EdtfDate.parse(_with_preposition(found, groups.get("pre"), view.words)).text
    except (ValueError, OverflowError, InputError):
        return None  # the thirtieth of February, or a day before the calendar begins


def _with_preposition(found: str, before: str, words: DateWords) -> str:
    if words.unspaced and before:
        return f"{found}/.."
    if any(before == word or before.startswith(f"{word} ") for word in words.since):
        return f"{found.partition('/')[0]}/.."
    if before in words.around and "/" not in found and "X" not in found and found[-1] not in "~?":
        return f"{found}~"
    return found


def _day(groups: MatchGroups, view: Viewpoint) -> str | None:
    month, day = view.words.months[groups.get("month")], groups.number("day")
    assert day is not None
    year = told_year(groups, view) or year_of(month, day, view)
    return date(year, month, day).isoformat() if year else None


def _days(groups: MatchGroups, view: Viewpoint) -> str | None:
    month = view.words.months[groups.get("month")]
    first, last = groups.number("day"), groups.number("last")
    assert first is not None
    assert last is not None
    year = told_year(groups, view) or year_of(month, first, view)
    if not year or first >= last:
        return None
    return f"{date(year, month, first).isoformat()}/{date(year, month, last).isoformat()}"


def _day_span(groups: MatchGroups, view: Viewpoint) -> str | None:
    months = [view.words.months[groups.get(name)] for name in ("month", "month2")]
    days = [groups.number("day") or 0, groups.number("last") or 0]
    year = told_year(groups, view, "2") or year_of(months[1], days[1], view)
    if not year:
        return None
    last = date(year, months[1], days[1])
    earlier = (months[0], days[0]) > (months[1], days[1])
    first = date(told_year(groups, view) or year - earlier, months[0], days[0])
    return f"{first.isoformat()}/{last.isoformat()}" if first < last else None


def _month_span(groups: MatchGroups, view: Viewpoint) -> str | None:
    first, last = (view.words.months[groups.get(name)] for name in ("month", "month2"))
    year = told_year(groups, view, "2")
    if not year:
        return None
    begins = f"{told_year(groups, view) or year - (first > last):04d}-{first:02d}"
    ends = f"{year:04d}-{last:02d}"
    return f"{begins}/{ends}" if begins < ends else None


def _month(groups: MatchGroups, view: Viewpoint) -> str | None:
    month, year = view.words.months[groups.get("month")], told_year(groups, view)
    if year is None:
        year = year_of_month(month, groups, view)
    return f"{year:04d}-{month:02d}" if year else None


def _season(groups: MatchGroups, view: Viewpoint) -> str | None:
    season, year = view.words.seasons[groups.get("season")], told_year(groups, view)
    first, last = _SEASON_MONTHS[season]
    ending = groups.number("last")
    if year is not None and ending is not None and (season != 4 or (year + 1 - ending) % 100):
        return None  # only a winter goes from one year to the next
    if year is None:
        year = year_of_month(first, groups, view)
    if year is None:
        return None
    return f"{year:04d}-{first:02d}~/{year + (last < first):04d}-{last:02d}~"


def _portion(groups: MatchGroups, view: Viewpoint) -> str | None:
    whole = _decade(groups, view) if groups.has("decade") else groups.get("year") or None
    if groups.has("month"):
        month = view.words.months[groups.get("month")]
        year = told_year(groups, view, of="month") or year_of_month(month, groups, view)
        whole = f"{year:04d}-{month:02d}" if year else None
    number = view.words.portions[groups.get("portion")]
    unit = view.words.portion_units[groups.get("unit")]
    return portion_of(whole, unit, number) if whole else None


def _feast(groups: MatchGroups, view: Viewpoint) -> str | None:
    feast, year = view.words.feasts[groups.get("feast")], told_year(groups, view)
    if is_loose(feast) and not year and not _BEFORE_LOOSE_FEAST.fullmatch(groups.get("pre")):
        return None  # a tree, a spirit or a season
    if year is not None:
        day = feast_in(feast, year)
    elif view.published is not None:
        day = nearest_feast(feast, view.published, future=view.future)
    else:
        return None
    return f"{day.isoformat()}{'~' if is_loose(feast) else ''}"


def _spoken_decade(groups: MatchGroups, view: Viewpoint) -> str | None:
    return f"19{view.words.decades[groups.get('spoken')] // 10}X"


def _short_year(groups: MatchGroups, view: Viewpoint) -> str | None:
    """“’98”: of this century only as far as the text's own year."""
    short, now = groups.number("short") or 0, view.published.year if view.published else 2030
    return f"{2000 + short if 2000 + short <= now else 1900 + short}"


def _quarter(groups: MatchGroups, view: Viewpoint) -> str | None:
    ordinal = groups.get("ordinal")
    index = (view.words.ordinals[ordinal] if ordinal else int(groups.get("quarter"))) - 1
    year = told_year(groups, view)
    if index > 3:
        return None
    if year is None:
        if view.published is None:
            return None
        ahead = 3 * index + 1 > view.published.month
        year = view.published.year - (ahead and not view.future)
    return quarter_of(year, index)


def _era(groups: MatchGroups, view: Viewpoint) -> str | None:
    """A year of a reign, with or without month and day: “昭和20年8月15日”."""
    written = groups.get("number")
    year = view.words.eras[groups.get("era")] + (1 if written == "元" else int(written)) - 1
    month, day = groups.number("month"), groups.number("day")
    if month is None:
        return f"{year:04d}"
    return date(year, month, day).isoformat() if day else f"{year:04d}-{month:02d}"


def _half(groups: MatchGroups, view: Viewpoint) -> str | None:
    return portion_of(groups.get("year"), "half", int(groups.get("half")))


def _iso(groups: MatchGroups, view: Viewpoint) -> str | None:
    return date.fromisoformat(groups.get("iso")).isoformat()


def _numeric(groups: MatchGroups, view: Viewpoint) -> str | None:
    """A date in figures: the day first unless it can't be; English strokes only where sure."""
    first, second, year = (groups.number(name) or 0 for name in ("first", "second", "year"))
    if second > 12:
        return date(year, first, second).isoformat()
    unsure = view.english and groups.get("sep") == "/" and first <= 12 and first != second
    return None if unsure else date(year, second, first).isoformat()


def _decade(groups: MatchGroups, view: Viewpoint) -> str | None:
    decade = groups.number("decade")
    if decade is None:
        short = groups.number("short") or 0
        decade = 1900 + short
    if decade % 100 == 0 and decade < 1900:
        return f"{decade // 100}XX"  # “the 1800s” are a century, “the 1900s” seldom are
    return f"{decade // 10}X"


def _decades(groups: MatchGroups, view: Viewpoint) -> str | None:
    first, last = groups.number("decade") or 0, groups.number("last") or 0
    return f"{first:04d}/{last + 9:04d}" if first < last else None


def _century(groups: MatchGroups, view: Viewpoint) -> str | None:
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


def _years(groups: MatchGroups, view: Viewpoint) -> str | None:
    first = groups.number("year") or 0
    last = groups.number("last") or groups.number("last2") or 0
    if last < 100:
        last += first // 100 * 100
    return f"{first:04d}/{last:04d}" if first < last < first + 300 else None


def _bare_year(groups: MatchGroups, view: Viewpoint) -> str | None:
    """A year that no preposition announces: only one that news may speak of."""
    year = groups.number("year") or 0
    now = view.published.year if view.published else 2030
    return f"{year:04d}" if year <= now + 15 else None


def _year(groups: MatchGroups, view: Viewpoint) -> str | None:
    year = groups.number("year") or 0
    latest = view.published.year + 60 if view.published else 2100
    return f"{year:04d}" if year <= latest else None


_RESOLVERS: Mapping[str, Callable[[MatchGroups, Viewpoint], str | None]] = {
    "day": _day,
    "days": _days,
    "dayspan": _day_span,
    "monthspan": _month_span,
    "month": _month,
    "portion": _portion,
    "feast": _feast,
    "spoken": _spoken_decade,
    "shortyear": _short_year,
    "season": _season,
    "weekday": weekday,
    "today": today,
    "period": period,
    "quarter": _quarter,
    "ago": ago,
    "later": shifted(1),
    "earlier": shifted(-1),
    "weekday_of": weekday_of,
    "monthday": month_day,
    "plainyear": _year,
    "era": _era,
    "half": _half,
    "iso": _iso,
    "numeric": _numeric,
    "decade": _decade,
    "century": _century,
    "years": _years,
    "year": _year,
    "bareyear": _bare_year,
    "decades": _decades,
}

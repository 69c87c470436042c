"""Dates told by their distance: from the day of publication, or from the date told before."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from desktop_app.analysis.date_viewpoint import MatchGroups, Viewpoint


def weekday(groups: MatchGroups, view: Viewpoint) -> str | None:
    """A weekday: the last one, unless the words or the sentence look ahead."""
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


_DAYS_OF = {"week": 7, "fortnight": 14}
_WEEKS = {"上": -1, "先": -1, "지": -1, "下": 1, "来": 1, "다": 1}


def weekday_of(groups: MatchGroups, view: Viewpoint) -> str | None:
    """A weekday of a week that is told or, without one, the last such day: “上周四”, “木曜日”."""
    published = view.published
    if published is None:
        return None
    number = view.words.weekdays[groups.get("weekday") or groups.get("weekday2")]
    week = groups.get("week")
    if not week:
        back = (published.weekday() - number) % 7
        return (published + timedelta(days=7 - back if view.future and back else -back)).isoformat()
    step = _WEEKS.get(week[0], 0)
    return (published + timedelta(days=7 * step - published.weekday() + number)).isoformat()


def today(groups: MatchGroups, view: Viewpoint) -> str | None:
    """“Yesterday”, “this morning”."""
    if view.published is None:
        return None
    return (view.published + timedelta(days=view.words.days[groups.get("today")])).isoformat()


def month_day(groups: MatchGroups, view: Viewpoint) -> str | None:
    """A day told without its month: of the month that is told, else the last or next such day."""
    published, number = view.published, groups.number("day")
    if published is None or number is None:
        return None
    month = 12 * published.year + published.month - 1
    told = groups.get("relmonth")
    if told:
        month += view.words.periods[told][1]
    elif view.future:
        month += number < published.day
    else:
        month -= number > published.day
    return date(month // 12, month % 12 + 1, number).isoformat()


def period(groups: MatchGroups, view: Viewpoint) -> str | None:
    """“Last week”, “next month”, “over the weekend”."""
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
        return quarter_of(published.year, (published.month - 1) // 3 + step)
    return _moved(published.isoformat(), unit, step)


def quarter_of(year: int, index: int) -> str:
    """A quarter as EDTF; ``index`` counts from 0, also beyond the year."""
    year, quarter = year + index // 4, index % 4
    return f"{year:04d}-{3 * quarter + 1:02d}/{year:04d}-{3 * quarter + 3:02d}"


def _weekend(published: date, step: int) -> date:
    """The Saturday of the last, the current or the next weekend."""
    saturday = published + timedelta(days=5 - published.weekday())
    if step < 0 or (step == 0 and published.weekday() < 2):
        return saturday - timedelta(days=7)
    return saturday + timedelta(days=7 * (step > 0 and published.weekday() >= 5))


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
    days = step * _DAYS_OF.get(unit, 1)
    return (date.fromisoformat(start) + timedelta(days=days)).isoformat()


def _count(groups: MatchGroups, view: Viewpoint) -> int:
    written = groups.get("number")
    if not written:
        return 1
    return int(written) if written.isdigit() else view.words.numbers[written]


def ago(groups: MatchGroups, view: Viewpoint) -> str | None:
    """“Three weeks ago”: a number of weeks is told roughly."""
    if view.published is None:
        return None
    unit, count = view.words.units[groups.get("unit")], _count(groups, view)
    found = _moved(view.published.isoformat(), unit, -count)
    return f"{found}~" if found and unit in _DAYS_OF else found


def shifted(sign: int) -> Callable[[MatchGroups, Viewpoint], str | None]:
    """Later than the date told before (1), or earlier (-1); without one it means nothing."""

    def from_anchor(groups: MatchGroups, view: Viewpoint) -> str | None:
        if view.anchor is None or not re.fullmatch(r"\d{4}(?:-\d\d){0,2}", view.anchor):
            return None
        unit = view.words.units[groups.get("unit")]
        return _moved(view.anchor, unit, sign * _count(groups, view))

    return from_anchor

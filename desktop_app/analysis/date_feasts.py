"""Days that have a name of their own: fixed ones such as Christmas Eve, and those about Easter.

A day is written ``12-24``, ``easter-2`` (so many days from Easter Sunday), or with ``~`` before it
where the name means the days around it too.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateutil.easter import easter

_EASTER = re.compile(r"easter([+-]\d{1,2})")
# A feast told without its year may lie ahead by so much, in a text that tells of the past.
_NEAR_DAYS = 14


def is_loose(day: str) -> bool:
    """Whether the name means the days around it too, and adorns much that is no date."""
    return day.startswith("~")


def feast_in(day: str, year: int) -> date:
    """The day of a feast in a year, by the western calendar."""
    movable = _EASTER.fullmatch(day.lstrip("~"))
    if movable:
        sunday: date = easter(year)
        return sunday + timedelta(days=int(movable[1]))
    month, number = day.lstrip("~").split("-")
    return date(year, int(month), int(number))


def nearest_feast(day: str, published: date, *, future: bool) -> date:
    """The last one seen from a day of publication, or the next one."""
    if future:
        this_year = feast_in(day, published.year)
        return this_year if this_year >= published else feast_in(day, published.year + 1)
    latest = published + timedelta(days=_NEAR_DAYS)
    years = (published.year + 1, published.year, published.year - 1)
    return next(found for found in (feast_in(day, year) for year in years) if found <= latest)

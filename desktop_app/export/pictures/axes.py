"""The axes of pictures: which days and which numbers are written, and where. Nothing is drawn here.

Days are proleptic Gregorian ordinals as in ``date.toordinal``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10
from typing import Literal, NamedTuple

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LAST = date.max.toordinal()
Unit = Literal["day", "month", "year"]
#: How many days, months or years may lie between two ticks.
_STEPS: dict[Unit, tuple[int, ...]] = {
    "day": (1, 2, 7, 14),
    "month": (1, 2, 3, 6),
    "year": (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000),
}
_DAYS: dict[Unit, float] = {"day": 1, "month": 30.44, "year": 365.25}


class Tick(NamedTuple):
    """A mark of an axis of time: its day, its words, and those of the year beneath, if any."""

    day: int
    words: str
    year: str = ""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The days from ``first`` to ``last``, both included, over a width beginning at ``left``."""

    first: int
    last: int
    left: float
    width: float

    def x(self, day: float) -> float:
        """Where a day begins."""
        return self.left + (day - self.first) / (self.last + 1 - self.first) * self.width

    def ticks(self, letter: float, finest: Unit = "day") -> list[Tick]:
        """The marks that have room for their words, letters being that wide on an average."""
        a_day = self.width / (self.last + 1 - self.first)
        units: tuple[Unit, ...] = ("day", "month", "year")
        for unit in units[units.index(finest) :]:
            room = letter * {"day": 8, "month": 6, "year": 7}[unit]
            for step in _STEPS[unit]:
                if a_day * _DAYS[unit] * step >= room:
                    return list(_marked(self.first, self.last, unit, step))
        return [Tick(self.first, str(date.fromordinal(self.first).year))]


def _marked(first: int, last: int, unit: Unit, step: int) -> Iterator[Tick]:
    year = 0
    for day in _starts(first, last, unit, step):
        moment = date.fromordinal(day)
        if unit == "year":
            yield Tick(day, str(moment.year))
            continue
        month = MONTHS[moment.month - 1]
        words = month if unit == "month" else f"{moment.day} {month}"
        yield Tick(day, words, str(moment.year) if moment.year != year else "")
        year = moment.year


def _starts(first: int, last: int, unit: Unit, step: int) -> Iterator[int]:
    begin, end = date.fromordinal(max(first, 1)), date.fromordinal(min(last, _LAST))
    if unit == "day":
        day = begin.toordinal()
        # Weeks begin on Mondays.
        day += (-begin.weekday()) % 7 if step >= 7 else 0
        yield from range(day, end.toordinal() + 1, step)
        return
    months = step * (12 if unit == "year" else 1)
    number = begin.year * 12 + begin.month - 1
    number = ceil(number / months) * months if begin.day == 1 else (number // months + 1) * months
    while number // 12 <= date.max.year:
        day = date(max(number // 12, 1), number % 12 + 1, 1).toordinal()
        if day > last:
            return
        yield day
        number += months


def count_ticks(most: float, room: float, step: float) -> list[int]:
    """Round numbers from 0 to at most ``most``, no closer than ``step`` on an axis of ``room``."""
    wanted = max(2, min(6, floor(room / step)))
    rough = max(most / wanted, 1)
    power = 10 ** floor(log10(rough))
    apart = next(each * power for each in (1, 2, 5, 10) if each * power >= rough)
    return list(range(0, floor(most) + 1, apart))

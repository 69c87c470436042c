"""The timeline's arithmetic: which day stands at which pixel, where ticks go, what a bar covers.

Pure functions and values; ``timeline_strip`` paints with them. Days are proleptic Gregorian
ordinals as in ``date.toordinal``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.core.dates_in_words import MONTHS

if TYPE_CHECKING:
    from desktop_app.core.timeline import TimelineBar

_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()
#: The shortest stretch of time that the strip shows, in days.
SHORTEST_SPAN = 7.0
_TICK_PIXELS = 76
#: A year's label is that much shorter than a month's.
_YEAR_SHARE = 0.6
_LEAST_YEAR = 2.5


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the histogram: its days, both included, how many items, what it's called.

    ``is_exact`` where all of them certainly fall there.
    """

    first: int
    last: int
    count: int
    label: str
    is_exact: bool = True


class Tick(NamedTuple):
    """A mark on the axis: the day at which it stands, and its words."""

    day: int
    label: str


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The stretch of time shown, from the start of day ``first`` over ``span`` days."""

    first: float
    span: float
    width: float

    def x(self, day: float) -> float:
        """The pixel of a day's beginning."""
        return (day - self.first) / self.span * self.width

    def day(self, x: float) -> float:
        """The day under a pixel."""
        return self.first + x / max(self.width, 1.0) * self.span

    def zoomed(self, factor: float, around_x: float) -> TimeScale:
        """The scale with its span times ``factor``, the day under ``around_x`` staying there."""
        span = min(max(self.span * factor, SHORTEST_SPAN), float(_LAST_DAY))
        fixed = self.day(around_x)
        return TimeScale(fixed - around_x / max(self.width, 1.0) * span, span, self.width)

    def moved(self, share: float) -> TimeScale:
        """The scale moved by a share of its span."""
        return TimeScale(self.first + share * self.span, self.span, self.width)

    def reaching(self, first: float, last: float) -> TimeScale:
        """The scale moved no further than needed to have these days in view, both included."""
        start = min(max(self.first, last + 1 - self.span), first)
        return TimeScale(start, self.span, self.width)


def screen_bars(bars: Iterable[TimelineBar], by: str) -> list[Bar]:
    """The bars of a timeline's lane, ``by`` their width, with what each is called."""
    return [
        Bar(
            bar.first,
            bar.last,
            max(round(bar.exact + bar.spread), 1),
            _label(bar, by),
            not bar.spread,
        )
        for bar in bars
    ]


def _label(bar: TimelineBar, by: str) -> str:
    first, last = iso_day(bar.first), iso_day(bar.last)
    if by == "decade":
        return f"{first[:4]}/{last[:4]}"
    return first[: {"day": 10, "month": 7, "year": 4}[by]]


def fitting_scale(first: int, last: int, width: float) -> TimeScale:
    """A scale that shows these days, both included, with a little room on both sides."""
    length = last + 1 - first
    room = max(length * 0.02, 1.0)
    return TimeScale(first - room, max(length + 2 * room, SHORTEST_SPAN), width)


def bar_unit(scale: TimeScale) -> str:
    """The unit whose bars are wide enough to see: ``day``, ``month`` or ``year``."""
    pixels_a_day = scale.width / scale.span
    if pixels_a_day >= 3.0:
        return "day"
    return "month" if pixels_a_day * 30 >= 3.0 else "year"


def ticks(scale: TimeScale) -> list[Tick]:
    """The axis's marks: days, months, years or decades, as many as can be read."""
    days_a_tick = _TICK_PIXELS / max(scale.width, 1.0) * scale.span
    first = date.fromordinal(_inside(scale.first))
    last = date.fromordinal(_inside(scale.first + scale.span))
    if days_a_tick <= 16:
        return _day_ticks(first, last, days_a_tick)
    if days_a_tick <= 200:
        return _month_ticks(first, last, days_a_tick)
    return _year_ticks(first, last, days_a_tick * _YEAR_SHARE)


def bar_width(scale: TimeScale) -> str:
    """As ``bar_unit``, and ``decade`` where years are too narrow to see."""
    unit = bar_unit(scale)
    narrow = scale.width / scale.span * 365 < _LEAST_YEAR
    return "decade" if unit == "year" and narrow else unit


def bar_days(day: float, by: str) -> tuple[int, int]:
    """The first and last day of the bar of a width into which a day falls."""
    within = date.fromordinal(_inside(day))
    match by:
        case "day":
            return within.toordinal(), within.toordinal()
        case "month":
            first, months = date(within.year, within.month, 1), 1
        case "year":
            first, months = date(within.year, 1, 1), 12
        case _:
            first, months = date(max(within.year - within.year % 10, 1), 1, 1), 120
            months -= 12 * (within.year < 10)
    end = first.year * 12 + first.month - 1 + months
    if end // 12 > date.max.year:
        return first.toordinal(), _LAST_DAY
    return first.toordinal(), date(end // 12, end % 12 + 1, 1).toordinal() - 1


def kept_in_calendar(scale: TimeScale) -> TimeScale:
    """The scale, moved so that at least its middle lies within the calendar."""
    half = scale.span / 2
    first = min(max(scale.first, _FIRST_DAY - half), _LAST_DAY - half)
    return TimeScale(first, scale.span, scale.width)


def iso_day(day: float) -> str:
    """A day as ``2023-04-13``, kept within the calendar."""
    return date.fromordinal(_inside(day)).isoformat()


def _inside(day: float) -> int:
    return int(min(max(day, _FIRST_DAY), _LAST_DAY))


def _day_ticks(first: date, last: date, days_a_tick: float) -> list[Tick]:
    step = next((size for size in (1, 2, 7, 14) if size >= days_a_tick), 16)
    days = range(first.toordinal() - first.toordinal() % step, last.toordinal() + 1, step)
    moments = [date.fromordinal(max(day, _FIRST_DAY)) for day in days]
    return [
        Tick(moment.toordinal(), f"{moment.day} {MONTHS[moment.month - 1][:3]} {moment.year}")
        for moment in moments
    ]


def _month_ticks(first: date, last: date, days_a_tick: float) -> list[Tick]:
    step = next((size for size in (1, 3, 6) if size * 30 >= days_a_tick), 6)
    numbers = range(first.year * 12, last.year * 12 + last.month, step)
    marks = [(number // 12, number % 12) for number in numbers if number // 12 <= date.max.year]
    return [
        Tick(
            date(year, month + 1, 1).toordinal(),
            f"{year}" if month == 0 else f"{MONTHS[month][:3]} {year}",
        )
        for year, month in marks
    ]


def _year_ticks(first: date, last: date, days_a_tick: float) -> list[Tick]:
    sizes = (1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
    step = next((size for size in sizes if size * 365 >= days_a_tick), 5000)
    years = range(first.year - first.year % step, last.year + 1, step)
    return [Tick(date(year, 1, 1).toordinal(), f"{year}") for year in years if year >= 1]

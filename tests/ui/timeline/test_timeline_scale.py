from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.timeline import TimelineBar
from desktop_app.ui.timeline.timeline_scale import (
    TimeScale,
    bar_days,
    bar_unit,
    fitting_scale,
    iso_day,
    screen_bars,
    ticks,
)


def day(year: int, month: int, number: int) -> int:
    return date(year, month, number).toordinal()


def test_bars_are_called_by_their_width() -> None:
    year = TimelineBar(day(1914, 1, 1), day(1914, 12, 31), 4, 0.0)
    decade = TimelineBar(day(1910, 1, 1), day(1919, 12, 31), 1, 0.6)

    (exact,), (vague,) = screen_bars([year], "year"), screen_bars([decade], "decade")

    assert (exact.label, exact.count, exact.is_exact) == ("1914", 4, True)
    assert (vague.label, vague.count, vague.is_exact) == ("1910/1919", 2, False)
    assert [bar.label for bar in screen_bars([year], "month")] == ["1914-01"]
    assert [bar.label for bar in screen_bars([year], "day")] == ["1914-01-01"]


def test_a_bar_that_holds_little_is_still_one() -> None:
    (bar,) = screen_bars([TimelineBar(day(1914, 1, 1), day(1914, 1, 1), 0, 0.01)], "day")

    assert bar.count == 1


def test_every_day_is_in_view_at_first() -> None:
    first, last = day(1850, 1, 1), day(1970, 12, 31)

    scale = fitting_scale(first, last, 400)

    assert scale.x(first) >= 0
    assert scale.x(last + 1) <= 400


def test_bars_get_finer_as_the_strip_is_zoomed_in() -> None:
    century = TimeScale(date(1900, 1, 1).toordinal(), 36_500, 400)
    year = TimeScale(date(1914, 1, 1).toordinal(), 365, 400)
    month = TimeScale(date(1914, 8, 1).toordinal(), 31, 400)

    assert [bar_unit(scale) for scale in (century, year, month)] == ["year", "month", "day"]


@given(
    first=st.integers(1, 3_000_000),
    span=st.floats(7, 3_000_000),
    width=st.floats(1, 4_000),
    factor=st.floats(0.1, 10),
    share=st.floats(0, 1),
)
def test_zooming_keeps_the_day_under_the_pointer(
    first: int, span: float, width: float, factor: float, share: float
) -> None:
    scale = TimeScale(float(first), span, width)
    x = share * width

    zoomed = scale.zoomed(factor, x)

    assert abs(zoomed.day(x) - scale.day(x)) < 0.01


@given(
    first=st.floats(-5_000_000, 5_000_000), span=st.floats(7, 9_000_000), width=st.floats(1, 4_000)
)
def test_ticks_can_be_made_for_any_stretch_of_time(first: float, span: float, width: float) -> None:
    scale = TimeScale(first, span, width)

    marks = ticks(scale)

    assert len(marks) <= 4_000 / 20 + 10
    assert [mark.day for mark in marks] == sorted(mark.day for mark in marks)
    assert date.fromisoformat(iso_day(first))


@pytest.mark.parametrize(
    ("by", "first", "last"),
    [
        ("day", (1864, 2, 29), (1864, 2, 29)),
        ("month", (1864, 2, 1), (1864, 2, 29)),
        ("year", (1864, 1, 1), (1864, 12, 31)),
        ("decade", (1860, 1, 1), (1869, 12, 31)),
    ],
)
def test_a_day_falls_into_one_bar_of_each_width(
    by: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert bar_days(day(1864, 2, 29), by) == (day(*first), day(*last))


@pytest.mark.parametrize("by", ["day", "month", "year", "decade"])
def test_bars_end_with_the_calendar(by: str) -> None:
    assert bar_days(-50.0, by)[0] == 1
    assert bar_days(date.max.toordinal() + 50.0, by)[1] == date.max.toordinal()
    assert bar_days(date(5, 5, 5).toordinal(), "decade") == (1, date(9, 12, 31).toordinal())

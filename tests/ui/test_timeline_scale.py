from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.article import TimelineBucket
from desktop_app.ui.timeline_scale import (
    TimeScale,
    bar_unit,
    bars_from,
    fitting_scale,
    iso_day,
    merged_by_year,
    ticks,
)


def test_a_month_s_bar_covers_its_days() -> None:
    (bar,) = bars_from([TimelineBucket("2023-02", 4)])

    assert date.fromordinal(bar.first) == date(2023, 2, 1)
    assert date.fromordinal(bar.last) == date(2023, 2, 28)
    assert bar.count == 4


def test_a_label_that_is_no_date_is_left_out() -> None:
    assert bars_from([TimelineBucket("someday", 4)]) == []


def test_months_of_a_year_are_put_together() -> None:
    bars = bars_from([TimelineBucket("1914-07", 2), TimelineBucket("1914-08", 3)])

    assert [(bar.label, bar.count) for bar in merged_by_year(bars)] == [("1914", 5)]


def test_every_bar_is_in_view_at_first() -> None:
    bars = bars_from([TimelineBucket("1850-01", 1), TimelineBucket("1970-12", 1)])

    scale = fitting_scale(bars, 400)

    assert scale.x(bars[0].first) >= 0
    assert scale.x(bars[-1].last + 1) <= 400


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


def test_a_date_that_is_open_on_one_side_stands_at_the_side_that_is_known() -> None:
    (since, until) = bars_from(
        [TimelineBucket("1958-01-01/..", 1), TimelineBucket("../1870-09-19", 2)]
    )

    assert (since.first, since.last) == (date(1958, 1, 1).toordinal(),) * 2
    assert (until.first, until.last) == (date(1870, 9, 19).toordinal(),) * 2


@given(
    first=st.floats(-5_000_000, 5_000_000), span=st.floats(7, 9_000_000), width=st.floats(1, 4_000)
)
def test_ticks_can_be_made_for_any_stretch_of_time(first: float, span: float, width: float) -> None:
    scale = TimeScale(first, span, width)

    marks = ticks(scale)

    assert len(marks) <= 4_000 / 20 + 10
    assert [mark.day for mark in marks] == sorted(mark.day for mark in marks)
    assert date.fromisoformat(iso_day(first))

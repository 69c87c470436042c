"""No words cover others, whatever falls when."""

from __future__ import annotations

import itertools
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.timeline import TimelineBar, TimelineItem, TimelineLane
from desktop_app.ui.timeline.timeline_packing import Placed, packed
from desktop_app.ui.timeline.timeline_painting import LaneBox
from desktop_app.ui.timeline.timeline_scale import TimeScale

WIDTH = 800.0
FIRST = date(2000, 1, 1).toordinal()
SCALE = TimeScale(FIRST, 400, WIDTH)


def item(first: int, last: int | None = None, words: str = "Words") -> TimelineItem:
    return TimelineItem(1, words, "", None, "2000", first, first if last is None else last)


def pack(*items: TimelineItem, rows: int = 3, width: float = 100) -> list[Placed]:
    return packed(items, SCALE, rows, lambda _item: width)


spans = st.tuples(st.integers(-200, 700), st.integers(0, 500)).map(
    lambda span: item(FIRST + span[0], FIRST + span[0] + span[1])
)


@given(st.lists(spans, max_size=80), st.integers(1, 6), st.floats(5, 400))
def test_nothing_covers_anything(items: list[TimelineItem], rows: int, width: float) -> None:
    in_view = [each for each in items if each.last >= FIRST and each.first < FIRST + 400]

    placed = packed(in_view, SCALE, rows, lambda _item: width)

    for row in range(rows):
        line = sorted((each for each in placed if each.row == row), key=lambda each: each.begin)
        for one, other in itertools.pairwise(line):
            words_end = one.words_left + one.words_width if one.words_width else 0
            assert max(one.right, words_end) < other.begin
    assert all(0 <= each.begin <= each.left <= each.right <= WIDTH for each in placed)
    assert all(
        each.words_left + each.words_width <= WIDTH + 0.5 for each in placed if each.words_width
    )
    assert placed == sorted(placed, key=lambda each: each.left)


def test_items_apart_share_a_row_and_near_ones_go_below() -> None:
    placed = pack(item(FIRST + 10), item(FIRST + 12), item(FIRST + 200))

    assert [each.row for each in placed] == [0, 1, 0]
    assert all(each.is_dot and each.words_width == 100 for each in placed)


def test_words_are_cut_short_before_an_item_is_left_out() -> None:
    placed = pack(item(FIRST + 10), item(FIRST + 50), rows=1)

    assert [each.row for each in placed] == [0, 0]
    assert 36 <= placed[0].words_width < 100
    assert len(pack(item(FIRST + 10), item(FIRST + 10), rows=1)) == 1


def test_a_month_is_a_span_and_an_open_interval_reaches_on() -> None:
    month, since, until = pack(
        item(FIRST + 31, FIRST + 59), item(FIRST + 100, 3_652_059), item(1, FIRST + 300)
    )

    assert (month.left, month.right) == (62.0, 120.0)
    assert not month.is_dot
    assert since.is_dot
    assert since.open_right
    assert not since.open_left
    assert until.is_dot
    assert until.open_left
    assert since.words_left > since.right + 8


def test_what_reaches_over_the_whole_view_takes_the_rows_left_over() -> None:
    century = item(FIRST - 20_000, FIRST + 20_000)

    assert [each.row for each in pack(century, item(FIRST + 10))] == [1, 0]
    assert [each.item for each in pack(century, item(FIRST + 10), rows=1)] == [item(FIRST + 10)]


def test_a_lane_tells_what_its_marks_dont_show() -> None:
    bars = (TimelineBar(1, 30, 1_200, 3.6), TimelineBar(31, 60, 2, 0.0))
    lane = TimelineLane("", "", 1_206, 1_206)

    assert LaneBox(lane, 0, 100, 0, bars).words() == "tallest bar: 1,204"
    assert LaneBox(lane, 0, 100, 0, left_out=12, vague=3).words() == (
        "12 more: zoom in  ·  3 known less exactly"
    )

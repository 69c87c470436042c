"""The parts of pictures that nothing is drawn in: ticks, places of words, colours, words cut."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.export.pictures.axes import TimeAxis, count_ticks
from desktop_app.export.pictures.label_places import Label, labels_with_room
from desktop_app.export.pictures.name_places import Dot, names_with_room
from desktop_app.export.pictures.palette import PALETTES, PRINT
from desktop_app.export.pictures.picture_frame import Box
from desktop_app.export.pictures.picture_text import PictureText


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("first", "last", "first_words", "years"),
    [
        ("2023-04-13", "2023-04-15", ["13 Apr", "14 Apr", "15 Apr"], ["2023"]),
        ("2023-01-01", "2023-05-31", ["2 Jan", "16 Jan", "30 Jan"], ["2023"]),
        ("2021-11-05", "2023-02-05", ["Dec", "Jan", "Feb"], ["2021", "2022", "2023"]),
        ("1854-11-25", "2023-02-01", ["1860", "1870", "1880"], []),
    ],
)
def test_an_axis_tells_days_months_or_years_as_there_is_room(
    first: str, last: str, first_words: list[str], years: list[str]
) -> None:
    ticks = TimeAxis(day(first), day(last), 0, 740).ticks(4.4)
    assert [tick.words for tick in ticks][:3] == first_words
    assert [tick.year for tick in ticks if tick.year] == years


def test_the_whole_calendar_has_ticks_too() -> None:
    ticks = TimeAxis(1, date.max.toordinal(), 0, 200).ticks(4.4)
    assert 1 < len(ticks) < 8


@given(st.floats(1, 1e7), st.floats(60, 500))
@settings(max_examples=30)
def test_numbers_of_an_axis_are_round_and_no_more_than_have_room(most: float, room: float) -> None:
    ticks = count_ticks(most, room, 25)
    apart = ticks[1] - ticks[0] if len(ticks) > 1 else 1
    assert ticks[0] == 0
    assert ticks[-1] <= most
    assert str(apart).rstrip("0") in ("1", "2", "5")
    assert len(ticks) <= 7


@given(
    st.lists(
        st.builds(Label, x=st.floats(0, 300), width=st.floats(5, 90)), min_size=1, max_size=25
    ),
    st.integers(1, 6),
)
@settings(max_examples=60)
def test_no_label_covers_another_or_its_line(wanted: list[Label], rows: int) -> None:
    placed = labels_with_room(wanted, right=400, rows=rows, gap=4)
    for number, row in placed.items():
        label = wanted[number]
        assert label.x + label.width <= 400
        for other, other_row in placed.items():
            begins = wanted[other].x
            # A line comes down from its label through every row below.
            if other != number and other_row >= row:
                assert not label.x <= begins < label.x + label.width or (
                    begins == label.x and other_row == row and other == number
                )


def test_the_first_wanted_has_the_right_of_way() -> None:
    wanted = [Label(50, 100), Label(60, 100), Label(0, 45)]
    assert labels_with_room(wanted, right=200, rows=1, gap=4) == {0: 0, 2: 0}


def test_names_keep_clear_of_each_other_and_of_dots() -> None:
    dots = [Dot(50.0 + 12 * (n % 5), 40.0 + 9 * (n // 5), 3, 40) for n in range(20)]
    placed = names_with_room(dots, 8, Box(0, 0, 300, 120))
    boxes = list(placed.values())
    assert len(boxes) > 3
    for place, one in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart = one.right <= other.x or other.right <= one.x
            assert apart or one.bottom <= other.y or other.bottom <= one.y


def lightness(colour: str) -> float:
    """CIE L*, from 0 for black to 100 for white."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * luminance ** (1 / 3) - 16 if luminance > 0.008856 else 903.3 * luminance


def test_print_colours_are_told_apart_in_black_and_white() -> None:
    found = [lightness(each) for each in PRINT.series]
    assert found == sorted(found)
    assert all(after - before >= 9 for before, after in pairwise(found))


@pytest.mark.parametrize("colours", PALETTES)
def test_words_stand_out_from_white_paper(colours: str) -> None:
    assert lightness(PALETTES[colours].ink) < 20
    assert lightness(PALETTES[colours].faded) < 45


def test_words_are_cut_to_their_room_with_all_their_marks() -> None:
    text = PictureText()
    cut = text.fitted("Ministers meet in Samarkand", 60, 8)
    assert cut.startswith("Min")
    assert cut.endswith("…")
    assert text.width(cut, 8) <= 60
    assert text.fitted("short", 60, 8) == "short"
    assert "\u0301…" not in text.fitted("e\u0301" * 60, 30, 8)[:-2]


def test_lines_are_broken_between_words_and_between_ideographs() -> None:
    text = PictureText()
    lines = text.wrapped("Six countries sign a coal and steel treaty", 90, 3, 8)
    assert " ".join(lines) == "Six countries sign a coal and steel treaty"
    assert all(text.width(line, 8) <= 90 for line in lines)
    assert len(text.wrapped("外交部长举行会谈" * 3, 60, 2, 8)) == 2


def test_marks_that_turn_the_direction_and_controls_are_taken_out() -> None:
    clean = PictureText().clean("a\u202eb\x00c\ud800d\u2066e\nf" + "x" * 5_000)
    assert clean.startswith("abcde f")
    assert len(clean) <= 400

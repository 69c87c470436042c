"""Days as lines about an article write them."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cleaning.date_phrases import (
    date_label,
    day_comes_first,
    find_dates,
    first_date,
    is_date_line,
)


@pytest.mark.parametrize(
    "line",
    [
        "14 April 2023",
        "April 14, 2023",
        "Apr. 14th, 2023",
        "14-Apr-2023",
        "Friday 14 April 2023 09.02 BST",
        "2023-04-14T09:02:00Z",
        "14. April 2023, 15:24 Uhr",
        "14.04.2023",
        "vendredi 14 avril 2023 à 10h30",
        "14 de abril de 2023",
        "14 aprile 2023",
        "14 апреля 2023 г.",
        "14 квітня 2023",
        "14 أبريل 2023",
        "14 באפריל 2023",
        "14 Nisan 2023",
        "14 अप्रैल 2023",
        "2023年4月14日",
        "2023년 4월 14일",
        "기사입력 :[ 2023-04-14 15:24 ]",
    ],
)
def test_the_same_day_in_many_ways(line: str) -> None:
    assert first_date(line) == "2023-04-14"
    assert is_date_line(line)


def test_a_day_that_can_be_read_two_ways_waits_for_its_order() -> None:
    assert first_date("03/04/2023") is None
    assert first_date("03/04/2023", day_first=True) == "2023-04-03"
    assert first_date("03/04/2023", day_first=False) == "2023-03-04"


@pytest.mark.parametrize("line", ["30/02/2023", "31 April 2023", "April 2023", "Room 14, 2023", ""])
def test_what_is_no_day_is_none(line: str) -> None:
    assert find_dates(line, day_first=True) == ()


def test_the_order_is_told_by_days_above_twelve() -> None:
    assert day_comes_first(["posted 25/12/2022", "03/04/2023"]) is True
    assert day_comes_first(["12/25/2022"]) is False
    assert day_comes_first(["25/12/2022", "12/25/2022"]) is None
    assert day_comes_first(["03/04/2023"]) is None


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Today: 2 May 2025", "today"),
        ("Last updated: May 3, 2021", "modified"),
        ("Aktualisiert am 3. Mai 2021", "modified"),
        ("Published on 3 May 2021", "published"),
        ("3 May 2021", ""),
    ],
)
def test_the_word_before_a_date_says_what_it_is(line: str, label: str) -> None:
    assert date_label(line) == label


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    assert not is_date_line("The treaty was signed on 14 April 2023 by both ministers in Geneva.")


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert first_date(f"Published {day.day} {day:%B} {day.year}") == day.isoformat()


@given(st.text())
def test_any_line_gives_dates_in_order(line: str) -> None:
    found = find_dates(line, day_first=True)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))

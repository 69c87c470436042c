from __future__ import annotations

import pytest

from desktop_app.core.query import parse_query
from desktop_app.ui.finding.search_text import (
    has_date_range,
    person_query,
    term_in_words,
    with_date_range,
    within,
    without_date_range,
)


def test_a_range_of_days_is_added_to_the_query() -> None:
    query = with_date_range("lavrov", "published", "2023-04-01", "2023-04-30")

    assert query == "lavrov published:2023-04-01..2023-04-30"


def test_a_later_range_replaces_the_earlier_one() -> None:
    query = with_date_range("published:2022 lavrov", "published", "2023-04-13", "2023-04-13")

    assert query == "lavrov published:2023-04-13"


def test_a_range_replaces_years_that_were_chosen_side_by_side() -> None:
    query = with_date_range("(published:2022 OR published:2023) a", "published", "2021", "2021")

    assert query == "a published:2021"


def test_a_range_of_another_kind_stays() -> None:
    assert without_date_range("event:1914 published:2022", "published") == "event:1914"
    assert has_date_range("event:1914", "event")
    assert not has_date_range("event:1914", "published")


@pytest.mark.parametrize(
    ("scope", "typed", "both"),
    [
        ("", "a b", "a b"),
        ("is:unread", "", "is:unread"),
        ("is:unread", "a", "is:unread a"),
        ("is:unread", "a OR b", "is:unread (a OR b)"),
        ("a OR b", "c", "(a OR b) c"),
    ],
)
def test_place_and_words_are_both_asked_for(scope: str, typed: str, both: str) -> None:
    assert within(scope, typed) == both


def test_a_quotation_mark_in_a_name_does_not_end_the_phrase() -> None:
    assert person_query('Dwayne "The Rock" Johnson') == 'person:"Dwayne ""The Rock"" Johnson"'


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("bread", ("", "bread")),
        ('"a  phrase"', ("", '"a phrase"')),
        ('-Person:"Jane Roe"', ("person", "Jane Roe")),
        ("NOT published:2023..", ("published", "2023..")),
        ("-(tag:a OR b)", ("", "(tag:a OR b)")),
        ('tag:"so ""called"" facts"', ("tag", 'so "called" facts')),
        ("(published:2024 OR published:2025)", ("published", "2024 or 2025")),
        ('-(outlet:"This OR That" OR outlet:Times)', ("outlet", "This OR That or Times")),
        ("(tag:a OR person:b)", ("", "(tag:a OR person:b)")),
        ("(tag:a OR -tag:b)", ("", "(tag:a OR -tag:b)")),
        ("(tag:a (tag:b OR tag:c))", ("", "(tag:a (tag:b OR tag:c))")),
    ],
)
def test_a_condition_is_told_by_field_and_value(query: str, words: tuple[str, str]) -> None:
    assert term_in_words(query, parse_query(query).terms[0]) == words

"""What stands at the cursor of a query, and what an offer puts there."""

from __future__ import annotations

import pytest

from desktop_app.core.completion import (
    Offer,
    OfferKind,
    Typed,
    field_offers,
    term_for,
    typed_at,
    with_offer,
)
from desktop_app.core.query import parse_query


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("bread pu", Typed(6, 8, None, "pu")),
        ("-tag:tra", Typed(1, 8, "tag", "tra")),
        ("(tag:a OR PERSON:", Typed(10, 17, "person", "")),
        ('person:"Jane R', Typed(0, 14, "person", "Jane R")),
        ("outlet:ta", Typed(0, 9, "publisher", "ta")),
        ("", Typed(0, 0, None, "")),
    ],
)
def test_the_word_or_value_at_the_cursor_is_told(written: str, typed: Typed) -> None:
    assert typed_at(written, len(written)) == typed


def test_nothing_is_offered_within_a_phrase() -> None:
    assert typed_at('"bread and bu', 13) is None


def test_what_follows_the_cursor_in_the_same_word_is_replaced_too() -> None:
    assert typed_at("tag:trade bread", 6) == Typed(0, 9, "tag", "tr")
    assert typed_at('person:"Jane Roe" bread', 12) == Typed(0, 17, "person", "Jane")


def test_an_offer_takes_the_place_of_what_was_typed() -> None:
    offer = Offer(OfferKind.PERSON, 'person:"Jane Roe"', "Jane Roe")
    typed = typed_at("bread -person:ja dear", 16)
    assert typed is not None

    query, cursor = with_offer("bread -person:ja dear", typed, offer)

    assert query == 'bread -person:"Jane Roe" dear'
    assert query[cursor:] == "dear"


def test_behind_a_field_the_value_is_typed_on_behind_a_value_the_next_word() -> None:
    typed = Typed(0, 2, None, "ta")

    assert with_offer("ta", typed, Offer(OfferKind.FIELD, "tag:", "tag:")) == ("tag:", 4)
    assert with_offer("ta", typed, Offer(OfferKind.TAG, "tag:tax", "tax")) == ("tag:tax ", 8)


@pytest.mark.parametrize(
    "value", ["tax", "diplomacy/russia", "Jane Roe", 'so "called"', "a*", "(b)"]
)
def test_a_value_is_quoted_where_the_grammar_needs_it(value: str) -> None:
    term = parse_query(term_for("tag", value)).terms

    assert len(term) == 1
    assert getattr(term[0].node, "text", "") == value


def test_a_value_with_quotation_marks_is_completed() -> None:
    query = 'tag:"so ""cal'

    assert typed_at(query, len(query)) == Typed(0, len(query), "tag", 'so "cal')


def test_fields_and_flags_are_offered_by_their_beginning() -> None:
    assert [each.term for each in field_offers(Typed(0, 2, None, "Pe"))] == ["person:"]
    assert [each.term for each in field_offers(Typed(0, 4, "has", "w"))] == ["has:warning"]
    assert [each.term for each in field_offers(Typed(0, 3, "in", ""))] == ["in:trash"]
    assert field_offers(Typed(0, 0, None, "")) == []


def test_outlet_is_another_word_for_publisher() -> None:
    assert parse_query("outlet:TASS") == parse_query("publisher:TASS")

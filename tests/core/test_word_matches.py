"""Where the words of a search stand in a text."""

from __future__ import annotations

import time

import pytest

from desktop_app.core.query import parse_query
from desktop_app.core.word_matches import FoundText, WordMatcher


def matched(query: str, text: str) -> list[str]:
    spans = WordMatcher(parse_query(query).words()).spans(text)
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("bread", "Bread, breadth and BREAD.", ["Bread", "BREAD"]),
        ("bre*", "Bread, breadth, abreast", ["Bread", "breadth"]),
        ('"bread is"', "Bread — is dear; bread was", ["Bread — is"]),
        ('"bread is d*"', "bread is dear", []),
        ("strasse lodz", "Die Straße nach Łódź", ["Straße", "Łódź"]),
        ("don't", "They don't; don t", ["don't", "don t"]),
        ("मंत्री", "विदेश मंत्री ने कहा", ["मंत्री"]),
        ("مدرسة", "في المدرسة مَدرَسة", ["مَدرَسة"]),
        ("外交", "中国外交部长", ["外交"]),
        ("a b", "A, b; c", ["A", "b"]),
        ('"held talks" talks', "held talks", ["held talks"]),
        ("-bread tag:iron", "bread iron", []),
        ('person:"Jane Roe"', "Said Jane Roe. Roe left.", ["Jane Roe"]),
    ],
)
def test_whole_words_are_found_as_the_index_finds_them(
    query: str, text: str, found: list[str]
) -> None:
    assert matched(query, text) == found


def test_no_more_are_told_than_asked_for() -> None:
    matcher = WordMatcher(parse_query("a 外").words())

    assert matcher.spans("a a a 外 外", 2) == [(0, 1), (2, 3)]


def test_nothing_to_look_for_is_told() -> None:
    assert WordMatcher(parse_query('tag:x -bread "…"').words()).is_empty
    assert not WordMatcher(parse_query("bread").words()).is_empty


def test_a_piece_begins_shortly_before_most_of_what_was_found() -> None:
    text = "Bread. " + "Nothing here at all. " * 20 + "Then bread\n\nwas  dear, and bread rose."

    piece = WordMatcher(parse_query("bread dear").words()).piece(text, 120)

    assert piece is not None
    assert piece.text.startswith("… ")
    assert piece.text.endswith("Then bread was dear, and bread rose.")
    assert [piece.text[start:end] for start, end in piece.spans] == ["bread", "dear", "bread"]


def test_a_text_that_begins_with_a_match_is_shown_from_its_beginning() -> None:
    matcher = WordMatcher(parse_query("bread").words())

    assert matcher.piece("Bread is dear.", 100) == FoundText("Bread is dear.", ((0, 5),))
    assert matcher.piece("Iron.", 100) is None


def test_a_long_hostile_text_is_gone_through_quickly() -> None:
    matcher = WordMatcher(parse_query(" ".join(f'"a a a a{n}"' for n in range(50))).words())
    before = time.process_time()

    assert matcher.spans("a " * 50_000) == []
    assert time.process_time() - before < 5

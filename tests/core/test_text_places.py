"""Pieces of a text found in it one behind the other."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.text_places import CutText, TextPlaces


@dataclass(frozen=True)
class Span:
    start: int
    end: int


def test_pieces_are_found_in_order_also_where_white_space_differs() -> None:
    places = TextPlaces("one two\n\nthree")
    assert list(places.of("one  two")) == [0, 1, 2, 3, 4, 4, 5, 6]
    assert list(places.of("three")) == [9, 10, 11, 12, 13]


def test_a_piece_that_is_not_there_has_no_places_and_stops_nothing() -> None:
    places = TextPlaces("one two")
    assert list(places.of("three")) == []
    assert list(places.of("one")) == [0, 1, 2]


def test_content_is_cut_where_stretches_begin_and_end() -> None:
    span, other = Span(2, 4), Span(5, 9)
    text = CutText("abcdefghi", [span, other])

    assert text.cut("abcdef") == [
        ("ab", None, False),
        ("cd", span, True),
        ("e", None, False),
        ("f", other, False),
    ]
    assert text.cut("ghi") == [("ghi", other, True)]


def test_a_piece_that_is_skipped_is_cut_nowhere() -> None:
    text = CutText("one two", [Span(0, 7)])

    text.skip("one ")

    assert text.cut("two") == [("two", Span(0, 7), True)]

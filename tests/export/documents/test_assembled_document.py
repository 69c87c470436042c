"""What is gathered from the articles of a document."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.article import Article, Event
from desktop_app.export.documents.assembled_document import selection_document
from desktop_app.export.documents.shown_text import words_around
from tests.export.examples import article

LONG = (
    "The agreement that was signed in Istanbul on 22 July 2022 by the four parties, and that was "
    "renewed three times against what its critics had said of it from the beginning in the halls "
    "and in the papers, would end on 18 May 2023 if nobody spoke up for it before."
)


def dated(text: str, *events: tuple[str, str]) -> Article:
    """An article whose whole text tells the events: dates, and the words for them."""
    told = tuple(Event(date, 0, len(text), text, words) for date, words in events)
    return article(1, text, events=told)


def sentences(articles: Sequence[Article]) -> list[tuple[str, str]]:
    chronology = selection_document(articles).chronology
    return [(event.date, event.sentence) for event in chronology]


def test_a_sentence_that_tells_two_events_stands_in_full_by_the_first() -> None:
    told = dated(LONG, ("2023-05-18", "18 May 2023"), ("2022-07-22", "on 22 July 2022"))
    first, second = sentences([told])
    assert first == ("2022-07-22", LONG)
    assert second == (
        "2023-05-18",
        "… had said of it from the beginning in the halls and in the papers, would end on "
        "18 May 2023 if nobody spoke up for it before.",
    )


def test_the_row_of_a_table_is_no_event() -> None:
    row = "January 2023\t812\t1,540"
    assert sentences([dated(row, ("2023-01", "January 2023"))]) == []


def test_what_is_around_is_cut_on_both_sides_between_words() -> None:
    around = words_around("2022", f"{'before ' * 30}2022{' behind' * 30}")
    assert around == f"… {'before ' * 11}2022{' behind' * 11} …"


def test_writings_without_spaces_are_cut_between_characters() -> None:
    assert words_around("5月", f"{'一' * 200}5月{'二' * 200}") == f"… {'一' * 80}5月{'二' * 80} …"


@given(st.text(), st.text(min_size=1), st.text())
def test_the_words_are_always_there(before: str, words: str, behind: str) -> None:
    around = words_around(words, before + words + behind)
    assert words in around
    assert len(around) <= len(words) + 2 * 82

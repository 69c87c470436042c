"""Sentence boundaries: offsets, paragraphs, abbreviations, scripts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.sentences import sentences


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


def test_a_paragraph_is_split_at_its_full_stops() -> None:
    found = sentences("He came. He saw! Did he conquer? Yes.")
    assert [(s.start, s.end) for s in found] == [(0, 8), (9, 16), (17, 32), (33, 37)]


def test_a_blank_line_parts_sentences_even_without_a_stop() -> None:
    assert texts("Lavrov holds talks\n\nThe minister said") == [
        "Lavrov holds talks",
        "The minister said",
    ]


@pytest.mark.parametrize(
    "one",
    [
        "Mr. Lavrov met Dr. Qin Gang and Gen. Smith.",
        "The U.S. President spoke to J. K. Rowling.",
        "It was at 5 p.m. Tuesday in Washington, D.C. and in Apple Inc. Stores.",
        "Der Vertrag wurde am 3. Oktober 1990 von Hrn. Kohl unterzeichnet.",
        "The ship No. 7 sailed.",
        "On Sept. 11 the towers fell.",
        "В. В. Путин встретил проф. Иванова.",
        "The firm grew 3.5 per cent in 2.4 years.",
    ],
)
def test_abbreviations_do_not_end_a_sentence(one: str) -> None:
    assert texts(one) == [one]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He left the U.S. He never came back.", 2),
        ("She works for Apple Inc. The firm is large.", 2),
        ("“Go home.” He went.", 2),
        ("“Why?” she asked.", 1),
        ("He paused… Then he left.", 2),
        ("Was it so? No. It was not.", 3),
        ("他来了。她走了。", 2),
        ("वह आया। वह गया।", 2),
        ("هل جاء؟ نعم.", 2),
        ("In 1990. Then nothing.", 2),
    ],
)
def test_ends_are_found(text: str, count: int) -> None:
    assert len(texts(text)) == count


def test_a_closing_quote_stays_with_its_sentence() -> None:
    assert texts("“We agree.” He left.") == ["“We agree.”", "He left."]


def test_a_wrapped_line_is_one_sentence_and_list_items_are_several() -> None:
    wrapped = "The minister, who had arrived in the capital on the day\nbefore, left. Next"
    assert len(texts(wrapped)) == 2
    assert texts("Apples\nPears\n- Plums") == ["Apples", "Pears", "- Plums"]


def test_where_no_line_is_wrapped_every_line_break_parts() -> None:
    rows = "5 May 1860\tQuarto near Genoa\tThey embark, a thousand men\n11 May\tMarsala\tThey land"
    items = "the law, which the chamber had rejected on 25 January;\nthe decrees"
    for text in (rows, items):
        assert len(sentences(text, wrapped=False)) == 2


def test_a_month_behind_a_hyphen_ends_no_sentence() -> None:
    assert texts("It runs in autumn (Oct. 30-Nov. 5) and ends. He left.") == [
        "It runs in autumn (Oct. 30-Nov. 5) and ends.",
        "He left.",
    ]


def test_a_run_of_spaces_as_long_as_a_book_is_read_once() -> None:
    # In quadratic time this would take minutes.
    assert texts(f"He came.{' ' * 400_000}He left.") == ["He came.", "He left."]


@given(st.text(alphabet=st.sampled_from("aB.!?…\n \t\"”'()Mr.1。’-"), max_size=200) | st.text())
def test_sentences_lie_in_order_and_miss_no_letter(text: str) -> None:
    found = sentences(text)
    assert all(text[s.start : s.end] == s.text == s.text.strip() for s in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    kept = "".join(s.text for s in found)
    assert sum(map(str.isalnum, kept)) == sum(map(str.isalnum, text))

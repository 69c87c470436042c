"""The lines of a paste, joined again where a program had broken them."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cleaning.paste_lines import PasteLine, paste_lines

PARAGRAPHS = [
    "The conference of ministers closed on Thursday with a statement that all seven delegations "
    "signed, although two of them added reservations on the question of tariffs and of transit.",
    "Nobody had expected an agreement before the weekend, and the hall was half empty when the "
    "chairman read the final text; the applause was brief, the photographs were many.",
    "A second round is to be held in the autumn.",
]


def test_blank_lines_are_counted_not_kept() -> None:
    assert paste_lines("one\r\n\r\n\r\ntwo\rthree") == [
        PasteLine("one", 0),
        PasteLine("two", 2),
        PasteLine("three", 0),
    ]


def test_lines_wrapped_at_72_columns_are_joined_again() -> None:
    wrapped = "\n\n".join(textwrap.fill(text, 72) for text in PARAGRAPHS)
    assert [line.text for line in paste_lines(wrapped)] == PARAGRAPHS


def test_wrapped_list_items_stay_apart() -> None:
    items = [f"- {text}" for text in PARAGRAPHS]
    wrapped = "\n".join(textwrap.fill(item, 72) for item in items)
    assert [line.text for line in paste_lines(wrapped)] == items


def test_one_line_a_paragraph_is_left_as_it_is() -> None:
    assert [line.text for line in paste_lines("\n".join(PARAGRAPHS))] == PARAGRAPHS


def test_what_no_reader_sees_is_dropped() -> None:
    assert paste_lines("so\u00adft\u200b \ufeffhyphen\x00") == [PasteLine("soft hyphen")]


@given(st.text())
def test_every_word_survives_and_no_line_is_empty(text: str) -> None:
    lines = paste_lines(text)
    assert all(line.text.strip() for line in lines)

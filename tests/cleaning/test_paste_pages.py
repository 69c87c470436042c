"""Text copied from a PDF viewer: heads, page numbers, parted words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cleaning.paste import clean_paste
from desktop_app.cleaning.paste_pages import rejoined, running_heads, words_in

PDF = (Path(__file__).parent / "pastes" / "pdf-viewer.txt").read_text(encoding="utf-8")


def test_lines_are_joined_over_the_end_of_a_page() -> None:
    article = clean_paste(PDF)
    assert article.title == "Customs house vote put off"
    paragraphs = article.text.split("\n\n")
    assert len(paragraphs) == 5
    assert "as it has been since the war, and several" in paragraphs[2]


def test_heads_and_page_numbers_are_left_out_and_listed() -> None:
    article = clean_paste(PDF)
    assert "QUAY GAZETTE" not in article.text
    furniture = [block.text for block in article.removed if block.reason == "page furniture"]
    assert furniture == [f"{page}\nTHE QUAY GAZETTE Wednesday 6 March 2024" for page in (4, 5)]


def test_parted_words_are_whole_and_true_hyphens_stay() -> None:
    text = clean_paste(PDF).text
    assert "customs house when" in text
    assert "a long-term lease" in text
    assert "Marlow" in text


@pytest.mark.parametrize(
    ("text", "line", "elsewhere", "whole"),
    [
        ("the cus-", "toms house", "", "the customs house"),
        ("a wide-", "spread view", "wide-spread", "a wide-spread view"),
        ("a self-", "made man", "", "a self-made man"),
        ("the Anglo-", "French border", "", "the Anglo-French border"),
        ("it ended -", "as it began", "", "it ended - as it began"),
        ("a long", "line", "", "a long line"),
    ],
)
def test_what_becomes_of_a_hyphen(text: str, line: str, elsewhere: str, whole: str) -> None:
    assert rejoined(text, line, words_in([elsewhere])) == whole


def test_a_line_repeated_without_page_numbers_is_no_head() -> None:
    assert running_heads(["Row the boat ashore", "and on", "Row the boat ashore"]) == frozenset()


def test_a_figure_alone_is_no_page_number() -> None:
    assert running_heads(["The score was", "12", "when it rained"]) == frozenset()


@given(st.lists(st.text(max_size=50)))
def test_heads_are_lines_of_the_text(lines: list[str]) -> None:
    assert all(0 <= at < len(lines) for at in running_heads(lines))
    assert isinstance(words_in(lines), Counter)

"""Highlights behind an article's Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.highlight import Colour, Highlight
from desktop_app.core.text_quote import TextQuote
from desktop_app.export.base.dialect import markdown_reader
from desktop_app.export.markdown.highlight_section import with_highlights


def highlight(quote: str, note: str = "", start: int | None = 0) -> Highlight:
    end = None if start is None else start + len(quote)
    return Highlight(1, 1, TextQuote(quote), start, end, Colour.GREEN, note)


def test_each_is_a_block_quote_with_its_colour_and_note() -> None:
    made = with_highlights("Body.", [highlight("First line.\n\nSecond line.", "A thought\nmore")])
    assert made == (
        "Body.\n\n## Highlights\n\n> First line.\n>\n> Second line.\n\n*Green*: A thought\n\nmore"
    )


def test_an_orphan_is_told_as_such() -> None:
    assert with_highlights("Body.", [highlight("gone", start=None)]).endswith(
        "> gone\n\n*Green, no longer in the text*"
    )


def test_without_highlights_the_body_stays_as_it_is() -> None:
    assert with_highlights("Body.", []) == "Body."


def test_code_that_the_text_leaves_open_does_not_swallow_them() -> None:
    made = with_highlights("Body.\n\n```\ncode", [highlight("code")])
    kinds = [token.type for token in markdown_reader().parse(made)]
    assert kinds[3] == "fence"
    assert "heading_open" in kinds
    assert "blockquote_open" in kinds


@pytest.mark.parametrize(
    "words",
    [
        "# no heading",
        "- no item",
        "1. no number",
        "---",
        "~~~",
        "<b>no tag</b>",
        "[a](b) *c*",
        "  x",
    ],
)
def test_words_stay_words(words: str) -> None:
    made = with_highlights("Body.", [highlight(words, words)])
    tokens = markdown_reader().parse(made)
    inline = [token for token in tokens if token.type == "inline"]
    assert "".join(child.content for child in inline[2].children or ()) == words.strip()
    kinds = {token.type for token in tokens}
    allowed = {f"{each}_{edge}" for each in ("paragraph", "heading", "blockquote") for edge in
               ("open", "close")}  # fmt: skip
    assert kinds <= {*allowed, "inline"}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_nothing_in_a_quote_or_note_becomes_markup(words: str) -> None:
    made = with_highlights("Body.", [highlight(f"a {words}", words)])
    tokens = markdown_reader().parse(made)
    kinds = [token.type for token in tokens if token.nesting == 1]
    assert kinds[:4] == ["paragraph_open", "heading_open", "blockquote_open", "paragraph_open"]
    assert set(kinds[4:]) <= {"paragraph_open"}

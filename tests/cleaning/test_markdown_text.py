from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cleaning.markdown_text import (
    block_lines,
    markdown_paragraphs,
    plain_text,
)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("## A *b*\n\nc **d**", "A b\n\nc d"),
        ("- a\n  - b\n- c\n\nd", "a\nb\nc\n\nd"),
        ("> a\n>\n> b", "a\n\nb"),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |", "a\tb\n1\t2"),
        ('![x](https://y "z")\n\na', "a"),
        ("a  \nb\nc", "a\nb c"),
        ("<b>a</b> &amp; b", "<b>a</b> & b"),
        ("```\nx *y*\n```", "x *y*"),
    ],
)
def test_plain_text_has_no_markup(markdown: str, text: str) -> None:
    assert plain_text(markdown) == text


def test_blocks_are_found_by_their_lines() -> None:
    assert block_lines("# a\n\nb\nc\n\n- d\n- e\n") == [0, 2, 5]


@given(st.text(alphabet=st.sampled_from("ab1 *_`[]()<>#!|\\&;~-+=.>\n“é漢"), max_size=80))
def test_plain_text_written_as_markdown_reads_back(text: str) -> None:
    assert plain_text(markdown_paragraphs(text)).split() == text.split()


PIECES = (
    *("a", "b_c", "_", "\\*", "*", "[d](e)", "\n\n", "\n", "- ", "1. ", "  ", " ", ".", ")"),
    *("[f g](http://h.de/i_j?k&l)", "**[m](https://n.de) o**", "**p q**", "*r.*", "**", "!", "\\["),
    *('![](http://s.de/t.png "u \\" v")', "![w](cuttings-image:1f)", "## ", "#", " #", "&"),
    *("&amp;", "  \n"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_lines_of_words_read_as_they_do_among_others(pieces: list[str]) -> None:
    markdown = "".join(pieces)

    # A reference's address anywhere has all of the text read by the parser.
    assert plain_text(markdown) == plain_text(f"{markdown}\n\n[x]: /y")

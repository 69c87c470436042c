"""Kept lines as Markdown, the others as a list that can be put back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cleaning.markdown_text import block_lines, plain_text
from desktop_app.cleaning.paste_blocks import JudgedLine, to_blocks
from desktop_app.cleaning.restore_block import restore_block
from desktop_app.core.article import RemovedBlock


def test_bullets_become_one_list_even_around_a_removed_line() -> None:
    lines = [
        JudgedLine("Three points:"),
        JudgedLine("• tariffs"),
        JudgedLine("Advertisement", "advertisement"),
        JudgedLine("• transit"),
    ]
    markdown, removed = to_blocks(lines)
    assert markdown == "Three points:\n\n- tariffs\n- transit"
    assert removed == (RemovedBlock("Advertisement", "advertisement", 2),)


def test_numbered_paragraphs_keep_their_numbers_as_text() -> None:
    markdown, _ = to_blocks([JudgedLine("1. The first."), JudgedLine("3. The third.")])
    assert plain_text(markdown) == "1. The first.\n\n3. The third."


def test_rows_with_tabs_become_a_table() -> None:
    markdown, _ = to_blocks([JudgedLine("Name\tVotes"), JudgedLine("Roe\t12")])
    assert markdown == "| Name | Votes |\n| --- | --- |\n| Roe | 12 |"


def test_signs_of_markdown_are_only_signs() -> None:
    text = "# 5 *stars* <b>and</b> [a] `tick` _x_"
    markdown, _ = to_blocks([JudgedLine(text)])
    assert plain_text(markdown) == text


def test_removed_lines_of_one_reason_stand_together_and_can_be_put_back() -> None:
    lines = [
        JudgedLine("First paragraph."),
        JudgedLine("Share", "share line"),
        JudgedLine("Tweet", "share line"),
        JudgedLine("Second paragraph."),
    ]
    markdown, removed = to_blocks(lines)
    assert removed == (RemovedBlock("Share\nTweet", "share line", 1),)
    restored = plain_text(restore_block(markdown, removed[0]))
    assert restored == "First paragraph.\n\nShare\nTweet\n\nSecond paragraph."


_LINES = st.lists(
    st.builds(
        JudgedLine,
        st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool),
        st.sampled_from([None, None, "menu", "other"]),
    )
)


@given(_LINES)
def test_every_removed_block_has_a_place_in_the_article(lines: list[JudgedLine]) -> None:
    markdown, removed = to_blocks(lines)
    blocks = len(block_lines(markdown))
    assert all(0 <= block.before <= blocks for block in removed)

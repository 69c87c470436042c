from __future__ import annotations

import pytest

from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.cleaning.restore_block import restore_block
from desktop_app.core.article import RemovedBlock


@pytest.mark.parametrize(
    ("before", "expected"),
    [(0, "new\n\na\n\nb\nc\n\nd"), (1, "a\n\nnew\n\nb\nc\n\nd"), (2, "a\n\nb\nc\n\nnew\n\nd")]
    + [(before, "a\n\nb\nc\n\nd\n\nnew") for before in (3, 99)],
)
def test_a_block_comes_back_before_the_block_it_stood_before(before: int, expected: str) -> None:
    restored = restore_block("## a\n\n- b\n- c\n\nd", RemovedBlock("new", "other", before))

    assert plain_text(restored) == expected


def test_its_marks_are_words_and_no_markdown() -> None:
    assert plain_text(restore_block("a", RemovedBlock("# *b*", "other", 0))) == "# *b*\n\na"


def test_an_empty_article_gets_it_as_its_only_block() -> None:
    assert restore_block("", RemovedBlock("b", "other", 0)) == "b\n"


def test_a_separator_inside_a_paragraph_ends_no_line() -> None:
    markdown = "One\u2028still one.\n\nTwo.\n"

    restored = restore_block(markdown, RemovedBlock("Between", "other", before=1))

    assert restored == "One\u2028still one.\n\nBetween\n\nTwo.\n"

"""The exports read the same Markdown that cleaning writes."""

from __future__ import annotations

import pytest

from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.export.base.dialect import markdown_reader

EXAMPLES = (
    "<div>raw</div>\n\ntext <b>here</b>",
    "| a | b |\n|--|--|\n| 1 | 2 |",
    "https://no.link.example and ~~kept~~",
    "> " * 60 + "deep",
)


@pytest.mark.parametrize("markdown", EXAMPLES)
def test_both_readers_see_the_same_words(markdown: str) -> None:
    words = [
        child.content
        for token in markdown_reader().parse(markdown)
        for child in token.children or ()
        if child.type == "text"
    ]
    assert " ".join(words).split() == plain_text(markdown).split()

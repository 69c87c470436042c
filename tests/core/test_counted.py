from __future__ import annotations

import pytest

from desktop_app.core.counted import count_articles, counted


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 words"), (1, "1 word"), (2, "2 words"), (1234, "1,234 words")]
)
def test_the_noun_agrees_with_the_number(number: int, words: str) -> None:
    assert counted(number, "word") == words


def test_a_plural_may_have_more_than_an_s() -> None:
    assert counted(1, "entry", "entries") == "1 entry"
    assert counted(2, "entry", "entries") == "2 entries"
    assert count_articles(3) == "3 articles"

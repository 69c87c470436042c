"""What a paste is warned of; the labelled pastes are in ``test_page_warnings``."""

from __future__ import annotations

import pytest

from desktop_app.cleaning.paste import clean_paste
from desktop_app.cleaning.warning_words import opens_with, told_phrases

ARTICLE = """Customs house vote put off
By Ada Fenwick
6 March 2024

The harbour board met on Monday evening to decide how the old customs house should be used.

Its chairman, Edwin Marlow, told the members that three offers had arrived before noon.
"""


def codes(text: str) -> list[str]:
    return [warning.code for warning in clean_paste(text).warnings]


def test_a_whole_article_is_not_warned_of() -> None:
    assert codes(ARTICLE) == []


@pytest.mark.parametrize(
    ("added", "code"),
    [
        ("\nSubscribe to continue reading\nAlready a subscriber? Log in\n", "paywall"),
        ("\nThe lowest offer came from a brewery, the highest from a trust that…\n", "truncated"),
    ],
)
def test_what_stands_below_tells_that_the_end_is_missing(added: str, code: str) -> None:
    assert codes(ARTICLE + added) == [code]


def test_phrases_begin_with_a_word() -> None:
    assert told_phrases("error", ["The page not found in the book"])
    assert not told_phrases("login", ["He made a catalog in two days"])


@pytest.mark.parametrize("line", ["Read more", "Weiterlesen", "続きを読む", "Читать далее"])
def test_links_to_the_rest_are_known_in_many_languages(line: str) -> None:
    assert opens_with("cut", line)

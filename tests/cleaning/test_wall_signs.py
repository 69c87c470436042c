"""What a page's data and build tell of a wall where no words do."""

from __future__ import annotations

import pytest

from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.page_blocks import PageBlock, page_blocks
from desktop_app.cleaning.wall_signs import (
    fades_away,
    says_not_free,
    told_reading_words,
    told_word_count,
)


def _blocks(html: str) -> list[PageBlock]:
    return page_blocks(parse_page(html).root)


@pytest.mark.parametrize(
    ("script", "not_free"),
    [
        ('{"isAccessibleForFree": false}', True),
        ('{"isAccessibleForFree":"False"}', True),
        ('{"isAccessibleForFree": true}', False),
        ("{}", False),
    ],
)
def test_data_says_that_an_article_is_not_free(script: str, not_free: bool) -> None:
    assert says_not_free([("<script>", script)]) is not_free


def test_the_largest_word_count_is_the_articles() -> None:
    scripts = [("<script>", '{"wordCount": 40}'), ("<script>", '{"wordCount":"1140"}')]
    assert told_word_count(scripts) == 1140
    assert told_word_count([("<script>", '{"name": "x"}')]) == 0


def test_a_reading_time_counts_above_the_text_only() -> None:
    blocks = _blocks("<p>8 min read</p><p>The ferry ran again.</p><p>30 min read</p>")
    assert told_reading_words(blocks, 1) == 1_600
    assert told_reading_words(blocks, 0) == 0
    blocks = _blocks("<p>A walk of 30 minutes leads there, she said.</p><p>The ferry ran.</p>")
    assert told_reading_words(blocks, 1) == 0


@pytest.mark.parametrize(
    ("names", "fades"),
    [
        ("article-body is-blurred", True),
        ("content-fade-out", True),
        ("fade-to-white", True),
        ("fade-in", False),
        ("blurb", False),
    ],
)
def test_a_text_fades_by_what_it_is_called(names: str, fades: bool) -> None:
    (block,) = _blocks(f'<div class="{names}"><p>The ferry ran again.</p></div>')
    assert fades_away(block) is fades

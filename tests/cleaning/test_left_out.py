from __future__ import annotations

from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.left_out import LeftOutBlock, left_out, placed
from desktop_app.cleaning.page_blocks import page_blocks
from desktop_app.core.article import RemovedBlock


def test_reasons_come_from_the_words_or_from_where_the_block_stands() -> None:
    blocks = page_blocks(
        parse_page(
            "<h1>Vote</h1><p>kept</p><figure><figcaption>A house</figcaption></figure>"
            '<div class="promo-ad">Buy a boat</div><p><a href="/x">Four words and more</a></p>'
            "<p>something else</p>"
        ).root
    )

    found = left_out(blocks, [1], ["Vote"])

    assert [(block.text, block.reason) for block in found] == [
        ("Vote", "headline"),
        ("A house", "caption"),
        ("Buy a boat", "advertisement"),
        ("Four words and more", "teaser"),
        ("something else", "other"),
    ]


def test_each_is_placed_before_the_article_s_next_block() -> None:
    left = [LeftOutBlock(0, "a", "menu"), LeftOutBlock(3, "b", "other")]

    assert placed(left, {1: 0, 2: 1, 4: 1}) == (
        RemovedBlock("a", "menu", 0),
        RemovedBlock("b", "other", 2),
    )


def test_nothing_kept_leaves_nothing_to_tell() -> None:
    assert left_out(page_blocks(parse_page("<p>x</p>").root), [], []) == ()

"""Where a page's long series are, and the page without their middle."""

from __future__ import annotations

from lxml.etree import tostring

from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.long_series import find_gaps, without
from desktop_app.cleaning.page_blocks import PageBlock, page_blocks
from tests.cleaning.long_pages import long_page


def _blocks(html: str) -> list[PageBlock]:
    return page_blocks(parse_page(html).root)


def test_a_page_of_ordinary_length_has_none() -> None:
    assert find_gaps(_blocks(long_page(40).html)) == ()


def test_the_middle_of_a_long_body_is_one_gap() -> None:
    blocks = _blocks(long_page(600).html)
    (gap,) = find_gaps(blocks)
    assert gap.parent.get("class") == "article-body"
    shown = [block.text for block in blocks[: gap.first_block] + blocks[gap.end_block :]]
    assert sum("of the account" in text for text in shown) < 60
    assert any("paragraph 1 of" in text for text in shown)
    assert any("paragraph 600 of" in text for text in shown)


def test_long_chapters_have_a_gap_each_that_is_shown() -> None:
    chapter = "<section>" + "<p>The ferry ran again in June.</p>" * 1_000 + "</section>"
    gaps = find_gaps(_blocks(f"<body><article>{chapter * 14}</article></body>"))
    assert [gap.parent.tag for gap in gaps] == ["section", "article", "section"]
    assert gaps[1].end - gaps[1].first == 12


def test_a_header_an_article_and_its_comments_are_no_series() -> None:
    part = f"<div>{'<p>The ferry ran again in June, and nobody was there.</p>' * 11}</div>"
    page = f"<body>{part}<div><p>{'One long text. ' * 4_000}</p></div>{part}</body>"
    assert find_gaps(_blocks(page)) == ()


def test_the_tree_is_whole_again_afterwards() -> None:
    blocks = _blocks(long_page(600).html)
    root = blocks[0].element.getroottree().getroot()
    before = tostring(root)
    with without(find_gaps(blocks)):
        assert len(tostring(root)) < len(before) / 4
    assert tostring(root) == before


def test_a_gap_is_halved_until_it_is_small() -> None:
    (gap,) = find_gaps(_blocks(long_page(600).html))
    first, second = gap.halves()
    assert gap.first_block == first.first_block < first.end_block
    assert first.end_block < second.first_block < second.end_block == gap.end_block
    rounds, left = 0, [gap]
    while left:
        rounds, left = rounds + 1, [half for each in left for half in each.halves()]
    assert rounds < 12

"""Which of the days that a page tells is believed, and where its headline is."""

from __future__ import annotations

import pytest

from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.page_blocks import page_blocks
from desktop_app.cleaning.page_metadata import (
    PageMetadata,
    page_metadata,
    title_index,
    told_facts,
)

TODAY = "1962-03-29"


def metadata(body: str, *, head: str = "", url: str | None = None) -> PageMetadata:
    page = parse_page(f"<html lang=en><head>{head}</head><body>{body}</body></html>")
    told = told_facts(page, url, TODAY)
    return page_metadata(told, parse_page(page.source).root, page_blocks(page.root))


def told_in_data(day: str) -> str:
    return f'<meta property="article:published_time" content="{day}T09:00:00Z">'


@pytest.mark.parametrize(
    ("shown", "day"),
    [
        ("<p>2 March 1962</p>", "1962-03-02"),
        ("<p>8 March 1962</p>", "1962-03-08"),
        ("<p>Updated 8 March 1962</p>", "1962-03-06"),
        ("<p>Updated:</p><p>8 March 1962</p>", "1962-03-06"),
        ("<p>Page updated: 2 March 1962</p>", "1962-03-02"),
        ("<p>03.06.1962</p>", "1962-03-06"),
        ("<p>29 March 1962</p>", "1962-03-06"),
        ("<p>The council voted.</p><p>Published 4 March 1962</p>", "1962-03-04"),
    ],
)
def test_the_day_beside_the_headline_is_believed_before_the_data(shown: str, day: str) -> None:
    found = metadata(f"<p>Menu</p><h1>Vote</h1>{shown}", head=told_in_data("1962-03-06"))

    assert found.published == day


def test_a_day_at_the_top_of_a_page_without_headline_may_be_that_of_reading() -> None:
    found = metadata("<p>8 March 1962</p><p>News</p>", head=told_in_data("1962-03-06"))

    assert found.published == "1962-03-06"


def test_the_day_in_the_address_is_believed_first() -> None:
    found = metadata(
        "<h1>Vote</h1><p>8 March 1962</p>",
        head=told_in_data("1962-03-07"),
        url="https://a.example/1962/mar/06/vote",
    )

    assert found.published == "1962-03-06"
    assert found.provenance["published"].source == "url"


def test_a_section_called_like_the_article_is_not_its_headline() -> None:
    blocks = page_blocks(parse_page("<h1>Vote</h1><p>6 March</p><h2>Vote</h2><p>Aid</p>").root)

    assert title_index(blocks, "Vote") == 0


def test_a_heading_that_leads_to_the_start_page_is_the_outlet_s_name() -> None:
    found = metadata(
        '<h1><a href="https://quay.example/">Quay Days</a></h1><h3>Storm sinks the ferry</h3>',
        head="<title>Quay Days: Storm sinks the ferry</title>",
    )

    assert found.title == "Storm sinks the ferry"


def test_the_headline_is_found_behind_its_kicker() -> None:
    blocks = page_blocks(
        parse_page("<p>Home › Storm sinks ferry</p><h1>Sea: Storm sinks ferry</h1><p>Aid</p>").root
    )

    assert title_index(blocks, "Storm sinks ferry") == 1

from __future__ import annotations

import pytest

from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.page_blocks import page_blocks
from desktop_app.cleaning.shown_dates import (
    PageLines,
    dateline_date,
    guessed_date,
    shown_date,
    stated_date,
    written_date,
)


def lines_of(html: str, *, day_first: bool | None = True) -> PageLines:
    blocks = page_blocks(parse_page(html).root)
    title_at = next(block.index for block in blocks if block.element.tag == "h1")
    return PageLines(blocks, title_at, "1962-03-29", day_first)


def test_a_line_near_the_headline_tells_the_day() -> None:
    lines = lines_of("<h1>Vote</h1><p>Last updated: 8 March 1962</p><p>Posted on 6 March 1962</p>")

    assert written_date(lines, "published") == "1962-03-06"
    assert written_date(lines, "modified") == "1962-03-08"


def test_lines_below_the_headline_are_nearer_than_those_above() -> None:
    lines = lines_of("<p>2 March 1962</p><p>Menu</p><h1>Vote</h1><p>Aid</p><p>6 March 1962</p>")

    assert written_date(lines, "published") == "1962-03-06"
    assert shown_date(lines_of("<p>2 March 1962</p><h1>Vote</h1><p>Aid</p>")) == "1962-03-02"


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        ("<p>6 March 1962</p>", "1962-03-06"),
        ("<p>Updated 8 March 1962</p><p>Published: 6 March 1962</p>", "1962-03-06"),
        ("<p>8 March 1962, 6 March 1962</p>", "1962-03-06"),
        ("<p>March 8, 1962March 6, 1962 by Ann Roe</p>", "1962-03-06"),
        ("<p>by Ann Roe · March 6, 1962 at 3:00 am · One comment so far</p>", "1962-03-06"),
        ("<p>March 6, 1962 • Ann Roe in Town and Country</p>", "1962-03-06"),
        ("<p>Updated 8 March 1962</p>", None),
        ("<p>Last update:</p><p>8 March 1962</p>", None),
        ("<p>The council met on 6 March 1962 to vote on the new harbour wall.</p>", None),
        ("<p>6 March 1962 was the day of the vote on the wall.</p>", None),
    ],
)
def test_the_day_beside_the_headline_is_the_article_s_own(lines: str, day: str | None) -> None:
    assert shown_date(lines_of(f"<h1>Vote</h1>{lines}")) == day


def test_figures_that_may_be_read_two_ways_are_settled_by_the_mark_up() -> None:
    html = "<h1>Vote</h1><p><time datetime='1962-02-03T12:00'>02/03/1962</time> by Ann Roe</p>"

    assert shown_date(lines_of(html, day_first=None)) == "1962-02-03"


def test_the_day_of_a_change_is_asked_for_by_name() -> None:
    lines = lines_of("<h1>Vote</h1><p>Page updated:</p><p>8 March 1962</p>")

    assert shown_date(lines, changed=True) == "1962-03-08"


TEXT = "<h1>Vote</h1><p>The council voted for the wall.</p>" * 12


@pytest.mark.parametrize(
    ("end", "day"),
    [
        ("<p>Published 6 March 1962</p>", "1962-03-06"),
        ("<p>Publish date</p><p>6 March 1962</p>", "1962-03-06"),
        ("<p>March 6, 1962. Updated: March 8, 1962</p>", "1962-03-06"),
        (
            "<p>This story was originally published on 6 Mar 1962 but has been revised.</p>",
            "1962-03-06",
        ),
        ("<p>Published 6 March 1962</p><p>Published 7 March 1962</p>", None),
        ("<p>The report, published on 6 March 1962, says so.</p>", None),
    ],
)
def test_the_day_may_be_stated_at_the_end(end: str, day: str | None) -> None:
    assert stated_date(lines_of(f"{TEXT}{end}")) == day


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("06.03.1962 – The", "1962-03-06"),
        ("6 March 1962 „The", "1962-03-06"),
        ("GHENT, 6 March 1962 (AP) – The", "1962-03-06"),
        ("6 March 1962 was the day when the", None),
        ("Ann Roe, 6 March 1962 – The", None),
    ],
)
def test_the_text_may_open_with_its_day(opening: str, day: str | None) -> None:
    text = f"<h1>Vote</h1><p>{opening} council voted for the harbour wall{', at last' * 15}.</p>"

    assert dateline_date(lines_of(text)) == day


@pytest.mark.parametrize(
    ("elsewhere", "day"),
    [
        ("<p>Other news</p>", "1962-02-03"),
        ("<p>Next: 12 February 1962</p>", "1962-03-02"),
        ("<p>Next: February 12, 1962</p>", "1962-02-03"),
        ("<p>February 12, 1962</p><p>March 2, 1962</p>", "1962-03-02"),
    ],
)
def test_figures_are_read_as_the_page_writes_its_other_days(elsewhere: str, day: str) -> None:
    html = f"<h1>Vote</h1><p>02/03/1962</p>{TEXT}{elsewhere}"

    assert guessed_date(lines_of(html, day_first=None)) == day
    assert guessed_date(lines_of(html, day_first=True)) is None

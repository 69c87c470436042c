"""Markdown files as notes programs and Cuttings itself write them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cleaning.markdown_file import clean_markdown
from desktop_app.cleaning.markdown_text import plain_text

NOTE = """---
title: "The Congress of Lakes"
authors: ["[[Jane Roe]]", {name: John Doe}]
publisher: The Morning Herald
date: 1902-05-17
source: https://example.org/lakes
lang: en
---

# The Congress of Lakes

The *delegates* met <b>today</b>.

- one
- two
"""


def test_front_matter_becomes_fields_with_the_file_as_their_source() -> None:
    article = clean_markdown(NOTE)
    assert article.title == "The Congress of Lakes"
    assert article.authors == ("Jane Roe", "John Doe")
    assert article.publisher == "The Morning Herald"
    assert article.published == "1902-05-17"
    assert article.url == "https://example.org/lakes"
    assert article.language == "en"
    assert article.provenance["published"].source == "file"


def test_the_body_stays_markdown_and_the_title_is_not_told_twice() -> None:
    article = clean_markdown(NOTE)
    assert article.markdown == "The *delegates* met <b>today</b>.\n\n- one\n- two"
    assert article.text == "The delegates met <b>today</b>.\n\none\ntwo"


def test_a_first_heading_is_the_title_where_there_is_no_front_matter() -> None:
    article = clean_markdown("# A title with *stress*\n\nText.")
    assert (article.title, article.text) == ("A title with stress", "Text.")
    assert article.provenance["title"].source == "text"


def test_an_address_that_is_no_web_address_is_left_out() -> None:
    assert clean_markdown("---\nurl: javascript:alert(1)\n---\nText.").url is None


def test_front_matter_that_is_broken_or_hostile_stays_text() -> None:
    for broken in ("---\n{unclosed\n---\nText.", "---\n!!python/object:os.system {}\n---\nText."):
        assert clean_markdown(broken).text.endswith("Text.")


@given(st.text())
def test_any_file_gives_an_article(text: str) -> None:
    article = clean_markdown("---\n" + text)
    assert article.text == plain_text(article.markdown)

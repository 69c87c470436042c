from __future__ import annotations

import json

import pytest

from desktop_app.cleaning import page_blocks, page_warnings
from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.cleaning.restore_block import restore_block
from desktop_app.core.article import Provenance
from tests.cleaning.pages import PARAGRAPHS, SENTENCES, clean, news_page


def test_the_body_is_kept_and_nothing_else() -> None:
    article = clean(news_page())

    assert article.text == "\n\n".join(SENTENCES)
    assert article.text == plain_text(article.markdown)


def test_the_fields_are_found_and_say_where() -> None:
    article = clean(news_page())

    assert article.title == "Customs house vote put off"
    assert article.authors == ("Ada Fenwick", "Tom Reed")
    assert article.publisher == "The Quay Gazette"
    assert article.published == "1962-03-06"
    assert article.language == "en"
    assert article.agency is None
    assert article.modified is None
    assert article.provenance["publisher"] == Provenance("meta", 0.9)
    assert set(article.provenance) == {
        "title",
        "authors",
        "publisher",
        "published",
        "language",
        "url",
    }


def test_structure_survives() -> None:
    body = PARAGRAPHS.replace(
        f"<p>{SENTENCES[3]}</p>",
        "<h2>Three offers</h2><ul><li>a brewery<ul><li>with a <b>cellar</b></li></ul></li>"
        "<li>a trust</li></ul><blockquote><p>Never sell the quay.</p></blockquote>"
        "<table><tr><th>Bidder</th><th>Offer</th></tr><tr><td>Brewery</td><td>£900</td></tr>"
        "<tr><td>Trust</td><td>£1,400</td></tr></table>"
        f'<p>{SENTENCES[3]} <a href="/sea/offers.html?x=1#top">All offers</a></p>',
    )

    markdown = clean(news_page(body)).markdown

    assert "## Three offers\n\n- a brewery\n  - with a **cellar**\n- a trust\n\n" in markdown
    assert "\n\n> Never sell the quay.\n\n" in markdown
    assert "| Bidder | Offer |\n| --- | --- |\n| Brewery | £900 |\n| Trust | £1,400 |" in markdown
    assert "[All offers](https://quay.example/sea/offers.html?x=1#top)" in markdown


@pytest.mark.parametrize(
    "image",
    [
        '<img src="/pic/house.jpg" alt="The house">',
        '<img src="data:image/gif;base64,R0" data-src="/pic/house.jpg" alt="The house">',
        '<img src="/blank.gif" alt="The house" srcset="/pic/small.jpg 400w, /pic/house.jpg 1200w">',
        '<picture><source srcset="/pic/house.jpg 1200w"><img alt="The house"></picture>',
    ],
)
def test_a_picture_is_kept_with_its_caption_and_an_absolute_address(image: str) -> None:
    figure = f"<figure>{image}<figcaption>The house. Photo: Quay Archive</figcaption></figure>"
    article = clean(news_page(PARAGRAPHS.replace("<p>Most", f"{figure}<p>Most")))

    picture = '![The house](https://quay.example/pic/house.jpg "The house. Photo: Quay Archive")'
    assert picture in article.markdown
    assert article.text == "\n\n".join(SENTENCES)


def test_pictures_that_came_inside_the_capture_keep_their_address() -> None:
    figure = '<figure><img src="cuttings-image:ab12" alt="x"></figure>'
    article = clean(news_page(PARAGRAPHS.replace("<p>Most", f"{figure}<p>Most")))

    assert "![x](cuttings-image:ab12)" in article.markdown


def test_what_was_left_out_is_told_and_can_be_put_back() -> None:
    inserted = '<aside class="newsletter"><p>Sign up for our newsletter</p></aside>'
    article = clean(news_page(PARAGRAPHS.replace("<p>Most", f"{inserted}<p>Most")))

    reasons = {block.text: block.reason for block in article.removed}
    assert reasons["Customs house vote put off"] == "headline"
    assert reasons["By Ada Fenwick and Tom Reed"] == "byline"
    assert reasons["6 March 1962"] == "date line"
    assert reasons["Brewery opens new cellar"] == "teaser"
    letter = next(block for block in article.removed if block.reason == "newsletter")
    restored = plain_text(restore_block(article.markdown, letter)).split("\n\n")
    assert restored[letter.before] == "Sign up for our newsletter"
    assert restored[letter.before + 1] == SENTENCES[4]


def test_text_that_stands_only_in_the_structured_data_is_taken() -> None:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Customs house vote put off",
        "articleBody": "\n".join(SENTENCES),
        "author": [{"@type": "Person", "name": "Ada Fenwick"}, {"name": "Tom Reed"}],
        "datePublished": "1962-03-06T18:30:00+01:00",
        "dateModified": "1962-03-07T08:00:00+01:00",
    }
    article = clean(
        '<html><head><script type="application/ld+json">'
        f"{json.dumps(data)}</script></head><body><p>Please enable JavaScript.</p></body></html>"
    )

    assert article.text == "\n\n".join(SENTENCES)
    assert article.authors == ("Ada Fenwick", "Tom Reed")
    assert (article.published, article.modified) == ("1962-03-06", "1962-03-07")


def test_a_page_that_needs_a_script_says_so() -> None:
    article = clean('<body><div id="root"></div><script>x</script></body>')

    assert [warning.code for warning in article.warnings] == ["needs-javascript"]
    assert article.text == ""


def test_an_empty_page_says_that_there_is_no_text() -> None:
    assert [warning.code for warning in clean("").warnings] == ["no-text"]


def test_bytes_are_decoded_as_the_capture_says_and_broken_ones_replaced() -> None:
    article = clean(news_page().encode().replace(b"Edwin", b"\xff\xfe Edwin"))

    assert "Edwin Marlow" in article.text


def test_without_an_address_relative_links_lose_their_target_and_keep_their_words() -> None:
    body = PARAGRAPHS.replace("three offers", '<a href="/offers">three offers</a>')
    article = clean(news_page(body), url=None)

    assert "three offers" in article.text
    assert "](" not in article.markdown


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 100_000 + "x",
        "<p>" + "word " * 200_000,
        "<!-- c -->" * 500_000 + "<p>x",
        "<table>" * 3_000 + "x",
        "<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;&a;'>]><p>&c;</p>",
        "<a href='" + "x" * 100_000 + "'>y</a>",
        "<p>" + "a<sup>2</sup>" * 20_000,
        "<table>" + ("<tr>" + "<td rowspan=99 colspan=99>a b</td>" * 5) * 100,
        "<p>" + "a<br><br>" * 20_000,
        "<article><ol>" + "<li><p>a b c" * 20_000,
        "\x00\ud800"[:1] * 10_000,
    ],
)
def test_hostile_pages_are_answered(source: str) -> None:
    article = clean(source)

    assert article.text == plain_text(article.markdown)


def test_a_page_of_more_blocks_than_are_read_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (page_blocks, page_warnings):
        monkeypatch.setattr(module, "MAX_BLOCKS", 300)
    page = news_page(PARAGRAPHS * 70)

    assert "truncated" in [warning.code for warning in clean(page).warnings]


@pytest.mark.parametrize("source", ["<html></html>", "<p>", "<frameset><frame src=x></frameset>"])
def test_a_page_with_nothing_on_it_has_no_text(source: str) -> None:
    article = clean(source)

    assert article.text == ""
    assert [warning.code for warning in article.warnings] == ["no-text"]


def test_the_tags_of_head_and_body_may_be_left_out() -> None:
    source = f"<!doctype html><title>Vote put off</title><article>{PARAGRAPHS}</article>"

    assert clean(source).text == "\n\n".join(SENTENCES)


def test_a_headline_with_its_kicker_is_not_repeated_in_the_text() -> None:
    page = news_page().replace("<h1>Customs", "<h1>Harbour: Customs")

    article = clean(page)

    assert article.title == "Customs house vote put off"
    assert "Harbour:" not in article.text

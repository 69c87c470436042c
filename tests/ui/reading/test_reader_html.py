from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.article import Article, CleanArticle, NamedPerson
from desktop_app.ui.reading.reader_html import PIECE_LENGTH, article_html


def article(markdown: str, **fields: object) -> Article:
    clean = CleanArticle(markdown=markdown, text="", **fields)  # type: ignore[arg-type]
    return Article(1, "2026-11-23T15:40:00Z", clean, revision_id=1)


def body(markdown: str, images: frozenset[str] = frozenset()) -> str:
    return "".join(article_html(article(markdown), images).pieces)


def test_markup_of_markdown_is_shown() -> None:
    html = body("## Heading\n\n- a\n- **b**\n\n> said")

    assert "<h2>Heading</h2>" in html
    assert "<strong>b</strong>" in html
    assert "<blockquote" in html


def test_html_in_an_article_is_text() -> None:
    assert "<script" not in body("<script>alert(1)</script>")
    assert "<img" not in article_html(article("", title="<img src=x>"), ()).head


def test_only_images_of_the_archive_are_shown() -> None:
    markdown = '![alt](https://example.org/a.png "The hall")'

    assert "<img" not in body(markdown)
    assert "The hall" in body(markdown)
    assert "<img" in body(markdown, frozenset({"https://example.org/a.png"}))


def test_links_lead_to_the_web_alone() -> None:
    html = body("[a](https://example.org/) [b](javascript:alert(1)) [c](file:///etc) [d](person:1)")

    assert html.count("href=") == 1
    assert 'title="https://example.org/"' in html


def test_people_are_links_with_their_roles() -> None:
    person = NamedPerson("Sergey Lavrov", roles=("Russian Foreign Minister",), id=7)

    head = article_html(article("", people=(person,)), ()).head

    assert 'href="person:7"' in head
    assert "Russian Foreign Minister" in head


def test_an_unknown_title_and_date_are_said() -> None:
    head = article_html(article("Text."), ()).head

    assert "Without a title" in head
    assert "no published date" in head


def test_the_head_of_a_text_that_runs_leftwards_stands_at_the_right_in_its_order() -> None:
    arabic = article(
        "نص",
        title="القمة العربية",
        authors=("أحمد حسن",),
        published="2019-05-15",
        publisher="الأهرام",
    )

    head = article_html(arabic, ()).head

    assert '<p dir="rtl" class="facts">' in head
    assert '<h1 dir="rtl" class="headline">' in head
    # Each fact runs its own way: the day isn't drawn to the name before it.
    assert "\u2068By أحمد حسن\u2069&nbsp;&nbsp;·&nbsp; \u206815 May 2019\u2069" in head
    assert "rtl" not in article_html(article("Text.", title="A title"), ()).head


def test_a_long_article_comes_in_pieces() -> None:
    html = article_html(article("A paragraph of words. \n\n" * 20_000), ())

    assert len(html.pieces) > 10
    assert max(map(len, html.pieces)) < 2 * PIECE_LENGTH


def test_a_paragraph_without_end_is_parted() -> None:
    pieces = article_html(article("word " * 200_000), ()).pieces

    assert max(map(len, pieces)) < 2 * PIECE_LENGTH
    assert "".join(pieces).count("word") == 200_000


@given(st.text(max_size=300))
def test_any_text_can_be_shown(markdown: str) -> None:
    html = article_html(article(markdown, title=markdown), ())

    assert "<script" not in "".join((html.head, *html.pieces)).lower()


def test_a_missing_picture_without_words_leaves_no_trace() -> None:
    assert body("![](https://example.org/a.png)") == ""


def test_a_page_from_a_file_that_tells_its_own_address_leads_there() -> None:
    clipped = article("text", canonical_url="https://example.org/a")

    assert 'href="https://example.org/a"' in article_html(clipped, ()).head
    assert "original page" not in article_html(article("text"), ()).head

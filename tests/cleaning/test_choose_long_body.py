"""Articles as long as books keep every paragraph, and nothing of the page around them."""

from __future__ import annotations

import pytest

from desktop_app.cleaning.clean_capture import clean_capture
from desktop_app.core.article import CleanArticle, RawCapture
from tests.cleaning.long_pages import FURNITURE, long_page


def _cleaned(html: str) -> CleanArticle:
    raw = RawCapture(html.encode(), "text/html", "2024-03-07T10:00:00Z", charset="utf-8")
    return clean_capture(raw, today="2024-03-07")


@pytest.mark.parametrize("shape", ["div", "sections", "breaks"])
@pytest.mark.parametrize("paragraphs", [100, 3_000])
def test_no_paragraph_is_lost(shape: str, paragraphs: int) -> None:
    page = long_page(paragraphs, shape=shape)
    article = _cleaned(page.html)
    assert page.missing_from(article.text) == []
    assert [text for text in FURNITURE if text in article.text] == []
    assert article.warnings == ()


def test_thousands_of_blocks_more_than_the_judge_ever_saw_are_kept() -> None:
    page = long_page(5_000, sentences=2)
    assert page.missing_from(_cleaned(page.html).text) == []


def test_what_stands_between_paragraphs_is_left_out() -> None:
    between = {
        100: '<aside class="related-box"><a href="/x">Some other story about the coast</a></aside>',
        110: '<figure><img src="/a.jpg"><figcaption>Seen from the north.</figcaption></figure>',
        120: '<div class="ad-slot"><p>Advertisement</p></div>',
        130: '<div class="box"><p>Sign up for our newsletter, every Friday.</p></div>',
    }
    page = long_page(600)
    html = page.html
    for number, furniture in between.items():
        end = f"This was paragraph {number + 200} of the account.</p>"
        assert end in html
        html = html.replace(end, end + furniture)
    article = _cleaned(html)
    assert page.missing_from(article.text) == []
    for told in ("Some other story", "from the north", "Advertisement", "every Friday"):
        assert told not in article.text
        assert any(told in removed.text for removed in article.removed)


def test_a_thousand_comments_do_not_become_the_article() -> None:
    page = long_page(20)
    comment = (
        '<li class="comment"><div class="comment-author">reader{0}</div>'
        "<div class='comment-body'><p>I was there too, and it was not at all like that. "
        "My neighbour says the same, number {0}.</p></div></li>"
    )
    comments = "".join(map(comment.format, range(1_000)))
    html = page.html.replace(
        "</article>", f'</article><section class="comments"><ol>{comments}</ol></section>'
    )
    article = _cleaned(html)
    assert page.missing_from(article.text) == []
    assert "My neighbour says" not in article.text


def test_the_border_within_one_series_is_found() -> None:
    page = long_page(300)
    comment = (
        '<div class="comment"><p class="comment-author">reader{0} on 9 March</p>'
        "<p class='comment-text'>My neighbour says the same, number {0}.</p></div>"
    )
    comments = "".join(map(comment.format, range(2_000)))
    article = _cleaned(page.html.replace("\n</div></article>", f"{comments}</div></article>"))
    assert page.missing_from(article.text) == []
    assert "My neighbour says" not in article.text

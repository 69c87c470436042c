"""Several articles on one web page, parted into a page each."""

from __future__ import annotations

import pytest

from desktop_app.cleaning.clean_capture import clean_capture
from desktop_app.cleaning.page_parts import split_page
from desktop_app.core.article import CleanArticle, RawCapture
from tests.cleaning.test_two_articles import TITLES, page


def cleaned(source: str) -> CleanArticle:
    raw = RawCapture(source.encode(), "text/html", "2024-03-07T10:00:00Z", charset="utf-8")
    return clean_capture(raw, today="2024-03-07")


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        (
            "infinite-scroll",
            ["Customs house vote put off", "Ferry runs again after a week of storms"],
        ),
        ("blog-home", TITLES),
        (
            "deux-articles",
            [
                "L'ancienne douane attend un repreneur",
                "Le bac reprend après une semaine de tempête",
            ],
        ),
        ("zwei-artikel", ["Zollhaus: Entscheidung vertagt", "Fähre fährt nach einer Woche wieder"]),
    ],
)
def test_each_article_has_a_page_of_its_own(name: str, titles: list[str]) -> None:
    articles = [cleaned(part) for part in split_page(page(f"two-articles/{name}.html"))]

    assert [article.title for article in articles] == titles
    assert [article.warnings for article in articles] == [(), ()]
    assert "flour and lamp oil" not in articles[0].text


def test_what_the_head_tells_of_one_article_stays_with_that_one() -> None:
    told = """<meta property="og:site_name" content="The Quay Gazette">
        <meta property="article:published_time" content="2024-03-06T09:30:00Z">
        <script type="application/ld+json">{"@type": "NewsArticle",
        "author": {"name": "Ada Q. Fenwick"}, "headline": "Customs house vote put off"}
        </script></head>"""
    source = page("two-articles/infinite-scroll.html").replace("</head>", told)

    first, second = (cleaned(part) for part in split_page(source))

    assert (first.authors, first.published) == (("Ada Q. Fenwick",), "2024-03-06")
    assert (second.authors, second.published) == (("Tom Reed",), "2024-03-05")
    assert first.publisher == second.publisher == "The Quay Gazette"


def test_a_page_without_elements_for_its_articles_isnt_parted_by_guess() -> None:
    assert split_page(page("two-articles/no-article-tag.html")) == ()


@pytest.mark.parametrize("source", ["", "<article>", "plain", "<article><h1>x</h1>" * 3_000])
def test_whatever_the_page_it_answers(source: str) -> None:
    assert split_page(source) == ()

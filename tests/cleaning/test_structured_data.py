from __future__ import annotations

import pytest

from desktop_app.cleaning.structured_data import article_data, names_of, organisation_name, text_of

OPENING = '<script type="application/ld+json">'


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "headline": "A", "author": {"name": "B"}}',
        '[{"@type": "WebPage"}, {"@type": ["Article"], "headline": "A", "author": {"name": "B"}}]',
        '{"@graph": [{"@type": "NewsArticle", "headline": "A", "author": {"name": "B"}}]}',
        '<![CDATA[{"@type": "BlogPosting", "headline": "A", "author": "B"}]]>',
        '{"@type": "NewsArticle", "headline": "A", "author": {"name": "B"},}',
        '{"@type": "NewsArticle", "headline": "A", "author": {"name": "B"}, "x": "a\nb"}',
        '{"@type": "NewsArticle", "headline": "A", "author": {"@type": "Person", "name": "B"}, x:',
    ],
)
def test_the_article_is_found_however_it_is_written(text: str) -> None:
    node = article_data([(OPENING, text)])

    assert text_of(node["headline"]) == "A"
    assert names_of(node["author"]) == ["B"]


def test_the_page_s_own_article_wins_over_its_teasers() -> None:
    teaser = '{"@type": "NewsArticle", "headline": "Teaser"}'
    own = '{"@type": "NewsArticle", "headline": "Own", "datePublished": "2020-01-02"}'

    assert article_data([(OPENING, f"[{teaser}, {own}]")])["headline"] == "Own"


def test_entities_and_white_space_in_values_are_undone() -> None:
    assert text_of(" Tom &amp;\n Co ") == "Tom & Co"


@pytest.mark.parametrize("text", ["", "null", "[" * 5_000, '{"@type": 3}', "<html>"])
def test_nonsense_gives_nothing(text: str) -> None:
    assert article_data([(OPENING, text)]) == {}
    assert organisation_name([(OPENING, text)]) is None


def test_a_page_without_article_data_may_tell_its_day() -> None:
    page = '{"@graph": [{"@type": "WebPage", "datePublished": "1962-03-06"}, {"@type": "WebSite"}]}'

    assert article_data([(OPENING, page)])["datePublished"] == "1962-03-06"

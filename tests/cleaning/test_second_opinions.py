from __future__ import annotations

from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.second_opinions import (
    MAX_ATTRIBUTES,
    MAX_CHARACTERS,
    SecondOpinions,
    second_opinions,
)
from tests.cleaning.pages import SENTENCES, news_page


def test_both_find_the_article_and_leave_the_tree_as_it_was() -> None:
    root = parse_page(news_page()).root
    before = root.text_content()

    opinions = second_opinions(root, len(news_page()))

    for sentence in SENTENCES:
        assert sentence in opinions.resiliparse
        assert sentence in " ".join(opinions.readability.split())
    assert root.text_content() == before


def test_a_page_too_long_for_them_is_left_to_the_judge() -> None:
    root = parse_page(news_page()).root

    assert second_opinions(root, MAX_CHARACTERS + 1) == SecondOpinions()


def test_an_element_of_thousands_of_attributes_costs_one_vote() -> None:
    crowded = " ".join(f"data-{number}=x" for number in range(MAX_ATTRIBUTES + 1))
    page = news_page().replace("<body", f"<body {crowded}")

    opinions = second_opinions(parse_page(page).root, len(page))

    assert not opinions.resiliparse
    assert opinions.readability


def test_a_page_nested_without_end_is_answered() -> None:
    page = "<div>" * 100_000 + news_page()
    parsed = parse_page(page)

    opinions = second_opinions(parsed.root, len(parsed.source))

    assert SENTENCES[0] in opinions.resiliparse

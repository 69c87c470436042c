"""Queries find feeds' items by their own words, as the archive's search finds articles."""

from __future__ import annotations

import pytest

from desktop_app.core.item_matching import ItemText, matches, unanswerable

ITEM = ItemText(
    title="Lavrov meets Uzbek minister in Samarkand",
    text="Sergey Lavrov spoke of trade; the café was closed. 中国人民日报",
    author="Jane Roe (TASS)",
    publisher="The Daily Paper",
    url="https://paper.example/World/talks-7",
    tags=("diplomacy/russia",),
    published="2023-04-14T10:00:00Z",
    captured="2026-11-28T12:00:00Z",
)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "lavrov samarkand",
        '"sergey lavrov"',
        "person:Lavrov",
        'person:"Sergey Lavrov"',
        "minist*",
        "title:uzbek text:trade",
        "CAFE",
        "nothing OR trade",
        "trade -football",
        "(football OR uzbek) author:roe",
        "agency:tass publisher:daily",
        "tag:diplomacy",
        "tag:diplomacy/russia",
        "url:world/talks",
        "published:2023-04 captured:2026",
        "after:2023-04-13 before:2023-04-15",
        "人民",
    ],
)
def test_what_an_item_says_is_found(query: str) -> None:
    assert matches(query, ITEM)


@pytest.mark.parametrize(
    "query",
    [
        "lavro",
        '"lavrov sergey"',
        "title:trade",
        "author:lavrov",
        "-samarkand",
        "football OR tennis",
        "tag:diplo",
        "tag:russia",
        "published:2024",
        "before:2023-04-14",
        "is:starred",
        "note:trade",
    ],
)
def test_what_it_doesnt_say_is_not(query: str) -> None:
    assert not matches(query, ITEM)


def test_conditions_that_only_articles_fulfil_are_named() -> None:
    asked = "lavrov is:starred -has:highlight (event:2023 OR trade) language:en title:x"

    assert unanswerable(asked) == [
        "is:starred",
        "-has:highlight",
        "(event:2023 OR trade)",
        "language:en",
    ]

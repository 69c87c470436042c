from __future__ import annotations

import pytest

from desktop_app.core.plain_search import PlainSearch

TEXT = "The hall. THE halls,\nthe Hall\u00a0of\n\nfame; hallway. 😀 the  hall of fame"


def found(search: PlainSearch, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in search.spans(text, 100)]


def test_case_counts_only_where_asked() -> None:
    assert found(PlainSearch("the hall")) == ["The hall", "THE hall", "the Hall", "the  hall"]
    assert found(PlainSearch("the hall", case=True)) == ["the  hall"]


def test_whole_words_only_where_asked() -> None:
    assert found(PlainSearch("hall", whole=True)) == ["hall", "Hall", "hall"]
    assert len(found(PlainSearch("hall"))) == 5


def test_nothing_is_found_across_paragraphs() -> None:
    assert found(PlainSearch("of fame")) == ["of fame"]


@pytest.mark.parametrize("sought", ["", "  \n "])
def test_nothing_is_looked_for_where_nothing_is_typed(sought: str) -> None:
    assert found(PlainSearch(sought)) == []


@pytest.mark.parametrize("sought", ["(a+)+$", "[", "\\", ".*", "😀"])
def test_signs_stand_for_themselves(sought: str) -> None:
    assert found(PlainSearch(sought), f"x {sought} y") == [sought]


def test_no_more_are_given_than_asked_for() -> None:
    assert len(PlainSearch("a").spans("a" * 50, 7)) == 7


def test_words_in_chinese_arabic_and_with_accents_are_found() -> None:
    text = "国家主席在北京 العالم العربي Élysée"
    assert found(PlainSearch("北京"), text) == ["北京"]
    assert found(PlainSearch("العربي", whole=True), text) == ["العربي"]
    assert found(PlainSearch("éLYSÉE"), text) == ["Élysée"]

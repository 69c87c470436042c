"""The index, read as the browser reads it."""

from __future__ import annotations

import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.export.website.search_index import Facet, SearchIndex
from desktop_app.export.website.search_words import shard, terms


def parts(index: SearchIndex, cards: list[tuple[str, ...]] | None = None) -> dict[str, object]:
    """What each script hands over, by its name."""
    found = {}
    for name, content in index.files(cards or [], [Facet("Year", ["1911"], [0])]):
        code = content.decode()
        match = re.fullmatch(r'"use strict";\ncuttings\.parts\["(.*?)"\]=(.*);\n', code, re.DOTALL)
        if match:
            assert name == f"search/{match[1]}.js"
            found[match[1]] = json.loads(match[2].replace('["__proto__"]:', '"__proto__":'))
    return found


def numbers(index: SearchIndex, term: str) -> list[int]:
    postings = parts(index).get(f"w/{shard(term)}", {}).get(term, [])  # type: ignore[attr-defined]
    found, number = [], 0
    for each in postings:
        number += each >> 2
        found.append(number)
    return found


def test_every_article_is_found_by_its_words() -> None:
    index = SearchIndex()
    index.add("Ministers meet", "In Paris.")
    index.add("Bread", "The ministers ate.")
    index.add("Wine", "In Paris, in paris, in PARIS.")

    assert numbers(index, "ministers") == [0, 1]
    assert numbers(index, "paris") == [0, 2]
    assert numbers(index, "wine") == [2]
    assert numbers(index, "beer") == []


def test_a_word_of_the_title_counts_more_than_one_of_the_text() -> None:
    index = SearchIndex()
    index.add("Paris", "x")
    index.add("x", "Paris")
    index.add("x", "Paris, Paris, Paris")

    postings = parts(index)[f"w/{shard('paris')}"]["paris"]  # type: ignore[index]
    assert [each & 3 for each in postings] == [3, 0, 1]


def test_cards_are_handed_over_in_parts() -> None:
    cards = [(str(n), f"</script>{n}", "", "", "") for n in range(120)]

    found = parts(SearchIndex(), cards)

    assert [len(found[f"d/{n}"]) for n in range(3)] == [50, 50, 20]  # type: ignore[arg-type]
    assert found["d/2"][0][0] == "100"  # type: ignore[index]


@settings(max_examples=40)
@given(st.lists(st.text(max_size=40), max_size=5))
def test_any_words_are_found_again(texts: list[str]) -> None:
    index = SearchIndex()
    for text in (*texts, "__proto__ constructor"):
        index.add("", text)
    found = parts(index)
    assert "__proto__" in found[f"w/{shard('__proto__')}"]  # type: ignore[operator]
    for number, text in enumerate(texts):
        for term in set(terms(text)):
            assert number in numbers(index, term)

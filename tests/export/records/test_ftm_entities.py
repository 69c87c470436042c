"""Entities, held against the schema of FollowTheMoney by its own library."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from followthemoney import model
from followthemoney.proxy import EntityProxy
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.article import Article, Mention, NamedPerson, Person, SnapshotInfo
from desktop_app.export.records.ftm_entities import MOST_TEXT, FtmEntities
from tests.export.examples import article

LAVROV = NamedPerson("Sergey Lavrov", ("Lavrov",), mentions=(Mention(0, 6, "Lavrov"),), id=3)


def read(article: Article, *persons: Person, mark: str = "1@x") -> list[EntityProxy]:
    """The entities as the library takes them; none of their values may be lost on the way."""
    making = FtmEntities(mark)
    found = []
    for line in (*making.article(article), *making.persons(persons)):
        told: dict[str, Any] = json.loads(line)
        schema = model.get(told["schema"])
        assert schema is not None
        schema.validate({"properties": told["properties"]})
        for name, values in told["properties"].items():
            prop = schema.get(name)
            assert prop is not None
            assert not prop.stub
            for value in values:
                assert prop.type.validate(value), (name, value)
                assert len(value) <= (prop.max_length or MOST_TEXT)
        found.append(model.get_proxy(told))
    return found


def test_an_article_has_what_is_known_of_it() -> None:
    told = article(
        1,
        "Body.",
        "Ministers meet",
        tags=("diplomacy/russia",),
        authors=("Jane Roe", "José Núñez"),
        url="https://news.example/1",
        subtitle="In Paris",
        language="zh-Hant",
        published="2023-04-14T10:00Z",
    )
    snapshot = SnapshotInfo("ab" * 32, "text/html", 10, told.captured)

    (entity,) = read(replace(told, snapshot=snapshot))

    assert entity.schema.name == "Article"
    assert entity.caption == "Ministers meet"
    assert entity.get("author") == ["Jane Roe", "José Núñez"]
    assert entity.get("publisher") == ["The Sample Gazette"]
    assert entity.get("publishedAt") == ["2023-04-14"]
    assert entity.get("retrievedAt") == ["2026-11-23T15:40:00"]
    assert entity.get("sourceUrl") == ["https://news.example/1"]
    assert entity.get("language") == ["zho"]
    assert entity.get("bodyText") == ["Body."]
    assert entity.get("keywords") == ["diplomacy/russia"]
    assert "ab" * 32 in entity.first("notes")


def test_a_mention_ties_a_person_to_an_article() -> None:
    person = Person(3, "Sergey Lavrov", ("Lavrov", "S. V. Lavrov"), ("Minister",), wikidata="Q1")

    document, mention, named = read(article(people=(LAVROV,)), person)

    assert mention.get("document") == [document.id]
    assert mention.get("resolved") == [named.id]
    assert mention.get("name") == ["Sergey Lavrov", "Lavrov"]
    assert named.caption == "Sergey Lavrov"
    assert named.get("alias") == ["S. V. Lavrov"]
    assert named.get("weakAlias") == ["Lavrov"]
    assert (named.get("position"), named.get("wikidataId")) == (["Minister"], ["Q1"])
    assert document.get("peopleMentioned") == ["Sergey Lavrov"]


def test_ids_stay_and_those_of_another_archive_are_others() -> None:
    person = Person(3, "Sergey Lavrov")
    before = [each.id for each in read(article(people=(LAVROV,)), person)]
    renamed = article(title="New", people=(replace(LAVROV, name="Lavrov"),))
    after = [each.id for each in read(renamed, replace(person, name="Lavrov"))]
    other = [each.id for each in read(article(people=(LAVROV,)), person, mark="1@y")]

    assert before == after
    assert other[0] == before[0]
    assert other[2] != before[2]


@pytest.mark.parametrize(
    ("edtf", "told"),
    [
        ("2023-04-14", ["2023-04-14"]),
        ("2023-04", ["2023-04"]),
        ("2023?", ["2023"]),
        ("2023-04-13/2023-04-15", ["2023-04"]),
        ("2023-01-01/2023-12-31", ["2023"]),
        ("196X", []),
        ("2023/..", []),
        ("soon", []),
    ],
)
def test_a_date_tells_as_much_as_is_sure(edtf: str, told: list[str]) -> None:
    (entity,) = read(article(published=edtf))

    assert entity.get("publishedAt") == told


def test_a_long_text_is_several_values() -> None:
    text = "\n\n".join(f"{part} word " * 3_000 for part in range(10))

    (entity,) = read(article(1, text))

    assert len(entity.get("bodyText")) > 1
    assert " ".join(entity.get("bodyText")).split() == text.split()


@pytest.mark.parametrize("name", ["\ufeff", '""', "\u200b", "…"])
def test_signs_are_no_name(name: str) -> None:
    person = replace(LAVROV, name=name, mentions=())

    assert [each.schema.name for each in read(article(people=(person,)), Person(3, name))] == [
        "Article"
    ]


@settings(max_examples=25)
@given(st.text(), st.text(max_size=30))
def test_any_words_are_valid(words: str, name: str) -> None:
    person = NamedPerson(name, (name,), id=1)
    told = article(
        1, words, words, publisher=words, authors=(words,), language=words, people=(person,)
    )

    assert read(told, Person(1, f"x{name}", (name,), (words,), wikidata=name))

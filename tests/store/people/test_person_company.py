"""Who is named with whom, under which tags, by which outlets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.core.network import Tie
from desktop_app.core.query import ParsedQuery, parse_query
from desktop_app.store.archive import Archive
from tests.store.examples import article, capture, person


def clip(archive: Archive, names: str, *, tags: tuple[str, ...] = (), outlet: str = "") -> int:
    text = f"{names.replace(',', ' met')} there."
    people = tuple(person(text, name.strip()) for name in names.split(","))
    clean = replace(article(text, people=people), publisher=outlet or None)
    return archive.articles.add(capture(text.encode()), clean, tags=tags)


@pytest.fixture
def ids(archive: Archive) -> dict[str, int]:
    """Ada is named with Ben twice, with Cem once; Cem and Dan stand alone together."""
    clip(archive, "Ada Ark, Ben Bow", tags=("sea", "law"), outlet="The Post")
    clip(archive, "Ada Ark, Ben Bow, Cem Cob", tags=("sea",), outlet="The Post")
    clip(archive, "Cem Cob, Dan Dew", tags=("land",), outlet="The Mail")
    return {each.name[:3]: each.id for each in archive.people.list()}


def test_tags_and_outlets_of_a_person_are_counted(archive: Archive, ids: dict[str, int]) -> None:
    assert archive.company.tags(ids["Ada"]) == [("sea", 2), ("law", 1)]
    assert archive.counting.outlets(ids["Cem"]) == [("The Mail", 1), ("The Post", 1)]


def test_a_network_round_a_person_counts_the_articles_naming_them(
    archive: Archive, ids: dict[str, int]
) -> None:
    network = archive.counting.network_round(ids["Ada"])

    assert [(each.name[:3], each.articles) for each in network.persons] == [
        ("Ada", 2),
        ("Ben", 2),
        ("Cem", 1),
    ]
    assert network.ties[0] == Tie(*sorted((ids["Ada"], ids["Ben"])), 2)
    assert len(network.ties) == 3


def test_only_the_strongest_are_there_where_fewer_are_wanted(
    archive: Archive, ids: dict[str, int]
) -> None:
    network = archive.counting.network_round(ids["Ada"], most=2)

    assert [each.name[:3] for each in network.persons] == ["Ada", "Ben"]
    assert len(network.ties) == 1


def test_a_network_of_a_query_leaves_out_trash_and_hidden(
    archive: Archive, ids: dict[str, int]
) -> None:
    archive.people.set_hidden(ids["Ben"], True)
    everything = parse_query("")
    assert _named(archive, everything) == {"Ada", "Cem", "Dan"}

    assert _named(archive, parse_query("tag:land")) == {"Cem", "Dan"}

    archive.articles.delete([3])
    assert _named(archive, everything) == {"Ada", "Cem"}


def _named(archive: Archive, query: ParsedQuery) -> set[str]:
    network, _ = archive.counting.network_among(query)
    return {each.name[:3] for each in network.persons}

"""What is counted in memory is kept for the next session, which counts the same by it."""

from __future__ import annotations

import random

import pytest

from desktop_app.core.facets import FacetKind
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.counting import article_arrays
from tests.store.examples import article, capture, person
from tests.store.random_acts import any_act


@pytest.fixture(autouse=True)
def _even_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_arrays, "FEWEST_KEPT", 1)


def counted(archive: Archive) -> list[object]:
    """The facets and persons of all articles."""
    everything = parse_query("")
    facets = [archive.counting.facets(kind, everything) for kind in FacetKind]
    persons = archive.counting.persons(everything)
    return [*facets, [(each.id, each.articles, each.mentions) for each in persons]]


def in_a_new_session(archive: Archive) -> list[object]:
    opened = Archive.open(archive.path)
    found = counted(opened)
    opened.close()
    return found


def counted_from_the_tables(archive: Archive) -> list[object]:
    archive._connection.write("DELETE FROM kept_arrays")
    return in_a_new_session(archive)


@pytest.mark.parametrize("seed", range(6))
def test_a_new_session_counts_what_was_done_since_the_arrays_were_kept(
    archive: Archive, seed: int
) -> None:
    chance = random.Random(seed)
    for _ in range(15):
        for _ in range(chance.choice((1, 1, 5))):
            any_act(archive, chance)
        by_what_was_kept = in_a_new_session(archive)
        kept = archive._connection.value("SELECT count(*) FROM kept_arrays")
        assert by_what_was_kept == counted_from_the_tables(archive)
        assert kept
        # Half of the time the next session begins with what an earlier one kept.
        if chance.random() < 0.5:
            archive._connection.write("DELETE FROM kept_arrays")


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE kept_arrays SET content = x'00'",
        "UPDATE kept_arrays SET content = 'text'",
        "DELETE FROM kept_arrays WHERE name = 'told'",
        "DELETE FROM kept_arrays WHERE name = 'first'",
        "UPDATE kept_arrays SET content = (SELECT content FROM kept_arrays WHERE name = 'first')"
        " WHERE name = 'outlets'",
        "UPDATE kept_arrays SET content = (SELECT content FROM kept_arrays WHERE name = 'first')"
        " WHERE name = 'persons_articles'",
    ],
)
def test_what_was_kept_and_is_damaged_is_read_anew(archive: Archive, damage: str) -> None:
    text = "Ann Archer spoke."
    for at in range(5):
        clean = article(text, people=(person(text, "Ann Archer"),), published=f"202{at}-03")
        archive.articles.add(capture(str(at).encode()), clean, tags=("a/b",))
    before = in_a_new_session(archive)

    archive._connection.write(damage)

    assert in_a_new_session(archive) == before


def test_mending_lets_everything_be_read_anew(archive: Archive) -> None:
    text = "Ann Archer spoke."
    archive.articles.add(capture(), article(text, people=(person(text, "Ann Archer"),)))
    archive._connection.write("DELETE FROM article_people")  # by some other program, so no act
    without = in_a_new_session(archive)

    archive.check(repair=True)

    assert in_a_new_session(archive) != without
    assert in_a_new_session(archive) == counted_from_the_tables(archive)

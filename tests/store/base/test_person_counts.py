"""How often persons are named, kept by triggers: always what counting anew gives."""

from __future__ import annotations

import random

import pytest

from desktop_app.store.archive import Archive
from desktop_app.store.base import person_counts
from desktop_app.store.base.person_counts import counts_differ
from desktop_app.store.words.person_words import words_differ
from tests.store.examples import article, capture, person
from tests.store.random_acts import any_act

_PAGES = (b"a", b"b", b"c")


@pytest.mark.parametrize("fewest_counted_once", [1, person_counts.FEWEST_COUNTED_ONCE])
@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_done_the_counts_are_those_of_counting(
    archive: Archive, seed: int, fewest_counted_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person_counts, "FEWEST_COUNTED_ONCE", fewest_counted_once)
    chance = random.Random(seed)
    for _ in range(60):
        any_act(archive, chance)
        assert not counts_differ(archive._connection)
        assert not words_differ(archive._connection)
    assert archive._connection.value("SELECT count(*) FROM person_counts WHERE stale = 1") == 0


def test_check_counts_anew_what_somebody_spoilt(archive: Archive) -> None:
    text = "Ann Archer spoke."
    archive.articles.add(capture(), article(text, people=(person(text, "Ann Archer"),)))
    archive._connection.write("UPDATE person_counts SET articles = 7, first = '1900-01-01'")
    archive._connection.write("DELETE FROM person_words")
    archive._connection.write("INSERT INTO person_words (word, name_id) VALUES ('nobody', 1)")

    found = [problem.message for problem in archive.check(repair=True).repaired]

    assert len(found) == 2
    assert archive.check().ok
    assert archive.people.list()[0].articles == 1
    assert [each.name for each in archive.people.list(text="arch")] == ["Ann Archer"]


def test_an_older_date_known_less_exactly_is_shown_as_it_is_known(archive: Archive) -> None:
    text = "Ann Archer spoke."
    for date in ("2020-03-04", "2020", "2021"):
        who = (person(text, "Ann Archer"),)
        archive.articles.add(capture(date.encode()), article(text, people=who, published=date))

    ann = archive.people.list()[0]

    assert (ann.first, ann.last) == ("2020", "2021")


def test_what_very_many_articles_changed_is_counted_by_whoever_reads_the_counts(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person_counts, "FEWEST_COUNTED_ONCE", 1)
    text = "Ann Archer spoke."
    who = (person(text, "Ann Archer"),)
    ids = [archive.articles.add(capture(page), article(text, people=who)) for page in _PAGES]
    archive.articles.delete(ids[:2])
    archive.articles.add(capture(b"d"), article(text, people=who))  # while nothing is counted
    other = Archive.open(archive.path)

    assert [(each.name, each.articles) for each in other.people.list()] == [("Ann Archer", 2)]
    assert other.completions.persons("ann", 3)[0][2] == 2
    other.close()
    archive.undo()
    archive.undo()
    assert archive.people.get(archive.people.list()[0].id).articles == 3
    assert archive.check().ok


def test_reading_the_counts_never_waits_for_somebody_who_writes(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person_counts, "FEWEST_COUNTED_ONCE", 1)
    text = "Ann Archer spoke."
    who = (person(text, "Ann Archer"),)
    ids = [archive.articles.add(capture(page), article(text, people=who)) for page in _PAGES]
    archive.articles.delete(ids[:2])
    other = Archive.open(archive.path)

    with archive.act("Writing for long"):
        meanwhile = other.people.list()[0].articles
    afterwards = other.people.list()[0].articles

    assert (meanwhile, afterwards) == (3, 1)
    other.close()

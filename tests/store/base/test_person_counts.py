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

"""How often persons are named, kept by triggers: always what counting anew gives."""

from __future__ import annotations

import random

import pytest

from desktop_app.core.article import CleanArticle
from desktop_app.store.archive import Archive
from desktop_app.store.person_counts import counts_differ
from desktop_app.store.person_words import words_differ
from tests.store.examples import article, capture, person

_NAMES = ("Ann Archer", "Bo Baker", "Cy Carter", "Di Dover")
_DATES = (None, "2020", "2020-03", "2020-03-04", "2021-05-06T07:08", "2019-01-01/2019-02-02")


def telling(chance: random.Random) -> CleanArticle:
    """An article that names some of them, one perhaps under two names."""
    named = chance.sample(_NAMES, chance.randrange(4))
    text = " ".join(f"{name} spoke. {name} left." for name in named)
    people = tuple(person(text, name, name, role="Minister") for name in named)
    return article(text, people=people, published=chance.choice(_DATES))


def any_act(archive: Archive, chance: random.Random) -> None:
    """Something that a user may do."""
    ids = archive._connection.column("SELECT id FROM articles")
    persons = archive._connection.column("SELECT id FROM persons WHERE merged_into IS NULL")
    acts = [lambda: archive.articles.add(capture(chance.randbytes(8)), telling(chance))]
    if ids:
        one, some = chance.choice(ids), chance.sample(ids, min(3, len(ids)))
        acts += [
            lambda: archive.articles.delete(some),
            lambda: archive.articles.restore(some),
            lambda: archive.articles.add_revision(one, telling(chance), kind="recleaned"),
            lambda: archive.articles.set_fields(one, {"published": chance.choice(_DATES)}),
        ]
    if len(persons) > 1:
        who, other = chance.sample(persons, 2)
        acts += [
            lambda: archive.people.merge(who, [other]),
            lambda: archive.people.rename(who, chance.choice(_NAMES) + " Younger"),
            lambda: archive.people.add_alias(who, "Somebody Else"),
            lambda: archive.people.set_hidden(who, chance.random() < 0.5),
        ]
    chance.choice([*acts, archive.undo, archive.undo, archive.redo])()


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_done_the_counts_are_those_of_counting(archive: Archive, seed: int) -> None:
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

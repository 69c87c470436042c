"""Acts that a user may do, one after the other by chance, for tests that hold whatever is done."""

from __future__ import annotations

import random
from dataclasses import replace

from desktop_app.core.article import CleanArticle
from desktop_app.store.archive import Archive
from tests.store.examples import article, capture, person

_NAMES = ("Ann Archer", "Bo Baker", "Cy Carter", "Di Dover")
_DATES = (None, "2020", "2020-03", "2020-03-04", "2021-05-06T07:08", "2019-01-01/2019-02-02")
_TAGS = ("trade", "trade/food", "trade/oil/north", "war")


def telling(chance: random.Random) -> CleanArticle:
    """An article that names some of them, one perhaps under two names."""
    named = chance.sample(_NAMES, chance.randrange(4))
    text = " ".join(f"{name} spoke. {name} left." for name in named)
    people = tuple(person(text, name, name, role="Minister") for name in named)
    clean = article(text, people=people, published=chance.choice(_DATES))
    outlet, language = chance.choice((None, "Post", "Mail")), chance.choice((None, "en", "en-GB"))
    return replace(clean, publisher=outlet, language=language)


def any_act(archive: Archive, chance: random.Random) -> None:
    """Something that a user may do."""
    ids = archive._connection.column("SELECT id FROM articles")
    persons = archive._connection.column("SELECT id FROM persons WHERE merged_into IS NULL")
    tags = [each.path for each in archive.tags.all()]
    acts = [lambda: archive.articles.add(capture(chance.randbytes(8)), telling(chance))]
    if ids:
        one, some = chance.choice(ids), chance.sample(ids, min(3, len(ids)))
        acts += [
            lambda: archive.articles.delete(some),
            lambda: archive.articles.restore(some),
            lambda: archive.articles.add_revision(one, telling(chance), kind="recleaned"),
            lambda: archive.articles.set_fields(one, {"published": chance.choice(_DATES)}),
            lambda: archive.articles.set_read(some, read=chance.random() < 0.5),
            lambda: archive.tags.add(some, chance.sample(_TAGS, 2)),
            lambda: archive.tags.remove(some, chance.sample(_TAGS, 2)),
        ]
    if len(persons) > 1:
        who, other = chance.sample(persons, 2)
        acts += [
            lambda: archive.people.merge(who, [other]),
            lambda: archive.people.rename(who, chance.choice(_NAMES) + " Younger"),
            lambda: archive.people.add_alias(who, "Somebody Else"),
            lambda: archive.people.set_hidden(who, chance.random() < 0.5),
        ]
    if tags:
        acts.append(lambda: archive.tags.rename(chance.choice(tags), chance.choice(_TAGS)))
    chance.choice([*acts, archive.undo, archive.undo, archive.redo])()

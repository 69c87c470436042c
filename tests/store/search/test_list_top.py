"""What the newest articles' own index finds is what the archive finds, whatever happens."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import count

import pytest

from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.search.list_top import ListTop
from tests.store.examples import article, capture

_SIZE = 8
_WORDS = [
    "Perú",
    "peru",
    "PERUGIA",
    "straße",
    "strasse",
    "Łódź",
    "lodz",
    "Málaga",
    "élan",
    "elan",
    "don't",
    "co-operate",
    "中国外交部长",
    "国",
    "北京",
    "ไทย",
    "Ελλάδα",
    "ελλαδα",
    "Ёлка",
    "ёлка",
    "fi",
    "ﬁ",
    "100",
    "x1",
]
_QUERIES = (
    "peru",
    "pe*",
    "per* -perugia",
    "strasse OR lodz",
    "łó*",
    '"elan malaga"',
    "title:elan",
    "title:e* after:2019",
    "note:peru",
    "author:mala*",
    "国",
    "中国*",
    "国外",
    "ไท*",
    "ελλ*",
    "елк*",
    "fi",
    "-fi",
    "don't",
    "co-op*",
    "published:2020-03 peru",
    "before:2020",
    "captured:2026-11",
    "peru (published:2020 OR title:fi)",
    '"100 x1"',
    "?",
)
_DATES = (None, "2020", "2020-03", "2020-03-04", "2021-05-06T07:08", "2019-01-01/2019-02-02")
_number = count(1)


def words(chance: random.Random, most: int) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(1, most)))


def add(archive: Archive, chance: random.Random) -> int:
    clean = article(words(chance, 12), title=words(chance, 3), published=chance.choice(_DATES))
    clean = replace(clean, authors=(words(chance, 2),))
    raw = replace(
        capture(b"%d" % next(_number)), captured=f"2026-1{chance.randrange(3)}-01T00:00:00Z"
    )
    return archive.articles.add(raw, clean, note=chance.choice(("", words(chance, 2))))


def any_change(archive: Archive, chance: random.Random) -> None:
    """Something that a user may do to what is found, or in what order."""
    one = chance.choice(archive._connection.column("SELECT id FROM articles"))
    chance.choice(
        [
            lambda: add(archive, chance),
            lambda: archive.articles.delete([one]),
            lambda: archive.articles.restore([one]),
            lambda: archive.articles.add_revision(
                one, article(words(chance, 12), title=words(chance, 3)), kind="recleaned"
            ),
            lambda: archive.articles.set_fields(one, {"published": chance.choice(_DATES)}),
            lambda: archive.articles.set_fields(one, {"title": words(chance, 3)}),
            lambda: archive.articles.set_note(one, words(chance, 3)),
            lambda: archive.articles.set_read([one], chance.random() < 0.5),
            archive.undo,
            archive.undo,
            archive.redo,
        ]
    )()


def prepare(top: ListTop) -> None:
    while top.prepare_step():
        pass


def told_by(top: ListTop, query: str) -> list[int]:
    """As many as it can tell."""
    found = top.ids(parse_query(query), 1, _SIZE)
    return [] if found is None else found


@pytest.mark.parametrize("sort", ["published", "captured"])
@pytest.mark.parametrize("seed", range(6))
def test_it_begins_as_the_archives_own_list_does_after_any_change(
    archive: Archive, seed: int, sort: str
) -> None:
    chance = random.Random(seed)
    for _ in range(3 * _SIZE):
        add(archive, chance)
    top = archive.search.top(sort, _SIZE)
    prepare(top)
    told = 0
    for _ in range(25):
        newest = archive.search.ids(parse_query(""), sort=sort, limit=_SIZE)
        for query in _QUERIES:
            every = archive.search.ids(parse_query(query), sort=sort)
            wanted = [each for each in every if each in newest]
            assert told_by(top, query) == wanted == every[: len(wanted)], query
            told += len(wanted)
        any_change(archive, chance)
    assert told > 100
    top.close()


def test_fewer_than_wanted_are_left_to_the_whole_list(archive: Archive) -> None:
    chance = random.Random(1)
    ids = [add(archive, chance) for _ in range(_SIZE)]
    archive.articles.set_note(ids[0], "singular")
    top = archive.search.top("captured", _SIZE)
    prepare(top)

    assert top.ids(parse_query("singular"), 1, 3) == [ids[0]]
    assert top.ids(parse_query("singular"), 2, 3) is None


@pytest.mark.parametrize("query", ["is:unread", "tag:a", "in:trash", "peru in:trash", "event:2020"])
def test_what_its_index_doesnt_hold_is_left_to_the_archive(archive: Archive, query: str) -> None:
    chance = random.Random(1)
    ids = [add(archive, chance) for _ in range(_SIZE + 1)]
    archive.tags.add(ids, ["a"])
    archive.articles.delete(ids[:1])
    top = archive.search.top("captured", _SIZE)
    prepare(top)

    assert top.ids(parse_query("-nothing"), 1, 3) is not None
    assert top.ids(parse_query(query), 1, 3) is None


def test_of_few_articles_it_holds_none(archive: Archive) -> None:
    add(archive, random.Random(1))
    top = archive.search.top("published", _SIZE)

    assert not top.prepare_step()
    assert top.ids(parse_query("-nothing"), 1, 3) is None


def test_after_many_changes_it_is_prepared_anew(archive: Archive) -> None:
    chance = random.Random(1)
    ids = [add(archive, chance) for _ in range(40)]
    top = archive.search.top("published", 30)
    prepare(top)
    with archive.act("Notes"):
        for each in ids:
            archive.articles.set_note(each, "everywhere")

    assert top.ids(parse_query("everywhere"), 1, 3) is None
    prepare(top)
    assert top.ids(parse_query("everywhere"), 30, 30) == archive.search.ids(
        parse_query("everywhere"), limit=30
    )

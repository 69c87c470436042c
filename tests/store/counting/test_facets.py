"""Facets and persons counted in memory say the same as the archive."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import ArchiveError
from desktop_app.core.facets import FacetKind
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.base.stopping import Stop
from tests.store.examples import article, capture, lavrov_article
from tests.store.random_acts import any_act

_QUERIES = ("", "Archer", "tag:trade", "person:Baker", "published:2020", "in:trash", "-spoke")


@pytest.fixture
def beside(archive: Archive) -> Iterator[Archive]:
    """The same archive through another connection, as another window has it."""
    opened = Archive.open(archive.path)
    yield opened
    opened.close()


def counts(archive: Archive, query: str = "") -> dict[str, dict[str, int]]:
    parsed = parse_query(query)
    return {
        kind: {each.facet.value: each.articles for each in archive.counting.facets(kind, parsed)}
        for kind in FacetKind
    }


def told(archive: Archive, query: str) -> dict[str, object]:
    """What is counted in memory for a query."""
    persons = archive.counting.persons(parse_query(query))
    if not query:
        for each in persons:
            assert archive.counting.months(each.id) == months_named(archive, each.id)
    found: dict[str, object] = dict(counts(archive, query))
    found["persons"] = [
        (each.id, each.articles, each.mentions, each.first, each.last) for each in persons
    ]
    return found


def months_named(archive: Archive, person_id: int) -> dict[int, int]:
    """In which months a person is named, from one mention after the other."""
    found: Counter[int] = Counter()
    for mention in archive.people.mentions(person_id):
        if mention.published is not None:
            span = EdtfDate.parse(mention.published)
            first, last = (
                int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (span.earliest, span.latest)
            )
            found[(first + last) // 2] += 1
    return dict(found)


def recounted(archive: Archive, query: str) -> dict[str, object]:
    """The same, from one article after the other."""
    found: dict[str, Counter[str]] = {kind: Counter() for kind in FacetKind}
    dates = defaultdict(list)
    mentions: Counter[int] = Counter()
    for article_id in archive.search.ids(parse_query(query)):
        each = archive.articles.get(article_id)
        span = archive._connection.row(
            "SELECT published, published_earliest, published_latest FROM articles WHERE id = ?",
            (article_id,),
        )
        assert span is not None
        _count_dates(found, *span)
        above = {tag[:at] for tag in each.tags for at in range(1, len(tag) + 1) if _ends(tag, at)}
        found[FacetKind.TAG].update(above)
        found[FacetKind.DOSSIER].update(
            dossier.name
            for dossier in archive.dossiers.all()
            if any(e.article_id == article_id for e in archive.dossier_entries.by_hand(dossier.id))
        )
        found[FacetKind.PERSON].update({person.name for person in each.clean.people})
        found[FacetKind.OUTLET].update(filter(None, [each.clean.publisher]))
        found[FacetKind.LANGUAGE].update(filter(None, [(each.clean.language or "")[:2]]))
        for person in each.clean.people:
            dates[person.id, person.name].append(tuple(span))
            mentions[person.id or 0] += len(person.mentions)
    persons = [
        (who, len(d), mentions[who], _first(d), _last(d), name) for (who, name), d in dates.items()
    ]
    persons.sort(key=lambda each: (-each[1], -each[2], each[5]))
    return {**found, "persons": [each[:5] for each in persons]}


def _count_dates(
    found: dict[str, Counter[str]], published: str | None, earliest: str, latest: str
) -> None:
    if published:
        found[FacetKind.YEAR][earliest[:4]] += 1
        if earliest[:7] == latest[:7]:
            found[FacetKind.MONTH][earliest[:7]] += 1


def _ends(tag: str, at: int) -> bool:
    return at == len(tag) or tag[at] == "/"


def _first(dates: list[tuple[str | None, str, str]]) -> str | None:
    """The date that begins first; of several, one of a single day, else the first as written."""
    known = [
        (earliest, published != earliest, published)
        for published, earliest, _ in dates
        if published
    ]
    return min(known)[2] if known else None


def _last(dates: list[tuple[str | None, str, str]]) -> str | None:
    known = [
        (latest, published != latest, published) for published, _, latest in dates if published
    ]
    return max(known)[2] if known else None


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_done_the_counts_are_those_of_the_articles(
    archive: Archive, beside: Archive, seed: int
) -> None:
    chance = random.Random(seed)
    for step in range(40):
        for _ in range(chance.choice((1, 1, 1, 5))):
            any_act(archive, chance)
        query = _QUERIES[step % len(_QUERIES)]
        assert told(beside, query) == recounted(archive, query)


def test_every_kind_is_counted(archive: Archive) -> None:
    archive.articles.add(capture(b"1"), lavrov_article(), tags=("a/b", "a/c"))
    archive.articles.add(capture(b"2"), article("x", title="x", published="2022", language="en-GB"))

    found = counts(archive)

    assert found[FacetKind.YEAR] == {"2023": 1, "2022": 1}
    assert found[FacetKind.MONTH] == {"2023-04": 1}
    assert found[FacetKind.TAG] == {"a": 1, "a/b": 1, "a/c": 1}
    assert found[FacetKind.PERSON] == {"Sergey Lavrov": 1, "Qin Gang": 1}
    assert found[FacetKind.OUTLET] == {"Asian Lite News": 1}
    assert found[FacetKind.LANGUAGE] == {"en": 2}
    assert counts(archive, "published:2022")[FacetKind.PERSON] == {}


def test_what_an_act_under_way_changes_is_counted_and_forgotten_with_it(archive: Archive) -> None:
    first = archive.articles.add(capture(b"1"), lavrov_article())
    assert counts(archive)[FacetKind.TAG] == {}

    with pytest.raises(RuntimeError), archive.act("Tagged"):
        archive.tags.add([first], ["new"])
        assert counts(archive)[FacetKind.TAG] == {"new": 1}
        raise RuntimeError

    assert counts(archive)[FacetKind.TAG] == {}


def test_more_acts_than_the_log_keeps_are_counted_too(archive: Archive, beside: Archive) -> None:
    first = archive.articles.add(capture(b"1"), lavrov_article())
    assert counts(beside)[FacetKind.TAG] == {}

    archive.tags.add([first], ["early"])
    for number in range(205):
        archive.articles.set_note(first, str(number))

    assert counts(beside)[FacetKind.TAG] == {"early": 1}


def test_two_names_of_one_person_in_an_article_count_once(archive: Archive) -> None:
    archive.articles.add(capture(), lavrov_article())
    lavrov, gang = archive.people.list()

    archive.people.merge(lavrov.id, [gang.id])

    assert counts(archive)[FacetKind.PERSON] == {"Sergey Lavrov": 1}
    assert [each.mentions for each in archive.counting.persons(None)] == [3]


def test_what_is_read_ahead_of_the_first_question_is_counted_from(archive: Archive) -> None:
    archive.articles.add(capture(), lavrov_article())

    archive.counting.prepare()

    archive.articles.add(capture(), lavrov_article())
    assert sum(counts(archive)["outlet"].values()) == 2


def test_reading_ahead_ends_when_stopped_and_loses_nothing(archive: Archive) -> None:
    archive.articles.add(capture(), lavrov_article())
    expected = counts(archive)
    stop = Stop()
    stop.give()
    other = Archive.open(archive.path)

    with stop.within(), pytest.raises(ArchiveError):
        other.counting.prepare()

    assert counts(other) == expected
    other.close()


def test_dossiers_count_the_articles_found_that_stand_in_them(archive: Archive) -> None:
    first, second = (
        archive.articles.add(capture(name.encode()), article(f"{name} spoke.", title=name))
        for name in ("Archer", "Baker")
    )
    archive.dossiers.make("Both")
    archive.dossiers.make("Empty")
    archive.dossier_entries.add_articles(1, [first, second])

    assert counts(archive)[FacetKind.DOSSIER] == {"Both": 2}
    assert counts(archive, "Archer")[FacetKind.DOSSIER] == {"Both": 1}
    archive.dossiers.delete(1)
    assert counts(archive)[FacetKind.DOSSIER] == {}

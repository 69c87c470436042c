"""The persons of found articles, counted: who is named most, with whom, how they are tied.

Hidden persons don't count. Reads only; who the persons are is kept by ``people``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from desktop_app.core.article import Person
from desktop_app.core.facets import FacetKind
from desktop_app.core.network import NetworkPerson, PersonNetwork, Tie
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.person_counts import GIVEN_FIRST, GIVEN_LAST
from desktop_app.store.counting.article_arrays import ArticleArrays, Counts, Numbers, Pairs
from desktop_app.store.counting.facets import person_counts, person_names
from desktop_app.store.people.person_reading import PersonReader, shown_date
from desktop_app.store.search.found_masks import Mask
from desktop_app.store.words.person_words import NAMED_MOST, is_common, name_tested, names_where

#: A network has at most so many persons and ties, whatever is asked for.
MOST_PERSONS, MOST_TIES = 2_000, 20_000
_TOGETHER_LIMIT = 200


class PersonCounting:
    """Counts one archive's persons over its arrays; which articles count is a mask of their ids."""

    def __init__(self, connection: Connection, arrays: ArticleArrays, reader: PersonReader) -> None:
        self._connection = connection
        self._arrays = arrays
        self._reader = reader

    def named_in(self, found: Mask, *, text: str = "", limit: int | None = None) -> list[Person]:
        """The persons whom these articles name, most articles first, counted within them.

        ``text`` narrows to those with a name whose words begin so. Where ``limit`` parts equals,
        who came into the archive first stays.
        """
        pairs = self._arrays.persons.within(found)
        articles = person_counts(self._arrays, found)
        mentions = np.bincount(pairs.values, pairs.weights, len(articles)).astype(np.int64)
        ids = np.flatnonzero(articles)
        keys = (articles[ids] << 32) + mentions[ids]
        ids = self._best_called(ids, keys, text, limit)
        dates = self._dates(pairs, ids)
        persons = [
            replace(
                person,
                articles=int(articles[person.id]),
                mentions=int(mentions[person.id]),
                first=dates[person.id][0],
                last=dates[person.id][1],
            )
            for person in self._reader.several(ids.tolist())
        ]
        return sorted(persons, key=lambda each: (-each.articles, -each.mentions, each.name))

    def together_with(self, person_id: int) -> list[tuple[Person, int]]:
        """Who else is named in the articles of a person, and in how many; most often first."""
        person_id = self._reader.survivor(person_id)
        shared = person_counts(self._arrays, self.naming(person_id))
        shared[person_id : person_id + 1] = 0
        ids = np.flatnonzero(shared)
        ids = _highest(ids, shared[ids], _TOGETHER_LIMIT)
        found = [(each, int(shared[each.id])) for each in self._reader.several(ids.tolist())]
        return sorted(found, key=lambda pair: (-pair[1], pair[0].name))

    def outlets(self, person_id: int) -> list[tuple[str, int]]:
        """The outlets that published the articles naming a person, most often first."""
        counts = np.bincount(self._arrays.outlets[self.naming(person_id)], minlength=1)
        counts[0] = 0
        names = self._arrays.names(FacetKind.OUTLET)
        found = [(names[code], int(counts[code])) for code in np.flatnonzero(counts)]
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def months(self, person_id: int) -> dict[int, int]:
        """How often a person is named in each month, months counted from year 0.

        A date of a year alone falls into the middle of that year; undated ones are left out.
        """
        arrays, person_id = self._arrays, self._reader.survivor(person_id)
        pairs = arrays.persons.at(arrays.persons.values == person_id).within(arrays.live)
        pairs = pairs.within(arrays.first > 0)
        first, last = _month(arrays.first[pairs.articles]), _month(arrays.last[pairs.articles])
        counts = np.bincount((first + last) // 2, pairs.weights, 1)
        return {int(month): int(counts[month]) for month in np.flatnonzero(counts)}

    def naming(self, person_id: int) -> Mask:
        """The articles outside the trash that name a person."""
        person_id = self._reader.survivor(person_id)
        pairs = self._arrays.persons
        return self._arrays.mask(pairs.articles[pairs.values == person_id]) & self._arrays.live

    def count(self, found: Mask) -> int:
        """How many persons these articles name."""
        return int(np.count_nonzero(person_counts(self._arrays, found)))

    def network(self, found: Mask, most: int = MOST_PERSONS) -> PersonNetwork:
        """The persons named most in these articles, and in how many each two are together."""
        counts = person_counts(self._arrays, found)
        ids = np.flatnonzero(counts)
        ids = _highest(ids, counts[ids], max(1, min(most, MOST_PERSONS)))
        if not len(ids):
            return PersonNetwork()
        names = person_names(self._connection, ids.tolist())
        persons = [
            NetworkPerson(person_id, name, int(counts[person_id]))
            for person_id, name in zip(ids.tolist(), names, strict=True)
        ]
        persons.sort(key=lambda each: (-each.articles, each.name, each.id))
        return PersonNetwork(tuple(persons), _ties(self._arrays.persons.within(found), ids))

    def told(self, network: PersonNetwork, found: Mask) -> PersonNetwork:
        """The network with its persons' other names, and their dates in these articles."""
        ids = np.array([each.id for each in network.persons], np.int64)
        dates = self._dates(self._arrays.persons.within(found), ids)
        aliases = {each.id: each.aliases for each in self._reader.several(ids.tolist())}
        persons = (
            replace(each, aliases=aliases[each.id], first=dates[each.id][0], last=dates[each.id][1])
            for each in network.persons
        )
        return replace(network, persons=tuple(persons))

    def _best_called(self, ids: Counts, keys: Counts, text: str, limit: int | None) -> Counts:
        """Those of the persons who have such a name, the highest keys first."""
        if limit is not None and is_common(self._connection, text):
            tested, values = name_tested(text, "w.value")
            most = json.dumps(_highest(ids, keys, NAMED_MOST).tolist())
            sql = f"SELECT w.value AS id FROM json_each(?) w WHERE {tested} LIMIT ?"
            found = self._connection.ids(sql, (most, *values, limit))
            if len(found) == limit:
                return np.array(found, np.int64)
        named, values = names_where(text, "p.id", prefix=True)
        if values:
            wanted = self._connection.ids(f"SELECT p.id FROM persons p WHERE {named}", values)
            called = np.isin(ids, np.array(wanted, np.int64))
            ids, keys = ids[called], keys[called]
        return _highest(ids, keys, limit)

    def _dates(self, pairs: Pairs, ids: Counts) -> dict[int, tuple[str | None, str | None]]:
        """The first and last date by which these articles name each of the persons.

        Days are compared in memory; how exactly a date is known tells the archive, asked about the
        few articles of those days.
        """
        articles, places = _places(pairs, ids)
        dated = self._arrays.first[articles] > 0
        articles, places = articles[dated], places[dated]
        first, last = self._arrays.first[articles], self._arrays.last[articles]
        lowest = np.full(len(ids), np.iinfo(np.int32).max, np.int32)
        highest = np.zeros(len(ids), np.int32)
        np.minimum.at(lowest, places, first)
        np.maximum.at(highest, places, last)
        early, late = first == lowest[places], last == highest[places]
        given_first = self._given(GIVEN_FIRST, articles[early])
        given_last = self._given(GIVEN_LAST, articles[late])
        earliest = _chosen(min, articles[early], places[early], given_first)
        latest = _chosen(max, articles[late], places[late], given_last)
        return {
            person_id: (shown_date(earliest.get(place)), shown_date(latest.get(place)))
            for place, person_id in enumerate(ids.tolist())
        }

    def _given(self, date: str, articles: Numbers) -> dict[int, str]:
        """What each of these articles gives as a first or last date."""
        rows = self._connection.rows(
            f"SELECT a.id, {date} FROM articles a WHERE a.id IN (SELECT value FROM json_each(?))",
            (json.dumps(np.unique(articles).tolist()),),
        )
        return {row[0]: row[1] for row in rows}


def _month(days: Numbers) -> Numbers:
    return days // 10_000 * 12 + days // 100 % 100 - 1


def _highest(ids: Counts, keys: Counts, limit: int | None) -> Counts:
    """The ids with the highest keys, highest first; of equals the lower ones."""
    if limit is not None and len(ids) > limit:
        # Sorting all is slow where a hundred thousand persons are named.
        enough = keys >= (np.partition(keys, -limit)[-limit] if limit else np.inf)
        ids, keys = ids[enough], keys[enough]
    return ids[np.argsort(-keys, kind="stable")][:limit]


def _places(pairs: Pairs, ids: Counts) -> tuple[Numbers, Numbers]:
    """The articles that name one of the persons, and the person's place among ``ids``."""
    size = max(int(pairs.values.max(initial=0)), int(ids.max(initial=0))) + 1
    place_of = np.full(size, -1, np.int32)
    place_of[ids] = np.arange(len(ids), dtype=np.int32)
    places = place_of[pairs.values]
    return pairs.articles[places >= 0], places[places >= 0]


def _chosen(
    choose: Callable[[Iterable[str]], str],
    articles: Numbers,
    places: Numbers,
    given: dict[int, str],
) -> dict[int, str]:
    """For each place the first or last date of its articles."""
    every: dict[int, set[str]] = {}
    for article_id, place in zip(articles.tolist(), places.tolist(), strict=True):
        if article_id in given:
            every.setdefault(place, set()).add(given[article_id])
    return {place: choose(dates) for place, dates in every.items()}


def _ties(pairs: Pairs, ids: Counts) -> tuple[Tie, ...]:
    """In how many of the articles each two of the persons are named together."""
    ids = np.sort(ids)
    articles, places = _places(pairs, ids)
    order = np.lexsort((places, articles))
    articles, places = articles[order], places[order].astype(np.int64)
    counts = np.zeros(len(ids) ** 2, np.int64)
    # Each person with the next of the same article, then with the one after that, and so on.
    here, ahead = np.arange(len(articles)), 1
    while len(here := here[here + ahead < len(articles)]):
        here = here[articles[here] == articles[here + ahead]]
        np.add.at(counts, places[here] * len(ids) + places[here + ahead], 1)
        ahead += 1
    tied = np.flatnonzero(counts)
    tied = _highest(tied, counts[tied], MOST_TIES)
    ones, others = ids[tied // len(ids)], ids[tied % len(ids)]
    rows = zip(ones.tolist(), others.tolist(), counts[tied].tolist(), strict=True)
    return tuple(Tie(*row) for row in rows)

"""What found articles have in common, counted: dates, tags, dossiers, persons, outlets, …"""

from __future__ import annotations

import json

import numpy as np

from desktop_app.core.facets import Facet, FacetCount, FacetKind
from desktop_app.store.base.connection import Connection
from desktop_app.store.counting.article_arrays import ArticleArrays, Counts, Numbers
from desktop_app.store.search.found_masks import Mask

#: How many values of a kind are told at most, those with most articles; of dates the newest.
MOST_VALUES = 60
_IN_DOSSIERS = """
    SELECT dossier_id, group_concat(DISTINCT article_id) FROM dossier_entries
    WHERE article_id IS NOT NULL GROUP BY dossier_id
"""


class FacetCounts:
    """Counts one archive's facets over its arrays; reads only."""

    def __init__(self, connection: Connection, arrays: ArticleArrays) -> None:
        self._connection = connection
        self._arrays = arrays

    def of(self, kind: FacetKind, found: Mask) -> list[FacetCount]:
        """The values of one kind that these articles have: dates newest first, else by count."""
        counts = self._count(kind, found)
        values = np.flatnonzero(counts)
        if kind is FacetKind.YEAR:
            best = values[::-1]
        elif kind is FacetKind.MONTH:
            best = values[::-1][:MOST_VALUES]
        else:
            best = _most(counts, values, MOST_VALUES)
        names = self._names(kind, [int(value) for value in best])
        return [
            FacetCount(Facet(kind, name), int(counts[value]))
            for value, name in zip(best, names, strict=True)
        ]

    def _count(self, kind: FacetKind, found: Mask) -> Counts:
        arrays = self._arrays
        match kind:
            case FacetKind.PERSON:
                return person_counts(arrays, found)
            case FacetKind.TAG:
                counts = np.bincount(arrays.tags.within(found).values, minlength=1)
            case FacetKind.DOSSIER:
                return self._in_dossiers(found)
            case FacetKind.YEAR:
                counts = np.bincount(arrays.first[found] // 10_000, minlength=1)
            case FacetKind.MONTH:
                counts = np.bincount(_months(arrays.first[found], arrays.last[found]), minlength=1)
            case FacetKind.OUTLET:
                counts = np.bincount(arrays.outlets[found], minlength=1)
            case FacetKind.LANGUAGE:
                counts = np.bincount(arrays.languages[found], minlength=1)
        counts[0] = 0
        return counts

    def _names(self, kind: FacetKind, values: list[int]) -> list[str]:
        if kind is FacetKind.YEAR:
            return [f"{value:04}" for value in values]
        if kind is FacetKind.MONTH:
            return [f"{(value - 1) // 12:04}-{(value - 1) % 12 + 1:02}" for value in values]
        if kind is FacetKind.PERSON:
            return person_names(self._connection, values)
        if kind is FacetKind.DOSSIER:
            told = {
                row[0]: row[1] for row in self._connection.rows("SELECT id, name FROM dossiers")
            }
            return [told[value] for value in values]
        names = self._arrays.names(kind)
        return [names[value] for value in values]

    def _in_dossiers(self, found: Mask) -> Counts:
        """How many of these articles stand in each dossier, by id: few enough to be read anew."""
        rows = self._connection.rows(_IN_DOSSIERS)
        counts = np.zeros(max((row[0] for row in rows), default=0) + 1, np.int64)
        for dossier_id, listed in rows:
            articles = np.fromstring(listed, np.int32, sep=",")
            counts[dossier_id] = np.count_nonzero(found[articles[articles < len(found)]])
        return counts


def person_counts(arrays: ArticleArrays, found: Mask) -> Counts:
    """How many of these articles name each person, by id; hidden ones don't count."""
    counts = np.bincount(arrays.persons.within(found).values, minlength=1)
    counts[arrays.hidden[arrays.hidden < len(counts)]] = 0
    return counts


def person_names(connection: Connection, ids: list[int]) -> list[str]:
    """The names of these persons, in the order asked."""
    sql = "SELECT id, name FROM persons WHERE id IN (SELECT value FROM json_each(?))"
    found = {row[0]: row[1] for row in connection.rows(sql, (json.dumps(ids),))}
    return [found.get(person_id, "") for person_id in ids]


def _most(counts: Counts, values: Counts, most: int) -> Counts:
    """The values with the highest counts, highest first; of equals the lower ones."""
    # Sorting all is slow where a hundred thousand persons are named.
    if len(values) > most:
        least = np.partition(counts[values], -most)[-most]
        values = values[counts[values] >= least]
    return values[np.argsort(-counts[values], kind="stable")]


def _months(first: Numbers, last: Numbers) -> Numbers:
    """The months as numbers, 0 where a date is no nearer than a year."""
    months = first // 10_000 * 12 + first // 100 % 100
    return np.where(first // 100 == last // 100, months, 0)

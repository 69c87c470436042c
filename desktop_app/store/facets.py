"""What the found articles have in common, counted in memory.

Grouping two million mentions in SQL takes seconds; counting arrays takes milliseconds. The arrays
are read once, a few thousand articles at a time, and only for changed articles afterwards.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.facets import Facet, FacetCount, FacetKind
from desktop_app.store.connection import Connection

#: How many values of a kind are told at most, those with most articles; of dates the newest.
MOST_VALUES = 60
_READ_AT_ONCE = 10_000
_Numbers = NDArray[np.int32]
_ARTICLES = """
    SELECT json_group_array(id), json_group_array(coalesce(published_earliest, '')),
        json_group_array(coalesce(published_latest, '')),
        json_group_array(coalesce(publisher, '')), json_group_array(coalesce(language, ''))
    FROM articles WHERE {where}
"""
_PAIRS = """
    SELECT json_group_array(article_id), json_group_array({value}) FROM {table} WHERE {where}
"""
_NONE = np.zeros(0, np.int32)


class FacetColumns:
    """Which facets each article has; shared by every thread that counts."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._forget()

    def _forget(self) -> None:
        self._is_read = False
        self._columns = dict.fromkeys(_SINGLE, _NONE)
        self._pairs = dict.fromkeys(_SEVERAL, (_NONE, _NONE))
        self._codes: dict[FacetKind, dict[str, int]] = {kind: {"": 0} for kind in _CODED}
        self._tags: dict[int, list[int]] = {}
        self._hidden: list[int] = []
        self._fresh: dict[FacetKind, list[tuple[_Numbers, _Numbers]]] = {}

    def refresh(self, connection: Connection, changed: Sequence[int] | None) -> None:
        """Read these articles again; None for all of them. What was never read is read whole."""
        with self._lock:
            if changed is None or not self._is_read or len(changed) > _READ_AT_ONCE:
                self._forget()
                self._read_all(connection)
            elif changed:
                self._read_tags(connection)
                self._drop(np.array(changed, np.int32))
                self._read(connection, "{id} IN (SELECT value FROM json_each(?))", changed)

    def counts(
        self, connection: Connection, kind: FacetKind, ids: Sequence[int]
    ) -> list[FacetCount]:
        """The values of one kind that these articles have: dates newest first, else by count."""
        with self._lock:
            found = np.asarray(ids, np.int64)
            size = len(self._columns[FacetKind.YEAR])
            counts = self._count(kind, found[found < size], size)
            values = np.flatnonzero(counts)
            if kind in _DATES:
                best = values[::-1]
            else:
                best = values[np.argsort(-counts[values], kind="stable")][: 2 * MOST_VALUES]
            best = best[:MOST_VALUES] if kind is not FacetKind.YEAR else best
            names = self._names(connection, kind, [int(value) for value in best])
        return [
            FacetCount(Facet(kind, name), int(counts[value]))
            for value, name in zip(best, names, strict=True)
        ]

    def _count(self, kind: FacetKind, ids: NDArray[np.int64], size: int) -> NDArray[np.int64]:
        if kind in _SINGLE:
            counts = np.bincount(self._columns[kind][ids], minlength=1)
            counts[0] = 0
            return counts
        wanted = np.zeros(size, np.bool_)
        wanted[ids] = True
        articles, values = self._pairs[kind]
        counts = np.bincount(values[wanted[articles]], minlength=1)
        if kind is FacetKind.PERSON and self._hidden:
            hidden = np.array(self._hidden)
            counts[hidden[hidden < len(counts)]] = 0
        return counts

    def _names(self, connection: Connection, kind: FacetKind, values: list[int]) -> list[str]:
        if kind is FacetKind.YEAR:
            return [f"{value:04}" for value in values]
        if kind is FacetKind.MONTH:
            return [f"{(value - 1) // 12:04}-{(value - 1) % 12 + 1:02}" for value in values]
        if kind is FacetKind.PERSON:
            sql = "SELECT id, name FROM persons WHERE id IN (SELECT value FROM json_each(?))"
            found = dict(map(tuple, connection.rows(sql, (json.dumps(values),))))
            return [found.get(value, "") for value in values]
        names = list(self._codes[kind])
        return [names[value] for value in values]

    # Reading

    def _read_all(self, connection: Connection) -> None:
        last = int(connection.value("SELECT coalesce(max(id), 0) FROM articles"))
        self._read_tags(connection)
        edges = [*range(0, last, _READ_AT_ONCE), last]
        for after, to in pairwise(edges):
            self._read(connection, "{id} > ? AND {id} <= ?", (after, to), plain=True)
        self._merge()
        self._is_read = True

    def _read_tags(self, connection: Connection) -> None:
        codes = self._codes[FacetKind.TAG]
        rows = connection.rows("SELECT id, path FROM tags")
        self._tags = {row[0]: [_code(codes, path) for path in _above(row[1])] for row in rows}
        self._hidden = connection.column("SELECT id FROM persons WHERE hidden = 1")

    def _read(
        self, connection: Connection, where: str, values: Sequence[int], *, plain: bool = False
    ) -> None:
        given = tuple(values) if plain else (json.dumps(list(values)),)
        row = connection.row(_ARTICLES.format(where=where.format(id="id")), given)
        ids, earliest, latest, outlets, languages = (json.loads(part) for part in row or ())
        self._grow(max(ids, default=0) + 1)
        places = np.array(ids, np.int64)
        spans = list(zip(earliest, latest, strict=True))
        outlet_codes = self._codes[FacetKind.OUTLET]
        language_codes = self._codes[FacetKind.LANGUAGE]
        self._put(FacetKind.YEAR, places, [_year(first) for first, _ in spans])
        self._put(FacetKind.MONTH, places, [_month(*span) for span in spans])
        self._put(FacetKind.OUTLET, places, [_code(outlet_codes, each) for each in outlets])
        short = (each.partition("-")[0] for each in languages)
        self._put(FacetKind.LANGUAGE, places, [_code(language_codes, each) for each in short])
        paired = where.format(id="article_id")
        articles, people = self._pairs_of(connection, "article_people", "person_id", paired, given)
        self._append(FacetKind.PERSON, articles, people)
        articles, tags = self._pairs_of(connection, "article_tags", "tag_id", paired, given)
        above = [
            (each, code)
            for each, tag in zip(articles, tags, strict=True)
            for code in self._tags.get(tag, ())
        ]
        self._append(FacetKind.TAG, [each for each, _ in above], [code for _, code in above])
        if not plain:
            self._merge()

    def _pairs_of(
        self, connection: Connection, table: str, value: str, where: str, given: tuple[object, ...]
    ) -> Iterator[list[int]]:
        row = connection.row(_PAIRS.format(table=table, value=value, where=where), given)
        return (json.loads(part) for part in row or ("[]", "[]"))

    def _put(self, kind: FacetKind, places: NDArray[np.int64], values: list[int]) -> None:
        self._columns[kind][places] = values

    def _append(self, kind: FacetKind, articles: list[int], values: list[int]) -> None:
        """Each pair once: a person may be there in parts, a parent tag through two children."""
        pairs = np.array([articles, values], np.int64).reshape(2, -1)
        once = np.unique((pairs[0] << 32) | pairs[1])
        self._fresh.setdefault(kind, []).append(
            ((once >> 32).astype(np.int32), (once & 0xFFFFFFFF).astype(np.int32))
        )

    def _merge(self) -> None:
        for kind, parts in self._fresh.items():
            every = [self._pairs[kind], *parts]
            self._pairs[kind] = (
                np.concatenate([articles for articles, _ in every]),
                np.concatenate([values for _, values in every]),
            )
        self._fresh.clear()

    def _grow(self, size: int) -> None:
        for kind, column in self._columns.items():
            if len(column) < size:
                self._columns[kind] = np.concatenate(
                    (column, np.zeros(size - len(column), np.int32))
                )

    def _drop(self, ids: _Numbers) -> None:
        size = max(len(self._columns[FacetKind.YEAR]), int(ids.max(initial=0)) + 1)
        gone = np.zeros(size, np.bool_)
        gone[ids] = True
        for kind, (articles, values) in self._pairs.items():
            stays = ~gone[articles]
            self._pairs[kind] = (articles[stays], values[stays])


def _code(codes: dict[str, int], name: str) -> int:
    return codes.setdefault(name, len(codes))


def _above(path: str) -> list[str]:
    """The tag itself and every tag above it."""
    parts = path.split("/")
    return ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]


def _year(first: str) -> int:
    return int(first[:4]) if first[:4].isdigit() else 0


def _month(first: str, last: str) -> int:
    """The month as a number, 0 where the date is no nearer than a year."""
    if first[:7] != last[:7] or not first[:4].isdigit():
        return 0
    return int(first[:4]) * 12 + int(first[5:7])


_DATES = (FacetKind.YEAR, FacetKind.MONTH)
_SINGLE = (*_DATES, FacetKind.OUTLET, FacetKind.LANGUAGE)
_SEVERAL = (FacetKind.TAG, FacetKind.PERSON)
_CODED = (FacetKind.TAG, FacetKind.OUTLET, FacetKind.LANGUAGE)

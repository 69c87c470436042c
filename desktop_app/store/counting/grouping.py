"""What a search finds, put together by day, month, outlet or person, counted in memory.

Within a group the articles keep the order in which they were found. Of several persons an article
stands with the one it names most often.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.arrangement import Arrangement, ArticleGroup, Grouping
from desktop_app.core.facets import FacetKind
from desktop_app.store.base.connection import Connection
from desktop_app.store.counting.article_arrays import ArticleArrays, Numbers

_Keys = NDArray[np.int64]
_Names = Callable[[_Keys], list[str]]


class GroupedArticles:
    """Groups from the arrays of one archive, which must be fresh."""

    def __init__(self, connection: Connection, arrays: ArticleArrays) -> None:
        self._connection = connection
        self._arrays = arrays

    def of(
        self, ids: Sequence[int], arrangement: Arrangement
    ) -> tuple[list[int], list[ArticleGroup]]:
        """The ids group by group, and the groups; dates in their order, others by size."""
        found = np.array(ids, np.int64)
        found = found[found < len(self._arrays.live)]
        keys, names = self._keyed(found, arrangement)
        values, place, counts = np.unique(keys, return_inverse=True, return_counts=True)
        ranks = self._ranked(values, counts, arrangement)
        order = np.argsort(ranks[place], kind="stable")
        by_rank = np.argsort(ranks)
        sizes = counts[by_rank]
        starts = np.cumsum(sizes) - sizes
        told = names(values[by_rank])
        groups = [
            ArticleGroup(*each) for each in zip(starts.tolist(), sizes.tolist(), told, strict=True)
        ]
        return found[order].tolist(), groups

    def _keyed(self, found: _Keys, arrangement: Arrangement) -> tuple[_Keys, _Names]:
        """The number by which each article is grouped, 0 for none, and how numbers are named."""
        arrays, grouping = self._arrays, arrangement.grouping
        if grouping is Grouping.OUTLET:
            names = arrays.names(FacetKind.OUTLET)
            return arrays.outlets[found].astype(np.int64), lambda keys: [names[k] for k in keys]
        if grouping is Grouping.PERSON:
            return self._main_persons()[found], self._person_names
        captured = arrangement.sort == "captured"
        first = arrays.captured if captured else arrays.first
        last = arrays.captured if captured else arrays.last
        spans = _spans(first[found], last[found])
        return (spans if grouping is Grouping.DAY else _months(spans)), _date_names

    @staticmethod
    def _ranked(values: _Keys, counts: _Keys, arrangement: Arrangement) -> _Keys:
        """Which place each group has; what is unknown comes last."""
        if arrangement.grouping in (Grouping.DAY, Grouping.MONTH):
            oldest = arrangement.is_reversed and arrangement.sort in ("published", "captured")
            by = values if oldest else -values
        else:
            by = -counts.astype(np.int64)
        ranks = np.empty(len(values), np.int64)
        ranks[np.lexsort((values, by, values == 0))] = np.arange(len(values))
        return ranks

    def _main_persons(self) -> _Keys:
        """For every article the person it names most often, of as many the one known longest."""
        pairs = self._arrays.persons
        if len(self._arrays.hidden):
            pairs = pairs.at(~np.isin(pairs.values, self._arrays.hidden))
        best = np.zeros(len(self._arrays.live), np.int64)
        # The lower id wins a tie: its complement is the higher number.
        scores = (pairs.weights.astype(np.int64) << 32) | (_LAST - pairs.values.astype(np.int64))
        np.maximum.at(best, pairs.articles, scores)
        return np.where(best > 0, _LAST - (best & _LAST), 0)

    def _person_names(self, keys: _Keys) -> list[str]:
        sql = "SELECT id, name FROM persons WHERE id IN (SELECT value FROM json_each(?))"
        rows = self._connection.rows(sql, (json.dumps(keys.tolist()),))
        names = {row["id"]: row["name"] for row in rows}
        return [names.get(key, "") for key in keys.tolist()]


_LAST = 0xFFFFFFFF


def _spans(first: Numbers, last: Numbers) -> _Keys:
    """A number for the days from first to last, which sorts as they do."""
    return np.where(first > 0, (first.astype(np.int64) << 32) | last, 0)


def _months(spans: _Keys) -> _Keys:
    """The same for the month of days within one; a longer span stays as it is."""
    first, last = spans >> 32, spans & _LAST
    within = first // 100 == last // 100
    month = ((first // 100 * 100 + 1) << 32) | (first // 100 * 100 + 31)
    return np.where((spans > 0) & within, month, spans)


def _date_names(keys: _Keys) -> list[str]:
    return [_date_name(key >> 32, key & _LAST) for key in keys.tolist()]


def _date_name(first: int, last: int) -> str:
    """“2023-04-13”, “2023-04” for a whole month, “2023” for a year, else both ends."""
    if not first:
        return ""
    year, month = f"{first // 10_000:04}", f"{first // 100 % 100:02}"
    if first == last:
        return _day(first)
    if first // 100 == last // 100 and first % 100 == 1 and last % 100 >= _SHORTEST_MONTH:
        return f"{year}-{month}"
    if first // 10_000 == last // 10_000 and (first % 10_000, last % 10_000) == (101, 1231):
        return year
    return f"{_day(first)}/{_day(last)}"


_SHORTEST_MONTH = 28


def _day(number: int) -> str:
    return f"{number // 10_000:04}-{number // 100 % 100:02}-{number % 100:02}"

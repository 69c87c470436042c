"""Finding: which articles match, and in what order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property, partial
from itertools import islice
from typing import TYPE_CHECKING

from desktop_app.core.arrangement import SORTS
from desktop_app.core.errors import InputError
from desktop_app.core.query import And, Or, ParsedQuery
from desktop_app.store.base.connection import Connection
from desktop_app.store.search.list_order import ListOrder, listed
from desktop_app.store.search.query_sql import (
    EVERYTHING,
    TRASH,
    articles_where,
    compiled,
    matching,
    ranking_expression,
)

if TYPE_CHECKING:
    from desktop_app.store.search.found_masks import FoundMasks, Mask
    from desktop_app.store.search.list_top import ListTop

#: Unknown dates and titles come last, whatever the direction.
_ORDERS = {
    "published": "a.published_sort DESC, a.published_earliest DESC, a.published_latest DESC,"
    " a.captured DESC, a.id DESC",
    "captured": "a.captured DESC, a.published_sort DESC, a.id DESC",
    "title": "a.title_sort = '', a.title_sort, a.id",
}
_REVERSED = {
    "published": "a.published_sort = '', a.published_sort, a.published_earliest,"
    " a.published_latest, a.captured, a.id",
    "captured": "a.captured, a.published_sort, a.id",
    "title": "a.title_sort = '', a.title_sort DESC, a.id DESC",
}
# Weights of text, title, subtitle, authors and note.
_RANK = "bm25(1.0, 10.0, 4.0, 4.0, 4.0)"
_LIVE = f"rowid NOT IN ({TRASH})"
#: Up to how many articles are looked up one by one rather than met along the list.
_RARE = 2_000


class Search:
    """Answers queries; reads only."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._order = ListOrder(connection)

    def ids(
        self,
        parsed: ParsedQuery,
        *,
        sort: str = "published",
        limit: int | None = None,
        is_reversed: bool = False,
    ) -> list[int]:
        """The articles that match: newest first, or by title, or the most relevant first.

        Reversed: the oldest, the last title, the least relevant first.
        """
        if sort not in SORTS:
            raise InputError(f"Articles can't be sorted by “{sort}”.", f"Use {', '.join(SORTS)}.")
        ranking = ranking_expression(parsed.root) if sort == "relevance" else None
        if ranking is not None and is_reversed:
            return self._ranked(parsed, ranking, -1)[::-1][:limit]
        if ranking is not None:
            return self._ranked(parsed, ranking, -1 if limit is None else limit)
        orders = _REVERSED if is_reversed else _ORDERS
        order = orders.get(sort, orders["published"])
        condition = articles_where(parsed)
        if condition == EVERYTHING:
            if limit is not None:
                return self._order.first(order, limit)
            return listed(self._order.ids(order))
        if parsed.in_trash:
            # Few, and no order of theirs is remembered.
            return self._connection.ids(
                f"SELECT a.id FROM articles a WHERE {condition.sql} ORDER BY {order} LIMIT -1",
                condition.values,
            )[:limit]
        return self._in_order(self._masks.of(parsed.root), order, limit)

    def _in_order(self, found: Mask, order: str, limit: int | None) -> list[int]:
        """Those outside the trash in the list's order: sorted when few, else along the list."""
        if found.sum() > _RARE:
            return self._order.among(order, found, limit)
        return self._connection.ids(
            "SELECT a.id FROM json_each(?) w CROSS JOIN articles a ON a.id = w.value"
            f" WHERE a.deleted IS NULL ORDER BY {order} LIMIT -1",
            (json.dumps(found.nonzero()[0].tolist()),),
        )[:limit]

    def top(self, sort: str, size: int | None = None) -> ListTop:
        """The newest articles in an order, by which those that a search shows first are found.

        For a list ``published`` or ``captured`` that begins with the newest ones.
        """
        from desktop_app.store.search.list_top import SIZE, ListTop  # noqa: PLC0415 - see _masks

        first = partial(self._order.first, _ORDERS[sort])
        return ListTop(self._connection, first, size or SIZE)

    def mask(self, parsed: ParsedQuery | None) -> Mask:
        """For every number whether the article matches, not to be changed by the caller.

        Unless the query asks for the trash, what lies there, and numbers of no article, may be
        among the matches.
        """
        if parsed is None or not parsed.in_trash:
            return self._masks.of(And(()) if parsed is None else parsed.root)
        return self._masks.looked_up(articles_where(parsed))

    @cached_property
    def _masks(self) -> FoundMasks:
        # Imported here: it brings NumPy with it, for which no start should wait.
        from desktop_app.store.search.found_masks import FoundMasks  # noqa: PLC0415

        return FoundMasks(self._connection)

    def count(self, parsed: ParsedQuery) -> int:
        """How many articles match."""
        condition = articles_where(parsed)
        if condition.match is not None and not parsed.in_trash:
            sql = f"SELECT count(*) FROM article_words WHERE article_words MATCH ? AND {_LIVE}"
            return int(self._connection.value(sql, (condition.match,)))
        if isinstance(parsed.root, (And, Or)) and condition != EVERYTHING and not parsed.in_trash:
            return self._order.count(self._masks.of(parsed.root))
        sql = f"SELECT count(*) FROM articles a WHERE {condition.sql}"
        return int(self._connection.value(sql, condition.values))

    def _ranked(self, parsed: ParsedQuery, ranking: str, most: int) -> list[int]:
        condition = compiled(parsed.root)
        if condition is not None and condition.match is not None and not parsed.in_trash:
            # Of “a NOT b” only a ranks, so the condition itself is what ranks best.
            return self._by_rank(condition.match, most)
        if parsed.in_trash:
            return self._by_rank(ranking, most, *matching(parsed, "rowid"))
        # Whether one is found is looked up for all at once: to ask it of each that ranks can
        # take minutes.
        found = self._masks.of(parsed.root)
        ranked = (each for each in self._by_rank(ranking, -1) if each < len(found) and found[each])
        return list(ranked) if most < 0 else list(islice(ranked, most))

    def _by_rank(
        self, ranking: str, most: int, where: str = _LIVE, values: Sequence[object] = ()
    ) -> list[int]:
        return self._connection.ids(
            "SELECT rowid AS id FROM article_words WHERE article_words MATCH ?"
            f" AND rank MATCH '{_RANK}' AND {where} ORDER BY rank LIMIT ?",
            (ranking, *values, most),
        )

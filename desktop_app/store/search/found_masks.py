"""Which articles fulfil a query, as one byte for each number an article may have.

SQLite answers each condition alone, from the index made for it; joining them in memory takes a
fraction of what it takes there, and a condition that is asked again with another beside it, as
while typing or narrowing, is remembered until the archive changes. Reads only.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.query import And, Flag, Node, Not, Or
from desktop_app.store.base.connection import Connection
from desktop_app.store.search.query_sql import Condition, compiled

Mask = NDArray[np.bool_]
_MOST_REMEMBERED = 16
#: Of so few articles, reading their rows is quicker than asking for all that fulfil a condition.
_FEW = 2_000
_READ = Flag("is", "read")


class FoundMasks:
    """Answers for one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._state: tuple[int, int] | None = None
        self._size = 0
        self._known: dict[Node, Mask] = {}

    def of(self, root: Node) -> Mask:
        """The articles, perhaps those in the trash too, and perhaps numbers that no article has.

        Not to be changed by the caller. Raises InputError for a query of too many words.
        """
        compiled(root)  # refuses what is too much before anything is looked up
        self._renew()
        return self._of(root)

    def looked_up(self, condition: Condition) -> Mask:
        """The articles that fulfil one condition, by SQLite alone."""
        self._renew()
        return self._looked_up(condition)

    def _renew(self) -> None:
        state = None if self._connection.in_transaction else self._connection.state()
        if state is None or state != self._state:
            self._known.clear()
            last = self._connection.value("SELECT coalesce(max(id), 0) FROM articles")
            self._size = int(last) + 1
            self._state = state

    def _of(self, node: Node) -> Mask:
        if node not in self._known:
            mask = self._worked_out(node)
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.pop(next(iter(self._known)))
            self._known[node] = mask
        return self._known[node]

    def _worked_out(self, node: Node) -> Mask:
        condition = compiled(node)
        if condition is None:
            return np.ones(self._size, np.bool_)
        if condition.match is None:
            match node:
                case Flag("is", "unread"):
                    # Of a large archive most was never opened, and few numbers are read quicker.
                    return ~self._of(_READ)
                case Not(inner):
                    return ~self._of(inner)
                case And(parts):
                    return self._all_of(parts)
                case Or(parts):
                    return np.asarray(np.logical_or.reduce([self._of(each) for each in parts]))
        return self._looked_up(condition)

    def _all_of(self, parts: Sequence[Node]) -> Mask:
        """What fulfils all of these: once few are left, the others' rows aren't looked at."""
        conditions = [compiled(part) for part in parts]
        # Words first, whose articles an index tells.
        order = sorted(range(len(parts)), key=lambda at: not _is_indexed(conditions[at]))
        found: Mask | None = None
        for at in order:
            condition = conditions[at]
            if found is None or parts[at] in self._known or _is_indexed(condition):
                mask = self._of(parts[at])
            elif condition is not None and np.count_nonzero(found) <= _FEW:
                mask = self._among(found, condition)
            else:
                mask = self._of(parts[at])
            found = mask if found is None else found & mask
        return np.ones(self._size, np.bool_) if found is None else found

    def _among(self, found: Mask, condition: Condition) -> Mask:
        """Those of these few that fulfil a condition."""
        text = self._connection.id_text(
            "SELECT a.id FROM json_each(?) w CROSS JOIN articles a ON a.id = w.value"
            f" WHERE {condition.sql}",
            (json.dumps(found.nonzero()[0].tolist()), *condition.values),
        )
        return mask_of(np.fromstring(text, np.int32, sep=","), self._size)

    def _looked_up(self, condition: Condition) -> Mask:
        if condition.match is not None:
            sql = "SELECT rowid AS id FROM article_words WHERE article_words MATCH ?"
            text = self._connection.id_text(sql, (condition.match,))
        else:
            sql = condition.ids or f"SELECT a.id FROM articles a WHERE {condition.sql}"
            text = self._connection.id_text(sql, condition.values)
        return mask_of(np.fromstring(text, np.int32, sep=","), self._size)


def _is_indexed(condition: Condition | None) -> bool:
    """Whether an index gives the ids alone."""
    return condition is not None and (condition.match is not None or condition.ids is not None)


def mask_of(ids: NDArray[np.int64] | NDArray[np.int32], size: int) -> Mask:
    """For every number below ``size`` whether it is among these."""
    mask = np.zeros(size, np.bool_)
    mask[ids[ids < size]] = True
    return mask

"""The whole list in its order, remembered until the archive changes.

Most searches want every id that matches, in the order of the list. Sorting a hundred thousand
matches anew at each key costs more than finding them; going along a remembered order does not.
"""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING

from desktop_app.store.base.connection import Connection
from desktop_app.store.base.number_text import pieces
from desktop_app.store.base.stopping import unstoppable
from desktop_app.store.undo.changed_articles import ChangedArticles

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from desktop_app.store.search.found_masks import Mask

_BY_ID = "a.id"
_STEP = 20_000
_EVERY = "SELECT a.id FROM articles a WHERE a.deleted IS NULL ORDER BY {order} LIMIT ?"


class ListOrder:
    """The ids of the articles outside the trash, by each order asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changed = ChangedArticles(connection)
        self._state: tuple[int, int] | None = None
        self._orders: dict[str, array[int]] = {}

    def ids(self, order: str) -> array[int]:
        """Every id; ``order`` is what follows ORDER BY, over the articles ``a``."""
        with unstoppable():
            return self._ids(order)

    def _ids(self, order: str) -> array[int]:
        if self._connection.in_transaction:
            # What an act has changed so far may yet be taken back without a trace.
            self._state = None
            self._changed.forget()
            return self._read(order)
        state = self._connection.state()
        if state != self._state:
            # Reading or starring an article changes the archive, but not the list.
            changes = self._changed.since_last()
            if changes is None or changes.articles:
                self._orders.clear()
            self._state = state
        if order not in self._orders:
            self._orders[order] = self._read(order)
        return self._orders[order]

    def first(self, order: str, most: int) -> list[int]:
        """The first few ids, for which the others needn't be read."""
        if order in self._orders and self._connection.state() == self._state:
            return self._orders[order][:most].tolist()
        return self._connection.ids(_EVERY.format(order=order), (most,))

    def _read(self, order: str) -> array[int]:
        sql = f"SELECT group_concat(id) FROM ({_EVERY.format(order=order)})"
        found = array("q")
        for piece in pieces(str(self._connection.value(sql, (-1,)) or "")):
            found.extend(json.loads(f"[{piece}]"))
        return found

    def among(self, order: str, found: Mask, most: int | None = None) -> list[int]:
        """Those found that are outside the trash, in the list's order, so many at most."""
        return listed(self._among(order, found)[:most])

    def count(self, found: Mask) -> int:
        """How many of those found are outside the trash."""
        return len(self._among(next(iter(self._orders), _BY_ID), found))

    def _among(self, order: str, found: Mask) -> NDArray[np.int64]:
        # Imported here: the whole list, which is what a start shows, needs no NumPy.
        import numpy as np  # noqa: PLC0415

        every = np.array(self.ids(order), np.int64)
        every = every[every < len(found)]
        return every[found[every]]


def listed(ids: array[int] | NDArray[np.int64]) -> list[int]:
    """The ids as a list, made in steps between which other threads have their turn."""
    made: list[int] = []
    for at in range(0, len(ids), _STEP):
        made.extend(ids[at : at + _STEP].tolist())
    return made

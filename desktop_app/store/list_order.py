"""The whole list in its order, remembered until the archive changes.

Most searches want every id that matches, in the order of the list. Sorting a hundred thousand
matches anew at each key costs more than finding them; going along a remembered order does not.
"""

from __future__ import annotations

from array import array

from desktop_app.store.connection import Connection


class ListOrder:
    """The ids of the articles outside the trash, by each order asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._state: tuple[int, int] | None = None
        self._orders: dict[str, array[int]] = {}

    def ids(self, order: str) -> array[int]:
        """Every id; ``order`` is what follows ORDER BY, over the articles ``a``."""
        if self._connection.in_transaction:
            # What an act has changed so far may yet be taken back without a trace.
            self._state = None
            return self._read(order)
        state = self._connection.state()
        if state != self._state:
            self._orders.clear()
            self._state = state
        if order not in self._orders:
            self._orders[order] = self._read(order)
        return self._orders[order]

    def _read(self, order: str) -> array[int]:
        sql = f"SELECT a.id FROM articles a WHERE a.deleted IS NULL ORDER BY {order} LIMIT -1"
        return array("q", self._connection.ids(sql))

    def among(self, order: str, found: list[int]) -> list[int]:
        """Those of ``found`` that are outside the trash, in the list's order."""
        wanted = bytearray(max(found, default=0) + 1)
        for article_id in found:
            wanted[article_id] = 1
        size = len(wanted)
        return [each for each in self.ids(order) if each < size and wanted[each]]

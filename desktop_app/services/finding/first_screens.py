"""The first screen of a search in a large archive, before its whole list is found."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.arrangement import Arrangement
from desktop_app.core.copy_folding import folded
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive

if TYPE_CHECKING:
    from desktop_app.store.search.list_top import ListTop

#: So many articles for each row that is wanted, as some may be copies of others.
_FOR_A_ROW = 4


class FirstScreens:
    """That of one archive, for any thread; nobody ever waits for it.

    ``size`` is how many articles are looked at, a few thousand unless told otherwise.
    """

    def __init__(self, path: Path, size: int | None = None) -> None:
        self._path = path
        self._size = size
        self._lock = threading.Lock()
        self._archive: Archive | None = None
        self._sort = ""
        self._top: ListTop | None = None

    def prepare(self, arrangement: Arrangement) -> None:
        """Make first screens in this order quick, or bring them up to date: up to some seconds."""
        if not _is_possible(arrangement):
            return
        is_more = True
        while is_more:
            # Bit by bit, between which a search has its turn.
            with self._lock:
                is_more = self._opened(arrangement.sort).prepare_step()

    def ids(
        self, query: str, arrangement: Arrangement, least: int, most: int
    ) -> tuple[int, ...] | None:
        """The first rows of the list, so many at most.

        None where there may be less, as finding the whole list is the way to know then.
        """
        if not _is_possible(arrangement) or not self._lock.acquire(blocking=False):
            return None
        try:
            if self._top is None or self._archive is None or self._sort != arrangement.sort:
                return None
            found = self._top.ids(parse_query(query), least, _FOR_A_ROW * most)
            if found is None:
                return None
            groups = self._archive.copy_groups.among(found) if arrangement.folds_copies else {}
            rows = folded(found, groups).ids[:most]
            return rows if len(rows) >= least else None
        finally:
            self._lock.release()

    def close(self) -> None:
        """Forget everything and close the connection."""
        with self._lock:
            if self._top is not None:
                self._top.close()
            if self._archive is not None:
                self._archive.close()
            self._top = self._archive = None

    def _opened(self, sort: str) -> ListTop:
        if self._archive is None:
            # A connection of its own, since what it remembers is the same for all threads.
            self._archive = Archive.open(self._path)
        if self._top is None or self._sort != sort:
            if self._top is not None:
                self._top.close()
            self._top = self._archive.search.top(sort, self._size)
            self._sort = sort
        return self._top


def _is_possible(arrangement: Arrangement) -> bool:
    """Whether the list begins with the newest, whose ids an index tells at once."""
    by_day = arrangement.sort in ("published", "captured")
    return by_day and arrangement.grouping == "none" and not arrangement.is_reversed

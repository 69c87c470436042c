"""Which copies are folded behind which row of the list, and which of these rows are open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class CopyMark(NamedTuple):
    """What a row tells of copies: how many articles of the list it stands for, or is one of."""

    articles: int
    is_open: bool
    is_below: bool


class CopyFolds:
    """The rows as they are shown; opened rows stay open while they are in the list."""

    def __init__(self) -> None:
        self._ids: tuple[int, ...] = ()
        self._copies: Mapping[int, tuple[int, ...]] = {}
        self._firsts: dict[int, int] = {}
        self._open: set[int] = set()

    def put(self, ids: tuple[int, ...], copies: Mapping[int, tuple[int, ...]]) -> None:
        """Take another list, with what is folded behind its rows."""
        self.put_first(ids)
        self._copies = copies
        self._firsts = {each: first for first, others in copies.items() for each in others}
        self._open &= copies.keys()

    def put_first(self, ids: tuple[int, ...]) -> None:
        """Take the first rows of another list, of which nothing else is known yet."""
        self._ids, self._copies, self._firsts = ids, {}, {}

    @property
    def shown(self) -> tuple[int, ...]:
        """The ids of the rows, the open ones with their copies below them."""
        if not self._open:
            return self._ids
        rows: list[int] = []
        for each in self._ids:
            rows.append(each)
            if each in self._open:
                rows += self._copies.get(each, ())
        return tuple(rows)

    @property
    def shown_closed(self) -> tuple[int, ...]:
        """The rows as they are when none is open."""
        return self._ids

    @property
    def folded(self) -> int:
        """How many articles are behind others."""
        return len(self._firsts)

    def first_of(self, article_id: int) -> int | None:
        """The row that an article is folded behind; None where it has its own."""
        return self._firsts.get(article_id)

    def mark(self, article_id: int) -> CopyMark | None:
        """What a row tells of copies; None where it has none."""
        first = self._firsts.get(article_id, article_id)
        others = self._copies.get(first)
        if others is None:
            return None
        return CopyMark(1 + len(others), first in self._open, first != article_id)

    def set_open(self, article_id: int, is_open: bool) -> bool:
        """Open or close an article's row, or the one it is behind; gives whether it changed."""
        first = self._firsts.get(article_id, article_id)
        if first not in self._copies or (first in self._open) is is_open:
            return False
        if is_open:
            self._open.add(first)
        else:
            self._open.remove(first)
        return True

    def open_all(self) -> bool:
        """Open every row that has copies behind it; gives whether any was closed."""
        if self._open == self._copies.keys():
            return False
        self._open = set(self._copies)
        return True

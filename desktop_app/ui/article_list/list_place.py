"""Where somebody is in the list, kept while the first rows of another one stand for the whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Place(NamedTuple):
    """The article with the cursor and its row, and the chosen articles."""

    current: int | None
    row: int
    chosen: list[int]


class ListPlace:
    """What is done with the cursor once the list is whole: ``now`` tells where it is."""

    def __init__(self, now: Callable[[], Place]) -> None:
        self._now = now
        self.is_whole = True
        self._before: Place | None = None
        self._since: Place | None = None
        self._later: Callable[[], None] | None = None

    @property
    def wanted(self) -> Place:
        """Where the cursor is, or was before the first rows came, if nobody moved it since."""
        now = self._now()
        return self._before if self._before is not None and now == self._since else now

    def keep(self, wanted: Place, *, is_whole: bool) -> None:
        """The list was shown: all of it, so that what waited for that is done, or its first rows.

        ``wanted`` is where somebody was before.
        """
        self.is_whole = is_whole
        self._before, self._since = (None, None) if is_whole else (wanted, self._now())
        if is_whole and self._later is not None:
            later, self._later = self._later, None
            later()

    def when_whole(self, act: Callable[[], None]) -> None:
        """Do what concerns the whole list as soon as that is there."""
        if self.is_whole:
            act()
        else:
            self._later = act

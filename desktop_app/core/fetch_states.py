"""Where an address stands on its way into the archive, and how often a page is looked at again.

Apart from the items that have them: the window's start needs no more than these words.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class QueueState(StrEnum):
    """Where an address is on its way into the archive."""

    WAITING = "waiting"
    FETCHING = "fetching"
    SAVED = "saved"
    KNOWN = "known"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done."""
        return self in (QueueState.WAITING, QueueState.FETCHING)


class Interval(StrEnum):
    """How often a watched page is fetched again."""

    HOURLY = "hourly"
    DAILY = "daily"
    WEEKLY = "weekly"

    @property
    def seconds(self) -> int:
        """How long it is."""
        return _SECONDS[self]


_SECONDS: Mapping[Interval, int] = {
    Interval.HOURLY: 3_600,
    Interval.DAILY: 86_400,
    Interval.WEEKLY: 7 * 86_400,
}

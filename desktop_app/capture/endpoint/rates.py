"""How much is taken from one sender in a while.

A token bucket (Turner, “New directions in communications”, 1986): it fills steadily up to a
minute's worth, and what is taken out at once may be all of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable

_MINUTE = 60.0


class Bucket:
    """So many units a minute. ``clock`` gives seconds; tests hand in one of their own."""

    def __init__(self, a_minute: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._a_minute = a_minute
        self._clock = clock
        self._held = a_minute
        self._filled = clock()

    def take(self, units: float) -> float:
        """Take units out; gives 0, or the seconds to wait where they aren't there."""
        now = self._clock()
        rate = self._a_minute / _MINUTE
        self._held = min(self._a_minute, self._held + (now - self._filled) * rate)
        self._filled = now
        if units <= self._held:
            self._held -= units
            return 0.0
        return max((units - self._held) / rate, 0.001)


class Rates:
    """The buckets of every sender, by name: its requests, and its bytes."""

    def __init__(
        self,
        requests: float = 120,
        size: float = 300 * 2**20,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._requests, self._size, self._clock = requests, size, clock
        self._buckets: dict[str, tuple[Bucket, Bucket]] = {}

    def take(self, sender: str, size: int, weight: float = 1.0) -> float:
        """Count a request of so many bytes; gives 0, or the seconds to wait before another try.

        ``weight`` is how many requests it counts for. Senders are paired browsers, and strangers
        by path, so there are few.
        """
        buckets = self._buckets.get(sender)
        if buckets is None:
            buckets = Bucket(self._requests, self._clock), Bucket(self._size, self._clock)
            self._buckets[sender] = buckets
        requests, bytes_ = buckets
        return requests.take(weight) or bytes_.take(size)

"""When what is looked at again and again is looked at next, and the pauses meanwhile."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

from desktop_app.services.base.clock import seconds_now

#: At most so many intervals lie between two looks.
_MOST = 8


def next_look(every: float, doublings: int, retry_after: float | None = None) -> float:
    """The time of the next look, in seconds since 1970: the interval, doubled so many times.

    The time is drawn from a range, so that what was looked at together isn't always; never sooner
    than the site asks for.
    """
    pause = every * min(2.0 ** max(doublings, 0), _MOST)
    drawn = pause * random.uniform(0.9, 1.1)  # noqa: S311 - no secret hangs on it
    return seconds_now() + max(drawn, retry_after or 0.0)


def slept(seconds: float, cancelled: Callable[[], bool]) -> bool:
    """Wait; gives whether nobody cancelled meanwhile."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if cancelled():
            return False
        time.sleep(min(0.1, seconds))
    return not cancelled()

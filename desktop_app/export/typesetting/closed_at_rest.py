"""Gives back what is kept for the next time, once there was none for long."""

from __future__ import annotations

import threading
from collections.abc import Callable


class ClosedAtRest:
    """Calls ``close`` on a thread of its own, so many seconds behind the last use."""

    def __init__(self, seconds: float, close: Callable[[], None]) -> None:
        self._seconds = seconds
        self._close = close
        self._timer: threading.Timer | None = None

    def used(self) -> None:
        """Begin to count anew."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = threading.Timer(self._seconds, self._close)
        self._timer.daemon = True
        self._timer.start()

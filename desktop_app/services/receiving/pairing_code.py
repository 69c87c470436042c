"""The code by which a browser is paired: six digits, one use, five minutes, five tries."""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections.abc import Callable

_SECONDS, _TRIES = 300.0, 5


class PairingCode:
    """The code that is shown at the moment, if one is; thread-safe."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._code = ""
        self._until = 0.0
        self._tries = 0

    def renew(self) -> str:
        """A new code in place of the last one; only the user asks for one."""
        with self._lock:
            self._code = f"{secrets.randbelow(1_000_000):06}"
            self._until = self._clock() + _SECONDS
            self._tries = _TRIES
            return self._code

    def withdraw(self) -> None:
        """No code is good any more."""
        with self._lock:
            self._code = ""

    @property
    def is_good(self) -> bool:
        """Whether the code that was shown can still be used."""
        with self._lock:
            return self._is_good()

    @property
    def seconds_left(self) -> int:
        """How long the code can still be used; 0 where it can't."""
        with self._lock:
            return max(0, round(self._until - self._clock())) if self._is_good() else 0

    def use(self, code: str) -> bool:
        """Whether this is the code; then it is used up. A wrong one is one try less."""
        with self._lock:
            if not self._is_good():
                return False
            if hmac.compare_digest(self._code.encode(), code.encode()):
                self._code = ""
                return True
            self._tries -= 1
            return False

    def _is_good(self) -> bool:
        return bool(self._code) and self._tries > 0 and self._clock() < self._until

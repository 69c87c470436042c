"""Stopping what is read of an archive when nobody wants it any more, as with outdated searches."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from desktop_app.core.errors import ArchiveError

if TYPE_CHECKING:
    from sqlite3 import Connection

#: After how many steps of SQLite's machine, some tenths of a millisecond, it asks again.
_STEPS = 20_000
#: Seconds after which somebody who waits for a lock looks again.
_PATIENCE = 0.02


class Stop:
    """A word from another thread that the reading done ``within`` it may end."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._is_given = False
        self._under_way: Connection | None = None

    def give(self) -> None:
        """End a statement that is under way, and let no other begin."""
        with self._lock:
            self._is_given = True
            if self._under_way is not None:
                self._under_way.interrupt()

    @contextmanager
    def within(self) -> Iterator[None]:
        """What this thread reads inside raises ArchiveError once the word is given."""
        token = _HEEDED.set(self)
        try:
            yield
        finally:
            _HEEDED.reset(token)

    def look(self) -> None:
        """Raise ArchiveError where the word was given."""
        if self._is_given:
            raise ArchiveError("The reading was stopped.", "Ask again.")

    @contextmanager
    def heeded_by(self, connection: Connection) -> Iterator[None]:
        """A statement of this connection runs inside; no other of its is ever interrupted."""
        with self._lock:
            self.look()
            self._under_way = connection
        # SQLite forgets an interruption that comes before the statement has begun.
        connection.set_progress_handler(lambda: self._is_given, _STEPS)
        try:
            yield
        finally:
            connection.set_progress_handler(None, _STEPS)
            with self._lock:
                self._under_way = None


_HEEDED: ContextVar[Stop | None] = ContextVar("heeded", default=None)


def heeded() -> Stop | None:
    """Whose word this thread's reading heeds."""
    return _HEEDED.get()


@contextmanager
def unstoppable() -> Iterator[None]:
    """What is read inside is read to its end: it is worth keeping, whoever asked for it."""
    token = _HEEDED.set(None)
    try:
        yield
    finally:
        _HEEDED.reset(token)


@contextmanager
def held(lock: threading.Lock) -> Iterator[None]:
    """Hold the lock; waiting for it ends, as reading does, when the word is given."""
    stop = heeded()
    while not lock.acquire(timeout=-1 if stop is None else _PATIENCE):
        if stop is not None:
            stop.look()
    try:
        yield
    finally:
        lock.release()

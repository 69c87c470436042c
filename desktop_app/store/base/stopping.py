"""Stopping what nobody wants any more: a reading, as of an outdated search, or an act under way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from desktop_app.core.errors import ArchiveError

if TYPE_CHECKING:
    from sqlite3 import Connection

#: After how many steps of SQLite's machine, some tenths of a millisecond, it asks again.
_STEPS = 20_000
#: Seconds between two words on how far an act is.
_TOLD_EVERY = 0.1
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
            raise ArchiveError("That was stopped.", "Begin it again.")

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


class ActStop(Stop):
    """A word that ends acts as well, of which nothing is left then; they tell how far they are.

    Once it is given no other act begins. An act that is being committed comes to its end.
    """

    def __init__(self, progress: Callable[[int, int], None]) -> None:
        super().__init__()
        self._progress = progress
        self._told = 0.0

    @property
    def is_given(self) -> bool:
        """Whether the word was given."""
        return self._is_given

    def tell(self, done: int, total: int) -> None:
        """Tell how far the act is, unless that was told just now."""
        now = time.monotonic()
        if now - self._told >= _TOLD_EVERY:
            self._told = now
            self._progress(done, total)

    @contextmanager
    def ending(self, connection: Connection) -> Iterator[None]:
        """The statements of one act run inside, but for its commit."""
        self.look()
        connection.set_progress_handler(lambda: self._is_given, _STEPS)
        try:
            yield
            self.look()
        finally:
            connection.set_progress_handler(None, _STEPS)


_HEEDED: ContextVar[Stop | None] = ContextVar("heeded", default=None)


def heeded() -> Stop | None:
    """Whose word this thread's reading heeds: none where it changes something."""
    stop = _HEEDED.get()
    return None if isinstance(stop, ActStop) else stop


def heeded_act() -> ActStop | None:
    """Whose word this thread's acts heed."""
    stop = _HEEDED.get()
    return stop if isinstance(stop, ActStop) else None


def step_of_act(done: int, total: int) -> None:
    """So much of an act is done: tell it, or raise ArchiveError where the act shall end."""
    stop = heeded_act()
    if stop is not None:
        stop.look()
        stop.tell(done, total)


@contextmanager
def unstoppable() -> Iterator[None]:
    """What is done inside is done to its end: it is worth keeping, whoever asked for it."""
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

"""A lock that only one program holds at a time, and that is free again when that program ends."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Self


class RunnerLock:
    """Whoever holds it works through an archive's queue.

    SQLite's own lock on an empty file beside nobody's data: the system gives it back also where
    the program was killed, on every system alike, which a note in the archive would not be.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._held: sqlite3.Connection | None = None

    def take(self) -> bool:
        """Take it, unless another program or thread has it; gives whether it is held now."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        held = sqlite3.connect(self._path, timeout=0, isolation_level=None, check_same_thread=False)
        try:
            held.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            held.close()
            return False
        self._held = held
        return True

    def give_back(self) -> None:
        """Let others have it; harmless where it isn't held."""
        if self._held is not None:
            self._held.close()
            self._held = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.give_back()

"""The files that SQLite has open in this process, which nothing else here may open.

POSIX takes a process's locks on a file away when any descriptor of it is closed, so that reading an
open archive as if it were some file would leave it unlocked, and two programs' writes could destroy
it (https://www.sqlite.org/howtocorrupt.html, 2.2). Hence who reads or replaces a file that the user
names asks here first; asking opens nothing.
"""

from __future__ import annotations

import os
import threading
from collections import Counter
from pathlib import Path

from desktop_app.core.errors import InputError

#: What SQLite puts behind the name of a database for the files beside it.
_BESIDE = ("", "-wal", "-shm", "-journal")
_LOCK = threading.Lock()
_HELD: Counter[Path] = Counter()


def hold(database: Path) -> None:
    """The database is open, once more."""
    with _LOCK:
        _HELD[database.absolute()] += 1


def release(database: Path) -> None:
    """One that was held is closed again."""
    with _LOCK:
        _HELD[database.absolute()] -= 1
        if _HELD[database.absolute()] <= 0:
            del _HELD[database.absolute()]


def is_held(path: Path) -> bool:
    """Whether the path leads, by whatever name or link, to an open database or a file beside it."""
    with _LOCK:
        held = list(_HELD)
    state = _state(path) if held else None
    if state is None:
        return False
    others = (_state(f"{database}{end}") for database in held for end in _BESIDE)
    return any(other is not None and os.path.samestat(state, other) for other in others)


def require_not_held(path: Path) -> None:
    """Raise InputError where the path leads to an open archive."""
    if is_held(path):
        raise InputError(f"“{path.name}” belongs to the archive that is open.", "Choose another.")


def _state(path: Path | str) -> os.stat_result | None:
    try:
        return os.stat(path)  # noqa: PTH116 - asked for each file of an export, several times
    except (OSError, ValueError):  # it isn't there, or its name is none a file can have
        return None

"""Which files of a folder are whole: what is still being written is waited for."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.capture.media_types import SUFFIXES
from desktop_app.core.errors import InputError
from desktop_app.core.held_files import is_held

#: A file that hasn't changed for so many seconds between two looks is whole.
SETTLED_SECONDS = 1.5
#: An empty file is waited for so long; programs make one before they write it.
_EMPTY_SECONDS = 60.0
#: Names of what is being written or isn't meant to be seen.
_UNFINISHED = (".part", ".crdownload", ".tmp", ".download", ".partial")

#: Size in bytes and time in nanoseconds.
Stamp = tuple[int, int]


@dataclass
class SettledFiles:
    """Remembers one folder's files from look to look."""

    path: Path
    _seen: dict[str, tuple[Stamp, float]] = field(default_factory=dict)
    #: Files that are there and aren't whole yet.
    waiting: int = 0

    def look(self, known: Mapping[str, Stamp]) -> dict[str, Stamp]:
        """The files that are whole and not known as they are now, the oldest first.

        Raises InputError where the folder can't be looked into.
        """
        now = time.monotonic()
        there = {
            name: stamp
            for name, stamp in readable_files(self.path).items()
            if known.get(_as_kept(name)) != stamp
        }
        self._seen = {
            name: self._seen[name]
            if name in self._seen and self._seen[name][0] == stamp
            # A first look takes a file that lies there for long as it is.
            else (stamp, now - _age(stamp))
            for name, stamp in there.items()
        }
        whole = {
            name: stamp
            for name, (stamp, since) in self._seen.items()
            if now - since >= (SETTLED_SECONDS if stamp[0] else _EMPTY_SECONDS)
        }
        self.waiting = len(there) - len(whole)
        return dict(sorted(whole.items(), key=lambda item: item[1][1]))


def readable_files(path: Path) -> dict[str, Stamp]:
    """The files in a folder that articles can be read from, with size and time.

    Raises InputError, a sentence, where the folder isn't there or may not be read.
    """
    found: dict[str, Stamp] = {}
    try:
        with os.scandir(path) as entries:
            for entry in entries:
                stamp = _stamp(entry)
                if stamp is not None:
                    found[entry.name] = stamp
    except FileNotFoundError as fault:
        raise InputError(
            f"The folder “{path}” isn't there.", "It may be on another disk."
        ) from fault
    except NotADirectoryError as fault:
        raise InputError(f"“{path}” is no folder.", "Choose the folder that it is in.") from fault
    except OSError as fault:
        raise InputError(f"The folder “{path}” can't be read: {fault.strerror}.", "") from fault
    return found


def _as_kept(name: str) -> str:
    """The name as the archive gives it back: one that isn't UTF-8 can't be kept as it is."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _stamp(entry: os.DirEntry[str]) -> Stamp | None:
    name = entry.name.lower()
    if name.startswith((".", "~")) or name.endswith(_UNFINISHED) or not name.endswith(SUFFIXES):
        return None
    try:
        status = entry.stat()
    except OSError:  # it went meanwhile, or is a link to nothing
        return None
    if not stat.S_ISREG(status.st_mode) or is_held(Path(entry.path)):
        return None
    return status.st_size, status.st_mtime_ns


def _age(stamp: Stamp) -> float:
    """For how many seconds a file wasn't written; clocks of other machines may be ahead."""
    return max(time.time() - stamp[1] / 1e9, 0.0)

"""Giving the free room inside an archive file back to the disk.

What is deleted, and what a migration writes anew, leaves free pages, which SQLite keeps for what
comes next; and the word index keeps what articles that are gone put into it until it is merged.
VACUUM writes the archive into a temporary file without them and copies that back, as
one transaction: a crash at any moment leaves the archive as it was, other windows go on reading,
and one that wants to write waits for the lock.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.errors import ArchiveError
from desktop_app.store.base.connection import Connection, described
from desktop_app.store.base.stopping import heeded_act
from desktop_app.store.words.word_index import WordIndex

#: After how many steps of SQLite's machine the work tells how far it is.
_STEPS = 20_000
#: How many of them each entry of a table or index takes, and as many again for copying back, which
#: tells nothing: measured on generated archives.
_STEPS_AN_ENTRY, _PARTS = 3.6, 2
_MORE = 1.1


@dataclass(frozen=True, slots=True)
class Compacted:
    """How large the archive was and is, in bytes; ``stopped`` where it was left as it was."""

    before: int
    after: int
    stopped: bool = False

    @property
    def in_words(self) -> str:
        """What came of it, as a sentence."""
        if self.stopped:
            return "Stopped. The archive is as it was."
        after, before = (f"{size / 2**20:,.1f} MB" for size in (self.after, self.before))
        if self.after >= self.before or after == before:
            return f"There was no room to give back; the archive has {after}."
        return f"The archive has {after}; it had {before}."


def free_bytes(connection: Connection) -> int:
    """How many bytes of the archive are free pages."""
    pages, size = connection.value("PRAGMA freelist_count"), connection.value("PRAGMA page_size")
    return int(pages * size)


def compact_archive(
    path: Path,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Compacted:
    """Make the file as small as it can be; raises ArchiveError where the disk has too little room.

    It has a connection of its own, as temporary tables end when temporary files are asked for.
    """
    connection = Connection(path)
    try:
        connection.set_up()
        before = _size(connection)
        _require_room(path, before - free_bytes(connection))
        WordIndex(connection).merge(cancelled)
        connection.script("PRAGMA temp_store = FILE")
        stopped = not _vacuum(connection, progress, cancelled)
        # Where another window reads, the file gets smaller with a later one.
        connection.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        return Compacted(before, _size(connection), stopped)
    finally:
        connection.close()


def _size(connection: Connection) -> int:
    return int(connection.value("PRAGMA page_count") * connection.value("PRAGMA page_size"))


def _require_room(path: Path, needed: int) -> None:
    """Room for the temporary file, and for the log beside the archive that copies it back."""
    wanted: dict[int, int] = {}
    folders: dict[int, Path] = {}
    for folder in (path.absolute().parent, _temporary_folder()):
        device = folder.stat().st_dev
        wanted[device] = wanted.get(device, 0) + int(needed * _MORE)
        folders.setdefault(device, folder)
    for device, size in wanted.items():
        free = shutil.disk_usage(folders[device]).free
        if free < size:
            raise ArchiveError(
                f"Compacting needs {-(-size // 2**20):,} MB free on the disk of"
                f" “{folders[device]}”; there are {free // 2**20:,} MB.",
                "Make room there and try again; the archive is as it was.",
            )


def _temporary_folder() -> Path:
    """Where SQLite puts its temporary files, https://sqlite.org/tempfiles.html (section 5)."""
    if os.name == "nt":
        return Path(tempfile.gettempdir())
    named = (os.environ.get(name, "") for name in ("SQLITE_TMPDIR", "TMPDIR"))
    for folder in (*named, "/var/tmp", "/usr/tmp", "/tmp"):  # noqa: S108 - where SQLite looks
        if folder and Path(folder).is_dir() and os.access(folder, os.W_OK | os.X_OK):
            return Path(folder)
    return Path.cwd()


def _vacuum(
    connection: Connection,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> bool:
    """Whether it came to its end."""
    stop = heeded_act()
    total = int(_entries(connection) * _STEPS_AN_ENTRY * _PARTS / _STEPS) + 1
    done = 0

    def look() -> bool:
        nonlocal done
        done += 1
        progress(min(done, total), total)
        if stop is not None:
            stop.tell(min(done, total), total)
        return cancelled() or (stop is not None and stop.is_given)

    connection.raw.set_progress_handler(look, _STEPS)
    try:
        connection.raw.execute("VACUUM")
    except sqlite3.Error as failure:
        if getattr(failure, "sqlite_errorname", "") == "SQLITE_INTERRUPT":
            return False
        told = described(failure, connection.path)
        if told is None:
            raise
        raise told from failure
    finally:
        connection.raw.set_progress_handler(None, _STEPS)
    progress(total, total)
    return True


def _entries(connection: Connection) -> int:
    """How many entries all tables and indexes have together, as far as counting is quick."""
    tables = connection.rows(
        "SELECT name, (SELECT count(*) FROM pragma_index_list(s.name)) AS indexes"
        " FROM sqlite_schema s WHERE type = 'table' AND rootpage <> 0"
    )
    return sum(
        int(connection.value(f'SELECT count(*) FROM "{row["name"]}"')) * (1 + row["indexes"])
        for row in tables
    )

"""Copying a whole archive while it is in use."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.errors import ArchiveError, ArchiveNotWritableError
from desktop_app.store.base.connection import Connection, described

#: So many pages are copied between two words on how far it is.
_PAGES = 2_000


def copy_archive(
    connection: Connection, to: Path, progress: Callable[[int, int], None] | None = None
) -> None:
    """Write a complete copy, one file, to ``to``; an earlier file there is replaced at the end.

    ``progress`` is told how many pages of how many are copied, and may raise to end it.
    Raises ArchiveError where the copy can't be made; nothing half written is left behind.
    """
    to = to.absolute()
    if to.is_dir():
        raise ArchiveError(f"“{to}” is a folder.", "Name the file that the copy should be.")
    if _same_file(to, connection.path):
        raise ArchiveError("The archive can't be copied onto itself.", "Choose another file.")
    partial = to.with_name(f".{to.name}.partial")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        partial.unlink(missing_ok=True)
        _copy(connection, partial, progress)
        partial.replace(to)
    except OSError as failure:
        raise ArchiveNotWritableError(
            f"The copy “{to}” can't be written ({failure.strerror}).", "Choose another place."
        ) from failure
    finally:
        partial.unlink(missing_ok=True) if partial.parent.is_dir() else None


def _copy(
    connection: Connection, partial: Path, progress: Callable[[int, int], None] | None
) -> None:
    def tell(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    try:
        target = sqlite3.connect(partial, isolation_level=None)
        try:
            # Copied in pieces, it begins anew whenever another program writes between them.
            pages = -1 if progress is None else _PAGES
            connection.raw.backup(target, pages=pages, progress=tell)
            # One file that needs no other beside it.
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()
    except sqlite3.Error as failure:
        told = described(failure, partial)
        if told is None:
            raise
        raise told from failure


def _same_file(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and one.samefile(other)

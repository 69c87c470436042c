"""What a file must be to be opened as an archive, and bringing it up to date.

Only reading the header and making a new file; how an old one is migrated lies in ``upgrading``.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.errors import ArchiveError, ArchiveNewerError, ArchiveNotWritableError
from desktop_app.core.folding import fold
from desktop_app.store.base.archive_format import APPLICATION_ID, SCHEMA_VERSION
from desktop_app.store.base.connection import Connection

if TYPE_CHECKING:
    from desktop_app.store.safekeeping.upgrading import UpgradeListener

_ELSEWHERE = "Choose another place with --archive FILE."


def open_archive(path: Path, listener: UpgradeListener | None = None) -> Connection:
    """A connection to the archive, made on first use and brought up to date where it is older.

    ``listener`` is told how far that is. Raises ArchiveNewerError, ArchiveNotWritableError or
    ArchiveError.
    """
    _make_folder(path.parent)
    _require_file(path)
    if not path.exists():
        _make_whole(path)
    return _opened(path, listener)


def is_older(path: Path) -> bool:
    """Whether opening will bring the archive up to date first, which may take minutes."""
    try:
        mark, version = _header(path, with_log=True)
    except (ArchiveError, sqlite3.Error):
        return False  # which opening tells in words
    return mark == APPLICATION_ID and 0 < version < SCHEMA_VERSION


def _header(path: Path, *, with_log: bool = False) -> tuple[int, int]:
    """The mark and the version in the file's header, or in the log, where one is there.

    SQLite reads them, as the file must never be opened beside it: closing it would take away every
    lock that this process holds on it, and the next program that ends would delete the log under
    an open window (https://sqlite.org/howtocorrupt.html, section 2.2).
    """
    has_log = with_log and _log_of(path).exists()
    connection = Connection(path, read_only=True, immutable=not has_log)
    try:
        mark = connection.value("PRAGMA application_id")
        return int(mark), int(connection.value("PRAGMA user_version"))
    finally:
        connection.close()


def _make_whole(path: Path) -> None:
    """Put a new archive at the path when it is complete, so that nobody meets half of one.

    Where that fails (another program was faster, the disk is full, the file system knows no hard
    links), nothing is done, and opening makes the archive in its place or tells what is wrong.
    """
    import secrets  # noqa: PLC0415 - as in _upgrade

    partial = path.with_name(f".{path.name}.{secrets.token_hex(8)}.partial")
    try:
        with suppress(ArchiveError, OSError):
            _opened(partial).close()
            os.link(partial, path)
    finally:
        for suffix in ("", "-wal", "-shm", "-journal"):
            partial.with_name(partial.name + suffix).unlink(missing_ok=True)


def _opened(path: Path, listener: UpgradeListener | None = None) -> Connection:
    connection = Connection(path)
    try:
        version = _require_ours(connection, path)
        connection.set_up()
        if version < SCHEMA_VERSION:
            _upgrade(connection, path, listener)
        connection.raw.create_function("fold_text", 1, _fold_text, deterministic=True)
    except BaseException:
        connection.close()
        raise
    return connection


def _upgrade(connection: Connection, path: Path, listener: UpgradeListener | None) -> None:
    # Imported here, as sqlite-utils is: nearly every start finds nothing to migrate.
    from desktop_app.store.safekeeping.upgrading import (  # noqa: PLC0415
        UpgradeListener,
        upgrade_archive,
    )

    upgrade_archive(connection, path, listener or UpgradeListener())


def inspect_archive(path: Path) -> None:
    """Raise what opening the archive would raise; changes nothing."""
    if not path.exists():
        raise ArchiveError(f"There is no archive “{path}”.", "It is made on first use.")
    _require_file(path)
    connection = Connection(path, read_only=True, immutable=not _log_of(path).exists())
    try:
        _require_ours(connection, path)
        connection.value("SELECT count(*) FROM sqlite_schema")
    finally:
        connection.close()


def _log_of(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        raise ArchiveNotWritableError(
            f"The folder “{folder}” for the archive can't be made"
            f" ({failure.strerror or 'it is in the way'}).",
            _ELSEWHERE,
        ) from failure


def _require_file(path: Path) -> None:
    """A file that can be written and begins like SQLite's, or none yet in a folder that can."""
    if path.is_dir():
        raise ArchiveError(f"“{path}” is a folder, not an archive.", "Name a file inside it.")
    if not path.exists():
        _require_writable(path.parent)
        return
    try:
        _header(path)
    except (ArchiveError, sqlite3.Error) as failure:
        match _sqlite_name(failure):
            case "SQLITE_NOTADB":
                raise _not_an_archive(path) from failure
            case "SQLITE_CANTOPEN":
                message = f"The archive “{path}” can't be read."
                raise ArchiveError(message, f"Allow reading it. {_ELSEWHERE}") from failure
            case _:
                raise
    _require_writable(path.parent)
    _require_writable(path)


def _sqlite_name(failure: BaseException) -> str:
    """SQLite's name for what went wrong, also where it was put into words."""
    cause = failure.__cause__ or failure
    return str(getattr(cause, "sqlite_errorname", ""))


def _require_writable(path: Path) -> None:
    if not os.access(path, os.W_OK):
        what = "folder" if path.is_dir() else "archive"
        raise ArchiveNotWritableError(
            f"The {what} “{path}” can't be written to.", f"Allow writing there. {_ELSEWHERE}"
        )


def _require_ours(connection: Connection, path: Path) -> int:
    """The version of the archive's tables; 0 for a file that is empty yet."""
    mark = connection.value("PRAGMA application_id")
    version = int(connection.value("PRAGMA user_version"))
    if mark != APPLICATION_ID:
        if connection.value("SELECT count(*) FROM sqlite_schema") == 0:
            return 0
        raise _not_an_archive(path)
    if version > SCHEMA_VERSION:
        raise ArchiveNewerError(
            f"The archive “{path}” was written by a newer Cuttings.",
            "Install the newest version of Cuttings to open it.",
        )
    return version


def _not_an_archive(path: Path) -> ArchiveError:
    return ArchiveError(f"“{path}” isn't a Cuttings archive.", _ELSEWHERE)


def _fold_text(value: object) -> str | None:
    return fold(value) if isinstance(value, str) else None

"""The one door to SQLite: a connection set up our way, and its failures put into words.

Every statement of this package goes through ``Connection``. What can be mended by the user becomes
an ArchiveError here; what is a fault of ours stays a sqlite3 error.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.core.errors import ArchiveError, ArchiveNotWritableError
from desktop_app.core.held_files import hold, release
from desktop_app.store.base.stopping import ActStop, Stop, heeded, heeded_act

if TYPE_CHECKING:
    from sqlite_utils import Database

Parameters = Sequence[object]
#: How long a write waits for another window's or program's write to end.
BUSY_SECONDS = 15.0
_BUSY_MS = int(BUSY_SECONDS * 1_000)
#: The same for a write that the user can stop, and how often it looks whether they did.
_PATIENT_SECONDS, _LOOK_MS = 300.0, 200
#: SQLite's name for a database that has no file.
IN_MEMORY = ":memory:"
_PAGE_BYTES = 8_192
#: Pages that a connection keeps: few to read by, as the system keeps them too, and once for all
#: connections; more to write by, so that a large act isn't written piece by piece.
_READING_KIB, _WRITING_KIB = 2_048, 16_384


class Connection:
    """An open archive file. Values go in and out in whole rows; nothing is left half read."""

    def __init__(self, path: Path, *, read_only: bool = False, immutable: bool = False) -> None:
        self.path = path
        self._in_words = _InWords(path)
        self._has_written = False
        mode = "ro" if read_only or immutable else "rwc"
        address = f"{path.absolute().as_uri()}?mode={mode}{'&immutable=1' if immutable else ''}"
        if str(path) == IN_MEMORY:
            address = f"file:{IN_MEMORY}"
        with self._in_words:
            connection = sqlite3.connect(
                address,
                uri=True,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
            )
        connection.row_factory = sqlite3.Row
        self._is_held = str(path) != IN_MEMORY
        if self._is_held:
            hold(path)
        #: The connection itself; only this package's own modules reach for it.
        self.raw = connection

    @classmethod
    def in_memory(cls) -> Connection:
        """A database of its own that is never written to a file, and gone when it is closed."""
        return cls(Path(IN_MEMORY))

    def database(self) -> Database:
        """The connection as sqlite-utils sees it, for migrations."""
        # Imported here: it brings NumPy with it, and nearly every start finds nothing to migrate.
        from sqlite_utils import Database  # noqa: PLC0415

        return Database(self.raw, execute_plugins=False)

    def set_up(self) -> None:
        """Make the connection ready to write; changes the file's journal mode on first use."""
        self.script("PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF")
        # Of a new file only: larger pages waste less on texts of one to two kilobytes.
        self.write(f"PRAGMA page_size = {_PAGE_BYTES}")
        if self.value("PRAGMA journal_mode") != "wal":
            self.value("PRAGMA journal_mode = WAL")
        self.script(
            "PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY;"
            f"PRAGMA cache_size = -{_READING_KIB}; PRAGMA journal_size_limit = 67108864"
        )

    def close(self) -> None:
        """End the connection; harmless when it is closed already."""
        self.raw.close()
        if self._is_held:
            self._is_held = False
            release(self.path)

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        return self.raw.in_transaction

    def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """Every row that the statement gives."""
        with self._reading():
            return self.raw.execute(sql, _bindable(parameters)).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> sqlite3.Row | None:
        """The first row, None where there is none."""
        with self._reading():
            found: sqlite3.Row | None = self.raw.execute(sql, _bindable(parameters)).fetchone()
            return found

    def value(self, sql: str, parameters: Parameters = ()) -> Any:  # noqa: ANN401 - a column's value
        """The first column of the first row, None where there is none."""
        found = self.row(sql, parameters)
        return None if found is None else found[0]

    def column(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        """The first column of every row."""
        with self._reading():
            return [row[0] for row in self.raw.execute(sql, _bindable(parameters))]

    def ids(self, sql: str, parameters: Parameters = ()) -> list[int]:
        """The column ``id`` of every row, as one JSON array: many times faster than by row.

        A LIMIT in the statement keeps its order.
        """
        found: list[int] = json.loads(
            self.value(f"SELECT json_group_array(id) FROM ({sql})", parameters)
        )
        return found

    def id_text(self, sql: str, parameters: Parameters = ()) -> str:
        """The column ``id`` of every row, in no order, as digits parted by commas: quickest."""
        return str(self.value(f"SELECT group_concat(id) FROM ({sql})", parameters) or "")

    def state(self) -> tuple[int, int]:
        """Two numbers that change when this connection or another one changed anything."""
        return int(self.value("PRAGMA data_version")), self.raw.total_changes

    def write(self, sql: str, parameters: Parameters = ()) -> int:
        """Run one changing statement; gives the id of an inserted row."""
        with self._in_words:
            return self.raw.execute(sql, _bindable(parameters)).lastrowid or 0

    def write_many(self, sql: str, many: Iterable[Parameters]) -> None:
        """Run one changing statement once for each set of values."""
        with self._in_words:
            self.raw.executemany(sql, [_bindable(values) for values in many])

    def script(self, sql: str) -> None:
        """Run several statements without values; an open transaction stays open."""
        with self._in_words:
            for statement in _statements(sql):
                self.raw.execute(statement)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; inside another transaction a part of it that can fail alone.

        The write lock is taken at the start, so that two writers queue instead of failing midway.
        Where this thread heeds an ActStop, its word ends the transaction, of which nothing stays.
        """
        nested = self.in_transaction
        if not self._has_written:
            self._has_written = True
            self.write(f"PRAGMA cache_size = -{_WRITING_KIB}")
        stop = None if nested else heeded_act()
        if stop is None:
            self.write("SAVEPOINT part" if nested else "BEGIN IMMEDIATE")
        else:
            self._begin_patiently(stop)
        try:
            with nullcontext() if stop is None else stop.ending(self.raw):
                yield
            self.write("RELEASE part" if nested else "COMMIT")
        except BaseException:
            # A full disk may have ended the transaction already.
            if self.in_transaction:
                self.script("ROLLBACK TO part; RELEASE part" if nested else "ROLLBACK")
            raise

    @contextmanager
    def at_one_moment(self) -> Iterator[None]:
        """Whatever is read inside is of one moment, whoever writes meanwhile; nothing is changed.

        It isn't ended by a Stop, as a transaction isn't.
        """
        if self.in_transaction:
            yield
            return
        self.write("BEGIN")
        try:
            self.value("SELECT count(*) FROM sqlite_schema")  # from now on
            yield
        finally:
            if self.in_transaction:
                self.write("ROLLBACK")

    @contextmanager
    def transaction_if_free(self) -> Iterator[bool]:
        """A transaction for what can be done at another time as well.

        Gives False, and there is none, while somebody else writes or where nobody may.
        """
        try:
            self.raw.execute("PRAGMA busy_timeout = 0")
            self.raw.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            is_free = False
        else:
            is_free = True
        finally:
            self.raw.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        if not is_free:
            yield False
            return
        try:
            yield True
            self.write("COMMIT")
        except BaseException:
            if self.in_transaction:
                self.script("ROLLBACK")
            raise

    def _begin_patiently(self, stop: ActStop) -> None:
        """Begin a transaction; another's long act is waited for, as long as nobody stops that."""
        end = time.monotonic() + _PATIENT_SECONDS
        with self._in_words:
            self.raw.execute(f"PRAGMA busy_timeout = {_LOOK_MS}")
            try:
                while True:
                    stop.look()
                    try:
                        self.raw.execute("BEGIN IMMEDIATE")
                        return
                    except sqlite3.OperationalError as failure:
                        if failure.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > end:
                            raise
            finally:
                self.raw.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")

    def _reading(self) -> AbstractContextManager[None]:
        """As ``_in_words``, ended early where another thread says so, but within a transaction."""
        stop = None if self.in_transaction else heeded()
        return self._in_words if stop is None else self._stoppable(stop)

    @contextmanager
    def _stoppable(self, stop: Stop) -> Iterator[None]:
        with self._in_words, stop.heeded_by(self.raw):
            yield


class _InWords:
    """Puts SQLite's failures inside into words.

    A class, as it is entered some fifty times a clip: three times quicker than a generator.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, failure: object, _trace: object) -> None:
        if isinstance(failure, sqlite3.Error):
            told = described(failure, self._path)
            if told is not None:
                raise told from failure


def described(failure: sqlite3.Error, path: Path) -> ArchiveError | None:
    """The failure as the user should hear of it; None where it is a fault of ours."""
    name = (getattr(failure, "sqlite_errorname", None) or "").removeprefix("SQLITE_")
    told = _TOLD.get(name.partition("_")[0])
    if told is None:
        return None
    kind, message, next_step = told
    return kind(message.format(path=path), next_step)


_BUSY = (
    ArchiveError,
    "Another program has been writing to “{path}” for too long.",
    "Wait until it has finished, or close it, and try again.",
)
_DAMAGED = (
    ArchiveError,
    "The archive “{path}” is damaged.",
    "Restore a backup of it; where there is none, “cuttings check” tells what is affected.",
)
_NOT_WRITABLE = (
    ArchiveNotWritableError,
    "The archive “{path}” can't be written to.",
    "Allow writing there, or choose another place with --archive FILE.",
)
_TOO_LARGE = (
    ArchiveError,
    "That is too large to be kept in the archive.",
    "Clip a smaller part of it.",
)
#: By the first word of SQLite's name for it, https://sqlite.org/rescode.html.
_TOLD: dict[str, tuple[type[ArchiveError], str, str]] = {
    "FULL": (
        ArchiveError,
        "The disk that holds “{path}” is full.",
        "Make room on the disk and try again; nothing was half written.",
    ),
    "IOERR": (
        ArchiveError,
        "The disk that holds “{path}” couldn't be read or written.",
        "See whether it is still connected and has room, then try again.",
    ),
    "INTERRUPT": (ArchiveError, "That was stopped.", "Begin it again."),
    "READONLY": _NOT_WRITABLE,
    "PERM": _NOT_WRITABLE,
    "CANTOPEN": _NOT_WRITABLE,
    "BUSY": _BUSY,
    "LOCKED": _BUSY,
    "PROTOCOL": _BUSY,
    "CORRUPT": _DAMAGED,
    "NOTADB": _DAMAGED,
    "TOOBIG": _TOO_LARGE,
    "NOMEM": _TOO_LARGE,
}


def _statements(sql: str) -> Iterator[str]:
    pending = ""
    for piece in sql.split(";"):
        pending += piece + ";"
        if sqlite3.complete_statement(pending):
            if pending.strip(" \n;"):
                yield pending
            pending = ""


def _bindable(values: Parameters) -> Parameters:
    """The values, without halves of surrogate pairs, which UTF-8 can't hold."""
    for value in values:
        if isinstance(value, str) and not value.isascii():
            try:
                value.encode()
            except UnicodeEncodeError:
                return [without_surrogates(each) for each in values]
    return values


def without_surrogates(value: object) -> object:
    """Text with ``?`` for each lone surrogate, which keeps its length; all else as it is."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value

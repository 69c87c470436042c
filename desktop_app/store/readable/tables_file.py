"""A SQLite file of readable tables, as Datasette likes it: keys, references, search, views.

Searched columns have an FTS5 table called after theirs with ``_fts`` behind it, whose content is
the table itself (https://docs.datasette.io/en/stable/full_text_search.html), so that no text lies
there twice. References name their column, which Datasette needs.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from desktop_app.core.errors import ArchiveError
from desktop_app.core.readable_tables import Column, Row, Table
from desktop_app.store.base.connection import Connection

#: So many rows of a table are written at once.
_AT_ONCE = 500
#: Views, each made where its tables are there.
_VIEWS = {
    "who_is_named": """
        SELECT a.published, a.title, a.publisher, p.name AS person, m.role, m.sentence, a.url,
            m.article_id, m.person_id
        FROM mentions m JOIN articles a ON a.id = m.article_id JOIN persons p ON p.id = m.person_id
        ORDER BY a.published_earliest, m.article_id, m.start""",
    "what_happened": """
        SELECT e.date, e.sentence, e.phrase, a.title, a.publisher, a.published, a.url,
            e.article_id, e.earliest, e.latest
        FROM events e JOIN articles a ON a.id = e.article_id
        ORDER BY e.earliest, e.latest, e.article_id, e.position""",
}


#: SQLite's words for what the system refused, by their first one; all else is a broken disk's.
_REFUSED = {
    "FULL": errno.ENOSPC,
    "READONLY": errno.EACCES,
    "PERM": errno.EACCES,
    "CANTOPEN": errno.EACCES,
}


class TablesFile:
    """Writes the file: rows come in any order, and ``finish`` makes it whole.

    It is no archive: where it can't be written an OSError is raised, as of any other file.
    """

    def __init__(self, path: Path, tables: Sequence[Table]) -> None:
        self._tables = {table.name: table for table in tables}
        self._waiting: dict[str, list[Row]] = {name: [] for name in self._tables}
        with _of_the_system():
            self._connection = Connection(path)

    def __enter__(self) -> Self:
        # Whoever asked for the file puts it in its place when it is whole, or lets go of it.
        with _of_the_system():
            self._connection.script("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
            for table in self._tables.values():
                self._connection.write(self._created(table))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    def put(self, table: str, row: Row) -> None:
        """Write one row of a table."""
        rows = self._waiting[table]
        rows.append(row)
        if len(rows) >= _AT_ONCE:
            with _of_the_system():
                self._write(table)

    def finish(self) -> None:
        """Write what waits, then the indexes, the search and the views."""
        with _of_the_system():
            self._finish()

    def _finish(self) -> None:
        for name, table in self._tables.items():
            self._write(name)
            for column in table.columns:
                if column.refers and column.name != table.key[0]:
                    index = f"{name}_by_{column.name}"
                    self._connection.write(f"CREATE INDEX {index} ON {name}({column.name})")
            if table.searched:
                self._make_searched(table)
        for name, sql in _VIEWS.items():
            self._connection.write(f"CREATE VIEW {name} AS {sql}")
        self._connection.write("COMMIT")

    def _write(self, name: str) -> None:
        marks = ", ".join("?" * len(self._tables[name].columns))
        self._connection.write_many(f"INSERT INTO {name} VALUES ({marks})", self._waiting[name])
        self._waiting[name] = []

    def _make_searched(self, table: Table) -> None:
        columns = ", ".join(table.searched)
        self._connection.write(
            f"CREATE VIRTUAL TABLE {table.name}_fts USING fts5({columns},"
            f' content="{table.name}", tokenize="unicode61 remove_diacritics 2")'
        )
        self._connection.write(
            f"INSERT INTO {table.name}_fts ({table.name}_fts) VALUES ('rebuild')"
        )

    def _created(self, table: Table) -> str:
        """The statement that makes the table. Its names are ours: none is a word of SQL's."""
        columns = [self._column(each) for each in table.columns]
        if len(table.key) == 1 and table.columns[0].kind == "integer":
            columns[0] += " PRIMARY KEY"
        else:
            columns.append(f"PRIMARY KEY ({', '.join(table.key)})")
        return f"CREATE TABLE {table.name} ({', '.join(columns)})"

    def _column(self, column: Column) -> str:
        told = f"{column.name} {column.kind.upper()}"
        if not column.refers:
            return told
        (key,) = self._tables[column.refers].key
        return f"{told} REFERENCES {column.refers}({key})"


@contextmanager
def _of_the_system() -> Iterator[None]:
    """What SQLite can't write, as the failure of the system that it is."""
    try:
        yield
    except ArchiveError as failure:
        name = getattr(failure.__cause__, "sqlite_errorname", None) or ""
        code = _REFUSED.get(name.removeprefix("SQLITE_").partition("_")[0], errno.EIO)
        raise OSError(code, os.strerror(code)) from failure

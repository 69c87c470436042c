"""Rows of a CSV file in whatever dialect and encoding, by the names in its header."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import TextIO

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.values import address, row_problem
from desktop_app.core.imported import ImportedArticle, ImportProblem

#: The longest row that is read, in characters: a quotation mark that never ends ends here.
MAX_ROW = 16 * 2**20
#: A file with so many broken rows is not what it is taken for.
MAX_PROBLEMS = 1_000
#: So many tables of an archive are looked at.
_MOST_TABLES = 10
_DELIMITERS = ",;\t|"
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
csv.field_size_limit(MAX_ROW)


@dataclass(frozen=True, slots=True)
class CsvRow:
    """A row: its number as a spreadsheet shows it, and its cells by the header's lower-case names.

    A name that isn't in the header gives an empty cell.
    """

    number: int
    cells: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "").strip()

    def first(self, *names: str) -> str:
        """The first of these cells that isn't empty."""
        return next(filter(None, map(self.__getitem__, names)), "")


def csv_rows(stream: TextIO) -> Iterator[CsvRow | ImportProblem]:
    """The rows below the header; a broken one is an ImportProblem, and those behind it come too."""
    header: list[str] = []
    problems = 0
    for number, cells in _numbered_rows(stream):
        if isinstance(cells, ImportProblem):
            yield cells
        elif not header:
            header = [_column(name) for name in cells]
            continue
        elif not any(map(str.strip, cells)):
            continue
        elif any(map(str.strip, cells[len(header) :])):
            yield ImportProblem(
                number, f"It has {len(cells)} cells where the header has {len(header)}."
            )
        else:
            yield CsvRow(number, dict(zip(header, cells, strict=False)))
            continue
        problems += 1
        if problems >= MAX_PROBLEMS:
            yield ImportProblem(number, "The rest was left out: too many rows are broken.")
            return


def csv_articles(
    source: ImportSource, name: str | None, article: Callable[[CsvRow, str], ImportedArticle]
) -> Iterator[ImportedArticle | ImportProblem]:
    """What ``article`` makes of each row of a table and of the row's address.

    Rows without an address of the web are problems, as broken ones are; no table has no rows.
    """
    if name is None:
        return
    with source.open_text(name) as stream:
        for row in csv_rows(stream):
            if isinstance(row, ImportProblem):
                yield row
            elif (url := address(row["url"])) is None:
                yield ImportProblem(row.number, row_problem(row["url"]))
            else:
                yield article(row, url)


def header_of(head: str) -> tuple[str, ...]:
    """The lower-case names in a file's first row; empty where that is none."""
    line = head.lstrip("\ufeff\r\n").splitlines()[:1]
    if not line:
        return ()
    try:
        cells = next(csv.reader(line, delimiter=_delimiter(line[0])), [])
    except csv.Error:
        return ()
    return tuple(_column(name) for name in cells)


def table_with(source: ImportSource, columns: Set[str]) -> str | None:
    """The file that has these columns: the source itself, or one of the tables in an archive."""
    if source.is_single:
        return source.names[0] if columns <= set(header_of(source.head)) else None
    tables = [name for name in source.names if name.lower().endswith(".csv")][:_MOST_TABLES]
    found = (name for name in tables if columns <= set(header_of(source.head_of(name))))
    return next(found, None)


def table_to_read(source: ImportSource, columns: Set[str]) -> str | None:
    """``table_with``, or whatever comes first in a source that the user says is of the format."""
    return table_with(source, columns) or next(iter(source.names), None)


def _column(name: str) -> str:
    return " ".join(name.replace("\ufeff", "").lower().split())


def _delimiter(line: str) -> str:
    bare = _QUOTED.sub("", line)
    return max(_DELIMITERS, key=bare.count)


class _Lines:
    """Lines that can be given back, those of the row that is being read."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._again: deque[str] = deque()
        self._taken: list[str] = []
        self._size = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else self._stream.readline(MAX_ROW)
        if not line:
            raise StopIteration
        self._size += len(line)
        self._taken.append(line)
        if self._size > MAX_ROW:
            raise csv.Error("it is too long, as of a quotation mark that never ends")
        return line.replace("\x00", "")

    def begin_row(self) -> None:
        """Forget the row that was read."""
        self._taken, self._size = [], 0

    def skip_first(self) -> None:
        """Give back all lines of the row but its first."""
        self._again.extendleft(reversed(self._taken[1:]))

    def first(self) -> str:
        """Look at the first line that isn't empty."""
        for line in self:
            if line.strip("\ufeff\r\n"):
                self._again.appendleft(line.lstrip("\ufeff"))
                return line
        return ""


def _numbered_rows(stream: TextIO) -> Iterator[tuple[int, Sequence[str] | ImportProblem]]:
    lines = _Lines(stream)
    delimiter = _delimiter(lines.first())
    number = 0
    while True:
        lines.begin_row()
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        number += 1
        try:
            yield number, next(reader)
        except StopIteration:
            return
        except csv.Error as failure:
            yield number, ImportProblem(number, f"It can't be read: {failure}.")
            lines.skip_first()

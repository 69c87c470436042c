"""CSV that a spreadsheet shows and never runs.

A cell that begins like a formula is computed by spreadsheets, also one that came from a web page
(https://owasp.org/www-community/attacks/CSV_Injection). A file that is read with another separator
than its own falls into other cells, so what stands behind a separator or a line break inside a
cell counts as a beginning too. An apostrophe goes before each, and one more where there are some
already, so that taking one away again gives the very text: ``restored`` does.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from desktop_app.core.readable_tables import Cell

#: Excel keeps no longer text in a cell.
LONGEST_CELL = 32_767
_FORMULA = "=+\\-@＝＋－＠"
_AT_START = f"(?='*[{_FORMULA}\t\r\n])"
_BEHIND = "(?<=[,;|\t\r\n])"
#: Where an apostrophe goes, whatever apostrophes stand there; and where one is taken away.
_BEGINS = re.compile(f"^{_AT_START}|{_BEHIND}(?='*[{_FORMULA}])")
_RESTORED = re.compile(f"^'{_AT_START}|{_BEHIND}'(?='*[{_FORMULA}])")
_NUL = "\x00"
_SHOWN_NUL = "␀"
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}


class Writable(Protocol):
    """What bytes can be put into."""

    def write(self, content: bytes, /) -> int:
        """Put these bytes behind the others."""
        ...


@dataclass(frozen=True, slots=True)
class CsvDialect:
    """How cells are written: parted by what, harmless or ``raw``, with a mark of UTF-8 before."""

    separator: Literal["comma", "semicolon", "tab"] = "comma"
    raw: bool = False
    bom: bool = True


def harmless(text: str) -> str:
    """The text as a cell that no spreadsheet computes."""
    return _BEGINS.sub("'", text).replace(_NUL, _SHOWN_NUL)


def restored(cell: str) -> str:
    """The text of which ``harmless`` made the cell, but for NUL, which no cell holds."""
    return _RESTORED.sub("", cell)


class CsvWriting:
    """Writes one table; counts the cells that are too long for Excel."""

    def __init__(self, file: Writable, dialect: CsvDialect, header: Iterable[str]) -> None:
        self.too_long = 0
        self._raw = dialect.raw
        self._lines = _Lines(file)
        separator = SEPARATORS[dialect.separator]
        self._writer = csv.writer(self._lines, delimiter=separator, lineterminator="\r\n")
        if dialect.bom:
            file.write(b"\xef\xbb\xbf")
        self._writer.writerow(header)

    def put(self, row: Iterable[Cell]) -> None:
        """Write one row."""
        self._writer.writerow([self._cell(each) for each in row])

    def _cell(self, value: Cell) -> Cell:
        if not isinstance(value, str):
            return value
        self.too_long += len(value) > LONGEST_CELL
        return value if self._raw else harmless(value)


class _Lines:
    """What the writer of lines writes into: UTF-8, halves of surrogate pairs as a question mark."""

    def __init__(self, file: Writable) -> None:
        self._file = file

    def write(self, text: str, /) -> int:
        return self._file.write(text.encode("utf-8", "replace"))

"""What word processors' files hold, in one form: paragraphs of runs, some of them in tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

#: A paragraph that is longer, in characters, is given in pieces; nothing of it is lost.
MAX_PARAGRAPH = 2**20


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that look alike; line breaks within the paragraph are ``\\n``.

    ``link`` is the address behind them, ``image`` the name of an image that stands here.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    image: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a table: which table, row and column of the file, each counted from 0."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. ``heading`` is its level from 1, ``item`` its depth in a list; 0 for none."""

    runs: tuple[Run, ...]
    heading: int = 0
    item: int = 0
    cell: Cell | None = None

    @property
    def text(self) -> str:
        """Its characters, without how they look."""
        return "".join(run.text for run in self.runs)

    @property
    def is_bold(self) -> bool:
        """Whether all of its words are bold, or it is a heading."""
        worded = [run for run in self.runs if run.text.strip()]
        return bool(worded) and (self.heading > 0 or all(run.bold for run in worded))


@dataclass(slots=True)
class ParagraphBuilder:
    """Gathers a file's runs into paragraphs, and counts its tables as they open and close."""

    _runs: list[tuple[Run, list[str]]] = field(default_factory=list)
    _size: int = 0
    _tables: int = 0
    _open: list[list[int]] = field(default_factory=list)
    _done: list[Paragraph] = field(default_factory=list)

    def take(self) -> Iterator[Paragraph]:
        """The paragraphs that are finished, each once."""
        done, self._done = self._done, []
        yield from done

    def add(self, run: Run) -> None:
        """Go on with the paragraph; runs that look alike become one."""
        if not run.text and not run.image:
            return
        last = self._runs[-1] if self._runs else None
        if last is not None and not run.image and _look_alike(last[0], run):
            last[1].append(run.text)
        else:
            self._runs.append((run, [run.text]))
        self._size += len(run.text)
        if self._size >= MAX_PARAGRAPH:
            self.end()

    def end(self, heading: int = 0, item: int = 0) -> None:
        """The paragraph ends; an empty one is told too, as the gap that it is."""
        cell = Cell(*self._open[-1]) if self._open else None
        if self._runs or cell is None:
            runs = tuple(replace(run, text="".join(texts)) for run, texts in self._runs)
            self._done.append(Paragraph(runs, heading, item, cell))
        self._runs, self._size = [], 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added since the last paragraph ended."""
        return not self._runs

    @property
    def depth(self) -> int:
        """How many tables are open, one within the other."""
        return len(self._open)

    def open_table(self) -> None:
        """A table begins."""
        self._open.append([self._tables, 0, 0])
        self._tables += 1

    def close_table(self) -> None:
        """The innermost table ends."""
        if self._open:
            self._open.pop()

    def next_cell(self) -> None:
        """What follows stands in the next cell of the row."""
        if self._open:
            self._open[-1][2] += 1

    def next_row(self) -> None:
        """What follows stands in the first cell of the next row."""
        if self._open:
            self._open[-1][1:] = [self._open[-1][1] + 1, 0]


def _look_alike(one: Run, other: Run) -> bool:
    return (one.bold, one.italic, one.link, one.image) == (other.bold, other.italic, other.link, "")

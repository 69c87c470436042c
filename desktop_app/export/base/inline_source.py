"""Where inline content that the Markdown reader gives stands in its source, and edits there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple


class Edit(NamedTuple):
    """What stands in a line of the source from ``start`` to ``end`` gives way to ``text``."""

    line: int
    start: int
    end: int
    text: str


def columns_in_source(
    content: str, first: int, lines: Sequence[str], searched: dict[int, int]
) -> list[tuple[int, int]]:
    """Where each line of a token's content begins in its source line, and the search began.

    A token's content is its source lines without the marks of the blocks around it. The cells of a
    table share one line, so each is looked for behind the one before. -1 stands for a line that
    isn't there word for word, as in a cell with an escaped ``|``. ``searched`` remembers, from call
    to call, up to where each line was found.
    """
    columns = []
    for number, piece in enumerate(content.split("\n"), start=first):
        begin = searched.get(number, 0)
        column = lines[number].find(piece, begin) if number < len(lines) else -1
        columns.append((column, begin))
        if column >= 0:
            searched[number] = column + len(piece)
    return columns


def apply_edits(lines: list[str], found: Iterable[Edit]) -> None:
    """Make the edits in the lines; of two that begin at one place, the one that reaches further."""
    edits = {(edit.line, edit.start): edit for edit in sorted(found)}
    for number, group in groupby(edits.values(), key=lambda edit: edit.line):
        lines[number] = _edited(lines[number], group)


def _edited(line: str, edits: Iterable[Edit]) -> str:
    pieces, done = [], 0
    for edit in edits:
        if edit.start >= done:
            pieces += [line[done : edit.start], edit.text]
            done = edit.end
    return "".join((*pieces, line[done:]))

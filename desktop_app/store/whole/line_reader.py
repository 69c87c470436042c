"""The lines of a file one by one, each checked against the schema and its place in the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Protocol

import msgspec

from desktop_app.core.counted import counted
from desktop_app.core.errors import InputError
from desktop_app.store.whole.article_lines import SnapshotPartLine
from desktop_app.store.whole.line import Line
from desktop_app.store.whole.lines import ANY_LINE, KEPT, SCHEMA, ArchiveLine, EndLine

#: The longest line that is read, in bytes: far above a part of a snapshot and any article's text.
LONGEST_LINE = 128 * 2**20
_LONGEST_HEAD = 64 * 2**10
_FAMILY = "cuttings/"
_UNCHANGED = "Nothing was imported. Copy the file or export the archive again."
_decode = msgspec.json.Decoder(ANY_LINE).decode


class LineSource(Protocol):
    """What lines are read from: a file, or what unpacks one. It may raise OSError or EOFError."""

    def readline(self, size: int, /) -> bytes:
        """The next line, but at most so many bytes of it."""
        ...


class _Head(msgspec.Struct):
    type: str
    schema: str


def head_of(source: LineSource, name: str) -> ArchiveLine | None:
    """The first line of an export of a whole archive; None where the file is none.

    Raises InputError where a newer Cuttings made it, or where the line isn't as it should be.
    """
    first = source.readline(_LONGEST_HEAD)
    try:
        head = msgspec.json.decode(first, type=_Head)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as failure:
        if _was_head(first):
            raise _damaged(name) from failure
        return None
    if head.type != "archive" or not head.schema.startswith(_FAMILY):
        if _was_head(first):
            raise _damaged(name)
        return None
    if head.schema != SCHEMA:
        raise InputError(
            f"{name} is of a later version of Cuttings (“{head.schema[:40]}”, known is {SCHEMA}).",
            "Install the newest version, then import it.",
        )
    line = _decoded(first, name, 1)
    assert isinstance(line, ArchiveLine)
    return line


def _was_head(line: bytes) -> bool:
    """Whether the line tells in one of two places that it began an export, before it was spoilt."""
    return line.startswith(b'{"type":"archive",') or b'"schema":"cuttings/' in line[:60]


def _damaged(name: str) -> InputError:
    return InputError(f"The first line of {name} is damaged.", _UNCHANGED)


class LineReader:
    """Reads what follows the first line; ``number`` is that of the line read last, from 1."""

    def __init__(self, source: LineSource, name: str) -> None:
        self.name = name
        self.number = 0
        self._source = source
        self._digest = hashlib.sha256()
        self._counts: dict[str, int] = {}
        #: The line with which each type begins.
        self.first: dict[type[Line], int] = {}

    def wrong(self, what: str, number: int | None = None) -> InputError:
        """What is said of a line, by default the one read last, that can't be what it says."""
        return InputError(f"Line {number or self.number:,} of {self.name} {what}.", _UNCHANGED)

    def lines(self) -> Iterator[Line]:
        """All lines between the first and the last, those that belong to the archive in order.

        Raises InputError where one is wrong, missing, or where the file ends too early.
        """
        head = self._next()
        if not isinstance(head, ArchiveLine):
            raise self.wrong("isn't the first of an export")
        at, last = 0, 0
        while not isinstance(line := self._next(), EndLine):
            kind = type(line)
            if kind is not SnapshotPartLine:
                place = _PLACES.get(kind, -1)
                if place < at:
                    raise self.wrong("stands where no line of its type can stand")
                if kind not in self.first:
                    at, last = place, 0
                    self.first[kind] = self.number
                last = self._in_order(line, last)
                name = str(kind.__struct_config__.tag)
                self._counts[name] = self._counts.get(name, 0) + 1
            yield line
        self._check_end(head, line)

    def _in_order(self, line: Line, last: int) -> int:
        if not line.order.endswith("id"):
            return last
        key: int = getattr(line, line.order)
        if key <= last:
            raise self.wrong(f"has the {line.order} {key}, which must be above {last}")
        return key

    def _check_end(self, head: ArchiveLine, end: EndLine) -> None:
        digest = self._before_last.hexdigest()
        if end.lines != self.number - 1:
            raise self.wrong(f"tells of {counted(end.lines, 'line')} before it")
        if end.sha256 is not None and end.sha256 != digest:
            raise self.wrong("tells that a line before it was changed since the export")
        for name, count in head.counts.items():
            if self._counts.get(name, 0) != count:
                found = self._counts.get(name, 0)
                raise self.wrong(f"tells of {count:,} of “{name[:40]}”, of which {found:,} came", 1)
        if self._source.readline(1):
            raise self.wrong("is the last of the export, but something follows")

    def _next(self) -> Line:
        try:
            line = self._source.readline(LONGEST_LINE + 1)
        except EOFError:
            line = b""
        except OSError as failure:
            reason = failure.strerror or "it is damaged"
            raise InputError(f"{self.name} can't be read: {reason}.", _UNCHANGED) from failure
        self.number += 1
        if not line:
            raise self.wrong("is missing: the file ends before its end")
        if len(line) > LONGEST_LINE:
            raise self.wrong(f"is longer than {LONGEST_LINE // 2**20} MB")
        self._before_last = self._digest.copy()
        self._digest.update(line)
        return _decoded(line, self.name, self.number)


def _decoded(line: bytes, name: str, number: int) -> Line:
    try:
        decoded: Line = _decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as failure:
        reason = " ".join(str(failure).split())[:200]
        raise InputError(
            f"Line {number:,} of {name} isn't as {SCHEMA} has it ({reason}).", _UNCHANGED
        ) from failure
    return decoded


_PLACES = {kind: place for place, kind in enumerate(KEPT)}

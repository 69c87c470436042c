"""What the importers of press databases have in common: going through files, telling problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import ImportItems
from desktop_app.capture.importers.press.lines import Line, file_lines, head_lines, press_files
from desktop_app.capture.importers.press.record import PressRecord
from desktop_app.core.errors import InputError
from desktop_app.core.imported import ImportProblem

#: A record of more characters is no article's; the rest of its file is left.
MAX_RECORD = 8 * 2**20
#: So many files of an archive or folder are looked at to tell what they are.
_LOOKED_AT = 5

#: A file's lines as those of one record after the other.
Splitter = Callable[[Iterable[Line]], Iterator[list[Line]]]
#: A record of its lines; None for what is none, as a list of contents.
Reader = Callable[[list[Line]], PressRecord | None]


@dataclass(slots=True)
class GatheredLines:
    """The lines of a record that isn't whole yet."""

    lines: list[Line] = field(default_factory=list)
    _size: int = 0

    def add(self, line: Line) -> None:
        """One more; InputError once they are more than any article has."""
        self.lines.append(line)
        self._size += len(line.text) + 1
        if self._size > MAX_RECORD:
            raise InputError(
                f"A document has more than {MAX_RECORD // 2**20} million characters.",
                "Export fewer at once.",
            )

    def take(self) -> list[Line]:
        """All of them, and begin again."""
        lines, self.lines, self._size = self.lines, [], 0
        return lines


def guess_press(source: ImportSource, is_ours: Callable[[tuple[Line, ...]], bool]) -> float:
    """How surely a source is of a database, by the first lines of its files."""
    names = press_files(source)[:_LOOKED_AT]
    if not names:
        return 0.0
    known = sum(is_ours(head_lines(source, name)) for name in names)
    return 0.9 if known * 2 > len(names) else 0.0


def read_press(source: ImportSource, program: str, split: Splitter, read: Reader) -> ImportItems:
    """The articles of every file, numbered in their order; what is broken as a problem."""
    names = press_files(source)
    row = 0
    for name in names:
        member = name if len(names) > 1 else ""
        try:
            for lines in split(file_lines(source, name)):
                record = read(lines)
                if record is None:
                    continue
                row += 1
                reason = _problem(record)
                yield (
                    ImportProblem(row, reason, member) if reason else record.article(program, row)
                )
        except InputError as failure:
            row += 1
            yield ImportProblem(row, f"{failure.message} The rest was left out.", member)


def _problem(record: PressRecord) -> str:
    """Why a record can't be taken over, empty where it can."""
    told = record.title or (record.body[0] if record.body else "")
    begins = f" It begins “{told[:60]}”." if told else ""
    if record.broken:
        return f"{record.broken}{begins}"
    if not record.title and not (record.body and record.published):
        return f"It has no headline.{begins}"
    if not record.body and not record.published:
        return f"It has no text and no date.{begins}"
    return ""

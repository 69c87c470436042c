"""Shows very long lines in a plain text field as several, which are one line again when it is read.

Qt lays a line out anew as a whole for every key, which takes a quarter of a second for a megabyte.
A line that goes on with the one above it is marked by its block's user state.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QPlainTextEdit

#: A longer line is shown as several, cut behind a blank where there is one.
LONGEST_LINE = 8_000
_GOES_ON = 1


class LongLinesField(QPlainTextEdit):
    """A plain text field in which what is pasted or dropped is shown so too."""

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put it in at the cursor, in place of what is selected."""
        lines, going_on = _shown(source.text())
        if not going_on:
            super().insertFromMimeData(source)
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        first = cursor.blockNumber()
        cursor.insertText("\n".join(lines))
        cursor.endEditBlock()
        _mark(self, [first + number for number in going_on])
        self.ensureCursorVisible()


def show_lines(field: QPlainTextEdit, text: str) -> None:
    """Put a text into a field."""
    lines, going_on = _shown(text)
    field.setPlainText("\n".join(lines))
    _mark(field, going_on)


def _shown(text: str) -> tuple[list[str], list[int]]:
    """The lines as they are shown, and the numbers of those that go on with the one above."""
    shown: list[str] = []
    going_on: list[int] = []
    for line in text.split("\n"):
        start = 0
        while len(line) - start > LONGEST_LINE:
            blank = line.rfind(" ", start, start + LONGEST_LINE)
            end = blank + 1 if blank > start else start + LONGEST_LINE
            shown.append(line[start:end])
            going_on.append(len(shown))
            start = end
        shown.append(line[start:])
    return shown, going_on


def _mark(field: QPlainTextEdit, going_on: Iterable[int]) -> None:
    for number in going_on:
        field.document().findBlockByNumber(number).setUserState(_GOES_ON)


def read_lines(field: QPlainTextEdit) -> str:
    """The text of a field, with the lines whole that were shown as several."""
    whole: list[str] = []
    block = field.document().begin()
    for line in field.toPlainText().split("\n"):
        if block.blockNumber() > 0 and block.userState() != _GOES_ON:
            whole.append("\n")
        whole.append(line)
        block = block.next()
    return "".join(whole)

"""Long lines in a field are shown as several and read as one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.reading.long_lines import (
    LONGEST_LINE,
    LongLinesField,
    read_lines,
    show_lines,
)

LONG = "It rained all day. " * 5_000


@pytest.fixture
def field(qtbot: QtBot) -> QPlainTextEdit:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    return field


@pytest.mark.parametrize(
    "text", ["", "\n", "\n\nOne\n\ntwo\n", LONG, f"# Head\n\n{LONG}\n\nEnd\n", "x" * 50_000]
)
def test_a_text_is_read_as_it_was_put_in(field: QPlainTextEdit, text: str) -> None:
    show_lines(field, text)

    assert read_lines(field) == text


def test_no_line_is_so_long_that_a_key_waits_for_it(field: QPlainTextEdit) -> None:
    show_lines(field, LONG)

    assert max(map(len, field.toPlainText().split("\n"))) <= LONGEST_LINE


def test_what_is_typed_into_a_long_line_stays_within_it(field: QPlainTextEdit) -> None:
    show_lines(field, LONG)

    field.moveCursor(QTextCursor.MoveOperation.End)
    field.insertPlainText("And then\nthe sun")

    assert read_lines(field) == f"{LONG}And then\nthe sun"


@pytest.mark.parametrize("line", ["word " * 40_000, "x" * 20_000])
def test_a_very_long_line_that_is_pasted_is_shown_as_several_and_read_as_one(
    qtbot: QtBot, line: str
) -> None:
    field = LongLinesField()
    qtbot.addWidget(field)
    show_lines(field, "One.\n\nTwo lines\nthree.")
    cursor = field.document().find("Two lines")
    field.setTextCursor(cursor)
    pasted = QMimeData()
    pasted.setText(f"{line}\nend, ")

    field.insertFromMimeData(pasted)

    longest = max(map(len, field.toPlainText().split("\n")))
    assert longest <= LONGEST_LINE + len("Two lines")
    assert read_lines(field) == f"One.\n\n{line}\nend, \nthree."

    field.undo()
    assert read_lines(field) == "One.\n\nTwo lines\nthree."

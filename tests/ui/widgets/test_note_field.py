"""A note is shown as its Markdown reads, and written in place."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.note_field import NoteField


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[NoteField]:
    """A note on the article 7, beside a line that can have the focus."""
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.addWidget(QLineEdit(page))
    field = NoteField("Note", "Your note", page)
    layout.addWidget(field)
    with qtbot.waitActive(page):
        page.show()
    field.show_note(7, "See *Nature*, <b>1896</b>.")
    yield field
    page.close()


def test_a_note_is_shown_as_it_reads(field: NoteField) -> None:
    assert field.shown.isVisible()
    assert not field.text.isVisible()
    assert "<em>Nature</em>" in field.shown.text()
    assert "&lt;b&gt;1896" in field.shown.text()


def test_a_picture_in_a_note_is_not_fetched(field: NoteField) -> None:
    field.show_note(7, "![a map](https://example.org/map.png)")

    assert "<img" not in field.shown.text()
    assert "a map" in field.shown.text()


def test_a_click_opens_it_and_escape_keeps_it(field: NoteField, qtbot: QtBot) -> None:
    qtbot.mouseClick(field.shown, Qt.MouseButton.LeftButton)
    assert field.text.hasFocus()
    qtbot.keyClicks(field.text, " Again.")

    with qtbot.waitSignal(field.changed) as kept:
        qtbot.keyClick(field.text, Qt.Key.Key_Escape)

    assert kept.args == [7, "See *Nature*, <b>1896</b>. Again."]
    assert "Again." in field.shown.text()


def test_an_emptied_note_leaves_the_place_to_write(field: NoteField, qtbot: QtBot) -> None:
    field.edit()
    field.text.clear()

    with qtbot.waitSignal(field.changed) as kept:
        qtbot.keyClick(field.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert kept.args == [7, ""]
    assert field.text.isVisible()
    assert not field.shown.isVisible()


def test_what_is_being_written_is_kept_when_another_note_is_shown(
    field: NoteField, qtbot: QtBot
) -> None:
    field.edit()
    qtbot.keyClicks(field.text, "!")

    with qtbot.waitSignal(field.changed) as kept:
        field.show_note(8, "Another.")

    assert kept.args == [7, "See *Nature*, <b>1896</b>.!"]
    assert "Another." in field.shown.text()


def test_what_is_being_written_stays_when_the_same_article_is_read_again(
    field: NoteField, qtbot: QtBot
) -> None:
    field.edit()
    qtbot.keyClicks(field.text, "!")

    field.show_note(7, "See *Nature*, <b>1896</b>.")

    assert field.text.toPlainText().endswith("!")

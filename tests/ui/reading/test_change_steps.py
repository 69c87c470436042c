"""What changed between two texts is gone to, one paragraph after the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.text_changes import word_changes
from desktop_app.ui.reading.change_steps import ChangeSteps
from desktop_app.ui.reading.changes_html import changes_html
from desktop_app.ui.reading.reader_browser import ReaderBrowser

_LINES = [f"Paragraph {number} of a text, told at some length." for number in range(400)]


@pytest.fixture
def text(qtbot: QtBot) -> Iterator[ReaderBrowser]:
    window = QWidget()
    qtbot.addWidget(window)
    text = ReaderBrowser(window)
    steps = ChangeSteps(text, window)
    layout = QVBoxLayout(window)
    layout.addWidget(steps)
    layout.addWidget(text)
    window.resize(600, 400)
    window.show()
    yield text


def steps_of(text: ReaderBrowser) -> ChangeSteps:
    steps = text.window().findChild(ChangeSteps)
    assert isinstance(steps, ChangeSteps)
    return steps


def show(text: ReaderBrowser, earlier: list[str], later: list[str], qtbot: QtBot) -> None:
    changes = word_changes("\n\n".join(earlier), "\n\n".join(later))
    with qtbot.waitSignal(text.filled):
        steps_of(text).show_pieces(changes_html(changes))


def in_view(text: ReaderBrowser, words: str) -> bool:
    place = text.cursorRect(text.document().find(words))
    return bool(text.viewport().rect().contains(place.center()))


def test_it_opens_at_the_first_change_and_f3_goes_on_and_back(
    text: ReaderBrowser, qtbot: QtBot
) -> None:
    later = list(_LINES)
    later[150] = "Paragraph 150 of a book, told at some length."
    later[300] = "Quite another line 300."
    show(text, _LINES, later, qtbot)
    steps = steps_of(text)
    assert steps.count.text() == "1 of 2"
    assert in_view(text, "book")

    qtbot.keyClick(text, Qt.Key.Key_F3)
    assert steps.count.text() == "2 of 2"
    assert in_view(text, "Quite another")
    assert not steps.next_button.isEnabled()

    qtbot.keyClick(text, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert in_view(text, "book")


def test_texts_alike_have_no_steps(text: ReaderBrowser, qtbot: QtBot) -> None:
    show(text, _LINES, _LINES, qtbot)

    assert not steps_of(text).isVisible()
    assert text.verticalScrollBar().value() == 0

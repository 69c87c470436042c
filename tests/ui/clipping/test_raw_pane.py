"""What was captured, shown piece by piece and searched."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.clipping.raw_pane import LONGEST_LINE, PIECE, RawPane, with_short_lines


@pytest.fixture
def pane(qtbot: QtBot) -> RawPane:
    pane = RawPane()
    qtbot.addWidget(pane)
    pane.show()
    return pane


def test_a_long_capture_is_loaded_as_far_as_a_search_needs(pane: RawPane, qtbot: QtBot) -> None:
    pane.show_capture("A line of words.\n" * 10_000 + "The needle 😀 is here.", "")
    assert len(pane.view.toPlainText()) <= PIECE

    qtbot.keyClicks(pane.search, "NEEDLE")

    assert pane.view.textCursor().selectedText() == "needle"


def test_return_goes_to_the_next_place_and_round_again(pane: RawPane, qtbot: QtBot) -> None:
    pane.show_capture("😀 one, one, two", "")
    qtbot.keyClicks(pane.search, "one")
    first = pane.view.textCursor().selectionStart()

    qtbot.keyClick(pane.search, Qt.Key.Key_Return)
    second = pane.view.textCursor().selectionStart()
    qtbot.keyClick(pane.search, Qt.Key.Key_Return)

    assert second == first + len("one, ")
    assert pane.view.textCursor().selectionStart() == first


def test_what_isnt_there_is_shown_by_the_field(pane: RawPane, qtbot: QtBot) -> None:
    pane.show_capture("some words", "")

    qtbot.keyClicks(pane.search, "none")

    assert pane.search.property("notFound") is True


def test_the_source_is_offered_only_where_there_is_one(pane: RawPane) -> None:
    pane.show_capture("words", "<p>words</p>")
    source = next(button for button in pane.findChildren(QToolButton) if button.text() == "Source")
    assert source.isVisible()
    source.click()
    assert pane.view.toPlainText() == "<p>words</p>"

    pane.show_capture("words", "")

    assert not source.isVisible()
    assert pane.view.toPlainText() == "words"


def test_overlong_lines_are_broken_and_nothing_is_lost() -> None:
    text = "x" * (LONGEST_LINE * 2 + 5) + "\r\n\r\nend"

    lines = with_short_lines(text).split("\n")

    assert max(map(len, lines)) == LONGEST_LINE
    assert "".join(lines) == text.replace("\r\n", "")

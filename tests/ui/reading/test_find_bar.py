"""Finding something in the article that is read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

FILLER = "\n\n".join(["Nothing of the kind is told here, at some length."] * 40)
TEXT = f"Bread 🍞 rises; breadth too.\n\n{FILLER}\n\nBREAD again, and bread."


@pytest.fixture
def reading(add_article: AddArticle, window: MainWindow, settle: Settle) -> MainWindow:
    """The window with an article shown and the cursor in its text."""
    add_article("Other bread.", title="Other")
    add_article(TEXT, title="Loaves")
    window.reload()
    window.list_pane.set_query("kind")
    settle()
    window.list_pane.view.step(0)
    settle()
    window.activateWindow()
    window.reader.browser.setFocus()
    return window


def _type(window: MainWindow, words: str, settle: Settle, qtbot: QtBot) -> None:
    qtbot.keyClick(window.reader.browser, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.reader.find_bar.field, words)
    settle()


def marked(window: MainWindow) -> list[str]:
    return [each.cursor.selectedText() for each in window.reader.browser.extraSelections()]


def test_what_is_typed_is_marked_counted_and_gone_to(
    reading: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    _type(reading, "bread", settle, qtbot)
    bar = reading.reader.find_bar

    assert marked(reading) == ["Bread", "bread", "BREAD", "bread"]
    assert bar.count.text() == "1 of 4"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "3 of 4"
    assert reading.reader.browser.verticalScrollBar().value() > 500
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == "2 of 4"


def test_case_and_whole_words_narrow_it(reading: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    _type(reading, "bread", settle, qtbot)
    bar = reading.reader.find_bar

    bar.whole.click()
    settle()
    assert marked(reading) == ["Bread", "BREAD", "bread"]
    bar.case.click()
    settle()
    assert marked(reading) == ["bread"]


def test_escape_closes_and_leaves_the_match_selected(
    reading: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    _type(reading, "again", settle, qtbot)

    qtbot.keyClick(reading.reader.find_bar.field, Qt.Key.Key_Escape)
    settle()

    assert not reading.reader.find_bar.isVisible()
    assert reading.reader.browser.textCursor().selectedText() == "again"
    assert "again" not in marked(reading)
    assert "kind" in marked(reading), "the search's words are marked again"


def test_what_isn_t_there_is_said(reading: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    _type(reading, "cake", settle, qtbot)
    bar = reading.reader.find_bar

    assert bar.count.text() == "not found"
    assert not bar.next_button.isEnabled()
    assert marked(reading) == []


def test_the_bar_goes_along_to_the_next_article(
    reading: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    reading.list_pane.set_query("")
    settle()
    _type(reading, "bread", settle, qtbot)

    reading.list_pane.view.step(1)
    settle()

    assert marked(reading) == ["bread"]
    assert reading.reader.find_bar.count.text() == "1 of 1"


def test_ctrl_f_searches_the_archive_elsewhere(reading: MainWindow, qtbot: QtBot) -> None:
    reading.list_pane.view.setFocus()

    reading.commands.action("edit.find").trigger()

    assert reading.list_pane.search.hasFocus()


def test_selected_words_are_looked_for(reading: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    browser = reading.reader.browser
    browser.setTextCursor(browser.document().find("breadth"))

    reading.commands.action("article.find").trigger()
    settle()

    assert reading.reader.find_bar.field.text() == "breadth"
    assert marked(reading) == ["breadth"]

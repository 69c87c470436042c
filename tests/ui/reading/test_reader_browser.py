"""What the mouse tells the text that is read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.ui.reading.reader_browser import ReaderBrowser
from desktop_app.ui.reading.reader_html import markdown_html


@pytest.fixture
def browser(qtbot: QtBot) -> ReaderBrowser:
    browser = ReaderBrowser()
    qtbot.addWidget(browser)
    browser.resize(600, 400)
    browser.show()
    markdown = "See [the report](https://example.org/a) or [the desk](https://example.org/b) of it."
    browser.show_html("", markdown_html(markdown, ()))
    qtbot.waitUntil(lambda: browser.is_filled)
    return browser


def place_of(browser: ReaderBrowser, words: str) -> QPoint:
    """Where the middle of these words stands."""
    found = browser.document().find(words)
    cursor = QTextCursor(browser.document())
    cursor.setPosition((found.selectionStart() + found.selectionEnd()) // 2)
    return browser.cursorRect(cursor).center()


def test_links_that_are_clicked_are_no_passage_to_mark(
    browser: ReaderBrowser, qtbot: QtBot
) -> None:
    selected: list[bool] = []
    browser.passage_selected.connect(lambda: selected.append(True))

    for words in ("report", "desk", "report"):
        qtbot.mouseClick(
            browser.viewport(), Qt.MouseButton.LeftButton, pos=place_of(browser, words)
        )
        for menu in browser.findChildren(QMenu):
            menu.close()

    assert selected == []


def test_words_that_the_mouse_was_drawn_over_are_a_passage_also_in_a_link(
    browser: ReaderBrowser, qtbot: QtBot
) -> None:
    viewport = browser.viewport()
    with qtbot.waitSignal(browser.passage_selected):
        qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=place_of(browser, "See"))
        qtbot.mouseMove(viewport, pos=place_of(browser, "desk"))
        qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=place_of(browser, "desk"))


def test_the_link_under_the_pointer_is_told_no_longer_once_another_text_is_shown(
    browser: ReaderBrowser,
) -> None:
    told: list[str] = []
    browser.highlighted.connect(lambda url: told.append(url.toString()))

    browser.show_html("", markdown_html("Another text.", ()))

    assert told == [""]

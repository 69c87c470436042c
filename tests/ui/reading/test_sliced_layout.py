"""A long text gets lines of another width while the window lives on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop_app.ui.reading.reader_browser import ReaderBrowser
from desktop_app.ui.reading.reader_html import markdown_html

_LINES = [f"Paragraph {number} of a text, told at some length." * 3 for number in range(2_000)]


@pytest.fixture
def browser(qtbot: QtBot) -> ReaderBrowser:
    browser = ReaderBrowser()
    qtbot.addWidget(browser)
    browser.resize(600, 400)
    browser.show()
    return browser


def _top_line(browser: ReaderBrowser) -> str:
    return str(browser.document().findBlock(browser.place_at_top()).text())


def _has_its_width(browser: ReaderBrowser) -> Callable[[], bool]:
    return lambda: browser.document().textWidth() == browser.viewport().width()


@pytest.mark.parametrize("paragraphs", [20, 2_000])
def test_the_text_gets_the_width_of_the_window(
    browser: ReaderBrowser, qtbot: QtBot, paragraphs: int
) -> None:
    browser.show_html("", markdown_html("\n\n".join(_LINES[:paragraphs]), ()))
    qtbot.waitUntil(lambda: browser.is_filled)
    before = browser.document().textWidth()

    for width in range(590, 400, -10):
        browser.resize(width, 400)
    qtbot.waitUntil(_has_its_width(browser))

    assert browser.document().textWidth() < before - 100


def test_what_is_read_in_a_long_text_stays_at_the_top(browser: ReaderBrowser, qtbot: QtBot) -> None:
    browser.show_html("", markdown_html("\n\n".join(_LINES), ()))
    qtbot.waitUntil(lambda: browser.is_filled)
    browser.hold_place(browser.document().find("Paragraph 1200 ").selectionStart())
    assert _top_line(browser) == _LINES[1200]

    browser.resize(420, 400)
    qtbot.waitUntil(_has_its_width(browser))
    qtbot.waitUntil(lambda: browser.viewport().updatesEnabled())

    assert _top_line(browser) == _LINES[1200]


def test_another_text_meanwhile_is_shown_at_once(browser: ReaderBrowser, qtbot: QtBot) -> None:
    browser.show_html("", markdown_html("\n\n".join(_LINES), ()))
    qtbot.waitUntil(lambda: browser.is_filled)
    browser.resize(420, 400)
    qtbot.waitUntil(_has_its_width(browser))

    browser.show_html("", ("<p>Something short.</p>",))

    assert browser.toPlainText() == "Something short."
    assert browser.viewport().updatesEnabled()
    assert _has_its_width(browser)()


def test_lines_stay_as_wide_in_a_window_with_room_to_spare(
    browser: ReaderBrowser, qtbot: QtBot
) -> None:
    browser.show_html("", markdown_html("\n\n".join(_LINES[:20]), ()))

    widths = set()
    for width in range(1200, 1210):
        browser.resize(width, 400)
        widths.add(browser.viewport().width())

    assert len(widths) == 1


def test_nothing_is_to_be_scrolled_sideways_once_pictures_have_shrunk(
    browser: ReaderBrowser, qtbot: QtBot
) -> None:
    picture = QImage(1_000, 500, QImage.Format.Format_RGB32)
    browser.resize(900, 400)
    pieces = markdown_html("\n\n".join(["![a](x:1)", *_LINES[:20]]), {"x:1"})
    browser.show_html("", pieces, {"x:1": picture})
    qtbot.waitUntil(lambda: browser.is_filled)

    browser.resize(538, 400)
    qtbot.waitUntil(_has_its_width(browser))

    assert browser.document().size().width() <= browser.viewport().width()
    assert browser.horizontalScrollBar().maximum() == 0

"""What the user does to how articles are set: sizes by keys, all else in a small panel."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from desktop_app.ui.base.window_state import WindowState
from desktop_app.ui.late_parts import reading_panel
from desktop_app.ui.reading.reader_browser import ReaderBrowser
from desktop_app.ui.reading.reading_style import (
    PageColours,
    ReadingStyle,
    style_from_words,
    style_words,
)


class ReadingActs(QObject):
    """Changes the page of one reader, and remembers what was chosen."""

    def __init__(self, browser: ReaderBrowser, state: WindowState, parent: QObject) -> None:
        super().__init__(parent)
        self._browser = browser
        self._state = state
        browser.set_reading(kept_reading_style(state))

    def choose(self, style: ReadingStyle) -> None:
        """Set articles so from now on."""
        self._browser.set_reading(style)
        for name, word in style_words(style).items():
            self._state.keep_word(f"reading/{name}", word)

    def larger(self) -> None:
        """Make the text a step larger."""
        self.choose(self._browser.reading.larger())

    def smaller(self) -> None:
        """Make the text a step smaller."""
        self.choose(self._browser.reading.smaller())

    def usual_size(self) -> None:
        """Give the text the size it has for a new user."""
        self.choose(self._browser.reading.sized(ReadingStyle().points))

    def next_page(self) -> None:
        """Go on to the next of the page's colours."""
        pages = list(PageColours)
        reading = self._browser.reading
        following = pages[(pages.index(reading.page) + 1) % len(pages)]
        self.choose(replace(reading, page=following))

    def show_panel(self, below: QWidget | None = None) -> None:
        """Show what can be chosen, below a button or else in the reader's corner."""
        panel = reading_panel(self._browser.reading, self._browser)
        panel.chosen.connect(self.choose)
        panel.adjustSize()
        if below is not None:
            corner = below.mapToGlobal(QPoint(0, below.height()))
        else:
            corner = self._browser.mapToGlobal(QPoint(0, 0))
        screen = self._browser.screen().availableGeometry()
        panel.move(min(corner.x(), screen.right() - panel.width()), corner.y())
        panel.show()


def kept_reading_style(state: WindowState) -> ReadingStyle:
    """How the user last wanted articles to be set."""
    return style_from_words(lambda name: state.word(f"reading/{name}", ""))

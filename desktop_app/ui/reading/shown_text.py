"""The article's text in the reader: which place of the one is which of the other, once it is there.

Worked out off the window's thread where the text is long (``reader_places`` tells how).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.text_places import whole_words
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.reading.reader_browser import ReaderBrowser

if TYPE_CHECKING:
    from desktop_app.ui.reading.reader_places import ReaderPlaces

#: A text of so many characters is matched in a few milliseconds.
_AT_ONCE = 40_000


class ShownText(QObject):
    """``ready`` says that places can be asked for, after ``want``."""

    ready = Signal()

    def __init__(self, browser: ReaderBrowser, tasks: TaskRunner) -> None:
        super().__init__(browser)
        self._browser = browser
        self._tasks = tasks
        self._text: str | None = None
        self._places: ReaderPlaces | None = None
        self._state = 0
        self._asked = -1
        browser.filled.connect(self._forget)

    def show(self, text: str | None) -> None:
        """Say which text is in the browser, or will soon be."""
        if text != self._text:
            self._text = text
            self._forget()

    @property
    def is_ready(self) -> bool:
        """Whether places can be told without waiting."""
        return self._places is not None

    def want(self) -> None:
        """Have the places worked out, unless they are or the text isn't there yet."""
        text = self._text
        if text is None or self._places is not None or not self._browser.is_filled:
            return
        if len(text) <= _AT_ONCE:
            self._work_out()
        elif self._asked != self._state:
            state = self._asked = self._state
            shown = self._browser.document().toRawText()
            task = self._tasks.read(lambda: _places(text, shown), key="shown-text")
            task.succeeded(lambda places: self._on_places(state, places))

    def shown_at(self, start: int, end: int) -> tuple[int, int] | None:
        """From where to where in the document a stretch stands; None where it isn't or too soon."""
        return None if self._places is None else self._places.shown_at(start, end)

    def told_at(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the text in a part of the document; waits where it must."""
        if self._places is None and self._browser.is_filled:
            self._work_out()
        return None if self._places is None else self._places.told_at(start, end)

    def words_at(self, start: int, end: int) -> tuple[int, int] | None:
        """The same, with the words that the part begins and ends within taken whole."""
        told = self.told_at(start, end)
        return told if told is None or self._text is None else whole_words(self._text, *told)

    def _work_out(self) -> None:
        if self._text is not None:
            self._places = _places(self._text, self._browser.document().toRawText())
            self.ready.emit()

    def _on_places(self, state: int, places: ReaderPlaces) -> None:
        if state == self._state and self._places is None:
            self._places = places
            self.ready.emit()

    def _forget(self) -> None:
        self._state += 1
        self._places = None


def _places(text: str, shown: str) -> ReaderPlaces:
    # Imported here: numpy is nothing that the window's start should wait for.
    from desktop_app.ui.reading.reader_places import ReaderPlaces  # noqa: PLC0415

    return ReaderPlaces(text, shown)

"""The words of the search in the text that is read: marked, counted, gone through with F3."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.core.counted import counted
from desktop_app.core.query import Words
from desktop_app.core.word_matches import Span, WordMatcher
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.reading.reader_browser import ReaderBrowser

#: In a longer list of matches nobody looks for the last.
_MOST = 9_999
_ICON = QSize(14, 14)
#: Gives the first places in a text of what is looked for, so many at most.
Finder = Callable[[str, int], list[Span]]


class ReaderMatches(QObject):
    """Follows one page: whenever another text fills it, or other words are looked for.

    ``counted`` tells at which match one is, −1 for none yet, and how many there are.
    """

    counted = Signal(int, int)

    def __init__(self, browser: ReaderBrowser, tasks: TaskRunner) -> None:
        super().__init__(browser)
        self._browser = browser
        self._tasks = tasks
        self._words: tuple[Words, ...] = ()
        self._spans: list[Span] = []
        self._current = -1
        self._finder: Finder | None = None
        self._from = 0
        self._is_looking = False
        self._entering = 0
        #: Goes to the next article (1) or the one before (-1); False where there is none.
        self.leave: Callable[[int], bool] = lambda _by: False
        self.bar = MatchBar(browser)
        self.bar.next_button.clicked.connect(lambda: self.step(1))
        self.bar.previous_button.clicked.connect(lambda: self.step(-1))
        browser.filled.connect(self._on_filled)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._spans)

    def set_words(self, words: Sequence[Words]) -> None:
        """Look for these."""
        if tuple(words) != self._words:
            self._words, self._entering = tuple(words), 0
            self._look()

    def find(self, finder: Finder | None) -> None:
        """Look for something else than the search's words, and go to the next from here at once.

        None leads back to the search's words.
        """
        if self._finder is None:
            self._from = self._browser.place_at_top()
        self._finder = finder
        self._look()

    @property
    def current(self) -> Span | None:
        """The place in the document of the match one is at."""
        return self._spans[self._current] if self._current >= 0 else None

    def step(self, by: int) -> None:
        """Go to the next match, or with −1 to the one before.

        From the last match of an article to the first one of the next article, where there is one;
        what is sought in one article alone begins there again.
        """
        if self._is_looking or self._entering:
            return
        at = self._beside(by)
        if self._finder is None and not 0 <= at < len(self._spans) and self._words:
            self._entering = by
            if self.leave(by):
                return
            self._entering = 0
        if self._spans and self._browser.is_filled:
            self._go_to(at % len(self._spans))

    def _beside(self, by: int) -> int:
        """Which match comes next; one that isn't there at either end."""
        if self._current >= 0:
            return self._current + by
        if not self._spans:
            return -1
        # The first one from where is being read, rather than from the beginning.
        at = bisect_left(self._spans, (self._browser.place_at_top(), 0))
        return (at if by > 0 else at - 1) % len(self._spans)

    def _go_to(self, at: int) -> None:
        self._current = at
        self._show()
        self._browser.show_place(self._spans[at][0])

    def _on_filled(self) -> None:
        self._spans, self._current = [], -1
        self._look()

    def _look(self) -> None:
        self._is_looking = False
        if not self._browser.is_filled:
            return
        if not self._words and self._finder is None:
            self._on_looked([])
            return
        text, finder = self._browser.toPlainText(), self._finder or WordMatcher(self._words).spans
        self._is_looking = True
        task = self._tasks.read(lambda: _spans(text, finder), key="reader-matches")
        task.succeeded(self._on_looked)

    def _on_looked(self, spans: list[Span]) -> None:
        self._spans, self._current, self._is_looking = spans, -1, False
        entering, self._entering = self._entering, 0
        if entering and spans and self._finder is None:
            self._go_to(0 if entering > 0 else len(spans) - 1)
            return
        if self._finder is not None and spans:
            at = bisect_left(spans, (self._from, 0))
            self._current = at % len(spans)
            self._browser.show_place(spans[self._current][0])
        self._show()

    def _show(self) -> None:
        self._browser.set_found(self._spans, self._current)
        self.bar.show_count(self._current, 0 if self._finder else len(self._spans))
        self.counted.emit(self._current, len(self._spans))


def _spans(text: str, finder: Finder) -> list[Span]:
    """What is found, in units of UTF-16, by which Qt counts."""
    found = finder(text, _MOST)
    if text.isascii():
        return found
    places = [0, *accumulate(1 + (letter > "\uffff") for letter in text)]
    return [(places[start], places[end]) for start, end in found]


class MatchBar(QFrame):
    """Floats at the top right of the text: which match of how many, and to the ones beside it."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("matchBar")
        self.label = QLabel(self)
        self.previous_button = self._button("chevron-up", "Previous match (Shift+F3)")
        self.next_button = self._button("chevron-down", "Next match (F3)")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID + 2, 2, 4, 2)
        layout.setSpacing(2)
        layout.addWidget(self.label)
        layout.addWidget(self.previous_button)
        layout.addWidget(self.next_button)
        over.installEventFilter(self)
        theme().changed.connect(self._recolour)
        self.hide()

    def show_count(self, current: int, count: int) -> None:
        """Say where one is; without matches the bar goes."""
        if not count:
            self.hide()
            return
        matches = counted(count, "match", "matches")
        self.label.setText(matches if current < 0 else f"{current + 1:,} of {count:,}")
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.move(self._over.width() - self.width() - 3 * GRID, GRID)

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(theme().icon(icon))
        button.setIconSize(_ICON)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _recolour(self) -> None:
        self.previous_button.setIcon(theme().icon("chevron-up"))
        self.next_button.setIcon(theme().icon("chevron-down"))

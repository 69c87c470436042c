"""Where the user is in the article shown: kept when they leave it, gone to when they are back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop_app.core.article import Article
from desktop_app.core.reading_place import find_place, place_at
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.reading.reader_browser import ReaderBrowser
from desktop_app.ui.reading.shown_text import ShownText

#: In a longer text that isn't matched yet the place isn't worth waiting for.
_LONGEST_WAITED_FOR = 200_000


class ReadingPosition(QObject):
    """The place in one reader; told by a character of the text, 0 being the beginning."""

    def __init__(
        self, browser: ReaderBrowser, text: ShownText, library: Library, tasks: TaskRunner
    ) -> None:
        super().__init__(browser)
        self._browser, self._text = browser, text
        self._library, self._tasks = library, tasks
        self._article: Article | None = None
        self._kept = 0
        self._sought = 0
        self._has_moved = False
        browser.filled.connect(self._seek)
        browser.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        text.ready.connect(self._go)

    def show(self, article: Article | None, kept: int = 0) -> None:
        """Go to where this article was left; it is, or will soon be, in the browser."""
        self._article = article
        self._kept = self._sought = kept
        self._has_moved = False
        self._seek()

    def change(self, article: Article) -> None:
        """Say what the article has become, before it is shown; what was read stays at the top."""
        before = self._article
        self._article = article
        if before is not None and before.clean.text != article.clean.text:
            start = self._start() or 0
            self._sought = find_place(article.clean.text, place_at(before.clean.text, start))

    def leave(self) -> None:
        """Keep where the user is."""
        article, start = self._article, self._start()
        if article is None or not self._has_moved or start is None or start == self._kept:
            return
        self._kept = start
        self._tasks.write(
            lambda: self._library.reading.keep_place(article.id, article.clean.text, start),
            label="Keep the place",
            changes=(),
        )

    def _start(self) -> int | None:
        """The character at the top now; None where that isn't known."""
        article = self._article
        if article is None or not self._browser.is_filled or self._sought:
            return None
        top = self._browser.place_at_top()
        if not top:
            return 0
        if not self._text.is_ready and len(article.clean.text) > _LONGEST_WAITED_FOR:
            return None
        told = self._text.told_at(top, self._browser.document().characterCount())
        return None if told is None else told[0]

    def _on_scrolled(self) -> None:
        self._has_moved = True
        if self._browser.is_filled:
            self._text.want()

    def _seek(self) -> None:
        if self._sought and self._browser.is_filled:
            self._text.want()
            if self._text.is_ready:
                self._go()

    def _go(self) -> None:
        sought, self._sought = self._sought, 0
        if not sought or self._browser.verticalScrollBar().value():
            return
        shown = self._text.shown_at(sought, sought + 200)
        if shown is not None:
            self._browser.hold_place(shown[0])
            self._has_moved = False

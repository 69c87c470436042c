"""A passage that the user wants to see: gone to as soon as the article and its text are there."""

from __future__ import annotations

from desktop_app.core.text_quote import TextQuote
from desktop_app.ui.reading.reader_browser import ReaderBrowser
from desktop_app.ui.reading.shown_text import ShownText


class SoughtPassage:
    """Remembers one passage of one article until the text was scrolled to it."""

    def __init__(self, browser: ReaderBrowser, text: ShownText) -> None:
        self._browser, self._text = browser, text
        self._sought: tuple[int, str | TextQuote] | None = None

    def seek(self, article_id: int, words: str | TextQuote) -> None:
        """Remember these words of an article, in place of what was sought before."""
        self._sought = (article_id, words)

    def is_in(self, article_id: int) -> bool:
        """Whether a passage of this article is sought."""
        return self._sought is not None and self._sought[0] == article_id

    def go(self, article_id: int) -> None:
        """Scroll to it where it is this article's that is shown, and both are ready."""
        if self._sought is None or not self.is_in(article_id) or not self._browser.is_filled:
            return
        words = self._sought[1]
        if isinstance(words, str) or words.start is None:
            self._sought = None
            self._browser.show_passage(words if isinstance(words, str) else words.exact)
            return
        # May say that it is ready at once, which comes here again.
        self._text.want()
        if self._text.is_ready and self._sought is not None:
            self._sought = None
            shown = self._text.shown_at(words.start, words.start + len(words.exact))
            if shown is not None:
                self._browser.show_stretch(*shown)

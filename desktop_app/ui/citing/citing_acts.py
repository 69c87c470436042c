"""Citations put on the clipboard: in the chosen style, as plain and as rich text, or as keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.core.counted import count_articles
from desktop_app.ui.base.window_state import WindowState
from desktop_app.ui.late_parts import LateParts

if TYPE_CHECKING:
    from desktop_app.services.exporting.citing import CitationChoice, CitedArticles

# ruff: noqa: PLC0415 - the window's start waits for nothing of citing
_LONGEST_SAID = 90


class CitingActs(QObject):
    """Makes citations off the window's thread, and says what was copied."""

    def __init__(self, late: LateParts, state: WindowState, window: QWidget) -> None:
        super().__init__(window)
        self._late = late
        self._state = state
        self._window = window

    def copy(self, ids: Sequence[int]) -> None:
        """Put the citation of articles on the clipboard, as the chosen style has it."""
        if not self._is_any(ids):
            return
        from desktop_app.ui.citing.kept_choice import kept_choice

        choice, citing = kept_choice(self._state), self._late.library.citing
        task = self._late.tasks.read(
            lambda: citing.cited(ids, choice), label="Citing", key="citation to copy"
        )
        task.succeeded(self._put)

    def copy_keys(self, ids: Sequence[int]) -> None:
        """Put what a text cites articles by on the clipboard: “[@roe2023talks]”."""
        if not self._is_any(ids):
            return
        citing = self._late.library.citing
        # Articles get their keys when they are first asked for.
        task = self._late.tasks.write(lambda: citing.in_markdown(ids), label="", changes=())
        task.succeeded(self._put_keys)

    def ask_style(self, ids: Sequence[int]) -> None:
        """Ask how to cite, with the first of these articles as the example."""
        from desktop_app.ui.citing.kept_choice import kept_choice

        dialog = self._late.citation_style_dialog(
            kept_choice(self._state), ids[0] if ids else None, self._window
        )
        dialog.chosen.connect(self._keep)
        dialog.open()

    def _is_any(self, ids: Sequence[int]) -> bool:
        if not ids:
            self._late.notifier.info("Choose an article first: then it can be cited.")
        return bool(ids)

    def _put(self, cited: CitedArticles | None) -> None:
        if cited is None:
            return
        data = QMimeData()
        data.setText(cited.text)
        data.setHtml(cited.html)
        QGuiApplication.clipboard().setMimeData(data)
        count = len(cited.articles)
        many = f"Copied the citations of {count_articles(count)}."
        self._late.notifier.info(f"Copied: {_short(cited.text)}" if count == 1 else many)

    def _put_keys(self, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self._late.notifier.info(f"Copied: {_short(words)}")

    def _keep(self, choice: CitationChoice) -> None:
        from desktop_app.ui.citing.kept_choice import keep_choice

        keep_choice(self._state, choice)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SAID else f"{line[:_LONGEST_SAID].rstrip()}…"

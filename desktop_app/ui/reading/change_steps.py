"""A text with what changed in it, and steps from one changed paragraph to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QTextBlock
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.ui.base.theme import theme
from desktop_app.ui.reading.reader_browser import ReaderBrowser

_MARKS = ("<ins>", "<del>")


class ChangeSteps(QWidget):
    """Shows pieces of ``changes_html`` in a text, at the first change; F3 goes to the next."""

    def __init__(self, text: ReaderBrowser, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self._changed: list[int] = []
        self._at = -1
        self.count = QLabel(self)
        self.count.setProperty("role", "hint")
        self.previous_button = self._button("Previous change (Shift+F3)")
        self.next_button = self._button("Next change (F3)")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.count, self.previous_button, self.next_button):
            row.addWidget(part)
        steps = ((self.next_button, 1, "F3"), (self.previous_button, -1, "Shift+F3"))
        for button, by, keys in steps:
            button.clicked.connect(lambda _checked=False, by=by: self.step(by))
            QShortcut(QKeySequence(keys), parent).activated.connect(lambda by=by: self.step(by))
        text.filled.connect(self._on_filled)
        theme().changed.connect(self._recolour)
        self._recolour()
        self._tell()

    def show_pieces(self, pieces: Sequence[str]) -> None:
        """Show what changed, from the first change on."""
        # Each piece becomes one block of the document; none has a mark that isn't ours.
        self._changed = [
            number for number, piece in enumerate(pieces) if any(mark in piece for mark in _MARKS)
        ]
        self._at = -1
        self._tell()
        self._text.show_html("", pieces)

    def step(self, by: int) -> None:
        """Go to the next changed paragraph, or with -1 to the one before."""
        if not self._changed:
            return
        self._at = min(max(self._at + by, 0), len(self._changed) - 1)
        block = self._text.document().findBlockByNumber(self._changed[self._at])
        if block.isValid():
            self._text.show_place(_first_change(block))
        self._tell()

    def _on_filled(self) -> None:
        if self._at < 0:
            self.step(1)

    def _tell(self) -> None:
        count = len(self._changed)
        self.setVisible(count > 0)
        self.count.setText(f"{self._at + 1} of {count:,}" if self._at >= 0 else f"{count:,}")
        self.count.setToolTip("Changed paragraphs")
        self.previous_button.setEnabled(self._at > 0)
        self.next_button.setEnabled(self._at < count - 1)

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _recolour(self) -> None:
        self.previous_button.setIcon(theme().icon("chevron-up"))
        self.next_button.setIcon(theme().icon("chevron-down"))


def _first_change(block: QTextBlock) -> int:
    """Where the first added or taken words of a paragraph stand; its beginning without any."""
    pieces = block.begin()
    while not pieces.atEnd():
        fragment = pieces.fragment()
        if fragment.charFormat().background().style() is not Qt.BrushStyle.NoBrush:
            return int(fragment.position())
        pieces += 1
    return int(block.position())

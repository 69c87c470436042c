"""What a timeline's chosen item says: its date, the sentence, the article, and the way there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.dates_in_words import date_in_words, moment_in_words
from desktop_app.core.timeline import TimelineItem
from desktop_app.ui.base.theme import GRID, reading_font

_LONGEST = 600


class TimelineCard(QFrame):
    """Hidden while nothing is chosen."""

    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelineCard")
        self.date = self._label("heading")
        self.sentence = self._label("")
        self.sentence.setFont(reading_font(12))
        self.article = self._label("hint")
        self.open_button = QPushButton("Open", self)
        self.open_button.setToolTip("Read the article where this is told (Enter, double click)")
        self.open_button.clicked.connect(self.open_requested)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        for label in (self.date, self.sentence, self.article):
            words.addWidget(label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(words, 1)
        layout.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_item(self, item: TimelineItem | None) -> None:
        """Show an item, or nothing."""
        self.setVisible(item is not None)
        if item is None:
            return
        self.date.setText(moment_in_words(item.date))
        words = item.words
        self.sentence.setText(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")
        told = [item.title] if item.sentence and item.title else []
        told += [item.publisher] if item.publisher else []
        if item.sentence and item.published:
            told.append(f"published {date_in_words(item.published)}")
        self.article.setText("  ·  ".join(told))
        self.article.setVisible(bool(told))

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

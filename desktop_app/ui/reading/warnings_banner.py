"""The quiet banner above an article: what cleaning wasn't sure of, and what to do."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app.core.article import CleaningWarning
from desktop_app.ui.base.theme import GRID


class WarningsBanner(QFrame):
    """One line for each warning; hidden when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning")
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.addWidget(self.text)
        self.hide()

    def show_warnings(self, warnings: Iterable[CleaningWarning]) -> None:
        """Show the warnings' sentences."""
        words = "\n".join(warning.message for warning in warnings)
        self.text.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

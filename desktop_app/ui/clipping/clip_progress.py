"""What the sheet shows while a page is fetched and cleaned."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.base.theme import GRID


class ClipProgress(QWidget):
    """One line of what is going on, a bar that moves, and a way to stop."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        bar = QProgressBar(self)
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setFixedWidth(40 * GRID)
        bar.setAccessibleName("Working")
        stop = QPushButton("Stop", self)
        stop.setAutoDefault(False)
        stop.clicked.connect(self.cancelled)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * GRID)
        layout.addStretch()
        layout.addWidget(self.label)
        layout.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(stop, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()

    def show_activity(self, words: str) -> None:
        """Say what is being done."""
        self.label.setText(f"{words}…")

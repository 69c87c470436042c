"""The line at the foot of the window: which archive this is, where a link leads, work under way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QWidget

from desktop_app.ui.base.theme import GRID

_BUSY_AFTER_MS = 400


class StatusLine(QStatusBar):
    """Shows the archive's path, or in its place the address under the pointer."""

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._path = str(path)
        self.words = QLabel(self._path, self)
        self.words.setProperty("role", "hint")
        self.words.setContentsMargins(2 * GRID, 0, 2 * GRID, 0)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setFixedWidth(120)
        self._busy.setAccessibleName("Work under way")
        self._busy.hide()
        self._busy_soon = QTimer(self)
        self._busy_soon.setSingleShot(True)
        self._busy_soon.setInterval(_BUSY_AFTER_MS)
        self._busy_soon.timeout.connect(self._busy.show)
        self.addWidget(self.words, 1)
        self.addPermanentWidget(self._busy)
        self.setSizeGripEnabled(False)

    def show_link(self, url: QUrl) -> None:
        """Show where a link leads; an address within the archive shows nothing new."""
        is_outside = url.scheme() in ("http", "https", "mailto")
        self.words.setText(url.toString() if is_outside else self._path)

    def show_task_count(self, count: int) -> None:
        """Show that work is under way, once it takes a moment."""
        if count == 0:
            self._busy_soon.stop()
            self._busy.hide()
        elif not self._busy.isVisible() and not self._busy_soon.isActive():
            self._busy_soon.start()

"""What is seen while an older archive is brought up to date, before there is a window."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QVBoxLayout

from desktop_app.core.errors import AppError
from desktop_app.services.library import Library
from desktop_app.ui.base.task import TaskContext
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID

_WORDS = (
    "Your archive comes from an earlier Cuttings. A copy of it as it was is kept beside it,"
    " as long as you like."
)


class UpgradeDialog(QDialog):
    """Opens the archive off the window's thread; accepted once it is open.

    Stopping leaves the archive as it was. Closing it means stopping too, and waits for that.
    """

    #: What is being done, and how far it is; comes from another thread.
    told = Signal(str, int, int)

    def __init__(self, library: Library, tasks: TaskRunner) -> None:
        super().__init__()
        self.failure: AppError | None = None
        self._library = library
        self._stop = threading.Event()
        self._is_under_way = True
        self.setWindowTitle("Cuttings")
        self.setMinimumWidth(60 * GRID)
        self.heading = QLabel(f"Bringing “{library.path.name}” up to date", self)
        self.heading.setProperty("role", "large")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.words = QLabel(_WORDS, self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName("How far it is")
        self.step = QLabel("Beginning…", self)
        self.step.setProperty("role", "hint")
        self.buttons = QDialogButtonBox(self)
        self.stop_button = self.buttons.addButton("Stop", QDialogButtonBox.ButtonRole.RejectRole)
        self.stop_button.setAutoDefault(False)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID + GRID // 2)
        for widget in (self.heading, self.words, self.bar, self.step):
            column.addWidget(widget)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        task = tasks.fetch(self._open_archive, label="Bringing the archive up to date")
        task.succeeded(self._on_opened).failed(self._on_failed)

    def reject(self) -> None:
        """Stop; what is failed already is closed."""
        if not self._is_under_way:
            super().reject()
            return
        self._stop.set()
        self.stop_button.setEnabled(False)
        self.step.setText("Stopping…")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop first."""
        if self._is_under_way:
            event.ignore()
            self.reject()
            return
        super().closeEvent(event)

    def _open_archive(self, _context: TaskContext) -> None:
        self._library.open(self.told.emit, self._stop.is_set)

    def _on_told(self, words: str, done: int, total: int) -> None:
        if self._stop.is_set():
            return
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.step.setText(f"{words}…")

    def _on_opened(self, _result: object) -> None:
        self._is_under_way = False
        self.accept()

    def _on_failed(self, failure: AppError) -> None:
        self._is_under_way = False
        self.failure = failure
        if self._stop.is_set():
            super().reject()
            return
        self.heading.setText("The archive couldn’t be brought up to date")
        self.words.setText(f"{failure}\nThe archive is as it was.")
        self.bar.hide()
        self.step.hide()
        self.stop_button.setText("Close")

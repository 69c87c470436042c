"""The line at the foot of the window: which archive this is, where a link leads, work under way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from desktop_app.ui.base.task import Task
from desktop_app.ui.base.theme import GRID

_BUSY_AFTER_MS, _TOLD_MS = 400, 4_000


class StatusLine(QStatusBar):
    """Shows the archive's path, or in its place the address under the pointer.

    A write that takes a moment is named there, with how far it is and a button that stops it.
    """

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
        self._busy_soon.timeout.connect(self._show_busy)
        self._writes: list[Task] = []
        self.write_label = QLabel(self)
        self.write_label.setProperty("role", "hint")
        self.stop_button = QPushButton("Stop", self)
        self.stop_button.setProperty("flat", "true")
        self.stop_button.setToolTip("Stop it, and leave everything as it was before")
        self.stop_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.stop_button.clicked.connect(self.stop_write)
        self.queue_button = QPushButton(self)
        self.queue_button.setProperty("flat", "true")
        self.queue_button.setToolTip("Show the queue of addresses")
        self.queue_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(self.words, 1)
        for part in (self.queue_button, self.write_label, self._busy, self.stop_button):
            self.addPermanentWidget(part)
            part.hide()
        self.setSizeGripEnabled(False)

    def show_link(self, url: QUrl) -> None:
        """Show where a link leads; an address within the archive shows nothing new."""
        is_outside = url.scheme() in ("http", "https", "mailto")
        self.words.setText(url.toString() if is_outside else self._path)

    def show_queue(self, words: str) -> None:
        """Tell how far the queue of addresses is; nothing where nothing is to be done."""
        self.queue_button.setText(words)
        self.queue_button.setVisible(bool(words))

    def show_task_count(self, count: int) -> None:
        """Show that work is under way, once it takes a moment."""
        if count == 0:
            self._busy_soon.stop()
            self._busy.hide()
            self._show_write()
        elif not self._busy.isVisible() and not self._busy_soon.isActive():
            self._busy_soon.start()

    def follow_write(self, task: Task) -> None:
        """Tell of a write, once it is its turn and takes a moment."""
        self._writes.append(task)
        task.progressed.connect(self._on_progressed)
        task.ended.connect(self._on_write_ended)

    def stop_write(self) -> None:
        """Stop the write under way, of which nothing is left then."""
        if not self._writes:
            self.showMessage("Nothing is being changed just now.", _TOLD_MS)
            return
        self.stop_button.setEnabled(False)
        self._writes[0].stop()

    def _show_busy(self) -> None:
        self._busy.show()
        self._show_write()

    def _show_write(self) -> None:
        """Name the write under way, where one is, as long as the bar is shown."""
        is_shown = bool(self._writes) and not self._busy.isHidden()
        if is_shown:
            self.write_label.setText(f"{self._writes[0].label}…")
        self._busy.setRange(0, 0)
        self.stop_button.setEnabled(True)
        self.write_label.setVisible(is_shown)
        self.stop_button.setVisible(is_shown)

    def _on_progressed(self, done: int, total: int) -> None:
        if self._writes and self.sender() is self._writes[0]:
            self._busy.setRange(0, max(total, 1))
            self._busy.setValue(done)

    def _on_write_ended(self) -> None:
        self._writes = [task for task in self._writes if task is not self.sender()]
        self._show_write()

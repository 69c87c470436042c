"""Fetch many addresses…: any text with addresses in it is pasted, dropped, or read from a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from desktop_app.core.counted import counted
from desktop_app.core.errors import AppError
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.widgets.question_dialog import QuestionDialog

_WORDS = (
    "Paste any text with addresses in it: one a line, Markdown, the source of a page. They are"
    " fetched one by one, politely, and kept without being shown first."
)
_PAUSE_MS = 150
_MOST_ON_CLIPBOARD = 2_000_000


class AddAddressesDialog(QuestionDialog):
    """``addresses`` and ``tags`` are what was given, once it was accepted."""

    def __init__(self, library: Library, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__("Fetch many addresses", _WORDS, "Add to the queue", parent)
        self._library, self._tasks = library, tasks
        self.addresses: list[str] = []
        self.edit = QPlainTextEdit(self)
        self.edit.setAccessibleName("Text with addresses")
        self.edit.setPlaceholderText("https://www.example.org/an-article")
        self.edit.setTabChangesFocus(True)
        self.edit.setMinimumHeight(24 * GRID)
        self.file_button = QPushButton("From a &file…", self)
        self.file_button.setAutoDefault(False)
        self.file_button.clicked.connect(self._ask_file)
        self.tag_line = QLineEdit(self)
        self.tag_line.setAccessibleName("Tags, parted by commas")
        self.tag_line.setPlaceholderText("Tags for all of them, parted by commas")
        self.count_label = QLabel(self)
        self.count_label.setProperty("role", "hint")
        self.count_label.setWordWrap(True)
        for part in (self.edit, self.file_button, self.tag_line, self.count_label, self.buttons):
            self.column.addWidget(part)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._count)
        self.edit.textChanged.connect(self._soon.start)
        self._show([])
        clipboard = QGuiApplication.clipboard().text()
        if "://" in clipboard and len(clipboard) < _MOST_ON_CLIPBOARD:
            self.edit.setPlainText(clipboard)
        self.resize(76 * GRID, 60 * GRID)

    @property
    def tags(self) -> list[str]:
        """The tags that all of them get."""
        return [tag.strip() for tag in self.tag_line.text().split(",") if tag.strip()]

    def read_file(self, path: Path) -> None:
        """Take the addresses of a file."""
        task = self._tasks.read(lambda: self._library.queue.addresses_in_file(path))
        task.succeeded(lambda found: self.edit.setPlainText("\n".join(found)))
        task.failed(self._on_failed)

    def _ask_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "A file with addresses")
        if path:
            self.read_file(Path(path))

    def _count(self) -> None:
        text = self.edit.toPlainText()
        task = self._tasks.read(lambda: self._library.queue.addresses_in(text), key="addresses")
        task.succeeded(self._show).failed(self._on_failed)

    def _show(self, addresses: list[str]) -> None:
        self.addresses = addresses
        self.act_button.setEnabled(bool(addresses))
        found = counted(len(addresses), "address", "addresses")
        self.count_label.setText(f"{found} found." if addresses else "No address found yet.")

    def _on_failed(self, failure: AppError) -> None:
        self._show([])
        self.count_label.setText(str(failure))

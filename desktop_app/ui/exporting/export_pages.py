"""What the export dialog shows while it writes, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.counted import counted
from desktop_app.export.base.result import ExportResult
from desktop_app.ui.base.theme import GRID

#: A list that nobody reads to its end needn't be in memory as text.
_MOST_SHOWN = 5_000


class WorkingPage(QWidget):
    """How far the export is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setProperty("role", "large")
        self.label.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("How far the export is")
        self.counter = QLabel(self)
        self.counter.setProperty("role", "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addStretch()
        for part in (self.label, self.bar, self.counter):
            layout.addWidget(part)
        layout.addStretch()

    def begin(self, words: str) -> None:
        """Show that it began, with nothing known of how long it takes."""
        self.label.setText(words)
        self.counter.setText("")
        self.bar.setRange(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """Show how many of how many are done."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.counter.setText(f"{done:,} of {total:,}")


class ResultPage(QWidget):
    """One line of what came of it, where it is, and every warning, to be read and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result = ExportResult()
        self._place = Path()
        self._is_folder = False
        self.said = QLabel(self)
        self.said.setProperty("role", "large")
        self.said.setWordWrap(True)
        self.place = QLabel(self)
        self.place.setWordWrap(True)
        self.place.setTextFormat(Qt.TextFormat.PlainText)
        self.place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.warned = QLabel(self)
        self.warned.setProperty("role", "heading")
        self.warnings = QPlainTextEdit(self)
        self.warnings.setReadOnly(True)
        self.warnings.setTabChangesFocus(True)
        self.warnings.setAccessibleName("What is to be known of the export")
        self.copy_button = QPushButton("Copy these", self)
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self._copy)
        self._space = QWidget(self)
        head = QHBoxLayout()
        head.addWidget(self.warned, 1)
        head.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.said)
        layout.addWidget(self.place)
        layout.addSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self.warnings, 1)
        layout.addWidget(self._space, 1)

    def show_result(self, result: ExportResult, to: Path, is_folder: bool) -> None:
        """Show what came of an export to a file or a folder."""
        self._result, self._place, self._is_folder = result, to, is_folder
        self.said.setText(result_words(result))
        self.place.setText(str(to if is_folder else self._first_file()))
        count = len(result.warnings)
        self.warned.setText(counted(count, "thing to know", "things to know"))
        more = count - _MOST_SHOWN
        lines = [*result.warnings[:_MOST_SHOWN], *([f"… and {more:,} more."] if more > 0 else [])]
        self.warnings.setPlainText("\n".join(lines))
        for part in (self.warned, self.warnings, self.copy_button):
            part.setVisible(count > 0)
        self._space.setVisible(count == 0)

    def open_it(self) -> None:
        """Open the file, or the folder; of a site its first page."""
        front = self._place / "index.html"
        folder = front if front.is_file() else self._place
        _open(folder if self._is_folder else self._first_file())

    def show_in_folder(self) -> None:
        """Open the folder in which it is."""
        _open(self._place.parent if self._is_folder else self._first_file().parent)

    def _first_file(self) -> Path:
        return next(iter((*self._result.written, *self._result.unchanged)), self._place)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._result.warnings))


def result_words(result: ExportResult) -> str:
    """What came of an export, in a sentence."""
    written, unchanged = len(result.written), len(result.unchanged)
    if not written and unchanged:
        return "Everything was there already; nothing had changed."
    files = counted(written, "file")
    already = f", {unchanged:,} were right already" if unchanged else ""
    return f"Written: {files}{already}."


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

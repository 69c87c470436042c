"""What an empty archive shows: how to clip, in three lines, and a way to start at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.counted import count_articles
from desktop_app.core.errors import AppError
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID, reading_font, theme

_STEPS = (
    ("Copy", "In your browser, select an article, or the whole page, and copy it."),
    ("Paste", "Come back here and press {paste}. You see what came beside what is kept."),
    ("Keep", "Press Enter. Find it again by words, by date, or by who is named in it."),
)


class WelcomePage(QWidget):
    """Greets on an empty archive; the window decides what each wish does."""

    clip_requested = Signal()
    address_requested = Signal()
    files_requested = Signal()
    sample_loaded = Signal()

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("welcomePage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library = library
        self._tasks = tasks
        self._notifier = notifier
        column = QWidget(self)
        column.setMaximumWidth(72 * GRID)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(4 * GRID, 2 * GRID, 4 * GRID, 2 * GRID)
        layout.setSpacing(3 * GRID)
        layout.addWidget(self._greeting())
        layout.addLayout(self._steps())
        layout.addLayout(self._ways())
        layout.addWidget(self._sample())
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        centred = QHBoxLayout()
        centred.addStretch(1)
        centred.addWidget(column, 6)
        centred.addStretch(1)
        outer.addLayout(centred)
        outer.addStretch(3)

    def load_sample(self) -> None:
        """Put the sample articles into the archive."""
        self.sample_button.setEnabled(False)
        self.sample_button.setText("Loading the sample…")
        kinds = ("articles", "tags", "people")
        task = self._tasks.write(self._library.load_sample, label="Loading", changes=kinds)
        task.succeeded(self._on_loaded).failed(self._on_failed)

    def _greeting(self) -> QLabel:
        title = QLabel("Keep what the papers say", self)
        title.setFont(reading_font(24))
        title.setProperty("role", "welcome")
        title.setWordWrap(True)
        return title

    def _steps(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID + GRID // 2)
        paste = QKeySequence(QKeySequence.StandardKey.Paste).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        for row, (head, words) in enumerate(_STEPS):
            number = QLabel(head, self)
            number.setProperty("role", "step")
            text = QLabel(words.format(paste=paste), self)
            text.setWordWrap(True)
            text.setProperty("role", "welcomeText")
            grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _ways(self) -> QHBoxLayout:
        self.paste_button = self._button("Paste from clipboard", "clip", self.clip_requested.emit)
        self.paste_button.setProperty("primary", True)
        self.paste_button.setIcon(theme().icon("clip", "on_accent"))
        self.address_button = self._button(
            "Clip an address…", "address", self.address_requested.emit
        )
        self.files_button = self._button("Open files…", "file", self.files_requested.emit)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for button in (self.paste_button, self.address_button, self.files_button):
            row.addWidget(button)
        row.addStretch()
        return row

    def _sample(self) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, GRID, 0, 0)
        words = QLabel(
            "Only looking round? A sample archive has some twenty short articles "
            "on events between 1850 and 1970.",
            self,
        )
        words.setWordWrap(True)
        words.setProperty("role", "hint")
        self.sample_button = QPushButton("Load the sample archive", self)
        self.sample_button.setProperty("flat", True)
        self.sample_button.clicked.connect(self.load_sample)
        row.addWidget(words, 1)
        row.addWidget(self.sample_button, 0)
        return box

    def _button(self, text: str, icon: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(theme().icon(icon), text, self)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _on_loaded(self, added: int) -> None:
        self._reset_sample()
        articles = count_articles(added)
        self._notifier.info(f"The sample is loaded: {articles}.")
        self.sample_loaded.emit()

    def _on_failed(self, failure: AppError) -> None:
        self._reset_sample()
        self._notifier.failure(failure)

    def _reset_sample(self) -> None:
        self.sample_button.setEnabled(True)
        self.sample_button.setText("Load the sample archive")

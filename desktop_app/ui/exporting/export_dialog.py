"""The export dialog: what, in which format, how, where; then progress; then “open” and “show”."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.core.errors import AppError
from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.as_command import export_command
from desktop_app.services.exporting.export_job import What
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task import Task, TaskContext
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.exporting.choices_page import ChoicesPage, Wish
from desktop_app.ui.exporting.export_pages import ResultPage, WorkingPage
from desktop_app.ui.exporting.preset import Preset
from desktop_app.ui.widgets.held_dialog import HeldDialog

_STOPPED_FOLDER = "Stopped. What was already written stays."
_CHOOSING, _WORKING, _DONE = range(3)
#: So much of a command is told, as two lines hold.
_LONGEST_TOLD = 100


class ExportDialog(HeldDialog):
    """Exports ``asked[0]``; the others are offered beside it, as every dossier is.

    ``preset`` is the format to begin with, otherwise the one chosen last.
    """

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        asked: Sequence[What],
        parent: QWidget | None = None,
        preset: Preset | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        self.resize(122 * GRID, 80 * GRID)
        self._library, self._tasks, self._notifier = library, tasks, notifier
        self._task: Task | None = None
        self._may_replace: Path | None = None
        self.choices = ChoicesPage(library, tasks, asked, self, preset)
        self.working = WorkingPage(self)
        self.outcome = ResultPage(self)
        self.pages = QStackedWidget(self)
        for page in (self.choices, self.working, self.outcome):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.pages, 1)
        layout.addLayout(self._foot())
        self.choices.changed.connect(self._on_changed)
        self.choices.place_chosen.connect(self._on_place_chosen)
        self._show_page(_CHOOSING)
        self._on_changed()
        self.choices.formats.filter.setFocus()

    # Building

    def _foot(self) -> QHBoxLayout:
        self.command_button = QPushButton("Copy as command", self)
        self.command_button.setToolTip("Copy the line that does the same in a terminal")
        self.command_button.clicked.connect(self.copy_command)
        self.reset_button = QPushButton("Reset", self)
        self.reset_button.setToolTip("The options of this format as they are at first")
        self.reset_button.clicked.connect(self.choices.reset)
        self.again_button = QPushButton("Export something else", self)
        self.again_button.clicked.connect(lambda: self._show_page(_CHOOSING))
        self.cancel_button = QPushButton("Cancel", self)
        self.cancel_button.clicked.connect(self.reject)
        self.show_button = QPushButton("Show in folder", self)
        self.show_button.clicked.connect(self.outcome.show_in_folder)
        self.open_button = QPushButton("Open", self)
        self.open_button.clicked.connect(self.outcome.open_it)
        self.export_button = QPushButton("Export", self)
        self.export_button.clicked.connect(self.export)
        left = (self.command_button, self.reset_button, self.again_button)
        right = (self.cancel_button, self.show_button, self.open_button, self.export_button)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        for button in (*left, *right):
            button.setAutoDefault(False)
        for button in left:
            foot.addWidget(button)
        foot.addStretch()
        for button in right:
            foot.addWidget(button)
        return foot

    def _show_page(self, number: int) -> None:
        self.pages.setCurrentIndex(number)
        for button in (self.command_button, self.reset_button, self.export_button):
            button.setVisible(number == _CHOOSING)
        for button in (self.again_button, self.show_button, self.open_button):
            button.setVisible(number == _DONE)
        self.cancel_button.setText(("Cancel", "Stop", "Close")[number])
        self.export_button.setDefault(number == _CHOOSING)
        self.open_button.setDefault(number == _DONE)
        if number == _CHOOSING:
            self.choices.formats.filter.setFocus()
            self.choices.formats.filter.selectAll()
        else:
            (self.open_button if number == _DONE else self.cancel_button).setFocus()

    # What the parts tell

    def _on_changed(self) -> None:
        self._may_replace = None
        self.export_button.setText("Export")
        fits = self.choices.fits
        self.export_button.setEnabled(fits)
        self.command_button.setEnabled(fits)
        self.reset_button.setEnabled(bool(self.choices.format.described_options()))

    def _on_place_chosen(self, path: Path) -> None:
        """The file dialog has asked whether it may be replaced."""
        self._may_replace = path

    # The export itself

    def export(self) -> None:
        """Write the files, with progress; a file that is there only after another word."""
        wish = self.choices.wish()
        if wish is None:
            return
        if wish.is_folder or wish.to == self._may_replace:
            self._begin(wish)
            return
        # Disabled, it would pass the focus on, and the second Enter would go elsewhere.
        if self.export_button.hasFocus():
            self.setFocus()
        self.export_button.setEnabled(False)
        task = self._tasks.read(lambda: _is_there(wish.to), key="export place")
        task.succeeded(partial(self._on_looked, wish))

    def _on_looked(self, wish: Wish, is_there: bool) -> None:
        self.export_button.setEnabled(self.choices.fits)
        if self.hasFocus():
            self.export_button.setFocus()
        if wish != self.choices.wish():
            return
        if not is_there:
            self._begin(wish)
            return
        self._may_replace = wish.to
        self.export_button.setText("Replace it")
        self.choices.problem.setText(f"“{wish.to.name}” is there already. Replace it?")

    def _begin(self, wish: Wish) -> None:
        self.choices.keep()
        self._task = self._tasks.fetch(partial(_export, self._library, wish), label="Exporting")
        self._task.progressed.connect(self._on_progressed)
        self._task.succeeded(partial(self._on_exported, wish)).failed(self._on_failed)
        self.working.begin(f"Writing “{wish.to.name}”…")
        self._show_page(_WORKING)

    def reject(self) -> None:
        """Close; while exporting, stop that first."""
        if self._task is None:
            super().reject()
            return
        self._task.cancel()
        self._task = None
        wish = self.choices.wish()
        stays = wish is not None and wish.is_folder
        self._show_page(_CHOOSING)
        self._on_changed()
        self.choices.problem.setText(_STOPPED_FOLDER if stays else "Stopped.")

    def _on_progressed(self, done: int, total: int) -> None:
        if self._task is not None:
            self.working.show_progress(done, total)

    def _on_exported(self, wish: Wish, result: ExportResult) -> None:
        self._task = None
        self._on_changed()
        self.outcome.show_result(result, wish.to, wish.is_folder)
        self._show_page(_DONE)

    def _on_failed(self, failure: AppError) -> None:
        self._task = None
        self._show_page(_CHOOSING)
        self._on_changed()
        self.choices.problem.setText(str(failure))
        self.choices.place.setFocus()

    # The same in a terminal

    def copy_command(self) -> None:
        """Put the line onto the clipboard that does the same in a terminal."""
        wish = self.choices.wish()
        if wish is None:
            return
        dossiers = self._library.dossiers
        call = partial(
            export_command,
            self._library.path,
            wish.what,
            wish.format_name,
            wish.to,
            wish.options,
            lambda dossier_id: dossiers.get(dossier_id).name,
        )
        task = self._tasks.read(call, key="export command")
        task.succeeded(self._on_command).failed(self._on_no_command)

    def _on_command(self, line: str) -> None:
        QGuiApplication.clipboard().setText(line)
        told = line if len(line) <= _LONGEST_TOLD else f"{line[: _LONGEST_TOLD - 1]}…"
        self.choices.say(f"Copied: {told}")

    def _on_no_command(self, failure: AppError) -> None:
        self.choices.problem.setText(str(failure))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False  # what can't be looked at is told when it can't be written


def _export(library: Library, wish: Wish, context: TaskContext) -> ExportResult:
    return library.export(
        wish.what,
        wish.format_name,
        wish.to,
        options=wish.options,
        progress=context.progress,
        cancelled=context.cancelled,
    )

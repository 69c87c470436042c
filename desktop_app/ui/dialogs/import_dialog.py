"""The import dialog: which file, what is in it and what of it can't be read, then the import."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.counted import count_articles, counted
from desktop_app.core.errors import AppError
from desktop_app.core.imported import ImportProblem
from desktop_app.services.importing.import_reports import ImportPreview, ImportReport
from desktop_app.services.importing.importing import ReadImport
from desktop_app.services.importing.whole_file import NAME as WHOLE_ARCHIVE
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task import Task, TaskContext
from desktop_app.ui.base.task_runner import ALL_KINDS, TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.dialogs.import_table import SOMETIMES, Column, ImportTableModel
from desktop_app.ui.widgets.held_dialog import HeldDialog

_GUESSED = "Told by what is in it"
_SHOWN_PROBLEMS = 2_000
#: How wide the columns are beside the title, in steps of the grid.
_WIDTHS = {
    Column.ROW: 7,
    Column.OUTLET: 16,
    Column.PUBLISHED: 12,
    Column.SAVED: 12,
    Column.TAGS: 15,
    Column.WITH: 19,
}
_HINT = (
    "Choose what another program exported: a file, an archive, or a folder."
    " You see what is in it before anything is changed."
)


class ImportDialog(HeldDialog):
    """Shows what a file holds, and imports it as one act."""

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        path: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Import from another program")
        self._library, self._tasks, self._notifier = library, tasks, notifier
        self._task: Task | None = None
        self._preview: ImportPreview | None = None
        self._problems: Sequence[ImportProblem] = ()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addLayout(self._source())
        layout.addWidget(self._summary())
        layout.addWidget(self._found(), 1)
        layout.addWidget(self._fetching())
        layout.addWidget(self._progress())
        layout.addLayout(self._foot())
        self.resize(112 * GRID, 72 * GRID)
        self._tasks.read(self._library.importing.formats).succeeded(self._show_formats)
        self._show_idle()
        if path is not None:
            self.look_at(path)

    # Building

    def _source(self) -> QVBoxLayout:
        self.place = QLineEdit(self)
        self.place.setAccessibleName("File or folder")
        self.place.setPlaceholderText("File or folder")
        self.place.returnPressed.connect(self._look)
        self.file_button = QPushButton("&File…", self)
        self.file_button.clicked.connect(self._choose_file)
        self.folder_button = QPushButton("F&older…", self)
        self.folder_button.clicked.connect(self._choose_folder)
        self.format = QComboBox(self)
        self.format.setAccessibleName("Format")
        self.format.addItem(_GUESSED, None)
        self.format.activated.connect(self._look)
        label = QLabel("For&mat", self)
        label.setBuddy(self.format)
        where = QHBoxLayout()
        where.setSpacing(GRID)
        where.addWidget(self.place, 1)
        for button in (self.file_button, self.folder_button):
            button.setAutoDefault(False)
            where.addWidget(button)
        which = QHBoxLayout()
        which.setSpacing(GRID)
        which.addWidget(label)
        which.addWidget(self.format)
        which.addStretch()
        source = QVBoxLayout()
        source.setSpacing(GRID)
        source.addLayout(where)
        source.addLayout(which)
        return source

    def _summary(self) -> QLabel:
        self.summary = QLabel(_HINT, self)
        self.summary.setWordWrap(True)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        return self.summary

    def _found(self) -> QTabWidget:
        self.model = ImportTableModel(self)
        self.table = QTableView(self)
        self.table.setAccessibleName("What comes")
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.table.setColumnWidth(column, width * GRID)
        self.problems = QPlainTextEdit(self)
        self.problems.setReadOnly(True)
        self.problems.setAccessibleName("What can't be read")
        self.save_button = QPushButton("&Save this list…", self)
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self._save_problems)
        page = QWidget(self)
        below = QVBoxLayout(page)
        below.addWidget(self.problems, 1)
        below.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.tabs = QTabWidget(self)
        self.tabs.addTab(self.table, "What comes")
        self.tabs.addTab(page, "What can’t be read")
        return self.tabs

    def _fetching(self) -> QCheckBox:
        self.fetch = QCheckBox("&Queue the pages of articles that come without a text", self)
        self.fetch.setToolTip("They are fetched politely; highlights then find their places.")
        self.fetch.hide()
        return self.fetch

    def _progress(self) -> QProgressBar:
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("How far it is")
        return self.progress

    def _foot(self) -> QHBoxLayout:
        self.import_button = QPushButton("&Import", self)
        self.import_button.setDefault(True)
        self.import_button.clicked.connect(self.import_all)
        self.close_button = QPushButton("Close", self)
        self.close_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch()
        for button in (self.close_button, self.import_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        return foot

    # Looking at a file

    def look_at(self, path: Path) -> None:
        """Show what is in a file or folder."""
        self.place.setText(str(path))
        self._look()

    def _look(self) -> None:
        text = self.place.text().strip()
        if not text:
            return
        self._end_task()
        self._show_found(None, ())
        look = partial(_look, self._library, Path(text).expanduser(), self.format.currentData())
        self._task = self._tasks.fetch(look, label="Reading an export")
        self._task.progressed.connect(self._on_progressed)
        self._task.succeeded(self._on_looked).failed(self._on_failed)
        self._show_busy("Reading…")

    def _on_looked(self, preview: ImportPreview) -> None:
        self._task = None
        self._show_found(preview, preview.problems)
        bare = sum(not (each.has_text or each.is_known) for each in preview.items)
        self.fetch.setVisible(bool(bare))
        self._show_idle(_in_words(preview, bare))

    def _show_found(self, preview: ImportPreview | None, problems: Sequence[ImportProblem]) -> None:
        self._preview, self._problems = preview, problems
        self.model.set_items(preview.items if preview is not None else ())
        for column in SOMETIMES:
            self.table.setColumnHidden(column, not self.model.tells(column))
        shown = [str(each) for each in problems[:_SHOWN_PROBLEMS]]
        if len(problems) > _SHOWN_PROBLEMS:
            shown.append(f"… and {len(problems) - _SHOWN_PROBLEMS:,} more; save the list for all.")
        self.problems.setPlainText("\n".join(shown))
        self.save_button.setEnabled(bool(problems))
        self.tabs.setVisible(preview is None or preview.format != WHOLE_ARCHIVE)
        self.tabs.setTabText(1, f"What can’t be read ({len(problems):,})")

    # The import

    def import_all(self) -> None:
        """Import what is new."""
        preview = self._preview
        if preview is None or self._task is not None:
            return
        path = Path(self.place.text().strip()).expanduser()
        read = partial(_read, self._library, path, preview.format)
        self._task = self._tasks.fetch(read, label="Importing")
        self._task.progressed.connect(self._on_progressed)
        self._task.succeeded(self._on_read).failed(self._on_failed)
        self._show_busy("Reading and cleaning…")

    def _on_read(self, read: ReadImport) -> None:
        store = partial(self._library.importing.store, read)
        self._task = self._tasks.write(store, label="Importing", changes=ALL_KINDS)
        self._task.progressed.connect(self._on_progressed)
        self._task.succeeded(self._on_imported).failed(self._on_failed)
        self.summary.setText("Storing…")

    def _on_imported(self, report: ImportReport) -> None:
        self._task = None
        self._show_found(None, report.problems)
        self._show_idle(report.in_words())
        self._notifier.info(report.in_words())
        if self.fetch.isChecked() and report.unfetched:
            queue = partial(self._library.queue.add, report.unfetched)
            self._tasks.write(queue, label="Queueing pages", changes=["queue"])
        self.fetch.hide()
        if report.problems:
            self.tabs.setCurrentIndex(1)
        else:
            self.accept()

    def _on_progressed(self, done: int, total: int) -> None:
        if self._task is not None:
            self.progress.setRange(0, total)
            self.progress.setValue(min(done, total))
            if not (self._preview is not None and self._preview.format == WHOLE_ARCHIVE):
                self.summary.setText(f"{count_articles(done)} so far…")

    def _on_failed(self, failure: AppError) -> None:
        self._task = None
        self._show_idle(str(failure))

    def reject(self) -> None:
        """Close; while something is under way, stop that first, and nothing is changed."""
        if self._task is not None:
            self._end_task()
            self._show_idle("Stopped. Nothing was changed.")
            return
        super().reject()

    def _end_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    # What is shown meanwhile

    def _show_busy(self, words: str) -> None:
        self.summary.setText(words)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.import_button.setEnabled(False)
        self.close_button.setText("Stop")

    def _show_idle(self, words: str = _HINT) -> None:
        self.summary.setText(words)
        self.progress.hide()
        self.import_button.setEnabled(bool(self._preview and self._preview.comes))
        self.close_button.setText("Close")

    def _show_formats(self, formats: Sequence[tuple[str, str]]) -> None:
        for name, title in formats:
            self.format.addItem(title, name)

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, "Import a file", self.place.text())
        if path:
            self.look_at(Path(path))

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, "Import a folder", self.place.text())
        if path:
            self.look_at(Path(path))

    def _save_problems(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, "Save what can't be read", "not imported.txt", "Text (*.txt)"
        )
        if path:
            self.save_problems(Path(path))

    def save_problems(self, path: Path) -> None:
        """Write what can't be read into a file, a line each."""
        try:
            path.write_text("".join(f"{each}\n" for each in self._problems), encoding="utf-8")
        except OSError as failure:
            self.summary.setText(f"“{path}” can’t be written: {failure.strerror}.")
            return
        self.summary.setText(f"Saved as “{path}”.")


def _in_words(preview: ImportPreview, bare: int) -> str:
    """What a file holds; ``bare`` items of it have no text."""
    if preview.format == WHOLE_ARCHIVE:
        return " ".join(preview.remarks)
    known = len(preview.items) - preview.new - preview.newer
    said = f"{preview.title}: {count_articles(preview.new)} to import."
    if preview.newer:
        said += f" {preview.newer:,} were imported before and have something new."
    if known:
        said += f" {known:,} were imported before and stay as they are."
    if bare:
        said += f" {bare:,} come without a text; their pages can be fetched later."
    if preview.problems:
        said += f" {counted(len(preview.problems), 'row')} can’t be read."
    return " ".join((said, *preview.remarks))


def _look(
    library: Library, path: Path, format_name: str | None, context: TaskContext
) -> ImportPreview:
    return library.importing.preview(
        path, format_name=format_name, progress=context.progress, cancelled=context.cancelled
    )


def _read(library: Library, path: Path, format_name: str, context: TaskContext) -> ReadImport:
    return library.importing.read(
        path, format_name=format_name, progress=context.progress, cancelled=context.cancelled
    )

"""The export dialog: what, in which format, where; then progress; then “open” and “show”."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.counted import count_articles, counted
from desktop_app.core.errors import AppError
from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.export_options import OptionValue
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task import Task, TaskContext
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.widgets.held_dialog import HeldDialog

#: The choices of each list: what is stored, and the words for it.
_FORMATS = (("pdf", "PDF, to print and to hand in"), ("markdown", "Markdown, a file an article"))
_BUNDLES = (("one", "All in one file, with contents"), ("many", "A file an article"))
_PAPERS = (("a4", "A4"), ("us-letter", "US Letter"))


class ExportDialog(HeldDialog):
    """Exports articles, given as ids or as a query."""

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        what: str | Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        self.setMinimumWidth(64 * GRID)
        self._library, self._tasks, self._what = library, tasks, what
        self._task: Task | None = None
        self._result: ExportResult | None = None
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._choices())
        self.pages.addWidget(self._working())
        self.pages.addWidget(self._finished())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.pages, 1)
        layout.addLayout(self._foot())
        self._restore_choices()
        self._show_page(0)
        self._count()

    # Building

    def _choices(self) -> QWidget:
        page = QWidget(self)
        self.what_label = QLabel(page)
        self.what_label.setProperty("role", "large")
        self.format = _chooser(_FORMATS, "Format", page)
        self.bundle = _chooser(_BUNDLES, "Files", page)
        self.paper = _chooser(_PAPERS, "Paper", page)
        self.title = QLineEdit(page)
        self.title.setPlaceholderText("On the first page; may stay empty")
        self.title.setAccessibleName("Title")
        self.title.setMaxLength(300)
        self.place = QLineEdit(page)
        self.place.setAccessibleName("Where to")
        choose = QPushButton("Choose…", page)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_place)
        where = QHBoxLayout()
        where.addWidget(self.place, 1)
        where.addWidget(choose)
        self.problem = QLabel(page)
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.form = QFormLayout(page)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setVerticalSpacing(GRID + GRID // 2)
        self.form.setHorizontalSpacing(2 * GRID)
        self.form.addRow(self.what_label)
        for label, field in (
            ("Format", self.format),
            ("Files", self.bundle),
            ("Paper", self.paper),
            ("Title", self.title),
            ("Where to", where),
        ):
            self.form.addRow(label, field)
        self.form.addRow(self.problem)
        self.format.currentIndexChanged.connect(self._on_choice_changed)
        self.bundle.currentIndexChanged.connect(self._on_choice_changed)
        return page

    def _working(self) -> QWidget:
        page = QWidget(self)
        self.progress_label = QLabel("Exporting…", page)
        self.progress = QProgressBar(page)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("How far the export is")
        layout = QVBoxLayout(page)
        layout.addStretch()
        layout.addWidget(self.progress_label)
        layout.addWidget(self.progress)
        layout.addStretch()
        return page

    def _finished(self) -> QWidget:
        page = QWidget(self)
        self.result_label = QLabel(page)
        self.result_label.setProperty("role", "large")
        self.result_label.setWordWrap(True)
        self.result_place = QLabel(page)
        self.result_place.setWordWrap(True)
        self.result_place.setTextFormat(Qt.TextFormat.PlainText)
        self.result_place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.warnings = QLabel(page)
        self.warnings.setProperty("role", "hint")
        self.warnings.setWordWrap(True)
        self.warnings.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(page)
        layout.setSpacing(GRID)
        for label in (self.result_label, self.result_place, self.warnings):
            layout.addWidget(label)
        layout.addStretch()
        return page

    def _foot(self) -> QHBoxLayout:
        self.export_button = QPushButton("Export", self)
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(self.export)
        self.open_button = QPushButton("Open", self)
        self.open_button.clicked.connect(lambda: _open(self._first_file()))
        self.show_button = QPushButton("Show in folder", self)
        self.show_button.clicked.connect(lambda: _open(self._folder()))
        self.cancel_button = QPushButton("Cancel", self)
        self.cancel_button.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch()
        buttons = (self.cancel_button, self.show_button, self.open_button, self.export_button)
        for button in buttons:
            button.setAutoDefault(False)
            foot.addWidget(button)
        return foot

    def _show_page(self, number: int) -> None:
        self.pages.setCurrentIndex(number)
        self.export_button.setVisible(number == 0)
        self.open_button.setVisible(number == 2)
        self.show_button.setVisible(number == 2)
        self.cancel_button.setText(("Cancel", "Stop", "Close")[number])

    # What and where

    def _count(self) -> None:
        if not isinstance(self._what, str):
            self._show_count(len(self._what))
            return
        query = self._what
        self.what_label.setText("The articles of this list")
        task = self._tasks.read(lambda: self._library.count(query), label="Counting")
        task.succeeded(self._show_count)

    def _show_count(self, count: int) -> None:
        articles = count_articles(count)
        self.what_label.setText(f"Export {articles}")
        self.export_button.setEnabled(count > 0)
        if count == 0:
            self.problem.setText("There is nothing in this list to export.")

    def _on_choice_changed(self) -> None:
        is_pdf = self.format.currentData() == "pdf"
        self.form.setRowVisible(self.bundle, is_pdf)
        self.form.setRowVisible(self.paper, is_pdf)
        self.form.setRowVisible(self.title, self._is_one_file())
        self.place.setText(str(self._suggested_place()))
        self.problem.clear()

    def _is_one_file(self) -> bool:
        return (self.format.currentData(), self.bundle.currentData()) == ("pdf", "one")

    def _suggested_place(self) -> Path:
        last = self._settings().value("export/folder")
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        folder = Path(str(last)) if last and Path(str(last)).is_dir() else Path(documents)
        return folder / ("cuttings.pdf" if self._is_one_file() else "cuttings")

    def _choose_place(self) -> None:
        start = self.place.text().strip() or str(self._suggested_place())
        if self._is_one_file():
            name, _ = QFileDialog.getSaveFileName(self, "Export to", start, "PDF (*.pdf)")
        else:
            name = QFileDialog.getExistingDirectory(self, "Export into the folder", start)
        if name:
            self.place.setText(name)

    # The export itself

    def export(self) -> None:
        """Write the files, with progress."""
        text = self.place.text().strip()
        if not text:
            self.problem.setText("Say where to: a file for one PDF, else a folder.")
            self.place.setFocus()
            return
        to = Path(text).expanduser()
        if self._is_one_file() and to.suffix.lower() != ".pdf":
            to = to.with_name(f"{to.name}.pdf")
        self._store_choices(to)
        options: dict[str, OptionValue] = {}
        if self.format.currentData() == "pdf":
            options = {
                "paper": self.paper.currentData(),
                "files": self.bundle.currentData(),
                "title": self.title.text().strip(),
            }
        call = partial(_export, self._library, self._what, self.format.currentData(), to, options)
        self._task = self._tasks.fetch(call, label="Exporting")
        self._task.progressed.connect(self._on_progressed)
        self._task.succeeded(self._on_exported).failed(self._on_failed)
        self.progress.setRange(0, 0)
        self.progress_label.setText("Exporting…")
        self._show_page(1)

    def reject(self) -> None:
        """Close; while exporting, stop that first."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.problem.setText("Stopped. What was already written stays.")
            self._show_page(0)
            return
        super().reject()

    def _on_progressed(self, done: int, total: int) -> None:
        if self._task is not None:
            self.progress.setRange(0, max(total, 1))
            self.progress.setValue(done)
            self.progress_label.setText(f"{done:,} of {total:,} articles")

    def _on_exported(self, result: ExportResult) -> None:
        self._task = None
        self._result = result
        self.result_label.setText(result_words(result))
        place = self._first_file() if self._is_one_file() else self._folder()
        self.result_place.setText(str(place))
        shown = result.warnings[:6]
        more = len(result.warnings) - len(shown)
        self.warnings.setText("\n".join((*shown, f"… and {more} more." if more else "")).strip())
        self._show_page(2)
        self.open_button.setDefault(True)

    def _on_failed(self, failure: AppError) -> None:
        self._task = None
        self.problem.setText(str(failure))
        self._show_page(0)

    def _first_file(self) -> Path:
        files = (*self._result.written, *self._result.unchanged) if self._result else ()
        return files[0] if files else Path(self.place.text()).expanduser()

    def _folder(self) -> Path:
        place = Path(self.place.text()).expanduser()
        return place.parent if self._is_one_file() else place

    # The last choice

    def _settings(self) -> QSettings:
        path = self._library.settings.config_folder / "window.ini"
        return QSettings(str(path), QSettings.Format.IniFormat)

    def _restore_choices(self) -> None:
        settings = self._settings()
        for name, chooser in self._choosers().items():
            chooser.setCurrentIndex(max(chooser.findData(settings.value(f"export/{name}")), 0))
        self._on_choice_changed()

    def _store_choices(self, to: Path) -> None:
        settings = self._settings()
        for name, chooser in self._choosers().items():
            settings.setValue(f"export/{name}", chooser.currentData())
        settings.setValue("export/folder", str(to.parent))

    def _choosers(self) -> dict[str, QComboBox]:
        return {"format": self.format, "bundle": self.bundle, "paper": self.paper}


def result_words(result: ExportResult) -> str:
    """What came of an export, in a sentence."""
    written, unchanged = len(result.written), len(result.unchanged)
    if not written and unchanged:
        return "Everything was there already; nothing had changed."
    files = counted(written, "file")
    already = f", {unchanged:,} were right already" if unchanged else ""
    return f"Written: {files}{already}."


def _export(
    library: Library,
    what: str | Sequence[int],
    format_name: str,
    to: Path,
    options: dict[str, OptionValue],
    context: TaskContext,
) -> ExportResult:
    return library.export(
        what,
        format_name,
        to,
        options=options,
        progress=context.progress,
        cancelled=context.cancelled,
    )


def _chooser(choices: Sequence[tuple[str, str]], name: str, parent: QWidget) -> QComboBox:
    chooser = QComboBox(parent)
    chooser.setAccessibleName(name)
    for value, words in choices:
        chooser.addItem(words, value)
    return chooser


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

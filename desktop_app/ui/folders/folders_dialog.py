"""Which folders are watched, and what became of the files in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.counted import counted
from desktop_app.core.errors import AppError
from desktop_app.core.watched_folder import FileState, FolderFile, WatchedFolder
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.folders.folder_work import FolderWork
from desktop_app.ui.widgets.held_dialog import HeldDialog
from desktop_app.ui.widgets.row_model import Column, RowModel, time_words
from desktop_app.ui.widgets.row_table import RowTable

_WORDS = (
    "Pages, texts and PDFs that appear in these folders are clipped while the window is open:"
    " what SingleFile saves, for instance. Each is clipped once; the files stay as they are."
)
_STATES = {
    FileState.BEFORE: "There before",
    FileState.SAVED: "Clipped",
    FileState.KNOWN: "Clipped before",
    FileState.FAILED: "Failed",
}
#: So many of a folder's files are shown, those looked at last.
_MOST_FILES = 500


class FoldersDialog(HeldDialog):
    """Folders on top, the files of the chosen one below."""

    article_requested = Signal(int)

    def __init__(
        self, library: Library, tasks: TaskRunner, work: FolderWork, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Watched folders")
        self._library, self._tasks, self._work = library, tasks, work
        self._wanted: int | None = None
        self._build()
        self.resize(100 * GRID, 72 * GRID)
        work.looked.connect(self.reload)
        self.reload()

    @property
    def chosen(self) -> WatchedFolder | None:
        """The chosen folder."""
        rows = self.folders.chosen_rows
        return self.folder_model.things[rows[0]] if rows else None

    def reload(self) -> None:
        """Read the folders again."""
        self._tasks.read(self._library.folders.all, key="folder-rows").succeeded(self._show)

    def watch(self, path: Path) -> None:
        """Watch a folder."""
        tags = [tag.strip() for tag in self.tag_line.text().split(",") if tag.strip()]
        present = self.present.isChecked()
        folders = self._library.folders
        self._write(lambda: folders.watch(path, tags=tags, with_present=present), self._on_watched)

    def forget(self) -> None:
        """Watch the chosen folder no more."""
        if (folder := self.chosen) is not None:
            self._write(lambda: self._library.folders.forget(folder.id), lambda _done: None)

    def try_again(self) -> None:
        """Look anew at the files of the chosen folder that failed."""
        if (folder := self.chosen) is not None:
            self._write(lambda: self._library.folders.try_again(folder.id), lambda _done: None)

    def _ask(self) -> None:
        path = QFileDialog.getExistingDirectory(self, "A folder to be watched")
        if path:
            self.watch(Path(path))

    def _on_watched(self, folder: WatchedFolder) -> None:
        self._wanted = folder.id
        self.tag_line.clear()
        self.present.setChecked(False)

    def _write(self, act: Callable[[], object], told: Callable[..., None]) -> None:
        def done(result: object) -> None:
            self.told.setText("")
            told(result)
            self.reload()
            self._work.look()

        task = self._tasks.write(act, label="Watched folders", changes=())
        task.succeeded(done).failed(self._on_failed)

    def _on_failed(self, failure: AppError) -> None:
        self.told.setText(str(failure))

    # What is shown

    def _show(self, folders: Sequence[WatchedFolder]) -> None:
        before = self.chosen
        wanted = self._wanted if self._wanted is not None else before.id if before else None
        self._wanted = None
        self.folders.clearSelection()
        self.folder_model.set_things(folders)
        rows = [row for row, each in enumerate(folders) if each.id == wanted]
        self.folders.choose(rows or ([0] if folders else []))
        self._read_files()

    def _read_files(self) -> None:
        folder = self.chosen
        self.forget_button.setEnabled(folder is not None)
        self.again_button.setEnabled(folder is not None and folder.failed > 0)
        if folder is None:
            self.file_model.set_things([])
            return
        files = self._library.folders
        task = self._tasks.read(lambda: files.files(folder.id, limit=_MOST_FILES), key="files")
        task.succeeded(self.file_model.set_things)

    def _open(self) -> None:
        rows = self.files.chosen_rows
        article_id = self.file_model.things[rows[0]].article_id if rows else None
        if article_id is not None:
            self.article_requested.emit(article_id)
            self.accept()

    # Building

    def _build(self) -> None:
        self.folder_model, self.file_model = folder_model(self), file_model(self)
        widths = {1: 10 * GRID, 2: 10 * GRID}
        self.folders = RowTable("Watched folders", self.folder_model, widths, self)
        self.folders.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.folders.setMaximumHeight(15 * GRID)
        self.folders.selectionModel().selectionChanged.connect(lambda *_: self._read_files())
        self.files = RowTable("Files", self.file_model, {0: 16 * GRID, 3: 17 * GRID}, self)
        self.files.doubleClicked.connect(lambda _index: self._open())
        self.tag_line = QLineEdit(self)
        self.tag_line.setAccessibleName("Tags, parted by commas")
        self.tag_line.setPlaceholderText("Tags for what is clipped from it, parted by commas")
        self.present = QCheckBox("Clip also what lies in it &already", self)
        self.add_button = self._button("&Watch a folder…", self._ask)
        self.again_button = self._button("&Try failed files again", self.try_again)
        self.forget_button = self._button("Watch it &no more", self.forget)
        self.told = _plain_label("", self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID + GRID // 2)
        column.addWidget(_plain_label(_WORDS, self))
        column.addWidget(self.folders)
        for parts in (
            (self.add_button, self.tag_line, self.present),
            (self.again_button, self.forget_button, self.told),
        ):
            row = QHBoxLayout()
            for part in parts:
                row.addWidget(part, int(isinstance(part, (QLineEdit, QLabel))))
            column.addLayout(row)
        column.addWidget(self.files, 1)
        column.addWidget(buttons)

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: act())
        return button


def folder_model(parent: QWidget | None = None) -> RowModel[WatchedFolder]:
    """Watched folders by their paths."""
    columns: tuple[Column[WatchedFolder], ...] = (
        Column("Folder", _folder_words, lambda each: _colour(bool(each.problem))),
        Column("Clipped", lambda each: f"{each.saved:,}", lambda _each: theme().colour("soft")),
        Column("Failed", lambda each: f"{each.failed:,}", lambda each: _colour(each.failed > 0)),
    )
    return RowModel(columns, lambda each: each.id, _folder_tip, parent)


def file_model(parent: QWidget | None = None) -> RowModel[FolderFile]:
    """A folder's files, those looked at last first."""
    columns: tuple[Column[FolderFile], ...] = (
        Column(
            "State",
            lambda file: _STATES[file.state],
            lambda file: _colour(file.state is FileState.FAILED),
        ),
        Column("File", lambda file: file.name),
        Column("Reason", lambda file: file.reason, lambda _file: theme().colour("soft")),
        Column(
            "Looked at", lambda file: time_words(file.looked), lambda _file: theme().colour("soft")
        ),
    )
    return RowModel(columns, lambda file: (file.folder_id, file.name), _file_tip, parent)


def _folder_words(folder: WatchedFolder) -> str:
    return folder.problem or folder.path


def _folder_tip(folder: WatchedFolder) -> str:
    tags = f"Tags: {', '.join(folder.tags)}" if folder.tags else ""
    files = counted(folder.saved, "file")
    return "\n".join(filter(None, [folder.path, folder.problem, tags, f"{files} clipped"]))


def _file_tip(file: FolderFile) -> str:
    return "\n".join(filter(None, [file.name, file.reason]))


def _colour(is_failure: bool) -> QColor:
    return theme().colour("failure" if is_failure else "soft")


def _plain_label(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label

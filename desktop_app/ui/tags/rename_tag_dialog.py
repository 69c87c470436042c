"""Asks for a tag's new name and shows, while it is typed, what renaming or merging would change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop_app.core.counted import count_articles
from desktop_app.core.errors import AppError
from desktop_app.services.articles.tagging import TagMove
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.widgets.question_dialog import QuestionDialog
from desktop_app.ui.widgets.tag_completer import TagCompleter

_TYPING_PAUSE_MS = 80
_MOST_SHOWN = 5
_FIELD_WIDTH, _PREVIEW_WIDTH = 28 * GRID, 40 * GRID
_WORDS = (
    "Every tag below it moves along. Where the new name is there already, the two become one. "
    "“/” parts levels."
)


class RenameTagDialog(QuestionDialog):
    """``rename_wanted`` gives the tag and its new path; without a ``path`` the tag is asked too."""

    rename_wanted = Signal(str, str)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        path: str,
        known: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Rename or merge a tag", _WORDS, "Rename", parent)
        self._library, self._tasks, self._known = library, tasks, known
        self._move: TagMove | None = None
        self._is_waiting = self._is_hurried = False
        self.old = _path_line("Tag", path, known, self)
        self.new = _path_line("New name", path, known, self)
        self.preview = QLabel(self)
        self.preview.setWordWrap(True)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.preview.setMinimumSize(_PREVIEW_WIDTH, 23 * GRID)
        self.preview.setAccessibleName("What changes")
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.addRow("Tag", self.old)
        form.addRow("New name", self.new)
        # Beside the fields, so that what is offered below them doesn't cover it.
        sides = QHBoxLayout()
        sides.setSpacing(3 * GRID)
        sides.addLayout(form, 1)
        sides.addWidget(self.preview, 1)
        self.column.addLayout(sides)
        self.column.addWidget(self.buttons)
        self._pause = QTimer(self, interval=_TYPING_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._look)
        for line in (self.old, self.new):
            line.textChanged.connect(self._on_typed)
            line.returnPressed.connect(self._on_return)
        first = self.new if path else self.old
        first.setFocus()
        self.new.selectAll()
        self._on_typed()

    def accept(self) -> None:
        """Tell the wish and close."""
        if self._move is not None:
            self.rename_wanted.emit(self._move.old, self._move.new)
            super().accept()

    def _on_typed(self) -> None:
        self._move, self._is_hurried = None, False
        self.act_button.setEnabled(False)
        self._is_waiting = bool(self._paths())
        if self._is_waiting:
            self._pause.start()
        else:
            self._pause.stop()
            self.preview.clear()

    def _on_return(self) -> None:
        """Enter before the preview came renames once it's there; a merge is shown first."""
        self._is_hurried = self._is_waiting

    def _paths(self) -> tuple[str, str] | None:
        old, new = (line.text().strip(" /") for line in (self.old, self.new))
        return (old, new) if old and new and old != new else None

    def _look(self) -> None:
        paths = self._paths()
        if paths is None:
            return
        task = self._tasks.read(lambda: self._library.tagging.preview(*paths), key="tag-preview")
        task.succeeded(self._on_preview)
        task.failed(self._on_refused)

    def _on_preview(self, move: TagMove) -> None:
        self._is_waiting = False
        if self._paths() is None or move.old == move.new:
            return
        self._move = move
        self.act_button.setEnabled(True)
        self.act_button.setText("Merge" if move.merges else "Rename")
        self.preview.setText("\n".join((*_said(move), *self._below(move))))
        if self._is_hurried and not move.merges:
            self.accept()

    def _on_refused(self, failure: AppError) -> None:
        self._is_waiting = False
        self.preview.setText(failure.message)

    def _below(self, move: TagMove) -> list[str]:
        """The tags that move along, a few of them by name."""
        within = [path for path in self._known if path.startswith(f"{move.old}/")]
        lines = [f"{path}  →  {move.new}{path[len(move.old) :]}" for path in within[:_MOST_SHOWN]]
        more = len(within) - _MOST_SHOWN
        return [*lines, f"… and {more:,} more"] if more > 0 else lines


def _said(move: TagMove) -> list[str]:
    if not move.merges:
        return [f"{count_articles(move.articles)} will carry “{move.new}”."]
    both = f", {move.both:,} of them “{move.new}” too" if move.both else ""
    have = "has" if move.articles == 1 else "have"
    return [
        f"“{move.new}” is there already: the two become one.",
        f"{count_articles(move.articles)} {have} “{move.old}”{both}. Undo parts them again.",
    ]


def _path_line(label: str, path: str, known: Sequence[str], parent: QWidget) -> QLineEdit:
    line = QLineEdit(path, parent)
    line.setAccessibleName(label)
    line.setMinimumWidth(_FIELD_WIDTH)
    line.setCompleter(TagCompleter(known, line))
    return line

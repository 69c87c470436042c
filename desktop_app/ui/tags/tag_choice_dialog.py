"""Asks which tags to put on many articles and which to take off; changes nothing itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLabel, QLineEdit, QTreeView, QWidget

from desktop_app.core.counted import count_articles
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.tags.tag_choice_model import TagChoiceModel
from desktop_app.ui.tags.tag_colours import TagColours
from desktop_app.ui.widgets.question_dialog import QuestionDialog

_WORDS = "A check: on all of them. A line: on some. A click puts a tag on all, or takes it off."
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class TagChoiceDialog(QuestionDialog):
    """``tags_chosen`` gives the tags to put on and those to take off."""

    tags_chosen = Signal(list, list)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        ids: Sequence[int],
        known: Sequence[str],
        colours: TagColours,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(f"Tags of {count_articles(len(ids))}", _WORDS, "Change", parent)
        self._ids = ids
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText("Type to find a tag, or to make a new one")
        self.filter.setAccessibleName("Find a tag or make a new one")
        self.filter.installEventFilter(self)
        self.model = TagChoiceModel(len(ids), known, colours, self)
        self.view = _view(self.model, self)
        self.summary = QLabel("Counting…", self)
        self.summary.setProperty("role", "hint")
        self.summary.setWordWrap(True)
        self.summary.setMinimumHeight(4 * GRID)
        for widget in (self.filter, self.view, self.summary, self.buttons):
            self.column.addWidget(widget)
        self.filter.textChanged.connect(self._on_typed)
        self.view.clicked.connect(self._on_clicked)
        self.view.installEventFilter(self)
        self.act_button.setEnabled(False)
        self.view.setEnabled(False)
        self.filter.setFocus()
        tasks.read(lambda: library.tagging.carried(ids), key="tag-choice").succeeded(self._on_read)

    def accept(self) -> None:
        """Tell the choice and close."""
        added, removed = self.model.changes
        if added or removed:
            self.tags_chosen.emit(added, removed)
        super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move through the tags while the field keeps the focus; Space turns one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.filter and event.key() in _MOVES:
                self.view.keyPressEvent(event)
                return True
            if watched is self.filter and event.key() in _ENTER:
                # Taken from the dialog, of which Enter would be the end.
                self._on_return()
                return True
            if watched is self.view and event.key() == Qt.Key.Key_Space:
                self._on_clicked(self.view.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _on_read(self, carried: Mapping[str, int]) -> None:
        self.model.show_carried(carried)
        self.view.setEnabled(True)
        self._on_typed(self.filter.text())
        self._tell()

    def _on_typed(self, typed: str) -> None:
        if not self.view.isEnabled():
            return
        self.model.narrow(typed)
        if typed.strip() and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, 0))

    def _on_return(self) -> None:
        """Put the tag on that is found; with nothing typed, be done."""
        if not self.view.isEnabled():
            return
        if self.filter.text().strip():
            index = self.view.currentIndex()
            if index.isValid():
                self.model.put_on(index.row())
                self.filter.clear()
                self._tell()
        elif self.act_button.isEnabled():
            self.accept()

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.model.turn(index.row())
            self._tell()

    def _tell(self) -> None:
        added, removed = self.model.changes
        self.act_button.setEnabled(bool(added or removed))
        self.summary.setText(changes_in_words(added, removed) or "Nothing changes yet.")


def changes_in_words(added: Sequence[str], removed: Sequence[str]) -> str:
    """“Puts on a, b. Takes off c.”; a few by name, the others by number."""
    parts = []
    if added:
        parts.append(f"Puts on {_named(added)}.")
    if removed:
        parts.append(f"Takes off {_named(removed)}.")
    return " ".join(parts)


def _named(paths: Sequence[str], most: int = 4) -> str:
    names = ", ".join(f"“{path}”" for path in paths[:most])
    return names if len(paths) <= most else f"{names} and {len(paths) - most:,} more"


def _view(model: TagChoiceModel, parent: QWidget) -> QTreeView:
    view = QTreeView(parent)
    view.setModel(model)
    view.setAccessibleName("Tags")
    view.setHeaderHidden(True)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setMinimumHeight(40 * GRID)
    header = view.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
    header.resizeSection(1, view.fontMetrics().horizontalAdvance("will be on none") + 3 * GRID)
    return view

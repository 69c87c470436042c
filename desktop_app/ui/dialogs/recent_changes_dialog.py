"""The last acts with their times; a chosen one is taken back with all that came after it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.dates_in_words import date_in_words
from desktop_app.core.recent_act import RecentAct
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import ALL_KINDS, Changed, TaskRunner
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.widgets.held_dialog import HeldDialog

_ACT = Qt.ItemDataRole.UserRole
_WORDS = "The last 100 changes, the newest first. Undoing one undoes those above it as well."


class RecentChangesDialog(HeldDialog):
    """Stays open beside the window and follows what is done there."""

    def __init__(self, library: Library, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Recent changes")
        self._library, self._tasks = library, tasks
        words = QLabel(_WORDS, self)
        words.setWordWrap(True)
        self.list = _list(self)
        self.list.currentItemChanged.connect(lambda *_items: self._on_chosen())
        self.list.itemDoubleClicked.connect(lambda *_item: self._act())
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.undo_button = self.buttons.addButton("Undo down to this one", role)
        self.redo_button = self.buttons.addButton("Do again up to this one", role)
        self.undo_button.clicked.connect(self._act)
        self.redo_button.clicked.connect(self._act)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(words)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.buttons)
        self.resize(80 * GRID, 64 * GRID)
        tasks.changed.connect(self._on_changed)
        self._on_chosen()
        self._read()

    def _read(self) -> None:
        self._tasks.read(self._library.recent_acts, key="recent-acts").succeeded(self._show)

    def _on_changed(self, _changed: Changed) -> None:
        self._read()

    def _show(self, acts: Sequence[RecentAct]) -> None:
        chosen = self._chosen()
        self.list.clear()
        for act in acts:
            item = QTreeWidgetItem(self.list, [act.description, _moment(act.done)])
            item.setData(0, _ACT, act)
            item.setToolTip(0, act.description)
            item.setForeground(1, theme().colour("soft"))
            if act.undone or act.final:
                state = "undone" if act.undone else "can’t be undone"
                item.setText(0, f"{act.description} ({state})")
                item.setForeground(0, theme().colour("soft"))
            if chosen is not None and act.id == chosen.id:
                self.list.setCurrentItem(item)
        first = self.list.topLevelItem(0)
        if self.list.currentItem() is None and first is not None:
            self.list.setCurrentItem(first)
        self._on_chosen()

    def _chosen(self) -> RecentAct | None:
        item = self.list.currentItem()
        act = None if item is None else item.data(0, _ACT)
        return act if isinstance(act, RecentAct) else None

    def _on_chosen(self) -> None:
        act = self._chosen()
        self.undo_button.setEnabled(act is not None and not act.undone and not act.final)
        self.redo_button.setEnabled(act is not None and act.undone)

    def _act(self) -> None:
        act = self._chosen()
        if act is None or act.final:
            return
        self.undo_button.setEnabled(False)
        self.redo_button.setEnabled(False)
        again = self._library.redo_to if act.undone else self._library.undo_to
        self._tasks.write(lambda: again(act.id), label="Undo several", changes=ALL_KINDS)


def _list(parent: QWidget) -> QTreeWidget:
    shown = QTreeWidget(parent)
    shown.setAccessibleName("Changes")
    shown.setColumnCount(2)
    shown.setHeaderLabels(["What was done", "When"])
    shown.setRootIsDecorated(False)
    shown.setUniformRowHeights(True)
    header = shown.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return shown


def _moment(done: str | None) -> str:
    """A time in UTC as the user's clock has it; today without the day."""
    if done is None:
        return ""
    moment = QDateTime.fromString(done, Qt.DateFormat.ISODate).toLocalTime()
    time = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    if moment.date() == QDateTime.currentDateTime().date():
        return f"today, {time}"
    return f"{date_in_words(moment.date().toString(Qt.DateFormat.ISODate))}, {time}"

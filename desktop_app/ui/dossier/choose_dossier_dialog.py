"""Asks into which dossier articles are to be put; changes nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop_app.core.counted import count_articles
from desktop_app.core.dossier import MOST_NAMED, Dossier
from desktop_app.core.folding import fold
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.widgets.question_dialog import QuestionDialog

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_DOSSIER = Qt.ItemDataRole.UserRole + 1
#: So many dossiers are shown at most; letters find the others.
_MOST_SHOWN = 500


class ChooseDossierDialog(QuestionDialog):
    """``dossier_wanted`` gives a dossier that is there, ``new_wanted`` the name of a new one."""

    dossier_wanted = Signal(object)
    new_wanted = Signal(str)

    def __init__(
        self, library: Library, tasks: TaskRunner, articles: int, parent: QWidget | None = None
    ) -> None:
        words = "They come last in it; those that stand in it already stay where they are."
        super().__init__(f"Add {count_articles(articles)} to a dossier", words, "Add", parent)
        self._dossiers: Sequence[Dossier] = ()
        self.filter = QLineEdit(self)
        self.filter.setMaxLength(MOST_NAMED)
        self.filter.setPlaceholderText("Type to find a dossier, or to make a new one")
        self.filter.setAccessibleName("Find a dossier or make a new one")
        self.filter.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Dossiers")
        self.list.setMinimumHeight(28 * GRID)
        for widget in (self.filter, self.list, self.buttons):
            self.column.addWidget(widget)
        self.filter.textChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.list.itemDoubleClicked.connect(lambda _item: self.accept())
        self.act_button.setEnabled(False)
        self.filter.setFocus()
        tasks.read(library.dossiers.all, key="dossier names").succeeded(self._on_read)

    def accept(self) -> None:
        """Tell the choice and close."""
        item = self.list.currentItem()
        if item is None:
            return
        found = item.data(_DOSSIER)
        if found is None:
            self.new_wanted.emit(self._typed())
        else:
            self.dossier_wanted.emit(found)
        super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys move through the dossiers while the field keeps the focus."""
        if (
            watched is self.filter
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _MOVES
        ):
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> str:
        return " ".join(self.filter.text().split())

    def _on_read(self, dossiers: Sequence[Dossier]) -> None:
        self._dossiers = dossiers
        self._narrow()

    def _narrow(self) -> None:
        typed = self._typed()
        words = fold(typed).split()
        found = [each for each in self._dossiers if all(w in fold(each.name) for w in words)]
        found.sort(key=lambda each: not fold(each.name).startswith(fold(typed)))
        self.list.clear()
        for dossier in found[:_MOST_SHOWN]:
            item = QListWidgetItem(theme().icon("dossier"), dossier.name, self.list)
            item.setToolTip(count_articles(dossier.articles))
            item.setData(_DOSSIER, dossier)
        if typed and fold(typed) not in {fold(each.name) for each in found}:
            QListWidgetItem(theme().icon("plus"), f"New dossier “{typed}”", self.list)
        self.list.setCurrentRow(0)

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        self.act_button.setEnabled(item is not None)
        is_new = item is not None and item.data(_DOSSIER) is None
        self.act_button.setText("Make and add" if is_new else "Add")

"""Articles offered by their titles after an “@” in the user's own text: so that it cites them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit, QWidget

from desktop_app.core.folding import fold
from desktop_app.ui.base.theme import GRID

if TYPE_CHECKING:
    from desktop_app.services.exporting.citing import KeyOffer

_TYPED = re.compile(r"(?:^|[\s\[(;\-–—])@([^\s@\[\]();,]*)$")
_KEY = Qt.ItemDataRole.UserRole + 1
_MOST_SHOWN, _MOST_ROWS, _LOOKED_BACK = 50, 8, 120
_FOR_THE_LIST = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)


class CitingTextEdit(QPlainTextEdit):
    """A field for Markdown that offers what can be cited: Enter or Tab takes it, Escape doesn't."""

    def __init__(self, offers: Sequence[KeyOffer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = [(fold(f"{each.title} {each.key} {each.told}"), each) for each in offers]
        self._model = QStandardItemModel(self)
        self.completer = QCompleter(self._model, self)
        self.completer.setWidget(self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setMaxVisibleItems(_MOST_ROWS)
        self.list = QListView(self)
        self.completer.setPopup(self.list)
        self.list.setAccessibleName("Articles that can be cited")
        self.completer.activated[QModelIndex].connect(self._on_chosen)  # type: ignore[index]
        self.textChanged.connect(self._offer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave to the list what is meant for it, while it is open."""
        if self.list.isVisible() and event.key() in _FOR_THE_LIST:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list closed by a click has taken the focus from the field for a moment."""
        self.completer.setWidget(self)
        super().focusInEvent(event)

    def _typed(self) -> str | None:
        """What stands between the “@” and the cursor; None where nothing is being cited."""
        cursor = self.textCursor()
        line = cursor.block().text()[: cursor.positionInBlock()][-_LOOKED_BACK:]
        found = _TYPED.search(line)
        return found[1] if found else None

    def _offer(self) -> None:
        typed = self._typed()
        if typed is None or not self.hasFocus():
            self.list.hide()
            return
        wanted = fold(typed)
        found = [each for words, each in self._offers if wanted in words]
        if not found or (len(found) == 1 and found[0].key == typed):
            self.list.hide()
            return
        self._model.clear()
        for each in found[:_MOST_SHOWN]:
            item = QStandardItem(f"{each.title}\n{each.key}  ·  {each.told}".rstrip(" ·"))
            item.setData(each.key, _KEY)
            item.setSizeHint(QSize(0, 2 * self.list.fontMetrics().height() + GRID))
            item.setEditable(False)
            self._model.appendRow(item)
        place = self.cursorRect()
        place.setWidth(min(self.width(), 64 * GRID))
        self.completer.complete(place)
        self.list.setCurrentIndex(self.completer.completionModel().index(0, 0))

    def _on_chosen(self, index: QModelIndex) -> None:
        typed = self._typed()
        if typed is None:
            return
        cursor = self.textCursor()
        back = QTextCursor.MoveOperation.Left
        cursor.movePosition(back, QTextCursor.MoveMode.KeepAnchor, len(typed))
        cursor.insertText(str(index.data(_KEY)))
        self.setTextCursor(cursor)
        self.list.hide()

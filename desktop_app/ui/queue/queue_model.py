"""The queue's addresses as rows: state, address, reason, next try."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.core.fetch_queue import QueueItem, QueueState
from desktop_app.ui.base.theme import theme

Index = QModelIndex | QPersistentModelIndex
ITEM_ROLE = Qt.ItemDataRole.UserRole
_NO_INDEX = QModelIndex()

STATE_WORDS = {
    QueueState.WAITING: "Waiting",
    QueueState.FETCHING: "Being fetched",
    QueueState.SAVED: "Saved",
    QueueState.KNOWN: "Saved before",
    QueueState.FAILED: "Failed",
    QueueState.CANCELLED: "Cancelled",
}


class QueueColumn(IntEnum):
    """The columns, from the left."""

    STATE = 0
    ADDRESS = 1
    REASON = 2
    NEXT_TRY = 3


_HEADINGS = ("State", "Address", "Reason", "Next try")


class QueueModel(QAbstractTableModel):
    """Items in the order in which they came."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: list[QueueItem] = []

    def set_items(self, items: Sequence[QueueItem]) -> None:
        """Show these; where they are the same addresses, rows stay as they are but for changes."""
        if [item.id for item in items] == [item.id for item in self.items]:
            before, self.items = self.items, list(items)
            for row, (old, new) in enumerate(zip(before, self.items, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(QueueColumn) - 1))
            return
        self.beginResetModel()
        self.items = list(items)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """So many addresses."""
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """As many as there are columns."""
        return 0 if parent.isValid() else len(QueueColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says; the item itself by ``ITEM_ROLE``."""
        item = self.items[index.row()]
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(item, QueueColumn(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, [item.url, item.reason, item.advice]))
        if role == Qt.ItemDataRole.ForegroundRole:
            if index.column() == QueueColumn.STATE and item.state is QueueState.FAILED:
                return theme().colour("failure")
            if index.column() != QueueColumn.ADDRESS:
                return theme().colour("soft")
        return None

    def _words(self, item: QueueItem, column: QueueColumn) -> str:
        if column is QueueColumn.STATE:
            tried = item.state is QueueState.WAITING and item.attempts
            return f"Waiting (tried {item.attempts}×)" if tried else STATE_WORDS[item.state]
        if column is QueueColumn.ADDRESS:
            return item.url.partition("://")[2]
        if column is QueueColumn.REASON:
            return item.reason
        return _clock(item)


def _clock(item: QueueItem) -> str:
    """When it is tried again, by the user's clock; nothing where that is at once."""
    if item.state is not QueueState.WAITING or item.next_try <= 0:
        return ""
    moment = datetime.fromtimestamp(item.next_try)
    is_today = moment.date() == datetime.now().date()
    return moment.strftime("%H:%M" if is_today else "%Y-%m-%d %H:%M")

"""What a file holds as rows of a table: drawn from the items, none of them copied."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.core.counted import counted
from desktop_app.services.importing.importing import FoundItem
from desktop_app.ui.base.theme import theme

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, in their order."""

    ROW = 0
    TITLE = 1
    SAVED = 2
    TAGS = 3
    WITH = 4


_HEADINGS = ("Row", "Title or address", "Saved", "Tags", "Comes with")


class ImportTableModel(QAbstractTableModel):
    """The items of a file; those imported before are shown softer."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: Sequence[FoundItem] = ()

    def set_items(self, items: Sequence[FoundItem]) -> None:
        """Show these."""
        self.beginResetModel()
        self._items = items
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many items there are."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """How many columns each has."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What a cell shows."""
        item = self._items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(item, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.url or item.title
        if role == Qt.ItemDataRole.ForegroundRole and item.is_known:
            return theme().colour("soft")
        return None


def _cell(item: FoundItem, column: Column) -> str:
    if column is Column.ROW:
        return str(item.row or "")
    if column is Column.TITLE:
        return item.title or item.url
    if column is Column.SAVED:
        return item.captured[:10]
    if column is Column.TAGS:
        return ", ".join(item.tags)
    return ", ".join(_comes_with(item))


def _comes_with(item: FoundItem) -> list[str]:
    if item.is_known:
        return ["imported before"]
    parts = [
        "text" if item.has_text else "address only",
        counted(item.highlights, "highlight") if item.highlights else "",
        "note" if item.has_note else "",
        "starred" if item.is_starred else "",
        "read" if item.is_read else "unread",
    ]
    return [part for part in parts if part]

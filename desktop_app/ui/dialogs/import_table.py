"""What a file holds as rows of a table: drawn from the items, none of them copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.core.counted import counted
from desktop_app.services.importing.import_reports import FoundItem
from desktop_app.ui.base.theme import theme

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns, in their order."""

    ROW = 0
    TITLE = 1
    OUTLET = 2
    PUBLISHED = 3
    SAVED = 4
    TAGS = 5
    WITH = 6


_HEADINGS = ("Row", "Title or address", "Outlet", "Published", "Saved", "Tags", "Comes with")
#: Columns that are of use only where an item has something in them.
SOMETIMES = (Column.OUTLET, Column.PUBLISHED, Column.SAVED, Column.TAGS)


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

    def tells(self, column: Column) -> bool:
        """Whether any item has something in the column."""
        return any(_cell(item, column) for item in self._items)

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
            return _whole(item, Column(index.column()))
        if role == Qt.ItemDataRole.ForegroundRole and item.is_known and not item.is_newer:
            return theme().colour("soft")
        return None


def _cell(item: FoundItem, column: Column) -> str:
    """What a cell shows."""
    return _CELLS[column](item)


def _whole(item: FoundItem, column: Column) -> str:
    """What a cell is too narrow to show: the title with its address, else the cell's own words."""
    if column is Column.TITLE:
        return "\n".join(filter(None, (item.title, item.url)))
    return _cell(item, column)


def _comes_with(item: FoundItem) -> list[str]:
    if item.is_newer:
        return ["imported before, something is new"]
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


_CELLS: dict[Column, Callable[[FoundItem], str]] = {
    Column.ROW: lambda item: str(item.row or ""),
    Column.TITLE: lambda item: item.title or item.url,
    Column.OUTLET: lambda item: item.publisher,
    Column.PUBLISHED: lambda item: item.published,
    Column.SAVED: lambda item: item.captured[:10],
    Column.TAGS: lambda item: ", ".join(item.tags),
    Column.WITH: lambda item: ", ".join(_comes_with(item)),
}

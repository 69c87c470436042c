"""Things as the rows of a table: each column is a heading and what it says of a thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_Thing = TypeVar("_Thing")


class Column(NamedTuple, Generic[_Thing]):
    """A column: its heading, its words, and the colour of these where it is another one."""

    heading: str
    words: Callable[[_Thing], str]
    colour: Callable[[_Thing], QColor | None] = lambda _thing: None


class RowModel(QAbstractTableModel, Generic[_Thing]):
    """``key`` tells things apart: where they are the same as before, rows stay as they are."""

    def __init__(
        self,
        columns: Sequence[Column[_Thing]],
        key: Callable[[_Thing], object],
        tip: Callable[[_Thing], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._key, self._tip = tuple(columns), key, tip
        self.things: list[_Thing] = []

    def set_things(self, things: Sequence[_Thing]) -> None:
        """Show these, in their order."""
        if list(map(self._key, things)) != list(map(self._key, self.things)):
            self.beginResetModel()
            self.things = list(things)
            self.endResetModel()
            return
        before, self.things = self.things, list(things)
        for row, (old, new) in enumerate(zip(before, self.things, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._columns) - 1))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """So many things."""
        return 0 if parent.isValid() else len(self.things)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """As many as there are columns."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].heading
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell says."""
        thing, column = self.things[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.words(thing)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(thing)
        if role == Qt.ItemDataRole.ForegroundRole:
            return column.colour(thing)
        return None


def clock_words(seconds: float) -> str:
    """A moment in seconds since 1970 by the user's clock: the time today, else the day too."""
    moment = datetime.fromtimestamp(seconds)
    is_today = moment.date() == datetime.now().date()
    return moment.strftime("%H:%M" if is_today else "%Y-%m-%d %H:%M")


def time_words(text: str | None) -> str:
    """A moment as archives write it, by the user's clock; nothing for none."""
    return clock_words(datetime.fromisoformat(text).timestamp()) if text else ""

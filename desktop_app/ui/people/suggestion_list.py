"""The pairs that wait for an answer, as a list: model and view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.people.suggestion_source import Pair
from desktop_app.ui.widgets.passage_list import paint_ground

_Index = QModelIndex | QPersistentModelIndex
PAIR = Qt.ItemDataRole.UserRole + 1


class PairListModel(QAbstractListModel):
    """Pairs in the order in which they are asked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pairs: list[Pair] = []

    def set_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show these pairs."""
        self.beginResetModel()
        self.pairs = list(pairs)
        self.endResetModel()

    def take(self, pair: Pair) -> None:
        """Leave a pair out: it was answered."""
        row = self.row_of(pair)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.pairs[row]
            self.endRemoveRows()

    def row_of(self, pair: Pair) -> int:
        """Where a pair stands; -1 where it doesn't."""
        ids = [known.id for known in self.pairs]
        return ids.index(pair.id) if pair.id in ids else -1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many pairs there are."""
        return 0 if parent.isValid() else len(self.pairs)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A pair, or its two names."""
        if not 0 <= index.row() < len(self.pairs):
            return None
        pair = self.pairs[index.row()]
        if role == PAIR:
            return pair
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{pair.one.name} and {pair.other.name}"
        return None


class PairDelegate(QStyledItemDelegate):
    """Paints both names one above the other, with their counts of articles."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines."""
        return QSize(20 * GRID, 2 * option.fontMetrics.height() + 2 * GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a pair."""
        pair: Pair = index.data(PAIR)
        painter.save()
        paint_ground(painter, option)
        line = option.fontMetrics.height()
        area = option.rect.adjusted(GRID, GRID, -GRID, 0)
        for person in (pair.one, pair.other):
            area.setHeight(line)
            count = f"{person.articles:,}"
            room = area.width() - option.fontMetrics.horizontalAdvance(count) - GRID
            name = option.fontMetrics.elidedText(person.name, Qt.TextElideMode.ElideRight, room)
            painter.setPen(theme().colour("ink"))
            painter.drawText(area, Qt.AlignmentFlag.AlignLeft, name)
            painter.setPen(theme().colour("soft"))
            painter.drawText(area, Qt.AlignmentFlag.AlignRight, count)
            area.translate(0, line)
        painter.restore()


class PairList(QListView):
    """The list; tells which pair is in question."""

    pair_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passageList")
        self.setAccessibleName("Pairs of names that may be one person")
        self.pairs = PairListModel(self)
        self.setModel(self.pairs)
        self.setItemDelegate(PairDelegate(self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme().changed.connect(self.viewport().update)

    @property
    def current(self) -> Pair | None:
        """The pair in question."""
        found = self.currentIndex().data(PAIR) if self.currentIndex().isValid() else None
        return found if isinstance(found, Pair) else None

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802 - Qt's own
        """Tell the pair."""
        super().currentChanged(current, previous)
        self.pair_changed.emit(self.current)

    def choose(self, row: int) -> None:
        """Put the pair in that row, or the last one, in question."""
        self.setCurrentIndex(self.pairs.index(min(row, self.pairs.rowCount() - 1)))

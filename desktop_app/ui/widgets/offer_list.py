"""A list below a field that offers something to put there; the field keeps the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from desktop_app.core.completion import Offer
from desktop_app.ui.base.theme import GRID, theme

_OFFER = Qt.ItemDataRole.UserRole
_ROW_HEIGHT, _WIDTH = 28, 340
_MOST_ROWS = 12
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_Index = QModelIndex | QPersistentModelIndex


class OfferList(QFrame):
    """``chosen`` gives what was clicked, or chosen with Enter or Tab; Escape puts it away.

    Nothing is chosen at first, so that Enter still means what it means in the field.
    """

    chosen = Signal(object)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field.window())
        self._field = field
        self.setObjectName("offers")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.model = QStandardItemModel(self)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_OfferDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName("Offers for the search")
        self.view.clicked.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.view)
        field.installEventFilter(self)
        field.window().installEventFilter(self)
        self.hide()

    @property
    def offers(self) -> list[Offer]:
        """What is offered now, best first; nothing while it is hidden."""
        if self.isHidden():
            return []
        return [self.model.item(row).data(_OFFER) for row in range(self.model.rowCount())]

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Offer these; nothing hides the list."""
        self.model.clear()
        for offer in offers:
            self.model.appendRow(_item(offer))
        if not offers or not self._field.hasFocus():
            self.hide()
            return
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the field's arrow keys, Enter, Tab and Escape; go away with the field."""
        if event.type() == QEvent.Type.Resize and watched is self._field.window():
            self.hide()
        if watched is not self._field or self.isHidden():
            return False
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide()
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        key, current = event.key(), self.view.currentIndex()
        if key in _MOVES and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._move(_MOVES[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self.hide()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not current.isValid():
                self.hide()
                return False
            self._choose(current)
        elif key == Qt.Key.Key_Tab and not event.modifiers():
            self._choose(current if current.isValid() else self.model.index(0, 0))
        else:
            return False
        return True

    def _move(self, rows: int) -> None:
        """Step through the offers; beyond the last and the first one stands in the field."""
        count = self.model.rowCount()
        current = self.view.currentIndex()
        row = (current.row() if current.isValid() else -1) + rows
        if row < -1:
            row = count - 1
        self.view.setCurrentIndex(self.model.index(row, 0) if row < count else QModelIndex())
        spoken = self.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        self._field.setAccessibleDescription(str(spoken or ""))

    def _choose(self, index: _Index) -> None:
        offer = index.data(_OFFER)
        self.hide()
        if isinstance(offer, Offer):
            self.chosen.emit(offer)

    def _place(self) -> None:
        window = self._field.window()
        below = self._field.mapTo(window, QPoint(0, self._field.height() + 2))
        width = min(max(self._field.width(), _WIDTH), window.width() - below.x() - GRID)
        rows = min(self.model.rowCount(), _MOST_ROWS)
        height = min(rows * _ROW_HEIGHT + 10, window.height() - below.y() - GRID)
        self.setGeometry(below.x(), below.y(), width, height)


class _OfferDelegate(QStyledItemDelegate):
    """An icon, the words, quietly what they mean, and at the right in how many articles."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One line."""
        return QSize(120, _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one offer."""
        offer: Offer = index.data(_OFFER)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(option.rect, 5, 5)
        area = option.rect.adjusted(GRID, 0, -GRID, 0)
        icon = QRect(area.left(), area.center().y() - 7, 16, 16)
        theme().icon(offer.kind.value).paint(painter, icon)
        area.setLeft(icon.right() + GRID)
        side = Qt.AlignmentFlag.AlignVCenter
        count = "" if offer.articles is None else f"{offer.articles:,}"
        painter.setPen(theme().colour("soft"))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignRight, count)
        if count:
            area.setRight(area.right() - option.fontMetrics.horizontalAdvance(count) - GRID)
        end = Qt.TextElideMode.ElideRight
        words = option.fontMetrics.elidedText(offer.words, end, area.width())
        painter.setPen(theme().colour("ink"))
        painter.drawText(area, side, words)
        area.setLeft(area.left() + option.fontMetrics.horizontalAdvance(words) + GRID)
        painter.setPen(theme().colour("soft"))
        painter.drawText(area, side, option.fontMetrics.elidedText(offer.detail, end, area.width()))
        painter.restore()


def _item(offer: Offer) -> QStandardItem:
    item = QStandardItem(offer.words)
    item.setData(offer, _OFFER)
    many = "" if offer.articles is None else f", {offer.articles:,} articles"
    more = f", {offer.detail}" if offer.detail else ""
    item.setData(
        f"{offer.words}, {offer.kind.name.lower()}{more}{many}", Qt.ItemDataRole.AccessibleTextRole
    )
    item.setToolTip(offer.term)
    return item

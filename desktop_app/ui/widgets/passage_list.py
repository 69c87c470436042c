"""Passages of articles as a list of rich text, each as high as its words: painting and view.

What a passage says and what can be done with it is told by those who inherit.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.core.text_quote import TextQuote
from desktop_app.ui.base.text_direction import layout_direction
from desktop_app.ui.base.theme import GRID, theme

Index = QModelIndex | QPersistentModelIndex
_LEAST_WIDTH, _USUAL_WIDTH = 120, 480


class PassageDelegate(QStyledItemDelegate):
    """Paints the ground, what stands at the left, and the words beside it."""

    def indent(self, option: QStyleOptionViewItem) -> int:
        """How far from the left the words stand, in pixels."""
        return GRID

    def document(self, option: QStyleOptionViewItem, index: Index) -> QTextDocument:
        """The words of a row."""
        raise NotImplementedError

    def paint_beside(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw what stands at the left of the words."""
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        rect = option.rect
        painter.save()
        paint_ground(painter, option)
        self.paint_beside(painter, option, index)
        painter.translate(rect.left() + self.indent(option), rect.top() + GRID)
        self._laid_out(option, index, rect.width()).drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words at the list's width."""
        view = option.widget
        width = _USUAL_WIDTH
        if isinstance(view, QListView):
            # As wide as beside the scroll bar, also before it is there: rows must not be too low.
            bar = view.verticalScrollBar().sizeHint().width()
            width = min(view.viewport().width(), view.width() - bar)
        height = self._laid_out(option, index, width).size().height()
        return QSize(width, int(height) + 2 * GRID)

    def _laid_out(self, option: QStyleOptionViewItem, index: Index, width: int) -> QTextDocument:
        document = self.document(option, index)
        document.setTextWidth(max(width - self.indent(option) - GRID, _LEAST_WIDTH))
        return document


class PassageList(QListView):
    """The list; Return or a double click asks for the article at that passage."""

    passage_requested = Signal(int, object)

    def __init__(self, name: str, delegate: PassageDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passageList")
        self.setAccessibleName(name)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self._open)
        theme().changed.connect(self.viewport().update)

    def passage_of(self, index: QModelIndex) -> tuple[int, str | TextQuote]:
        """A row's article by id, and the words to open it at, with their place if it is known."""
        raise NotImplementedError

    def menu_of(self, index: QModelIndex) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        menu.addAction("Open the article here", lambda: self._open(index))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def show_menu(self, position: QPoint) -> None:
        """Show the menu of the row at a place."""
        index = self.indexAt(position)
        if index.isValid():
            self.menu_of(index).popup(self.viewport().mapToGlobal(position))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the article there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another font takes other heights."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _open(self, index: QModelIndex) -> None:
        self.passage_requested.emit(*self.passage_of(index))


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Draw the ground of a row that is chosen or under the pointer."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, theme().colour("selected"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, theme().colour("hover"))


def rich_document(html: str, font: QFont, directed_by: str) -> QTextDocument:
    """Rich text that runs in the direction of some of its words."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(font)
    text = QTextOption()
    text.setTextDirection(layout_direction(directed_by))
    document.setDefaultTextOption(text)
    document.setHtml(html)
    return document

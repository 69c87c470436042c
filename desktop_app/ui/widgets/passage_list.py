"""Passages of articles as a list of rich text, each as high as its words: painting and view.

What a passage says and what can be done with it is told by those who inherit.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QFont, QKeyEvent, QPainter, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.core.counted import count_articles
from desktop_app.core.text_quote import TextQuote
from desktop_app.ui.base.dragged_articles import dragged
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
    """The list; Return or a double click asks for the article at that passage.

    The articles of what is chosen can be dragged, and put into a dossier: ``dossier_wanted`` gives
    their ids.
    """

    passage_requested = Signal(int, object)
    dossier_wanted = Signal(list)

    def __init__(self, name: str, delegate: PassageDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passageList")
        self.setAccessibleName(name)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
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

    def article_ids(self) -> list[int]:
        """The articles of the chosen passages, each once, in the list's order."""
        indexes = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return list(dict.fromkeys(self.passage_of(index)[0] for index in indexes))

    def menu_of(self, index: QModelIndex) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        menu.addAction("Open the article here", lambda: self._open(index))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def offer_dossier(self, menu: QMenu, index: QModelIndex) -> None:
        """Offer to put a row's article into a dossier, or all chosen ones where it is chosen."""
        is_chosen = self.selectionModel().isSelected(index)
        ids = self.article_ids() if is_chosen else [self.passage_of(index)[0]]
        whose = "the article" if len(ids) == 1 else f"these {count_articles(len(ids))}"
        words = f"Add {whose} to a dossier…"
        menu.addAction(words, lambda: self.dossier_wanted.emit(ids))

    def show_menu(self, position: QPoint) -> None:
        """Show the menu of the row at a place."""
        index = self.indexAt(position)
        if index.isValid():
            self.menu_of(index).popup(self.viewport().mapToGlobal(position))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the article there, D asks for a dossier."""
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_D and is_plain and self.selectedIndexes():
            self.dossier_wanted.emit(self.article_ids())
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        """Drag the articles of the chosen passages."""
        if ids := self.article_ids():
            drag = QDrag(self)
            drag.setMimeData(dragged(ids))
            drag.exec(actions)

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

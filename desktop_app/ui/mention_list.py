"""Mentions as a list of dated sentences with the name marked: model, painting, view."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import partial
from html import escape

from PySide6.QtCore import (
    QAbstractListModel,
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
from PySide6.QtGui import QKeyEvent, QPainter, QTextDocument, QTextOption
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.core.article import PersonMention
from desktop_app.ui.dates_in_words import MONTHS, date_in_words
from desktop_app.ui.text_direction import layout_direction
from desktop_app.ui.theme import GRID, theme

_Index = QModelIndex | QPersistentModelIndex
_DATE_WIDTH = 13 * GRID
_LONGEST_SENTENCE = 600


class MentionRole(IntEnum):
    """What the model gives beside the words."""

    MENTION = Qt.ItemDataRole.UserRole + 1


class MentionListModel(QAbstractListModel):
    """A person's mentions in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mentions: list[PersonMention] = []

    def set_mentions(self, mentions: Sequence[PersonMention]) -> None:
        """Show these mentions."""
        self.beginResetModel()
        self._mentions = list(mentions)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many mentions are shown."""
        return 0 if parent.isValid() else len(self._mentions)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A mention, or its words."""
        if not 0 <= index.row() < len(self._mentions):
            return None
        found = self._mentions[index.row()]
        if role == MentionRole.MENTION:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            when = date_in_words(found.published) if found.published else "undated"
            return f"{when}: {found.mention.sentence or found.mention.text}"
        return None


class MentionDelegate(QStyledItemDelegate):
    """Paints the date at the left, the sentence with the name in bold, the article below it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a mention."""
        found = index.data(MentionRole.MENTION)
        rect: QRect = option.rect
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme().colour("selected"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme().colour("hover"))
        painter.setPen(theme().colour("soft"))
        when = short_date(found.published) if found.published else "undated"
        place = rect.adjusted(GRID, GRID, 0, 0)
        place.setWidth(_DATE_WIDTH - 2 * GRID)
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(place, int(flags), when)
        document = _document(found, rect.width() - _DATE_WIDTH - GRID, option)
        painter.translate(rect.left() + _DATE_WIDTH, rect.top() + GRID)
        document.drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its sentence at the list's width."""
        found = index.data(MentionRole.MENTION)
        view = option.widget
        width = 480
        if isinstance(view, QListView):
            # As wide as beside the scroll bar, also before it is there: rows must not be too low.
            bar = view.verticalScrollBar().sizeHint().width()
            width = min(view.viewport().width(), view.width() - bar)
        document = _document(found, width - _DATE_WIDTH - GRID, option)
        return QSize(width, int(document.size().height()) + 2 * GRID)


def short_date(edtf: str) -> str:
    """“17 Dec 2025”: a date in words with its month cut to three letters."""
    return " ".join(word[:3] if word in MONTHS else word for word in date_in_words(edtf).split(" "))


class MentionList(QListView):
    """The list; Return or a double click asks for the article at that sentence."""

    passage_requested = Signal(int, str)
    somebody_else_wanted = Signal(object)
    nobody_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mentionList")
        self.setAccessibleName("Sentences that name this person")
        self.mentions = MentionListModel(self)
        self.setModel(self.mentions)
        self.setItemDelegate(MentionDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self._open)
        theme().changed.connect(self.viewport().update)

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

    def menu_of(self, index: QModelIndex) -> QMenu:
        """What can be done with a mention."""
        found = index.data(MentionRole.MENTION)
        menu = QMenu(self)
        menu.addAction("Open the article here", lambda: self._open(index))
        menu.addAction("This is somebody else…", partial(self.somebody_else_wanted.emit, found))
        menu.addAction("Not a person here", partial(self.nobody_wanted.emit, found))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def show_menu(self, position: QPoint) -> None:
        """Show the menu of the mention at a place."""
        index = self.indexAt(position)
        if index.isValid():
            self.menu_of(index).popup(self.viewport().mapToGlobal(position))

    def _open(self, index: QModelIndex) -> None:
        found = index.data(MentionRole.MENTION)
        self.passage_requested.emit(found.article_id, found.mention.sentence or found.mention.text)


def _document(found: PersonMention, width: int, option: QStyleOptionViewItem) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(option.font)
    text = QTextOption()
    sentence = found.mention.sentence or found.mention.text
    text.setTextDirection(layout_direction(sentence))
    document.setDefaultTextOption(text)
    document.setHtml(_html(found))
    document.setTextWidth(max(width, 120))
    return document


def _html(found: PersonMention) -> str:
    colours = theme().colours
    role = f" · {escape(found.mention.role)}" if found.mention.role else ""
    return (
        f'<span style="color:{colours.ink}">{_marked(found)}</span><br/>'
        f'<span style="color:{colours.soft}; font-size:small">'
        f"{escape(found.article_title or 'Untitled')}{role}</span>"
    )


def _marked(found: PersonMention) -> str:
    """The sentence with the name in bold; a very long one only around the name."""
    sentence = found.mention.sentence or found.mention.text
    before, name, after = sentence.partition(found.mention.text)
    if len(sentence) > _LONGEST_SENTENCE:
        half = _LONGEST_SENTENCE // 2
        before = f"…{before[-half:]}" if len(before) > half else before
        after = f"{after[:half]}…" if len(after) > half else after
    return f"{escape(before)}<b>{escape(name)}</b>{escape(after)}"

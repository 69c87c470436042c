"""Mentions as a list of dated sentences with the name marked: model, painting, view."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from functools import partial
from html import escape

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QTextDocument
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem, QWidget

from desktop_app.core.article import PersonMention
from desktop_app.core.dates_in_words import date_in_words, short_date
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.widgets.passage_list import Index, PassageDelegate, PassageList, rich_document

_LONGEST_SENTENCE = 600
#: In a list narrower than this, dates stand above the sentences.
_NARROW, _DATE_WIDTH = 44 * GRID, 13 * GRID
#: So many rows are laid out at a time: each is as high as its sentence.
_AT_ONCE = 300
#: So many at first: nothing is painted before all that are there have been laid out.
_AT_FIRST = 40


class MentionRole(IntEnum):
    """What the model gives beside the words."""

    MENTION = Qt.ItemDataRole.UserRole + 1


class MentionListModel(QAbstractListModel):
    """A person's mentions in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mentions: list[PersonMention] = []
        self._shown = 0

    def set_mentions(self, mentions: Sequence[PersonMention]) -> None:
        """Show these mentions; where they go on from those shown, nothing moves."""
        known = len(self._mentions)
        if known and list(mentions[:known]) == self._mentions:
            self._mentions = list(mentions)
            if self._shown < _AT_FIRST:
                self.fetchMore(QModelIndex())
            return
        self.beginResetModel()
        self._mentions = list(mentions)
        self._shown = min(len(self._mentions), _AT_FIRST)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many mentions the view has asked for."""
        return 0 if parent.isValid() else self._shown

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are more than the view has asked for."""
        return not parent.isValid() and self._shown < len(self._mentions)

    def fetchMore(self, parent: Index) -> None:
        """Give the view more, as its end comes into sight."""
        upto = min(len(self._mentions), self._shown + _AT_ONCE)
        if upto > self._shown:
            self.beginInsertRows(QModelIndex(), self._shown, upto - 1)
            self._shown = upto
            self.endInsertRows()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A mention, or its words."""
        if not 0 <= index.row() < self._shown:
            return None
        found = self._mentions[index.row()]
        if role == MentionRole.MENTION:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            when = date_in_words(found.published) if found.published else "undated"
            return f"{when}: {_sentence(found)}"
        return None


class MentionDelegate(PassageDelegate):
    """Paints the date at the left, the sentence with the name in bold, the article below it."""

    def indent(self, option: QStyleOptionViewItem) -> int:
        """Room for the date at the left; none in a narrow list, where it stands above."""
        return GRID if _is_narrow(option) else _DATE_WIDTH

    def document(self, option: QStyleOptionViewItem, index: Index) -> QTextDocument:
        """The sentence and the article."""
        found: PersonMention = index.data(MentionRole.MENTION)
        above = f"{_small(_when(found))}<br/>" if _is_narrow(option) else ""
        return rich_document(above + _html(found), option.font, _sentence(found))

    def paint_beside(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the date."""
        if _is_narrow(option):
            return
        found: PersonMention = index.data(MentionRole.MENTION)
        painter.setPen(theme().colour("soft"))
        place = option.rect.adjusted(GRID, GRID, 0, 0)
        place.setWidth(_DATE_WIDTH - 2 * GRID)
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(place, int(flags), _when(found))


def _is_narrow(option: QStyleOptionViewItem) -> bool:
    view = option.widget
    return isinstance(view, QWidget) and view.width() < _NARROW


def _when(found: PersonMention) -> str:
    return short_date(found.published) if found.published else "undated"


class MentionList(PassageList):
    """The list; Return or a double click asks for the article at that sentence."""

    somebody_else_wanted = Signal(object)
    nobody_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Sentences that name this person", MentionDelegate(), parent)
        self.mentions = MentionListModel(self)
        self.setModel(self.mentions)

    def passage_of(self, index: QModelIndex) -> tuple[int, str]:
        """The mention's article and its sentence."""
        found: PersonMention = index.data(MentionRole.MENTION)
        return found.article_id, _sentence(found)

    def menu_of(self, index: QModelIndex) -> QMenu:
        """What can be done with a mention."""
        found: PersonMention = index.data(MentionRole.MENTION)
        menu = super().menu_of(index)
        if len(self.selectedIndexes()) > 1 and self.selectionModel().isSelected(index):
            # Who is meant is asked sentence by sentence.
            self.offer_dossier(menu, index)
            return menu
        menu.addAction("This is somebody else…", partial(self.somebody_else_wanted.emit, found))
        menu.addAction("Not a person here", partial(self.nobody_wanted.emit, found))
        self.offer_dossier(menu, index)
        return menu


def _sentence(found: PersonMention) -> str:
    return found.mention.sentence or found.mention.text


def _html(found: PersonMention) -> str:
    ink = theme().colours.ink
    role = f" · {found.mention.role}" if found.mention.role else ""
    article = _small(f"{found.article_title or 'Untitled'}{role}")
    return f'<span style="color:{ink}">{_marked(found)}</span><br/>{article}'


def _small(words: str) -> str:
    soft = theme().colours.soft
    return f'<span style="color:{soft}; font-size:small">{escape(words)}</span>'


def _marked(found: PersonMention) -> str:
    """The sentence with the name in bold; a very long one only around the name."""
    sentence = _sentence(found)
    before, name, after = sentence.partition(found.mention.text)
    if len(sentence) > _LONGEST_SENTENCE:
        half = _LONGEST_SENTENCE // 2
        before = f"…{before[-half:]}" if len(before) > half else before
        after = f"{after[:half]}…" if len(after) > half else after
    return f"{escape(before)}<b>{escape(name)}</b>{escape(after)}"

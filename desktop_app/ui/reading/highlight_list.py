"""Highlights of many articles as a list: the quote beside its colour, the note, the article."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from html import escape

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QTextDocument
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem, QWidget

from desktop_app.core.dates_in_words import date_in_words
from desktop_app.core.highlight import ArticleHighlight, Highlight
from desktop_app.core.text_quote import TextQuote
from desktop_app.ui.base.theme import GRID, reading_font, theme
from desktop_app.ui.widgets.passage_list import Index, PassageDelegate, PassageList, rich_document

_COPY = QKeySequence.StandardKey.Copy
_LONGEST_SHOWN = 800
_BAR_WIDTH = 5


class HighlightRole(IntEnum):
    """What the model gives beside the words."""

    HIGHLIGHT = Qt.ItemDataRole.UserRole + 1


class HighlightListModel(QAbstractListModel):
    """Highlights in the order given; says when the end has come into view."""

    end_reached = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.highlights: list[ArticleHighlight] = []
        self._complete = True

    def set_highlights(self, found: Sequence[ArticleHighlight], *, complete: bool) -> None:
        """Show these; ``complete`` tells that there are no more."""
        self.beginResetModel()
        self.highlights = list(found)
        self._complete = complete
        self.endResetModel()

    def add_highlights(self, found: Sequence[ArticleHighlight], *, complete: bool) -> None:
        """Show these behind the others."""
        first = len(self.highlights)
        self._complete = complete
        if found:
            self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
            self.highlights += found
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many highlights were read."""
        return 0 if parent.isValid() else len(self.highlights)

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are more to read."""
        return not parent.isValid() and not self._complete

    def fetchMore(self, parent: Index) -> None:
        """Say that the end has come into view."""
        self._complete = True  # asked once; the answer says whether there is still more
        self.end_reached.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A highlight, or its words."""
        if not 0 <= index.row() < len(self.highlights):
            return None
        found = self.highlights[index.row()]
        if role == HighlightRole.HIGHLIGHT:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{found.highlight.quote.exact} ({found.highlight.colour}, {source_of(found)})"
        return None


class HighlightDelegate(PassageDelegate):
    """Paints a bar in the highlight's colour, the quote, the note and where it is from."""

    def indent(self, option: QStyleOptionViewItem) -> int:
        """Room for the bar."""
        return 3 * GRID

    def document(self, option: QStyleOptionViewItem, index: Index) -> QTextDocument:
        """The quote, the note and the article."""
        found: ArticleHighlight = index.data(HighlightRole.HIGHLIGHT)
        html = _html(found, option.font.family())
        return rich_document(html, reading_font(11), found.highlight.quote.exact)

    def paint_beside(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the bar."""
        rect: QRect = option.rect
        bar = QRect(rect.left() + GRID, rect.top() + GRID, _BAR_WIDTH, rect.height() - 2 * GRID)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            theme().highlight_ink(index.data(HighlightRole.HIGHLIGHT).highlight.colour)
        )
        painter.drawRoundedRect(bar, 2, 2)


class HighlightList(PassageList):
    """Return or a double click opens the article there; Del takes what is chosen away.

    ``removal_wanted`` and ``export_wanted`` give a list of highlights.
    """

    removal_wanted = Signal(list)
    export_wanted = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Highlights", HighlightDelegate(), parent)
        self.highlights = HighlightListModel(self)
        self.setModel(self.highlights)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.show_menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens, Del takes away, Ctrl+C copies the quote with its source."""
        if event.key() == Qt.Key.Key_Delete and self.chosen():
            self.removal_wanted.emit(self.chosen())
        elif event.matches(_COPY) and self.chosen():
            self._copy(self.chosen())
        else:
            super().keyPressEvent(event)

    def chosen(self) -> list[ArticleHighlight]:
        """The chosen highlights, in the list's order."""
        indexes = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return [index.data(HighlightRole.HIGHLIGHT) for index in indexes]

    def passage_of(self, index: QModelIndex) -> tuple[int, TextQuote]:
        """The highlight's article and its quote, where it stands now."""
        found: Highlight = index.data(HighlightRole.HIGHLIGHT).highlight
        return found.article_id, found.quote._replace(start=found.start)

    def menu_of(self, index: QModelIndex) -> QMenu:
        """What can be done with a highlight."""
        found = self.chosen()
        if index.data(HighlightRole.HIGHLIGHT) not in found:
            found = [index.data(HighlightRole.HIGHLIGHT)]
        several = f"{len(found):,} highlights" if len(found) > 1 else ""
        source = f"{several} with their sources" if several else "with its source"
        menu = super().menu_of(index)
        menu.addAction(f"Copy {source}", lambda: self._copy(found))
        menu.addAction(f"Export {source}…", lambda: self.export_wanted.emit(found))
        self.offer_dossier(menu, index)
        menu.addAction(f"Take {several} away", lambda: self.removal_wanted.emit(found))
        return menu

    def _copy(self, found: Sequence[ArticleHighlight]) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(map(quotation, found)))


def quotation(found: ArticleHighlight) -> str:
    """A quote with its source, and the note below it where there is one."""
    words = f"“{found.highlight.quote.exact}” ({source_of(found)})"
    return f"{words}\n{found.highlight.note}" if found.highlight.note else words


def source_of(found: ArticleHighlight) -> str:
    """Which article a highlight is of, in words."""
    when = date_in_words(found.published) if found.published else "undated"
    parts = (found.publisher, found.article_title or "Without a title", when)
    return ", ".join(part for part in parts if part)


def _html(found: ArticleHighlight, small_face: str) -> str:
    ink, soft = theme().colours.ink, theme().colours.soft
    highlight = found.highlight
    face = f"font-family:'{escape(small_face)}'"
    quote = highlight.quote.exact
    shown = quote if len(quote) <= _LONGEST_SHOWN else f"{quote[:_LONGEST_SHOWN].rstrip()}…"
    parts = [f'<p style="margin:0; color:{ink}">{escape(shown)}</p>']
    if highlight.note:
        note = escape(highlight.note[:_LONGEST_SHOWN]).replace("\n", "<br/>")
        look = f"margin:4px 0 0 0; color:{ink}; {face}; font-size:10pt; font-style:italic"
        parts.append(f'<p style="{look}">{note}</p>')
    gone = " · not in the text" if highlight.is_orphan else ""
    look = f"margin:4px 0 0 0; color:{soft}; {face}; font-size:9pt"
    parts.append(f'<p style="{look}">{escape(source_of(found) + gone)}</p>')
    return "".join(parts)

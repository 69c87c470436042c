"""How an entry of a dossier is drawn, and how a heading or a text is written in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.core.dossier import LEVELS, MOST_TITLED, DossierEntry, EntryKind
from desktop_app.ui.base.theme import GRID, reading_font, theme
from desktop_app.ui.dossier.entry_model import EntryModel, entry_at, told_of
from desktop_app.ui.dossier.key_completion import CitingTextEdit
from desktop_app.ui.widgets.passage_list import paint_ground, rich_document
from desktop_app.ui.widgets.shown_markdown import shown_own_markdown_reader

if TYPE_CHECKING:
    from desktop_app.services.exporting.citing import KeyOffer

_Index = QModelIndex | QPersistentModelIndex
_ICON, _INDENT, _MARK = 18, 5 * GRID, 14
_BOTTOM_LEFT = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
_HEADING_SIZES = (17, 14, 12, 11)
_ARTICLE_HEIGHT, _HIGHEST_TEXT, _EDITOR_HEIGHT = 7 * GRID, 60 * GRID, 22 * GRID
#: So many characters of a text are shown in the list.
_MOST_SHOWN = 4_000
_LEVEL = re.compile(rf"(#{{1,{LEVELS}}})\s+(.*)")


class EntryDelegate(QStyledItemDelegate):
    """``written`` gives an entry, its new words or Markdown, and the level of a heading.

    ``typed`` gives the same while it is being written, ``left`` what Escape has left behind.
    """

    written = Signal(object, str, int)
    typed = Signal(object, str, int)
    left = Signal(object, str, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._reader = shown_own_markdown_reader()
        self._heights: dict[tuple[str, int], int] = {}
        #: What a text can cite.
        self.offers: Sequence[KeyOffer] = ()
        self._edited: DossierEntry | None = None

    def height_of(self, entry: DossierEntry, width: int, font: QFont) -> int:
        """How high the row of an entry is in a list of this width, in pixels."""
        if entry.kind is EntryKind.ARTICLE:
            return _ARTICLE_HEIGHT
        if entry.kind is EntryKind.HEADING:
            return QFontMetrics(_heading_font(font, entry.level)).height() + 3 * GRID
        if not entry.id:
            return _EDITOR_HEIGHT
        key = (entry.markdown, width)
        if key not in self._heights:
            height = int(self._document(entry, width, font).size().height())
            self._heights[key] = min(height, _HIGHEST_TEXT) + 2 * GRID
        return self._heights[key]

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as its row."""
        entry = entry_at(index)
        width = option.rect.width()
        height = self.height_of(entry, width, option.font) if entry else _ARTICLE_HEIGHT
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw an entry."""
        entry = entry_at(index)
        if entry is None:
            return
        painter.save()
        paint_ground(painter, option)
        if entry.kind is EntryKind.HEADING:
            self._paint_heading(painter, option, entry, _folded(index))
        elif entry.kind is EntryKind.TEXT:
            self._paint_text(painter, option, entry)
        else:
            _paint_article(painter, option, entry)
        painter.restore()

    # Writing in place

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """A line for a heading, a field for a text."""
        self._edited = entry = entry_at(index)
        if entry is not None and entry.kind is EntryKind.HEADING:
            line = QLineEdit(parent)
            line.setMaxLength(MOST_TITLED + LEVELS + 1)
            line.setAccessibleName("Heading; # to #### before the words tell its level")
            line.setPlaceholderText("Words of the heading; ## before them make it one level lower")
            line.textEdited.connect(partial(self._on_heading_typed, entry))
            return line
        field = CitingTextEdit(self.offers, parent)
        field.setAccessibleName("Text of your own, in Markdown")
        field.setPlaceholderText(
            "Text of your own, in Markdown. @ cites an article. Ctrl+Enter keeps it."
        )
        field.setTabChangesFocus(True)
        field.textChanged.connect(lambda: self.typed.emit(entry, field.toPlainText(), 1))
        return field

    def _on_heading_typed(self, entry: DossierEntry, text: str) -> None:
        level, words = read_heading(text)
        self.typed.emit(entry, words, level)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:  # noqa: N802
        """Put the words as they are into the editor, a heading's level as its marks."""
        entry = entry_at(index)
        if entry is None:
            return
        if isinstance(editor, QLineEdit):
            marks = f"{'#' * entry.level} " if entry.level > 1 else ""
            editor.setText(f"{marks}{entry.title}")
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(entry.markdown)
            editor.moveCursor(QTextCursor.MoveOperation.End)

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: _Index
    ) -> None:
        """Tell what was written; nothing where that is nothing, or what it was."""
        entry = entry_at(index)
        if entry is None:
            return
        if (found := _written_in(editor, entry)) is not None:
            self.written.emit(entry, *found)

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        """Over the row; a text has room for some lines, also at the end of the list."""
        place = QRect(option.rect)
        if isinstance(editor, QPlainTextEdit):
            place.setHeight(max(place.height(), _EDITOR_HEIGHT))
            parent = editor.parentWidget()
            room = place.bottom() if parent is None else parent.height()
            place.moveTop(max(0, min(place.top(), room - place.height())))
        editor.setGeometry(place.adjusted(2, 2, -2, -2))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Ctrl+Enter keeps a text, in which Enter begins a line; Escape leaves it."""
        if (
            isinstance(event, QKeyEvent)
            and isinstance(editor, QPlainTextEdit)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
            return True
        if (
            isinstance(event, QKeyEvent)
            and isinstance(editor, QWidget)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
            and self._edited is not None
            and (found := _written_in(editor, self._edited)) is not None
        ):
            self.left.emit(self._edited, *found)
        return super().eventFilter(editor, event)

    # Drawing

    def _paint_heading(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        entry: DossierEntry,
        folded: int | None,
    ) -> None:
        painter.setFont(_heading_font(option.font, entry.level))
        painter.setPen(theme().colour("ink"))
        room = option.rect.adjusted(_INDENT + (entry.level - 1) * GRID, GRID, -GRID, -GRID // 2)
        more = "" if folded is None else f"  ({folded:,})"
        metrics = painter.fontMetrics()
        width = room.width() - metrics.horizontalAdvance(more)
        words = metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, _BOTTOM_LEFT, words)
        middle = room.bottom() - metrics.height() // 2
        place = QRect(option.rect.left() + GRID + 4, middle - _MARK // 2, _MARK, _MARK)
        theme().icon("chevron-down" if folded is None else "chevron-right").paint(painter, place)
        if more:
            painter.setPen(theme().colour("soft"))
            painter.drawText(
                room.translated(metrics.horizontalAdvance(words), 0), _BOTTOM_LEFT, more
            )

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, entry: DossierEntry
    ) -> None:
        rect: QRect = option.rect
        _paint_icon(painter, rect, entry.kind)
        document = self._document(entry, rect.width(), option.font)
        painter.translate(rect.left() + _INDENT, rect.top() + GRID)
        painter.setClipRect(0, 0, rect.width() - _INDENT, rect.height() - 2 * GRID)
        document.drawContents(painter)

    def _document(self, entry: DossierEntry, width: int, font: QFont) -> QTextDocument:
        markdown = entry.markdown
        if len(markdown) > _MOST_SHOWN:
            markdown = f"{markdown[:_MOST_SHOWN].rstrip()}…"
        html = self._reader.render(markdown, {"images": ()})
        ink = escape(theme().colours.ink)
        document = rich_document(
            f'<div style="color:{ink}">{html}</div>', reading_font(11), markdown
        )
        document.setTextWidth(max(width - _INDENT - 2 * GRID, 15 * GRID))
        return document


def _written_in(editor: QWidget, entry: DossierEntry) -> tuple[str, int] | None:
    """The words in an editor and the level of a heading; None where there are none or the old."""
    if isinstance(editor, QLineEdit):
        level, words = read_heading(editor.text())
        return (words, level) if words and (level, words) != (entry.level, entry.title) else None
    if isinstance(editor, QPlainTextEdit):
        text = editor.toPlainText().strip()
        return (text, 1) if text and text != entry.markdown else None
    return None


def folds_at(entry: DossierEntry, left: int) -> bool:
    """Whether a click so far from the left of an entry is meant for folding."""
    return entry.kind is EntryKind.HEADING and left < _INDENT


def _folded(index: _Index) -> int | None:
    """How many entries are folded below a heading; None where it isn't folded."""
    model = index.model()
    if not isinstance(model, EntryModel):
        return None
    is_folded = model.entries[index.row()].id in model.folded
    return len(model.section(index.row())) if is_folded else None


def read_heading(typed: str) -> tuple[int, str]:
    """The level and the words of a heading that was typed with or without its marks."""
    found = _LEVEL.fullmatch(typed.strip())
    return (len(found[1]), found[2].strip()) if found else (1, typed.strip())


def _heading_font(font: QFont, level: int) -> QFont:
    found = reading_font(_HEADING_SIZES[min(max(level, 1), LEVELS) - 1])
    found.setWeight(QFont.Weight.DemiBold)
    return found


def _paint_icon(painter: QPainter, rect: QRect, kind: EntryKind) -> None:
    place = QRect(rect.left() + GRID + GRID // 2, rect.top() + GRID + 2, _ICON, _ICON)
    theme().icon(kind.value).paint(painter, place)


def _paint_article(painter: QPainter, option: QStyleOptionViewItem, entry: DossierEntry) -> None:
    rect: QRect = option.rect
    is_there = not (entry.is_gap or entry.in_trash)
    _paint_icon(painter, rect, entry.kind)
    room = rect.adjusted(_INDENT, GRID - 2, -GRID, -GRID + 2)
    font = reading_font(12)
    font.setItalic(entry.is_gap)
    painter.setFont(font)
    painter.setPen(theme().colour("ink" if is_there else "soft"))
    title = entry.title or "Without a title"
    metrics = painter.fontMetrics()
    painter.drawText(
        room,
        Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft,
        metrics.elidedText(title, Qt.TextElideMode.ElideRight, room.width()),
    )
    small = QFont(option.font)
    small.setPointSizeF(option.font.pointSizeF() * 0.92)
    painter.setFont(small)
    painter.setPen(theme().colour("soft" if is_there else "failure"))
    painter.drawText(
        room,
        Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft,
        painter.fontMetrics().elidedText(told_of(entry), Qt.TextElideMode.ElideRight, room.width()),
    )

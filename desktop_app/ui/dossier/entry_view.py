"""The entries of a dossier on the screen: chosen, dragged, moved with keys, written in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QWidget,
)

from desktop_app.core.dossier import DossierEntry, EntryKind
from desktop_app.ui.base.dragged_articles import ARTICLE_IDS_TYPE, dropped
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.dossier.entry_delegate import EntryDelegate, folds_at
from desktop_app.ui.dossier.entry_model import ENTRY_IDS_TYPE, entry_at
from desktop_app.ui.dossier.folding_view import FoldingView

if TYPE_CHECKING:
    from desktop_app.services.exporting.citing import KeyOffer

_Index = QModelIndex | QPersistentModelIndex
_ALT = Qt.KeyboardModifier.AltModifier
_ALT_SHIFT = _ALT | Qt.KeyboardModifier.ShiftModifier
_SIDES = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: The rows of so many texts that come at once are as high as their words, the others of one height.
_MEASURED = 60


class EntryView(FoldingView):
    """``opened`` gives the entry of an article, ``move_wanted`` entries' ids and the id of the one
    before which they come (None: last), ``articles_dropped`` the same of articles, ``step_wanted``
    and ``level_wanted`` -1 or 1, ``removal_wanted`` entries' ids,
    ``written`` an entry, its words, its level, and before which entry a new one comes, ``left`` the
    same of what was written but left by Escape, ``text_typed`` the same of a text at each letter,
    without a level; ``typed`` gives all entries with what is being written, ``current_changed`` the
    entry at the cursor.
    """

    opened = Signal(object)
    move_wanted = Signal(list, object)
    step_wanted = Signal(int)
    level_wanted = Signal(int)
    articles_dropped = Signal(list, object)
    removal_wanted = Signal(list)
    written = Signal(object, str, int, object)
    left = Signal(object, str, int, object)
    text_typed = Signal(object, str, object)
    writing_ended = Signal()
    typed = Signal(list)
    current_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = EntryDelegate(self)
        self.setItemDelegate(self._painter)
        self._drop_row: int | None = None
        self.setObjectName("dossierEntries")
        self.setAccessibleName("What stands in the dossier")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setStretchLastSection(True)
        down.hide()
        down.setMinimumSectionSize(2 * GRID)
        down.setDefaultSectionSize(7 * GRID)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.entries.rowsInserted.connect(lambda _parent, first, last: self._fit(first, last))
        self._painter.written.connect(self._on_written)
        self._painter.left.connect(self._on_left)
        self._painter.typed.connect(self._on_typed)
        self._painter.closeEditor.connect(self._on_editor_closed)
        self.doubleClicked.connect(self.open_at)
        theme().changed.connect(self.viewport().update)

    def set_offers(self, offers: Sequence[KeyOffer]) -> None:
        """Offer these articles to a text that cites."""
        self._painter.offers = offers

    # What is shown and chosen

    def show_entries(self, entries: Sequence[DossierEntry]) -> None:
        """Show these; what was chosen is chosen again."""
        chosen, current = set(self.chosen_ids()), self.current_id
        row = self.currentIndex().row()
        self.entries.set_entries(entries)
        self.hide_folded()
        if not entries or (current is None and not chosen):
            return
        rows = {entry.id: at for at, entry in enumerate(entries)}
        at = rows.get(current, min(row, len(entries) - 1)) if current is not None else row
        self.put_cursor(max(at, 0))
        self._choose_rows(sorted(rows[each] for each in chosen & rows.keys()))

    @property
    def current_id(self) -> int | None:
        """The entry at the cursor."""
        entry = entry_at(self.currentIndex())
        return None if entry is None else entry.id

    def chosen(self) -> list[DossierEntry]:
        """The chosen entries, in their order, with all that is folded below them."""
        selection = self.selectionModel().selection()
        rows: set[int] = set()
        # By runs of rows: asked for each index, Qt would ask the model for each one's flags.
        for place in range(selection.count()):
            span = selection.at(place)
            rows.update(range(span.top(), span.bottom() + 1))
        return [self.entries.entries[row] for row in self.entries.with_folded(rows)]

    def chosen_ids(self) -> list[int]:
        """The ids of the chosen entries, in their order."""
        return [entry.id for entry in self.chosen() if entry.id]

    def choose(self, entry_id: int) -> None:
        """Put the cursor on an entry, and bring it into view."""
        for row, entry in enumerate(self.entries.entries):
            if entry.id == entry_id:
                if self.isRowHidden(row):
                    self.entries.folded.clear()
                    self.hide_folded()
                self.put_cursor(row)
                self.scrollTo(self.entries.index(row, 0))

    def choose_article(self, article_id: int) -> None:
        """Put the cursor on the last entry of an article; nowhere for 0."""
        entries = self.entries.entries
        found = [each.id for each in entries if article_id and each.article_id == article_id]
        if found:
            self.choose(found[-1])

    @property
    def is_writing(self) -> bool:
        """Whether a heading or a text is being written."""
        return self.state() is QAbstractItemView.State.EditingState

    def write_new(self, kind: EntryKind, *, above: bool = False) -> None:
        """Open a new heading or text below the cursor or ``above`` it; without a cursor, last."""
        current = self.currentIndex()
        row = current.row() + (not above) if current.isValid() else self.entries.rowCount()
        before = [each for each in self.entries.entries[:row] if each.kind is EntryKind.HEADING]
        index = self.entries.begin_draft(kind, row, before[-1].level if before else 1)
        self.scrollTo(index)
        self.put_cursor(index.row())
        self.edit(index)

    def open_at(self, index: QModelIndex) -> None:
        """Open an article, or write where the user's own words stand."""
        entry = entry_at(index)
        if entry is None:
            return
        if entry.kind is EntryKind.ARTICLE:
            self.opened.emit(entry)
        else:
            self.edit(index)

    # What Qt calls

    def event(self, event: QEvent) -> bool:
        """Keep from the window the keys that move or write an entry."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_move = event.modifiers() == _ALT and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            is_level = event.modifiers() == _ALT_SHIFT and event.key() in _SIDES
            if is_move or is_level or event.key() == Qt.Key.Key_F2:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, F2 writes, Del takes out, Alt with an arrow moves, Alt and Shift with one
        make a heading higher or lower, an arrow to the side folds."""
        if event.modifiers() == _ALT and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.modifiers() == _ALT_SHIFT and event.key() in _SIDES:
            self.level_wanted.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif event.key() in _SIDES and not event.modifiers():
            self.fold(event.key() == Qt.Key.Key_Left)
        elif event.key() in _ENTER:
            self.open_at(self.currentIndex())
        elif event.key() == Qt.Key.Key_F2 and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete and self.chosen_ids():
            self.removal_wanted.emit(self.chosen_ids())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts take other heights in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit(0, self.entries.rowCount() - 1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take this list's own entries, and articles from elsewhere."""
        mime = event.mimeData()
        if event.source() is self and mime.hasFormat(ENTRY_IDS_TYPE):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        elif event.source() is not self and mime.hasFormat(ARTICLE_IDS_TYPE):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show between which entries they would come; scroll near the ends."""
        super().dragMoveEvent(event)
        self._drop_row = self.row_at(event.position().toPoint())
        self.viewport().update()
        is_own = event.source() is self
        event.setDropAction(Qt.DropAction.MoveAction if is_own else Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show no place any more."""
        super().dragLeaveEvent(event)
        self._drop_row = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the entries to be moved there."""
        row = self.row_at(event.position().toPoint())
        self._drop_row = None
        text = event.mimeData().data(ENTRY_IDS_TYPE).toStdString()
        ids = [int(part) for part in text.split(",") if part]
        if not ids:
            self.articles_dropped.emit(dropped(event.mimeData()), self.entries.id_at(row))
        else:
            self.move_wanted.emit(ids, self.entries.id_at(row))
        # The list is read anew from the archive: Qt mustn't take the rows out itself.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()

    def row_at(self, position: QPoint) -> int:
        """The row before which something that is dropped there comes."""
        index = self.indexAt(position)
        if not index.isValid():
            return self.entries.rowCount()
        if position.y() > self.visualRect(index).center().y():
            return self.entries.with_folded([index.row()])[-1] + 1
        return index.row()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the entries, and a line where something would come."""
        super().paintEvent(event)
        if self._drop_row is None:
            return
        rows = self.entries.rowCount()
        if not rows:
            return
        is_last = self._drop_row >= rows
        row = rows - 1 if is_last else self._drop_row
        while is_last and row > 0 and self.isRowHidden(row):
            row -= 1
        place = self.visualRect(self.entries.index(row, 0))
        y = place.bottom() if is_last else place.top()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(theme().colour("accent"), 2))
        painter.drawLine(GRID, y, self.viewport().width() - GRID, y)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the mark before a heading folds its section, or unfolds it."""
        index = self.indexAt(event.position().toPoint())
        entry = entry_at(index)
        if (
            event.button() is Qt.MouseButton.LeftButton
            and entry is not None
            and folds_at(entry, round(event.position().x()))
        ):
            self.put_cursor(index.row())
            self.fold(entry.id not in self.entries.folded)
            return
        super().mousePressEvent(event)

    # How it is kept

    def _choose_rows(self, rows: Sequence[int]) -> None:
        """Choose rows too, by runs of those that follow one another: they may be thousands."""
        selection = QItemSelection()
        for _, run in groupby(enumerate(rows), lambda each: each[1] - each[0]):
            span = [row for _, row in run]
            first, last = self.entries.index(span[0], 0), self.entries.index(span[-1], 0)
            selection.append(QItemSelectionRange(first, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _fit(self, first: int, last: int) -> None:
        """Give the rows of headings and texts their heights; those of articles have theirs."""
        texts = 0
        width = self.viewport().width()
        for row in range(first, last + 1):
            entry = self.entries.entries[row]
            texts += entry.kind is EntryKind.TEXT
            is_measured = entry.kind is EntryKind.HEADING or texts <= _MEASURED
            if entry.kind is not EntryKind.ARTICLE and is_measured:
                self.setRowHeight(row, self._painter.height_of(entry, width, self.font()))

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802
        """Tell which entry is at the cursor."""
        super().currentChanged(current, previous)
        if (entry := entry_at(current)) is not None:
            self.current_changed.emit(entry.id)

    def _on_typed(self, entry: DossierEntry, words: str, level: int) -> None:
        """What is written has the place of its entry; nothing written is no entry."""
        is_heading = entry.kind is EntryKind.HEADING
        as_typed = (
            replace(entry, title=words, level=level)
            if is_heading
            else replace(entry, markdown=words)
        )
        shown = [as_typed if each is entry else each for each in self.entries.entries]
        self.typed.emit([each for each in shown if each is not as_typed or words.strip()])
        if not is_heading:
            self.text_typed.emit(entry, words, self._place_of(entry))

    def _on_written(self, entry: DossierEntry, words: str, level: int) -> None:
        self.written.emit(entry, words, level, self._place_of(entry))

    def _on_left(self, entry: DossierEntry, words: str, level: int) -> None:
        self.left.emit(entry, words, level, self._place_of(entry))

    def _place_of(self, entry: DossierEntry) -> int | None:
        """Before which entry a new one comes."""
        return None if entry.id else self.entries.id_at(self.entries.entries.index(entry))

    def _on_editor_closed(self, _editor: QWidget, _hint: QAbstractItemDelegate.EndEditHint) -> None:
        row = self.currentIndex().row()
        self.entries.end_draft()
        if self.entries.rowCount() and not self.selectionModel().hasSelection():
            self.put_cursor(max(row - 1, 0))
        self.setFocus()
        self.writing_ended.emit()

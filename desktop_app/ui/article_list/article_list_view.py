"""The list itself: choosing with keys and mouse, dragging articles onto tags.

A table of one column, though it is a list: Qt lays a list out row by row, each of them asked from
the model, and whatever changes lays it out anew; a table's rows of one height are only counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.core.counted import count_articles
from desktop_app.ui.article_list.article_list_model import ArticleListModel, ArticleRole
from desktop_app.ui.article_list.article_row_delegate import ArticleRowDelegate
from desktop_app.ui.article_list.list_place import ListPlace, Place
from desktop_app.ui.base.dragged_articles import dragged
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.tags.tag_colours import TagColours

if TYPE_CHECKING:
    from desktop_app.core.arrangement import ArticleGroup, Grouping
    from desktop_app.ui.article_list.copy_folds import CopyMark
    from desktop_app.ui.article_list.group_heading import StickyHeading

_REST_MS = 60
_Index = QModelIndex | QPersistentModelIndex


class ArticleListView(QTableView):
    """``current_changed`` gives the article to read, or -1, once the choice rests for a moment."""

    current_changed = Signal(int)
    selection_changed = Signal(int)
    opened = Signal(int)
    versions_wanted = Signal(int)
    watched_wanted = Signal(int)
    copies_folded = Signal()

    def __init__(self, model: ArticleListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.empty_text = ""
        self.heading: StickyHeading | None = None
        self._place = ListPlace(
            lambda: Place(self.current_id, self.currentIndex().row(), self.selected_ids())
        )
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._tell_current)
        self.setModel(model)
        self.set_tag_colours(TagColours(self))
        self._make_rows()
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setAccessibleName("Articles")
        theme().changed.connect(self._paint_again)

    def _make_rows(self) -> None:
        """Rows of one height over the whole width, without what else tables have."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setStretchLastSection(True)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Give the rows the height that they take in the present face."""
        option, delegate = QStyleOptionViewItem(), self.itemDelegate()
        if not isinstance(delegate, ArticleRowDelegate):
            return  # the list is being taken down
        self.initViewItemOption(option)
        height = delegate.sizeHint(option, QModelIndex()).height()
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)

    def set_tag_colours(self, colours: TagColours) -> None:
        """Draw tags in these colours."""
        self.setItemDelegate(ArticleRowDelegate(colours, self))
        colours.changed.connect(self._paint_again)

    @property
    def current_id(self) -> int | None:
        """The article that the cursor is on."""
        value = self.currentIndex().data(ArticleRole.ID)
        return value if isinstance(value, int) else None

    def selected_ids(self) -> list[int]:
        """Every chosen article, in the list's order."""
        ids = self._model.ids
        rows: list[int] = []
        for span in self._spans():
            rows.extend(range(span.top(), span.bottom() + 1))
        return [ids[row] for row in sorted(rows)]

    def first_chosen(self) -> QModelIndex:
        """The first of the chosen rows; an invalid index where there is none."""
        first = min((span.top() for span in self._spans()), default=-1)
        return self._model.index(first, 0)

    def choose(self, article_id: int) -> bool:
        """Put the cursor on an article; gives whether the list has it."""
        row = self._model.row_of(article_id)
        if row is None:
            return False
        self._put_cursor(self._model.index(row, 0))
        self.scrollTo(self._model.index(row, 0))
        return True

    def _put_cursor(self, index: QModelIndex) -> None:
        """Choose a row alone; Qt would toggle it while Ctrl is held, as after Ctrl+Z."""
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flag)

    def set_ids(self, ids: tuple[int, ...], *, is_whole: bool = True) -> None:
        """Show other articles; the cursor stays on its article, or in its place.

        Of a list that isn't whole, the first rows come before the others: what is chosen, the
        cursor, and the end of the list wait for these.
        """
        wanted = self._place.wanted
        self._place.is_whole = is_whole
        if ids != self._model.ids:
            self._model.set_ids(ids)
            self._put_back(wanted)
        self._place.keep(wanted, is_whole=is_whole)

    @property
    def rows_in_sight(self) -> int:
        """How many rows can be seen at once."""
        return self.viewport().height() // self.verticalHeader().defaultSectionSize() + 1

    @property
    def kept_id(self) -> int | None:
        """The article that the cursor is on once the list is whole."""
        return self.current_id if self._place.is_whole else self._place.wanted.current

    def _put_back(self, place: Place) -> None:
        kept = place.current is not None and self.choose(place.current)
        if len(place.chosen) > 1:
            self._choose_again(place.chosen)
        if not self._place.is_whole:
            return
        count = self._model.rowCount()
        if not kept and not self.selectionModel().hasSelection() and count and place.row >= 0:
            self._put_cursor(self._model.index(min(place.row, count - 1), 0))
        self._rest.start()

    def selectAll(self) -> None:  # noqa: N802
        """Choose every article, once all of them are there.

        Copies behind a row are shown by it: what is done to all is done to what can be seen.
        """
        self._place.when_whole(self._choose_every_row)

    def _choose_every_row(self) -> None:
        if self._model.folds.open_all():
            self._show_folds()
        super().selectAll()

    def show_groups(self, groups: Sequence[ArticleGroup], grouping: Grouping) -> None:
        """Part the list by these groups, and say above it in which one stands."""
        self._model.set_groups(groups, grouping)
        if not groups and self.heading is None:
            return
        # Imported here: a list without groups doesn't need it.
        from desktop_app.ui.article_list.group_heading import StickyHeading, heading_height  # noqa: PLC0415

        if self.heading is None:
            self.heading = StickyHeading(self)
            self.verticalScrollBar().valueChanged.connect(self._follow_group)
        self.heading.setVisible(bool(groups))
        self.heading.setGeometry(0, 0, self.viewport().width(), heading_height(self.font()))
        self._follow_group()
        self.viewport().update()

    def step_group(self, by: int) -> None:
        """Put the cursor on the first article of the next group, or of the one before."""
        row = max(self.currentIndex().row(), 0)
        here = self._model.group_of(row)
        back_to_start = by < 0 and here is not None and row > here.start
        group = here if back_to_start else self._model.group_beside(row, by)
        if group is not None:
            index = self._model.index(group.start, 0)
            self._put_cursor(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def _follow_group(self) -> None:
        from desktop_app.ui.article_list.group_heading import group_in_words  # noqa: PLC0415 - see above

        top = self.indexAt(self.viewport().rect().topLeft())
        group = self._model.group_of(top.row()) if top.isValid() else None
        if self.heading is not None and group is not None:
            self.heading.say(group_in_words(group, self._model.grouping), group.articles)

    def step(self, rows: int) -> bool:
        """Put the cursor some rows further, as far as there are any; tells whether it moved."""
        count, here = self._model.rowCount(), self.currentIndex().row()
        if not count:
            return False
        row = min(max(here + rows, 0), count - 1)
        self._put_cursor(self._model.index(row, 0))
        return row != here

    # What Qt calls

    def currentChanged(self, current: _Index, previous: _Index) -> None:  # noqa: N802
        """Tell of the new article once the cursor rests."""
        super().currentChanged(current, previous)
        self._rest.start()

    def selectionChanged(self, chosen: QItemSelection, left: QItemSelection) -> None:  # noqa: N802
        """Tell how many are chosen; one that is left of several is told anew."""
        super().selectionChanged(chosen, left)
        self.selection_changed.emit(self._chosen_count())
        self._rest.start()

    def _chosen_count(self) -> int:
        return sum(span.height() for span in self._spans())

    def selectedIndexes(self) -> list[QModelIndex]:  # noqa: N802
        """One of the chosen rows: Qt asks only whether there is something to drag.

        ``selected_ids`` gives all of them; as indexes they would take half a second.
        """
        first = self.first_chosen()
        return [first] if first.isValid() else []

    def startDrag(self, actions: Qt.DropAction) -> None:  # noqa: N802
        """Drag the chosen articles, told by their number; Qt would ask for each of their rows."""
        ids = self.selected_ids()
        if ids:
            drag = QDrag(self)
            drag.setMimeData(dragged(ids))
            label = QLabel(count_articles(len(ids)), self)
            label.setMargin(GRID)
            label.adjustSize()
            drag.setPixmap(label.grab())
            label.deleteLater()
            drag.exec(actions)

    def changeEvent(self, event: QEvent) -> None:
        """Another face takes other heights."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def _go_to_last(self, *, choosing: bool) -> None:
        if self._model.rowCount():
            self._go_to_end(self._model.rowCount() - 1, choosing=choosing)

    def _go_to_end(self, row: int, *, choosing: bool) -> None:
        """Go to the first or the last article, and choose all up to there where so asked."""
        start, end = self.currentIndex(), self._model.index(row, 0)
        if choosing and start.isValid():
            flag = QItemSelectionModel.SelectionFlag
            first, last = sorted((start, end), key=lambda index: index.row())
            self.selectionModel().select(QItemSelection(first, last), flag.Select)
            self.selectionModel().setCurrentIndex(end, flag.NoUpdate)
        else:
            self._put_cursor(end)
        self.scrollTo(end)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Home and End go to the ends; letters are left to the window."""
        controlled = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ends = (Qt.Key.Key_Home, Qt.Key.Key_End)
        if event.key() in ends and self._model.rowCount() and not controlled:
            # A table's own Home and End stay in the row.
            choosing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if event.key() == Qt.Key.Key_Home:
                self._go_to_end(0, choosing=choosing)
            else:
                self._place.when_whole(partial(self._go_to_last, choosing=choosing))
            return
        sideways = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}
        if event.key() in sideways and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.open_copies(sideways[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current_id is not None:
                self.opened.emit(self.current_id)
        elif event.text().isprintable() and event.text().strip() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a mark opens what it tells of: copies, versions, or the watched pages."""
        index = self.indexAt(event.position().toPoint())
        kind = self._mark_at(event) if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)
        if kind == "copies":
            mark: CopyMark | None = index.data(ArticleRole.COPIES)
            self.open_copies(mark is not None and not mark.is_open)
        elif kind == "versions":
            self.versions_wanted.emit(index.data(ArticleRole.ID))
        elif kind == "watched":
            self.watched_wanted.emit(index.data(ArticleRole.ID))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer that a mark can be clicked."""
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape
        self.viewport().setCursor(
            shape.PointingHandCursor if self._mark_at(event) else shape.ArrowCursor
        )

    def _mark_at(self, event: QMouseEvent) -> str | None:
        """Which mark of a row the pointer is on."""
        index, delegate = self.indexAt(event.position().toPoint()), self.itemDelegate()
        if not index.isValid() or not isinstance(delegate, ArticleRowDelegate):
            return None
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return delegate.mark_at(event.position(), option, index)

    def open_copies(self, is_open: bool) -> None:
        """Show the copies of the current row below it, or fold them again, as in a tree."""
        current, folds = self.current_id, self._model.folds
        if current is None:
            return
        first = folds.first_of(current)
        if not is_open and first is not None:
            self.choose(first)
        elif folds.set_open(current, is_open):
            self._show_folds()

    def _show_folds(self) -> None:
        self.set_ids(self._model.folds.shown)
        self.viewport().update()
        self.copies_folded.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the heading as wide as the list."""
        super().resizeEvent(event)
        if self.heading is not None:
            self.heading.resize(self.viewport().width(), self.heading.height())

    def scrollTo(  # noqa: N802
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into view, below the heading that stays there."""
        super().scrollTo(index, hint)
        if self.heading is not None and self.heading.isVisible():
            hidden = self.heading.height() - self.visualRect(index).top()
            if hidden > 0 and index.data(ArticleRole.HEADING) is None:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() - hidden)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the article at the cursor; Qt only puts the cursor on the first one."""
        super().focusInEvent(event)
        self.choose_one()

    def choose_one(self) -> None:
        """Choose the article at the cursor, or the first one, where none is chosen."""
        if not self.selectionModel().hasSelection() and self._model.rowCount():
            self.step(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or say why there are none."""
        super().paintEvent(event)
        if self._model.rowCount() == 0 and self.empty_text:
            painter = QPainter(self.viewport())
            painter.setPen(theme().colour("soft"))
            room = self.viewport().rect().adjusted(4 * GRID, 0, -4 * GRID, 0)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self.empty_text)

    def _spans(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def _choose_again(self, ids: list[int]) -> None:
        wanted = set(ids)
        rows = [row for row, article_id in enumerate(self._model.ids) if article_id in wanted]
        selection = QItemSelection()
        # By runs of rows that follow one another: there may be very many.
        for _, run in groupby(enumerate(rows), lambda each: each[1] - each[0]):
            span = [row for _, row in run]
            selection.append(
                QItemSelectionRange(self._model.index(span[0], 0), self._model.index(span[-1], 0))
            )
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.Select)

    def _tell_current(self) -> None:
        if self._chosen_count() > 1:
            return  # Of several none is the one to be read.
        current = self.current_id
        self.current_changed.emit(-1 if current is None else current)

    def _paint_again(self) -> None:
        # Asked for late: for the first widget that Qt gives, PySide makes all its kinds of widgets.
        self.viewport().update()

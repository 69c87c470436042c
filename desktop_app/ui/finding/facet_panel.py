"""What the articles of the list have in common, beside it: a click narrows, another key leaves out.

Which facets are chosen stands in the search field alone; this panel only writes there.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.counted import count_articles
from desktop_app.core.dates_in_words import date_in_words, short_date
from desktop_app.core.facets import (
    Facet,
    FacetCount,
    FacetKind,
    with_facet,
    without,
    without_facets,
)
from desktop_app.services.finding.finding import FacetReport
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import GRID, HEAD_HEIGHT, theme

_SHOWN, _ROW_HEIGHT, _HEADING_HEIGHT = 7, 26, 36
_PAUSE_MS = 60
_FACET, _COUNT, _STATE, _MORE = (Qt.ItemDataRole.UserRole + number for number in range(4))
_CHOSEN, _EXCLUDED = "chosen", "excluded"
_TITLES = {
    FacetKind.YEAR: "Years",
    FacetKind.MONTH: "Months",
    FacetKind.TAG: "Tags",
    FacetKind.DOSSIER: "Dossiers",
    FacetKind.PERSON: "People",
    FacetKind.OUTLET: "Outlets",
    FacetKind.LANGUAGE: "Languages",
}
_HINT = "Click: only these. Shift+click or X: leave these out. The same again: undo."
_Index = QModelIndex | QPersistentModelIndex


class FacetPanel(QWidget):
    """``query_wanted`` gives the typed query narrowed or widened by what was clicked."""

    query_wanted = Signal(str)

    def __init__(self, library: Library, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facetPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library = library
        self._tasks = tasks
        self._wanted = ("", "")
        self._is_counting = False
        self._is_outdated = False
        self._opened: set[FacetKind] = set()
        self.report: FacetReport | None = None
        self.model = QStandardItemModel(self)
        self.view = FacetView(self)
        self.view.setModel(self.model)
        self.clear_button = QPushButton("Clear", self)
        self.clear_button.setProperty("flat", "true")
        self.clear_button.setToolTip("Take every year, tag, person, … out of the search")
        self.clear_button.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._count)
        self._arrange()
        self.view.chosen.connect(self._on_chosen)
        self.view.left_out.connect(self._on_left_out)
        self.view.more_wanted.connect(self._on_more_wanted)
        self.clear_button.clicked.connect(self.clear)
        tasks.changed.connect(self._on_changed)
        theme().changed.connect(self.view.viewport().update)

    def follow(self, scope: str, typed: str) -> None:
        """Count for what the list shows now; hidden, it costs nothing."""
        self._wanted = (scope, typed)
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: object) -> None:
        """Count as soon as it is seen."""
        super().showEvent(event)  # type: ignore[arg-type]
        self._soon.start()

    def clear(self) -> None:
        """Take every facet out of the search."""
        self.query_wanted.emit(without_facets(self._wanted[1]))

    def index_of(self, facet: Facet) -> QModelIndex:
        """Where a facet stands; an invalid index if it isn't shown."""
        for row in range(self.model.rowCount()):
            group = self.model.item(row)
            for place in range(group.rowCount()):
                each = group.child(place).data(_FACET)
                if isinstance(each, Facet) and each.same() == facet.same():
                    return group.child(place).index()
        return QModelIndex()

    # Counting: one at a time, so that the list never waits for readers that count.

    def _count(self) -> None:
        if self._is_counting or not self.isVisible():
            return
        self._is_counting = True
        asked = self._wanted
        self._is_outdated = False
        task = self._tasks.read(lambda: self._library.finding.facets(*asked), can_wait=True)
        task.succeeded(lambda report: self._on_counted(asked, report)).failed(self._on_failed)

    def _on_counted(self, asked: tuple[str, str], report: FacetReport) -> None:
        self._is_counting = False
        if asked != self._wanted or self._is_outdated:
            self._soon.start()
        if asked == self._wanted:
            self.report = report
            self._fill(report)

    def _on_failed(self, _failure: object) -> None:
        self._is_counting = False

    def _on_changed(self, changed: Changed) -> None:
        if not changed.kinds & {"articles", "tags", "people", "dossiers"}:
            return
        self._is_outdated = True
        if self.isVisible():
            self._soon.start()

    # Showing

    def _fill(self, report: FacetReport) -> None:
        current = self.view.currentIndex().data(_FACET)
        scrolled = self.view.verticalScrollBar().value()
        self.model.clear()
        for kind, counts in report.counts.items():
            rows = self._rows(kind, counts, report)
            if rows:
                heading = QStandardItem(_TITLES[kind])
                heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
                heading.appendRows(rows)
                self.model.appendRow(heading)
        self.view.expandAll()
        if isinstance(current, Facet):
            self.view.setCurrentIndex(self.index_of(current))
        self.view.verticalScrollBar().setValue(scrolled)
        self.clear_button.setVisible(bool(report.choice.chosen or report.choice.excluded))

    def _rows(
        self, kind: FacetKind, counts: list[FacetCount], report: FacetReport
    ) -> list[QStandardItem]:
        found = {each.facet.same(): each.articles for each in counts}
        spelt = {each.facet.same(): each.facet for each in counts}
        chosen = [each for each in report.choice.chosen if each.kind is kind]
        excluded = [each for each in report.choice.excluded if each.kind is kind]
        marked = {each.same() for each in (*chosen, *excluded)}
        rest = [each.facet for each in counts if each.facet.same() not in marked]
        shown = rest if kind in self._opened else rest[:_SHOWN]
        items = [
            _item(spelt.get(each.same(), each), found.get(each.same()), state)
            for facets, state in ((chosen, _CHOSEN), (excluded, _EXCLUDED), (shown, ""))
            for each in facets
        ]
        if len(shown) < len(rest):
            more = QStandardItem(f"{len(rest) - len(shown)} more…")
            more.setData(kind, _MORE)
            items.append(more)
        return items

    def _on_more_wanted(self, kind: FacetKind) -> None:
        self._opened.add(kind)
        if self.report is not None:
            self._fill(self.report)

    def _on_chosen(self, facet: Facet) -> None:
        self.query_wanted.emit(with_facet(self._wanted[1], facet))

    def _on_left_out(self, facet: Facet) -> None:
        self.query_wanted.emit(without(self._wanted[1], facet))

    def _arrange(self) -> None:
        title = QLabel("Narrow", self)
        title.setProperty("role", "heading")
        head = QHBoxLayout()
        head.setContentsMargins(2 * GRID, 2 * GRID, GRID, 0)
        head.addWidget(title, 1)
        head.addWidget(self.clear_button)
        title.setMinimumHeight(HEAD_HEIGHT)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)


class FacetView(QTreeView):
    """The groups with their values; a click or Enter chooses, Shift+click or X leaves out."""

    chosen = Signal(object)
    left_out = Signal(object)
    more_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self.setAccessibleName("Narrow the list")
        self.setToolTip(_HINT)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemDelegate(_FacetDelegate(self))
        self.setMouseTracking(True)
        self.setItemsExpandable(False)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what is clicked; with Shift, leave it out."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._act(self.indexAt(event.position().toPoint()), leave_out=shift)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose, X and Delete leave out."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._act(self.currentIndex(), leave_out=False)
        elif event.key() in (Qt.Key.Key_X, Qt.Key.Key_Delete):
            self._act(self.currentIndex(), leave_out=True)
        else:
            super().keyPressEvent(event)

    def _act(self, index: QModelIndex, *, leave_out: bool) -> None:
        facet, more = index.data(_FACET), index.data(_MORE)
        if isinstance(facet, Facet):
            (self.left_out if leave_out else self.chosen).emit(facet)
        elif isinstance(more, str):
            self.more_wanted.emit(FacetKind(more))


class _FacetDelegate(QStyledItemDelegate):
    """Headings quiet, a tick before what is chosen, a line through what is left out."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Headings have room above them."""
        height = _ROW_HEIGHT if index.parent().isValid() else _HEADING_HEIGHT
        return QSize(80, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one value with its count."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(2 * GRID, 0, -GRID, 0)
        if not index.parent().isValid():
            _paint_heading(painter, option, area, str(index.data()))
        else:
            _paint_value(painter, option, area, index)
        painter.restore()


def _paint_heading(
    painter: QPainter, option: QStyleOptionViewItem, area: QRect, words: str
) -> None:
    font = QFont(option.font)
    font.setPointSizeF(font.pointSizeF() * 0.88)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme().colour("soft"))
    side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    painter.drawText(area.adjusted(0, 0, 0, -5), side, words)


def _paint_value(
    painter: QPainter, option: QStyleOptionViewItem, area: QRect, index: _Index
) -> None:
    state, count = index.data(_STATE), index.data(_COUNT)
    ground = option.rect.adjusted(GRID, 1, -GRID // 2, -1)
    wanted = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus)
    painter.setPen(Qt.PenStyle.NoPen)
    if state == _CHOSEN or wanted:
        painter.setBrush(theme().colour("selected" if state == _CHOSEN else "hover"))
        painter.drawRoundedRect(ground, 5, 5)
    number = "" if count is None else f"{count:,}"
    room = option.fontMetrics.horizontalAdvance(number) + GRID
    side = Qt.AlignmentFlag.AlignVCenter
    painter.setPen(theme().colour("soft"))
    painter.drawText(area.adjusted(0, 0, -GRID // 2, 0), side | Qt.AlignmentFlag.AlignRight, number)
    font = QFont(option.font)
    font.setStrikeOut(state == _EXCLUDED)
    painter.setFont(font)
    quiet = state == _EXCLUDED or index.data(_FACET) is None
    painter.setPen(theme().colour("soft" if quiet else "ink"))
    if state == _CHOSEN:
        mark = QRect(area.left(), area.center().y() - 6, 14, 14)
        theme().icon("check", "accent").paint(painter, mark)
        area = area.adjusted(18, 0, 0, 0)
    words = fitting_words(index.data(_FACET), index.data(), option.fontMetrics, area.width() - room)
    painter.drawText(area, side, words)


def fitting_words(facet: Facet | None, words: str, metrics: QFontMetrics, width: int) -> str:
    """A value's words as they fit into so many pixels: a month is shortened before it is cut."""
    fitting = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, width)
    if fitting != words and facet is not None and facet.kind is FacetKind.MONTH:
        return metrics.elidedText(short_date(facet.value), Qt.TextElideMode.ElideMiddle, width)
    return fitting


def _item(facet: Facet, count: int | None, state: str) -> QStandardItem:
    words = date_in_words(facet.value) if facet.kind is FacetKind.MONTH else facet.value
    item = QStandardItem(words)
    item.setData(facet, _FACET)
    item.setData(None if state == _EXCLUDED else count, _COUNT)
    item.setData(state, _STATE)
    spoken = {_CHOSEN: "chosen, ", _EXCLUDED: "left out, "}.get(state, "")
    item.setData(
        f"{words}, {spoken}{count_articles(count or 0)}", Qt.ItemDataRole.AccessibleTextRole
    )
    return item

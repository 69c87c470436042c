"""The timeline itself: lanes on an axis of time, moved, zoomed and walked through.

It paints what it is given and tells which days are in view; what is loaded is the page's. Far out
a lane has bars, near enough it has single items, whose words never cover others.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.core.dates_in_words import date_in_words
from desktop_app.core.timeline import TimelineBar, TimelineItem, TimelineLane, TimelineScreen
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.timeline.timeline_packing import Placed, packed
from desktop_app.ui.timeline.timeline_painting import AXIS, HEAD, ROW, LaneBox, TimelinePainter
from desktop_app.ui.timeline.timeline_scale import (
    SHORTEST_SPAN,
    TimeScale,
    iso_day,
    kept_in_calendar,
)

_DRAG_PIXELS = 4
_ZOOM = 1.25
_MOVES = {
    Qt.Key.Key_Left: -0.1,
    Qt.Key.Key_Right: 0.1,
    Qt.Key.Key_PageUp: -0.8,
    Qt.Key.Key_PageDown: 0.8,
}
_ZOOMS = {
    Qt.Key.Key_Plus: 1 / _ZOOM,
    Qt.Key.Key_Equal: 1 / _ZOOM,
    Qt.Key.Key_Minus: _ZOOM,
    Qt.Key.Key_Underscore: _ZOOM,
}
LEAST_LANE = 9 * GRID
#: Items are shown one by one where at least so many of them can be read.
_READABLE = 0.6
_FEW = 8
_USUAL_SHARE = 0.7


@dataclass(frozen=True, slots=True)
class _Drag:
    """A pull with the mouse: where it began, the scale then, whether it chooses days."""

    start: QPointF
    scale: TimeScale
    chooses: bool


class TimelineCanvas(QWidget):
    """Shows a screen of a timeline.

    ``view_changed`` says that other days are in view; ``item_chosen`` gives the item or None.
    """

    view_changed = Signal()
    item_chosen = Signal(object)
    item_opened = Signal(object)
    range_chosen = Signal(str, str)
    cleared = Signal()
    lane_chosen = Signal(str)
    lanes_turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(40 * GRID, 20 * GRID)
        self.setAccessibleName("Timeline")
        self.shown = TimelineScreen(())
        self.scale = TimeScale(0, 1, 1)
        self.empty_words = ""
        self.chosen: TimelineItem | None = None
        self._boxes: list[LaneBox] = []
        self._drag: _Drag | None = None
        self._hover = QPointF(-1, -1)
        self._painter = TimelinePainter(self)

    # What is shown

    def show_screen(self, screen: TimelineScreen) -> None:
        """Show these lanes; the days in view stay."""
        self.shown = screen
        self._lay_out()

    def fit(self, first: int, last: int) -> None:
        """Bring these days into view, with a little room on both sides."""
        room = max((last + 1 - first) * 0.03, (SHORTEST_SPAN - (last + 1 - first)) / 2)
        self._show(TimeScale(first - room, last + 1 - first + 2 * room, float(self.width())))

    def fit_all(self) -> None:
        """Bring everything into view."""
        if self.shown.count:
            self.fit(self.shown.first, self.shown.last)

    def fit_usual(self) -> None:
        """Bring nearly everything into view, where a few things far off would make it tiny."""
        shown = self.shown
        usual = shown.usual_last - shown.usual_first
        if usual < _USUAL_SHARE * (shown.last - shown.first):
            self.fit(shown.usual_first, shown.usual_last)
        else:
            self.fit_all()

    def zoom(self, factor: float) -> None:
        """See ``factor`` times as many days, around the middle."""
        self._show(self.scale.zoomed(factor, self.width() / 2))

    def visible_range(self) -> tuple[str, str]:
        """The first and last day in view, as ISO dates."""
        return iso_day(self.scale.first), iso_day(self.scale.first + self.scale.span)

    def placed(self) -> list[Placed]:
        """Every item in view, lane by lane, in the order of time."""
        return [each for box in self._boxes for each in box.placed]

    def choose(self, item: TimelineItem | None) -> None:
        """Mark an item and tell of it."""
        self.chosen = item
        self._describe()
        self.update()
        self.item_chosen.emit(item)

    def _show(self, scale: TimeScale) -> None:
        self.scale = kept_in_calendar(scale)
        self._lay_out()
        self.view_changed.emit()

    def _lay_out(self) -> None:
        lanes = self.shown.lanes
        height = (self.height() - AXIS) / max(len(lanes), 1)
        self._boxes = [
            self._box(lane, number * height, height) for number, lane in enumerate(lanes)
        ]
        self._describe()
        self.update()

    def _box(self, lane: TimelineLane, top: float, height: float) -> LaneBox:
        head = HEAD if lane.name or lane.vague else GRID / 2
        rows = int((height - head - GRID / 2) // ROW)
        metrics = QFontMetrics(self.font())
        first, last = self.scale.first, self.scale.first + self.scale.span
        items = [item for item in lane.items if _begin(item) <= last and _end(item) + 1 >= first]
        placed = packed(
            items, self.scale, rows, lambda item: metrics.horizontalAdvance(item.words[:120]) + 4.0
        )
        left_out = len(items) - len(placed)
        bars = tuple(bar for bar in lane.bars if bar.first <= last and bar.last + 1 >= first)
        if not lane.items or (self._is_crowded(placed, left_out) and len(bars) > 1):
            return LaneBox(lane, top, height, head, bars)
        return LaneBox(lane, top, height, head, (), tuple(placed), left_out, lane.vague)

    def _is_crowded(self, placed: list[Placed], left_out: int) -> bool:
        """Whether too few of the items could be read."""
        worded = sum(each.words_width > 0 for each in placed)
        return left_out > 0 or (len(placed) > _FEW and worded < _READABLE * len(placed))

    def _describe(self) -> None:
        lanes = [box.lane for box in self._boxes]
        if not lanes:
            self.setAccessibleDescription(self.empty_words)
            return
        first, last = (date_in_words(day) for day in self.visible_range())
        named = ", ".join(f"{lane.name}: {lane.count:,}" for lane in lanes if lane.name)
        chosen = self.chosen
        told = f" {date_in_words(chosen.date)}: {chosen.words}." if chosen else ""
        self.setAccessibleDescription(
            f"From {first} to {last}. {named}{told} Arrow keys left and right move, plus and minus "
            "zoom, Home shows everything, arrow keys up and down go through the items, Enter opens "
            "the article, Ctrl+Enter narrows the search to what is shown."
        )

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lanes, the axis and the days that are being chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.shown.lanes:
            self._painter.paint_empty(painter, self.empty_words)
            return
        self._painter.paint(painter, self._boxes, self.scale)
        if self._drag is not None and self._drag.chooses:
            self._painter.paint_choice(painter, self._drag.start.x(), self._hover.x())
        painter.end()

    def item_at(self, place: QPointF) -> TimelineItem | None:
        """The item under a point."""
        box = self._box_at(place)
        for each in reversed(box.placed if box else ()):
            if box is not None and box.place_of(each).contains(place):
                return each.item
        return None

    def bar_at(self, place: QPointF) -> TimelineBar | None:
        """The bar under or over a point."""
        box, day = self._box_at(place), self.scale.day(place.x())
        bars = box.bars if box else ()
        return next((bar for bar in bars if bar.first <= day < bar.last + 1), None)

    def _box_at(self, place: QPointF) -> LaneBox | None:
        return next(
            (box for box in self._boxes if box.top <= place.y() < box.top + box.height), None
        )

    @property
    def hovered(self) -> QPointF:
        """Where the pointer is."""
        return self._hover

    # Mouse and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the days in view."""
        self._show(TimeScale(self.scale.first, self.scale.span, float(self.width())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move, or on the axis and with Shift to choose days."""
        if event.button() is Qt.MouseButton.LeftButton and self.shown.lanes:
            on_axis = event.position().y() >= self.height() - AXIS
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._drag = _Drag(event.position(), self.scale, on_axis or shifted)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move, choose days further, or light up what the pointer is on."""
        self._hover = event.position()
        drag = self._drag
        if drag is not None and not drag.chooses:
            moved = (drag.start.x() - self._hover.x()) / max(self.width(), 1)
            if abs(drag.start.x() - self._hover.x()) >= _DRAG_PIXELS:
                self._show(drag.scale.moved(moved))
        self.setCursor(self._shape())
        self.update()

    def _shape(self) -> Qt.CursorShape:
        if self._hover.y() >= self.height() - AXIS:
            return Qt.CursorShape.SizeHorCursor
        if self.item_at(self._hover) is not None or self.bar_at(self._hover) is not None:
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.ArrowCursor

    def leaveEvent(self, event: QEvent) -> None:
        """Light up nothing."""
        self._hover = QPointF(-1, -1)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the days pulled over, or what was clicked."""
        drag, self._drag = self._drag, None
        self.update()
        if drag is None:
            return
        first, last = sorted((drag.start.x(), event.position().x()))
        if last - first < _DRAG_PIXELS:
            self._click(event.position())
        elif drag.chooses:
            self.range_chosen.emit(iso_day(self.scale.day(first)), iso_day(self.scale.day(last)))

    def _click(self, place: QPointF) -> None:
        item, bar, box = self.item_at(place), self.bar_at(place), self._box_at(place)
        if item is not None:
            self.choose(item)
        elif box is not None and box.lane.term and box.name_place(self).contains(place):
            self.lane_chosen.emit(box.lane.term)
        elif bar is not None and bar.first == bar.last and self.scale.span <= 2 * SHORTEST_SPAN:
            self.range_chosen.emit(iso_day(bar.first), iso_day(bar.last))
        elif bar is not None:
            self.fit(bar.first, bar.last)
        else:
            self.choose(None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the article of the item."""
        item = self.item_at(event.position())
        if item is not None:
            self.item_opened.emit(item)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer; sideways, move."""
        turn = event.angleDelta()
        if abs(turn.x()) > abs(turn.y()):
            self._show(self.scale.moved(-turn.x() / 1_200))
        elif turn.y():
            self._show(self.scale.zoomed(_ZOOM ** (-turn.y() / 120), event.position().x()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, zoom, walk through the items, open and narrow from the keyboard."""
        key = Qt.Key(event.key())
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if with_control and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.lanes_turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in _MOVES:
            self._show(self.scale.moved(_MOVES[key]))
        elif key in _ZOOMS:
            self.zoom(_ZOOMS[key])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Home:
            self.fit_all()
        elif key == Qt.Key.Key_Escape:
            self._on_escape()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_return(with_control)
        else:
            super().keyPressEvent(event)

    def _on_return(self, narrows: bool) -> None:
        if narrows:
            self.range_chosen.emit(*self.visible_range())
        elif self.chosen is not None:
            self.item_opened.emit(self.chosen)

    def _step(self, by: int) -> None:
        items = [each.item for each in self.placed()]
        if not items:
            return
        if self.chosen in items:
            place = min(max(items.index(self.chosen) + by, 0), len(items) - 1)
        else:
            place = 0 if by > 0 else len(items) - 1
        self.choose(items[place])

    def _on_escape(self) -> None:
        if self.chosen is not None:
            self.choose(None)
        else:
            self.cleared.emit()

    def event(self, event: QEvent) -> bool:
        """Tell what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = self.tip_at(QPointF(event.pos()))
            if words:
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def tip_at(self, place: QPointF) -> str:
        """The date and the words of an item, or what a bar counts."""
        item, bar = self.item_at(place), self.bar_at(place)
        if item is not None:
            return f"<p><b>{escape(date_in_words(item.date))}</b></p><p>{escape(item.words)}</p>"
        return "" if bar is None else _bar_words(bar)


def _bar_words(bar: TimelineBar) -> str:
    first, last = iso_day(bar.first), iso_day(bar.last)
    span = f"{first}/{last}"
    if first == last:
        span = first
    elif first[:7] == last[:7]:
        span = first[:7]
    elif first[:4] == last[:4]:
        span = first[:4]
    vague = round(bar.spread)
    more = f", and about {vague:,} known less exactly" if vague else ""
    return f"{date_in_words(span)}: {bar.exact:,}{more}"


def _begin(item: TimelineItem) -> int:
    return item.last if item.first == 1 and item.last < 3_652_059 else item.first


def _end(item: TimelineItem) -> int:
    return item.first if item.last == 3_652_059 and item.first > 1 else item.last

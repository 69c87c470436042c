"""How a timeline's lanes look: bars, dots and spans with their words, the axis below them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desktop_app.core.timeline import TimelineBar, TimelineLane
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.timeline.timeline_packing import DOT, Placed
from desktop_app.ui.timeline.timeline_scale import TimeScale, ticks

if TYPE_CHECKING:
    from desktop_app.ui.timeline.timeline_canvas import TimelineCanvas

#: Heights in pixels: the axis, a lane's head, a row of items.
AXIS, HEAD, ROW = 28, 22, 22
_SPAN_HEIGHT = 3.0
_VAGUE = 90


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane in its place: its top and height, the height of its head, and what is in view.

    It has bars, or the items that have room.
    """

    lane: TimelineLane
    top: float
    height: float
    head: float
    bars: tuple[TimelineBar, ...] = ()
    placed: tuple[Placed, ...] = ()
    left_out: int = 0
    vague: int = 0

    def words(self) -> str:
        """What can't be seen from the marks: how much the tallest bar is, and what is left out."""
        tallest = max((round(bar.exact + bar.spread) for bar in self.bars), default=0)
        told = [f"tallest bar: {tallest:,}"] if tallest > 1 else []
        told += [f"{self.left_out:,} more: zoom in"] if self.left_out else []
        told += [f"{self.vague:,} known less exactly"] if self.vague else []
        return "  ·  ".join(told)

    def place_of(self, each: Placed) -> QRectF:
        """The rectangle of an item with its words."""
        top = self.top + self.head + each.row * ROW
        return QRectF(each.begin - 2, top, max(each.end - each.begin - 6, DOT), ROW)

    def name_place(self, canvas: TimelineCanvas) -> QRectF:
        """The rectangle of the lane's name."""
        width = QFontMetrics(_name_font(canvas.font())).horizontalAdvance(self.lane.name)
        return QRectF(GRID, self.top, width + GRID, self.head)


class TimelinePainter:
    """Paints on one canvas."""

    def __init__(self, canvas: TimelineCanvas) -> None:
        self._canvas = canvas

    def paint(self, painter: QPainter, boxes: Sequence[LaneBox], scale: TimeScale) -> None:
        """Draw everything."""
        self._grid(painter, scale)
        most = max((bar.exact + bar.spread for box in boxes for bar in box.bars), default=1.0)
        for box in boxes:
            self._bars(painter, box, scale, most)
            self._head(painter, box)
            for each in box.placed:
                self._item(painter, box, each)
        if not any(box.bars or box.placed for box in boxes):
            self.paint_empty(painter, "Nothing falls in these days.\nHome shows everything.")

    def paint_empty(self, painter: QPainter, words: str) -> None:
        """Say why there is nothing."""
        painter.setPen(theme().colour("soft"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self._canvas.rect().adjusted(40, 0, -40, 0), int(flags), words)

    def paint_choice(self, painter: QPainter, one: float, other: float) -> None:
        """Draw the days that are being chosen."""
        first, last = sorted((one, other))
        colour = _clear(theme().colour("accent"), 50)
        painter.fillRect(QRectF(first, 0, last - first, self._canvas.height()), colour)

    def _grid(self, painter: QPainter, scale: TimeScale) -> None:
        canvas = self._canvas
        base = canvas.height() - AXIS
        font = QFont(canvas.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.9, 7.0))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        free_from = -1.0
        painter.fillRect(QRectF(0, base, canvas.width(), AXIS), theme().colour("window"))
        for tick in ticks(scale):
            x, width = scale.x(tick.day), metrics.horizontalAdvance(tick.label)
            if x < free_from or x + width + 4 > canvas.width():
                continue
            painter.setPen(QPen(_clear(theme().colour("line"), 140), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, base))
            painter.setPen(theme().colour("line"))
            painter.drawLine(QPointF(x, base), QPointF(x, base + 6))
            painter.setPen(theme().colour("soft"))
            painter.drawText(QPointF(x + 5, base + metrics.ascent() + 6), tick.label)
            free_from = x + width + 14
        painter.setPen(theme().colour("accent" if canvas.hasFocus() else "line"))
        painter.drawLine(QPointF(0, base), QPointF(canvas.width(), base))
        painter.setFont(canvas.font())

    def _head(self, painter: QPainter, box: LaneBox) -> None:
        canvas = self._canvas
        if box.top:
            painter.setPen(theme().colour("line"))
            painter.drawLine(QPointF(0, box.top), QPointF(canvas.width(), box.top))
        middle = Qt.AlignmentFlag.AlignVCenter
        if box.lane.name:
            painter.setFont(_name_font(canvas.font()))
            lit = box.name_place(canvas).contains(canvas.hovered)
            painter.setPen(theme().colour("accent" if lit else "ink"))
            place = box.name_place(canvas)
            painter.drawText(place, int(middle), box.lane.name)
            painter.setFont(canvas.font())
            painter.setPen(theme().colour("soft"))
            count = QRectF(place.right(), box.top, 120, box.head)
            painter.drawText(count, int(middle), f"{box.lane.count:,}")
        words = box.words()
        if not words:
            return
        width = QFontMetrics(canvas.font()).horizontalAdvance(words) + GRID
        place = QRectF(canvas.width() - width - GRID, box.top + 1, width, HEAD - 2)
        # Where a lane has no name, bars may reach up to here.
        painter.fillRect(place, _clear(theme().colour("paper"), 220))
        painter.setPen(theme().colour("soft"))
        painter.drawText(place, int(middle | Qt.AlignmentFlag.AlignHCenter), words)

    def _bars(self, painter: QPainter, box: LaneBox, scale: TimeScale, most: float) -> None:
        room = box.height - box.head - GRID / 2
        base = box.top + box.height
        colour, lit = theme().colour("accent"), theme().colour("accent_strong")
        hovered = self._canvas.bar_at(self._canvas.hovered)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for bar in box.bars:
            left, right = scale.x(bar.first), scale.x(bar.last + 1)
            width = max(right - left - (1.0 if right - left > 3 else 0.0), 1.0)
            exact = bar.exact / most * room
            whole = max(exact + bar.spread / most * room, 2.0)
            here = lit if bar is hovered else colour
            painter.fillRect(QRectF(left, base - whole, width, whole), _clear(here, _VAGUE))
            painter.fillRect(QRectF(left, base - exact, width, exact), here)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _item(self, painter: QPainter, box: LaneBox, each: Placed) -> None:
        canvas = self._canvas
        place = box.place_of(each)
        chosen = each.item == canvas.chosen
        if chosen or place.contains(canvas.hovered):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("selected" if chosen else "hover"))
            painter.drawRoundedRect(place, 4, 4)
        self._mark(painter, each, place)
        if each.words_width:
            painter.setPen(theme().colour("ink"))
            words = QFontMetrics(canvas.font()).elidedText(
                each.item.words, Qt.TextElideMode.ElideRight, int(each.words_width)
            )
            room = QRectF(each.words_left, place.top(), each.words_width + 2, ROW - 2)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _mark(self, painter: QPainter, each: Placed, place: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("accent"))
        middle = place.center().y()
        if each.is_dot:
            x = (each.left + each.right) / 2
            painter.drawEllipse(QPointF(x, middle), DOT / 2 - 0.2, DOT / 2 - 0.2)
            if each.open_right or each.open_left:
                self._arrow(painter, x, middle, 1 if each.open_right else -1)
            return
        y = place.bottom() - _SPAN_HEIGHT - 1
        painter.setBrush(_clear(theme().colour("accent"), 150))
        bar = QRectF(each.left, y, each.right - each.left, _SPAN_HEIGHT)
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.setBrush(theme().colour("accent"))
        for x, is_open in ((each.left, each.open_left), (each.right, each.open_right)):
            if not is_open:
                inner = min(max(x - 1, each.left), each.right - 2)
                painter.drawRect(QRectF(inner, y - 3, 2, _SPAN_HEIGHT + 4))

    def _arrow(self, painter: QPainter, x: float, y: float, way: int) -> None:
        painter.setPen(QPen(theme().colour("accent"), 1.4))
        tip = QPointF(x + way * 9, y)
        painter.drawLine(QPointF(x, y), tip)
        for side in (-3, 3):
            painter.drawLine(tip, QPointF(tip.x() - way * 3, y + side))


def _name_font(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _clear(colour: QColor, alpha: int) -> QColor:
    clear = QColor(colour)
    clear.setAlpha(alpha)
    return clear

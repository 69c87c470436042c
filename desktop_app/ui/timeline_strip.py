"""The strip above the list: how many of its articles fall when; drag to narrow, wheel to zoom.

It paints and tells what was chosen; what is loaded and what a choice does is ``timeline_panel``'s.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.ui.dates_in_words import date_in_words
from desktop_app.ui.theme import GRID, theme
from desktop_app.ui.timeline_scale import (
    Bar,
    TimeScale,
    bar_unit,
    bars_from,
    fitting_scale,
    iso_day,
    merged_by_year,
    ticks,
)

if TYPE_CHECKING:
    from desktop_app.core.article import TimelineBucket

_AXIS_HEIGHT = 18
_DRAG_PIXELS = 4
_STEP = 0.15
_ZOOM = 1.25


class TimelineStrip(QWidget):
    """A histogram over time.

    ``range_chosen`` gives the first and last day as ISO dates; ``days_wanted`` asks for bars of a
    day each, once; ``cleared`` says that the user wants all dates again.
    """

    range_chosen = Signal(str, str)
    cleared = Signal()
    days_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Timeline")
        self.setAccessibleDescription(
            "Arrow keys move, plus and minus zoom, Enter narrows to what is shown, "
            "Escape shows all dates."
        )
        self._months: list[Bar] = []
        self._years: list[Bar] = []
        self._days: list[Bar] = []
        self._scale = TimeScale(0, 1, 1)
        self._drag: tuple[float, float] | None = None
        self._hover: float | None = None
        self._days_asked = False
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """High enough for bars and axis."""
        return QSize(240, 72)

    def set_buckets(self, buckets: Sequence[TimelineBucket]) -> None:
        """Show these months, all of them in view."""
        self._months = bars_from(buckets)
        self._years = merged_by_year(self._months)
        self._days = []
        self._days_asked = False
        self._scale = fitting_scale(self._months, self.width())
        self._describe()
        self._look_closer()
        self.update()

    def set_days(self, buckets: Sequence[TimelineBucket]) -> None:
        """Show these days where the strip is zoomed in far enough."""
        self._days = bars_from(buckets)
        self.update()

    def visible_range(self) -> tuple[str, str]:
        """The first and last day in view, as ISO dates."""
        return iso_day(self._scale.first), iso_day(self._scale.first + self._scale.span)

    def bars(self) -> list[Bar]:
        """The bars in force at the present zoom."""
        unit = bar_unit(self._scale)
        if unit == "day" and self._days:
            return self._days
        return self._years if unit == "year" else self._months

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars, axis and the stretch that is being chosen."""
        painter = QPainter(self)
        if not self._months:
            self._paint_empty(painter)
            return
        self._paint_bars(painter)
        self._paint_axis(painter)
        if self._drag is not None:
            first, last = sorted(self._drag)
            colour = theme().colour("accent")
            colour.setAlpha(60)
            painter.fillRect(QRectF(first, 0, last - first, self.height()), colour)
        if self.hasFocus():
            painter.setPen(theme().colour("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_empty(self, painter: QPainter) -> None:
        painter.setPen(theme().colour("faint"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "Nothing here has a date")

    def _paint_bars(self, painter: QPainter) -> None:
        room = self.height() - _AXIS_HEIGHT - GRID // 2
        bars = [bar for bar in self.bars() if self._in_view(bar)]
        highest = max((bar.count for bar in bars), default=1)
        colour, lit = theme().colour("accent"), theme().colour("accent_strong")
        hovered = self._bar_at(self._hover) if self._hover is not None else None
        for bar in bars:
            left, right = self._scale.x(bar.first), self._scale.x(bar.last + 1)
            width = max(right - left - (1.0 if right - left > 3 else 0.0), 1.5)
            height = max(bar.count / highest * room, 2.0)
            place = QRectF(left, GRID // 2 + room - height, width, height)
            painter.fillRect(place, lit if bar is hovered else colour)

    def _paint_axis(self, painter: QPainter) -> None:
        base = self.height() - _AXIS_HEIGHT
        painter.setPen(theme().colour("line"))
        painter.drawLine(0, base, self.width(), base)
        font = QFont(self.font())
        font.setPointSizeF(max(font.pointSizeF() * 0.85, 7.0))
        painter.setFont(font)
        metrics = QFontMetrics(font)
        free_from = 0.0
        for tick in ticks(self._scale):
            x = self._scale.x(tick.day)
            width = metrics.horizontalAdvance(tick.label)
            if x < free_from or x + width + 4 > self.width():
                continue
            painter.setPen(theme().colour("line"))
            painter.drawLine(QPointF(x, base), QPointF(x, base + 5))
            painter.setPen(theme().colour("soft"))
            painter.drawText(QPointF(x + 4, base + metrics.ascent() + 2), tick.label)
            free_from = x + width + 12

    def _in_view(self, bar: Bar) -> bool:
        scale = self._scale
        return bar.last + 1 >= scale.first and bar.first <= scale.first + scale.span

    def _bar_at(self, x: float) -> Bar | None:
        day = self._scale.day(x)
        bars = self.bars()
        place = bisect_right([bar.first for bar in bars], day) - 1
        if place < 0 or day >= bars[place].last + 1:
            return None
        return bars[place]

    # Mouse and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the stretch of time in view."""
        self._scale = TimeScale(self._scale.first, self._scale.span, float(self.width()))
        self._look_closer()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to choose a stretch."""
        if event.button() is Qt.MouseButton.LeftButton and self._months:
            x = event.position().x()
            self._drag = (x, x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose further, or show which bar the pointer is on."""
        self._hover = event.position().x()
        if self._drag is not None:
            self._drag = (self._drag[0], self._hover)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Light up no bar."""
        self._hover = None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Narrow to the stretch that was dragged over, or to the bar that was clicked."""
        drag, self._drag = self._drag, None
        self.update()
        if drag is None:
            return
        first, last = sorted(drag)
        if last - first >= _DRAG_PIXELS:
            self.range_chosen.emit(iso_day(self._scale.day(first)), iso_day(self._scale.day(last)))
            return
        bar = self._bar_at(first)
        if bar is not None:
            self.range_chosen.emit(iso_day(bar.first), iso_day(bar.last))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the pointer; sideways, move."""
        turn = event.angleDelta()
        if abs(turn.x()) > abs(turn.y()):
            self._show(self._scale.moved(-turn.x() / 1200))
        elif turn.y():
            factor = _ZOOM ** (-turn.y() / 120)
            self._show(self._scale.zoomed(factor, event.position().x()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, zoom, narrow and widen from the keyboard."""
        middle = self.width() / 2
        match event.key():
            case Qt.Key.Key_Left:
                self._show(self._scale.moved(-_STEP))
            case Qt.Key.Key_Right:
                self._show(self._scale.moved(_STEP))
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self._show(self._scale.zoomed(1 / _ZOOM, middle))
            case Qt.Key.Key_Minus:
                self._show(self._scale.zoomed(_ZOOM, middle))
            case Qt.Key.Key_Home:
                self._show(fitting_scale(self._months, self.width()))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.range_chosen.emit(*self.visible_range())
            case Qt.Key.Key_Escape:
                self.cleared.emit()
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say in a tip what the bar under the pointer counts."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar = self._bar_at(event.pos().x()) if self._months else None
            if bar is None:
                QToolTip.hideText()
            else:
                noun = "article" if bar.count == 1 else "articles"
                words = f"{date_in_words(bar.label)}: {bar.count:,} {noun}"
                QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def _show(self, scale: TimeScale) -> None:
        if self._months:
            self._scale = scale
            self._look_closer()
            self.update()

    def _look_closer(self) -> None:
        if self._months and not self._days_asked and bar_unit(self._scale) == "day":
            self._days_asked = True
            self.days_wanted.emit()

    def _describe(self) -> None:
        if not self._months:
            self.setAccessibleDescription("Nothing here has a date.")
            return
        first, last = self._months[0].label, self._months[-1].label
        self.setAccessibleDescription(
            f"From {date_in_words(first)} to {date_in_words(last)}. Arrow keys move, plus and "
            "minus zoom, Enter narrows to what is shown, Escape shows all dates."
        )

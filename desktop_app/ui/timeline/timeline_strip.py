"""The strip above the list: how many of its articles fall when; drag to narrow, wheel to zoom.

It paints and tells what was chosen; what is loaded and what a choice does is ``timeline_panel``'s.
"""

from __future__ import annotations

from bisect import bisect_right
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

from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.timeline.timeline_scale import (
    Bar,
    TimeScale,
    bar_width,
    fitting_scale,
    iso_day,
    kept_in_calendar,
    screen_bars,
    ticks,
)
from desktop_app.ui.widgets.dates_in_words import date_in_words

if TYPE_CHECKING:
    from desktop_app.core.timeline import TimelineScreen

_AXIS_HEIGHT = 18
_DRAG_PIXELS = 4
_STEP = 0.15
_ZOOM = 1.25


#: How much more than what is in view is asked for on each side, as a share of it.
_MARGIN = 0.5
#: The days of the longest bar of each width.
_BAR_DAYS = {"day": 1, "month": 31, "year": 366, "decade": 3_653}


class TimelineStrip(QWidget):
    """A histogram over time.

    ``range_chosen`` gives the first and last day as ISO dates; ``cleared`` says that the user wants
    all dates again. ``bars_wanted`` asks for bars: of which width, from which to which day, which
    are None at first, for all there are.
    """

    range_chosen = Signal(str, str)
    cleared = Signal()
    bars_wanted = Signal(str, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Timeline")
        self.noun = "article"
        self._whole: tuple[int, int] | None = None
        self._bars: list[Bar] = []
        self._firsts: list[int] = []
        #: The width of the bars that are there, and from which to which day they were asked for.
        self._there: tuple[str, float, float] | None = None
        self._is_new = True
        self._scale = TimeScale(0, 1, 1)
        self._drag: tuple[float, float] | None = None
        self._hover: float | None = None
        self._describe()
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """High enough for bars and axis."""
        return QSize(240, 72)

    def start_anew(self) -> None:
        """Ask for something else, which will be shown whole; till then the old bars stay."""
        self._is_new = True
        self.bars_wanted.emit("year", None, None)

    def ask_again(self) -> None:
        """Ask for the same again, since it may have changed."""
        if self._is_new or self._whole is None:
            self.start_anew()
        else:
            self._ask()

    def show_screen(self, screen: TimelineScreen, by: str) -> None:
        """Show the bars that were asked for, ``by`` the width they have."""
        if not screen.count:
            self._whole, self._bars, self._there = None, [], None
        elif self._is_new or self._whole is None:
            self._whole = (screen.first, screen.last)
            self._scale = fitting_scale(*self._whole, self.width())
            self._there = None
            if bar_width(self._scale) != by:
                # What was asked for at first tells only where everything lies.
                self._is_new = False
                self._ask()
                return
        self._is_new = False
        self._whole = (screen.first, screen.last) if screen.count else None
        self._bars = [bar for lane in screen.lanes for bar in screen_bars(lane.bars, by)]
        self._firsts = [bar.first for bar in self._bars]
        if self._there is None and self._whole is not None:
            self._there = (by, float(self._whole[0]), float(self._whole[1] + 1))
        self._describe()
        self.update()

    def visible_range(self) -> tuple[str, str]:
        """The first and last day in view, as ISO dates."""
        return iso_day(self._scale.first), iso_day(self._scale.first + self._scale.span)

    def bars(self) -> list[Bar]:
        """The bars in view."""
        return [bar for bar in self._bars if self._in_view(bar)]

    @property
    def empty_words(self) -> str:
        """What stands where no bar is in view; empty where there is one."""
        if self._whole is None:
            return "Nothing here has a date"
        return "" if self.bars() else "Nothing falls here. Home shows everything."

    def place_of(self, bar: Bar) -> float:
        """The pixel in the middle of a bar."""
        return (self._scale.x(bar.first) + self._scale.x(bar.last + 1)) / 2

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw bars, axis and the stretch that is being chosen."""
        painter = QPainter(self)
        if self._whole is None:
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
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.empty_words)

    def _paint_bars(self, painter: QPainter) -> None:
        room = self.height() - _AXIS_HEIGHT - GRID // 2
        bars = self.bars()
        if self.empty_words:
            painter.setPen(theme().colour("faint"))
            above_axis = self.rect().adjusted(0, 0, 0, -_AXIS_HEIGHT)
            painter.drawText(above_axis, Qt.AlignmentFlag.AlignCenter, self.empty_words)
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
        place = bisect_right(self._firsts, day) - 1
        if place < 0 or day >= self._bars[place].last + 1:
            return None
        return self._bars[place]

    # Mouse and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the stretch of time in view."""
        self._scale = TimeScale(self._scale.first, self._scale.span, float(self.width()))
        if self._whole is not None and not self._is_new:
            self._look_closer()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to choose a stretch."""
        if event.button() is Qt.MouseButton.LeftButton and self._whole is not None:
            x = event.position().x()
            self._drag = (x, x)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose further, or show which bar the pointer is on."""
        self._hover = min(max(event.position().x(), 0.0), float(self.width()))
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
            # The day behind the last pixel isn't one that was dragged over.
            self.range_chosen.emit(
                iso_day(self._scale.day(first)), iso_day(self._scale.day(last - 1))
            )
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
                self._show_all()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self._whole is not None:
                    self.range_chosen.emit(*self.visible_range())
            case Qt.Key.Key_Escape if self._drag is not None:
                self._drag = None
                self.update()
            case Qt.Key.Key_Escape:
                self.cleared.emit()
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say in a tip what the bar under the pointer counts."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            bar = self._bar_at(event.pos().x())
            if bar is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.bar_in_words(bar), self)
            return True
        return super().event(event)

    def bar_in_words(self, bar: Bar) -> str:
        """“April 2023: 12 articles”; “about” where some are known less exactly."""
        about = "" if bar.is_exact else "about "
        noun = self.noun if bar.count == 1 else f"{self.noun}s"
        return f"{date_in_words(bar.label)}: {about}{bar.count:,} {noun}"

    def _show_all(self) -> None:
        if self._whole is not None:
            self._show(fitting_scale(*self._whole, self.width()))

    def _show(self, scale: TimeScale) -> None:
        if self._whole is not None and not self._is_new:
            self._scale = kept_in_calendar(scale)
            self._look_closer()
            self.update()

    def _look_closer(self) -> None:
        """Ask for other bars where those that are there don't fit what is in view."""
        scale = self._scale
        if self._there is not None:
            by, first, last = self._there
            reaches = first <= max(scale.first, self._first_day()) and last >= min(
                scale.first + scale.span, self._last_day()
            )
            if by == bar_width(scale) and reaches:
                return
        self._ask()

    def _ask(self) -> None:
        scale, by = self._scale, bar_width(self._scale)
        first = max(scale.first - _MARGIN * scale.span, self._first_day())
        last = min(scale.first + (1 + _MARGIN) * scale.span, self._last_day())
        self._there = (by, first, max(last, first + 1))
        # A bar longer on each side, since what is asked for may begin amid one.
        more = _BAR_DAYS[by]
        self.bars_wanted.emit(by, int(first) - more, int(last) + more)

    def _first_day(self) -> float:
        return float(self._whole[0]) if self._whole is not None else 0.0

    def _last_day(self) -> float:
        return float(self._whole[1] + 1) if self._whole is not None else 0.0

    def _describe(self) -> None:
        if self._whole is None:
            self.setAccessibleDescription("Nothing here has a date.")
            return
        first, last = (date_in_words(iso_day(day)) for day in self._whole)
        self.setAccessibleDescription(
            f"From {first} to {last}. Arrow keys move, plus and minus zoom, Home shows "
            "everything, Enter narrows to what is shown, Escape shows all dates."
        )

"""The strip above the list: how many of its articles fall when; drag to narrow, wheel to zoom.

It paints and tells what was chosen; what is loaded and what a choice does is ``timeline_panel``'s.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.core.dates_in_words import date_in_words, days_in_words
from desktop_app.ui.base.theme import theme
from desktop_app.ui.timeline.strip_painting import (
    above_axis,
    paint_axis,
    paint_bars,
    paint_choice,
    paint_words,
)
from desktop_app.ui.timeline.timeline_scale import (
    Bar,
    TimeScale,
    bar_days,
    bar_width,
    fitting_scale,
    iso_day,
    kept_in_calendar,
    screen_bars,
)

if TYPE_CHECKING:
    from desktop_app.core.timeline import TimelineScreen

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
        #: The bars chosen by keys: where that began, and where it stands, as days of them.
        self._keyed: tuple[int, int] | None = None
        self._hover: float | None = None
        self._describe()
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """High enough for bars and axis."""
        return QSize(240, 72)

    def start_anew(self) -> None:
        """Ask for something else, which will be shown whole; till then the old bars stay."""
        self._is_new = True
        self._keyed = None
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

    def chosen_range(self) -> tuple[str, str] | None:
        """The first and last day being chosen, by a drag or by keys, as ISO dates."""
        chosen = self.chosen_days()
        return None if chosen is None else (iso_day(chosen[0]), iso_day(chosen[1]))

    def chosen_days(self) -> tuple[int, int] | None:
        """As ``chosen_range``, as days."""
        if self._drag is not None:
            first, last = sorted(self._drag)
            if last - first < _DRAG_PIXELS:
                return None
            # The day behind the last pixel isn't one that was dragged over.
            return int(self._scale.day(first)), int(self._scale.day(last - 1))
        if self._keyed is None:
            return None
        by = bar_width(self._scale)
        first_day, last_day = sorted(self._keyed)
        return bar_days(first_day, by)[0], bar_days(last_day, by)[1]

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
        area = self.rect()
        if self._whole is None:
            paint_words(painter, area, self.empty_words)
            return
        if words := self.empty_words:
            paint_words(painter, above_axis(area), words)
        lit = self._bar_at(self._hover) if self._hover is not None else None
        chosen = self.chosen_days()
        paint_bars(painter, area, self._scale, self.bars(), lit, chosen)
        paint_axis(painter, area, self._scale, self.font())
        if chosen is not None:
            first, last = (self._scale.x(chosen[0]), self._scale.x(chosen[1] + 1))
            paint_choice(
                painter, area, first, last, days_in_words(*map(iso_day, chosen)), self.font()
            )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme().colour("accent"))
            painter.drawRect(area.adjusted(0, 0, -1, -1))

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
            self._drag, self._keyed = (x, x), None

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
        chosen = self.chosen_range()
        drag, self._drag = self._drag, None
        self.update()
        if drag is None:
            return
        if chosen is not None:
            self.range_chosen.emit(*chosen)
            return
        bar = self._bar_at(min(drag))
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
        """Move, zoom, choose, narrow and widen from the keyboard."""
        middle = self.width() / 2
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right if shift:
                self._choose_further(1 if event.key() == Qt.Key.Key_Right else -1)
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
                    wanted = self.chosen_range() or self.visible_range()
                    self._choose_none()
                    self.range_chosen.emit(*wanted)
            case Qt.Key.Key_Escape if self._drag is not None or self._keyed is not None:
                self._choose_none()
            case Qt.Key.Key_Escape:
                self.cleared.emit()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was begun by keys ends with them."""
        self._keyed = None
        self._describe()
        super().focusOutEvent(event)

    def _choose_further(self, way: int) -> None:
        """Choose one bar more, or less, than so far; at first the one at the edge of the view."""
        if self._is_new or self._whole is None:
            return
        by = bar_width(self._scale)
        if self._keyed is None:
            bars, view = self.bars(), self._scale
            ends = (bars[0].first, bars[-1].first) if bars else (view.first, view.first + view.span)
            day = int(ends[way < 0])
            self._keyed = (day, day)
        else:
            first, last = bar_days(self._keyed[1], by)
            self._keyed = (self._keyed[0], last + 1 if way > 0 else first - 1)
        self._show(self._scale.reaching(*bar_days(self._keyed[1], by)))
        self._describe()
        self.update()

    def _choose_none(self) -> None:
        self._drag = self._keyed = None
        self._describe()
        self.update()

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
        if (chosen := self.chosen_days()) is not None:
            self.setAccessibleDescription(
                f"Chosen: {days_in_words(*map(iso_day, chosen))}. Enter narrows to it."
            )
            return
        first, last = (date_in_words(iso_day(day)) for day in self._whole)
        self.setAccessibleDescription(
            f"From {first} to {last}. Arrow keys move, with Shift they choose, plus and "
            "minus zoom, Home shows everything, Enter narrows to what is shown, Escape shows all "
            "dates."
        )

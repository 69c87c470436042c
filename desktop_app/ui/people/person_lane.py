"""A person's mentions over the years, as a small painted lane; another's below it, to compare."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.core.counted import counted
from desktop_app.core.dates_in_words import MONTHS
from desktop_app.ui.base.theme import GRID, theme

_AXIS = 22
_HEIGHT, _SECOND = 9 * GRID, 5 * GRID
#: A lane of fewer months than this is widened, so that two dots don't stand at its ends.
_LEAST_MONTHS = 24
_BAND = 13
_YEAR_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


class PersonLane(QWidget):
    """Stalks by month, as high as the mentions are many; a click tells the year."""

    year_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months: Counter[int] = Counter()
        self._others: Counter[int] = Counter()
        self._both: Counter[int] = Counter()
        self._names = ("", "")
        self._first, self._last = 0, 1
        self.setMinimumHeight(_HEIGHT)
        self.setMouseTracking(True)
        self.setAccessibleName("Mentions over the years")
        theme().changed.connect(self.update)

    def show_months(self, months: Counter[int]) -> None:
        """Show these counts; hidden where nothing is dated."""
        self._months = months
        self._others, self._both = Counter(), Counter()
        self._lay_out()

    def compare(self, names: tuple[str, str], months: Counter[int], both: Counter[int]) -> None:
        """Show somebody else's counts below, on the same scale of time and height.

        ``both`` counts the articles that name the two.
        """
        self._names = names
        self._others, self._both = months, both
        self._lay_out()

    def end_comparison(self) -> None:
        """Show the one person alone again."""
        self._others, self._both = Counter(), Counter()
        self._lay_out()

    @property
    def is_comparing(self) -> bool:
        """Whether two persons are shown."""
        return bool(self._others)

    def _lay_out(self) -> None:
        every = (*self._months, *self._others)
        self.setVisible(bool(every))
        self.setMinimumHeight(_HEIGHT + (_SECOND if self._others else 0))
        if every:
            first, last = min(every), max(every)
            spare = max(_LEAST_MONTHS - (last - first), 4) // 2
            self._first, self._last = first - spare, last + spare
            years = f"{first // 12} to {last // 12}"
            words = f"{_mentions(self._months)}, {years}"
            if self._others:
                words += f"; {self._names[1]}: {_mentions(self._others)}"
                words += f"; articles that name both: {sum(self._both.values())}"
            self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(480, self.minimumHeight())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the axis and a stalk a month."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.height() - _AXIS
        painter.setPen(theme().colour("line"))
        painter.drawLine(0, base, self.width(), base)
        self._paint_years(painter, base)
        most = max((*self._months.values(), *self._others.values()), default=1)
        if not self._others:
            self._paint_stalks(painter, self._months, base, (base, most), "accent")
        else:
            height = base // 2
            self._paint_both(painter, base)
            painter.setPen(theme().colour("line"))
            painter.drawLine(0, height, self.width(), height)
            self._paint_stalks(painter, self._months, height, (height, most), "accent")
            self._paint_stalks(painter, self._others, base, (base - height, most), "star")
            self._paint_name(painter, self._names[0], 0, "accent")
            self._paint_name(painter, self._names[1], height, "star")
        painter.end()

    def _paint_both(self, painter: QPainter, base: int) -> None:
        """A band over both lanes where an article names the two, with a mark on the axis."""
        ground = theme().colour("selected")
        painter.setPen(Qt.PenStyle.NoPen)
        for month in self._both:
            x = self._x(month)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(x - _BAND / 2, 2, _BAND, base - 2), 3, 3)
            painter.setBrush(theme().colour("ink"))
            corners = (QPointF(x - 4, base), QPointF(x, base + 4), QPointF(x + 4, base))
            painter.drawPolygon([*corners, QPointF(x, base - 4)])

    def _paint_name(self, painter: QPainter, name: str, top: int, colour: str) -> None:
        painter.setPen(theme().colour(colour))
        words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, 30 * GRID)
        ground = theme().colour("paper")
        ground.setAlpha(200)
        height = painter.fontMetrics().height()
        width = painter.fontMetrics().horizontalAdvance(words)
        area = QRectF(0, top + 2, width + GRID, height)
        painter.fillRect(area, ground)
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft, words)

    def _paint_years(self, painter: QPainter, base: int) -> None:
        font = painter.font()
        font.setPointSizeF(max(font.pointSizeF() - 1.5, 7))
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance("0000") + 2 * GRID
        years = (self._last - self._first) / 12
        fitting = max(self.width() / width, 1)
        step = next((step for step in _YEAR_STEPS if years / step <= fitting), _YEAR_STEPS[-1])
        year = -(-self._first // 12 // step) * step
        while year * 12 <= self._last:
            x = self._x(year * 12)
            painter.setPen(theme().colour("line"))
            painter.drawLine(QPointF(x, base), QPointF(x, base + 4))
            painter.setPen(theme().colour("soft"))
            place = QRectF(x - width / 2, base + 4, width, _AXIS - 4)
            if place.left() >= 0 and place.right() <= self.width():
                painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, str(year))
            year += step

    def _paint_stalks(
        self,
        painter: QPainter,
        months: Counter[int],
        base: int,
        scale: tuple[int, int],
        colour: str,
    ) -> None:
        """Stalks on a base line; ``scale`` is the room above it and the greatest count."""
        room, most = scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour(colour))
        for month, count in months.items():
            height = 6 + (room - 12) * (count / most) ** 0.5
            x = self._x(month)
            painter.drawRoundedRect(QRectF(x - 1.5, base - height, 3, height), 1.5, 1.5)
            painter.drawEllipse(QPointF(x, base - height), 3.2, 3.2)

    def _x(self, month: float) -> float:
        return (month - self._first) / (self._last - self._first) * (self.width() - 2 * GRID) + GRID

    def _series_at(self, y: float) -> Counter[int]:
        below = self._others and y > (self.height() - _AXIS) // 2
        return self._others if below else self._months

    def _month_at(self, place: QPointF) -> int | None:
        months = self._series_at(place.y())
        near = [(abs(self._x(month) - place.x()), month) for month in months]
        distance, month = min(near, default=(99.0, 0))
        return month if distance <= GRID else None

    def event(self, event: QEvent) -> bool:
        """Tell a month's count as a tool tip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            month = self._month_at(QPointF(event.pos()))
            if month is None:
                QToolTip.hideText()
            else:
                count = self._series_at(event.pos().y())[month]
                words = counted(count, "mention")
                when = f"{MONTHS[month % 12]} {month // 12}"
                both = self._both[month]
                if both:
                    words += "; 1 article names both" if both == 1 else f"; {both:,} name both"
                QToolTip.showText(event.globalPos(), f"{when}: {words}", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell the year that was clicked."""
        month = self._month_at(event.position())
        if month is not None:
            self.year_chosen.emit(month // 12)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a stalk can be clicked."""
        hit = self._month_at(event.position()) is not None
        shape = Qt.CursorShape.PointingHandCursor if hit else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)


def _mentions(months: Counter[int]) -> str:
    count = sum(months.values())
    return counted(count, "mention")

"""The margin beside the reader's text: the dates told in it, each at the height of its line.

It is wide enough for the dates in a wide window, and shows a dot for each in a narrow one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.ui.base.theme import GRID, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextBrowser

#: The least width, in pixels, that takes a date in words.
_ROOM_FOR_WORDS = 13 * GRID
_DOT = 2.5


class EventMargin(QWidget):
    """Paints the dates beside the lines on which they are told; the whole date on hover."""

    def __init__(self, browser: QTextBrowser) -> None:
        super().__init__(browser)
        self._browser = browser
        self._events: list[tuple[int, str]] = []
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._ink = theme().colour("soft")
        browser.verticalScrollBar().valueChanged.connect(self.update)

    def set_ink(self, colour: str) -> None:
        """Paint in another colour."""
        self._ink = QColor(colour)
        self.update()

    @property
    def dates(self) -> list[str]:
        """Every date that the margin has, in the order of the text."""
        return [date for _, date in self._events]

    def clear(self) -> None:
        """Forget the events; another text comes."""
        self._events = []
        self.update()

    def add(self, position: int, date: str) -> None:
        """Show a date beside the line of a character of the document."""
        self._events.append((position, date))
        self.update()

    def lines(self) -> dict[int, list[str]]:
        """The dates in view by the height of their line's middle, in pixels from the top."""
        cursor = QTextCursor(self._browser.document())
        found: dict[int, list[str]] = {}
        for position, date in self._events:
            cursor.setPosition(position)
            middle = self._browser.cursorRect(cursor).center().y()
            if middle > self.height() + GRID:
                break
            if middle >= -GRID and date not in found.setdefault(middle, []):
                found[middle].append(date)
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dates, or dots where there is no room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPointSizeF(max(font.pointSizeF() - 1.5, 7))
        painter.setFont(font)
        painter.setPen(self._ink)
        painter.setBrush(self._ink)
        free_from = -self.height()
        for middle, dates in self.lines().items():
            height = painter.fontMetrics().height()
            if self.width() < _ROOM_FOR_WORDS:
                painter.drawEllipse(QPointF(self.width() - GRID - _DOT, middle), _DOT, _DOT)
            elif middle - height / 2 >= free_from:
                self._paint_words(painter, middle, dates)
                free_from = int(middle + height / 2)
        painter.end()

    def _paint_words(self, painter: QPainter, middle: int, dates: list[str]) -> None:
        more = f" +{len(dates) - 1}" if len(dates) > 1 else ""
        metrics = painter.fontMetrics()
        room = self.width() - 3 * GRID
        words = metrics.elidedText(dates[0] + more, Qt.TextElideMode.ElideRight, room)
        place = QRectF(GRID, middle - metrics.height() / 2, room, metrics.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def event(self, event: QEvent) -> bool:
        """Tell the dates of the line under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            near = [
                (abs(middle - event.pos().y()), dates) for middle, dates in self.lines().items()
            ]
            distance, dates = min(near, default=(999, []))
            if distance <= GRID:
                QToolTip.showText(event.globalPos(), "Told here: " + ", ".join(dates), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the text, as beside it."""
        self._browser.verticalScrollBar().event(event)

"""Headings of groups in the list: one above each group's first row, and one that stays in view."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.core.arrangement import ArticleGroup, Grouping
from desktop_app.core.dates_in_words import date_in_words
from desktop_app.ui.base.theme import GRID, theme

_UNKNOWN = {
    Grouping.DAY: "No date",
    Grouping.MONTH: "No date",
    Grouping.OUTLET: "No outlet",
    Grouping.PERSON: "Nobody named",
}
_DATES = (Grouping.DAY, Grouping.MONTH)


def group_in_words(group: ArticleGroup, grouping: Grouping) -> str:
    """What the articles of a group share."""
    if not group.name:
        return _UNKNOWN.get(grouping, "")
    return date_in_words(group.name) if grouping in _DATES else group.name


def heading_height(font: QFont) -> int:
    """How high a heading is above rows set in this face."""
    return QFontMetrics(_heading_font(font)).height() + 4


def paint_heading(painter: QPainter, place: QRect, font: QFont, words: str, articles: int) -> None:
    """Draw a heading: its words, and how many articles stand below it."""
    heading = _heading_font(font)
    painter.fillRect(place, theme().colour("side"))
    painter.setFont(heading)
    count = f"{articles:,}"
    metrics = QFontMetrics(heading)
    area = place.adjusted(2 * GRID, 0, -2 * GRID, 0)
    side = Qt.AlignmentFlag.AlignVCenter
    painter.setPen(theme().colour("soft"))
    painter.drawText(area, side | Qt.AlignmentFlag.AlignRight, count)
    room = area.width() - metrics.horizontalAdvance(count) - GRID
    painter.setPen(theme().colour("ink"))
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
    painter.drawText(area, side | Qt.AlignmentFlag.AlignLeft, shown)


class StickyHeading(QWidget):
    """Says above the rows in which group one is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ""
        self._articles = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str, articles: int) -> None:
        """Say this."""
        if (words, articles) != (self.words, self._articles):
            self.words, self._articles = words, articles
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the heading."""
        painter = QPainter(self)
        paint_heading(painter, self.rect(), self.font(), self.words, self._articles)
        painter.setPen(theme().colour("line"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())


def _heading_font(base: QFont) -> QFont:
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * 0.9)
    font.setWeight(QFont.Weight.DemiBold)
    return font

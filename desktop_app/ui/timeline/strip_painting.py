"""How the strip above the list is drawn: its bars, its axis, and the days that are being chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.timeline.timeline_scale import Bar, TimeScale, ticks

_AXIS_HEIGHT = 18
_CHOICE_ALPHA = 40
_PALE_ALPHA = 90


def paint_words(painter: QPainter, area: QRect, words: str) -> None:
    """Say why no bar is there."""
    painter.setPen(theme().colour("faint"))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)


def paint_bars(
    painter: QPainter,
    area: QRect,
    scale: TimeScale,
    bars: Sequence[Bar],
    lit: Bar | None,
    chosen: tuple[int, int] | None,
) -> None:
    """Draw the bars, as high as they are against the highest.

    One of them may be lit; beside days that are being chosen the others are pale.
    """
    room = area.height() - _AXIS_HEIGHT - GRID // 2
    highest = max((bar.count for bar in bars), default=1)
    usual, strong = theme().colour("accent"), theme().colour("accent_strong")
    pale = theme().colour("accent")
    pale.setAlpha(_PALE_ALPHA)
    for bar in bars:
        left, right = scale.x(bar.first), scale.x(bar.last + 1)
        width = max(right - left - (1.0 if right - left > 3 else 0.0), 1.5)
        height = max(bar.count / highest * room, 2.0)
        place = QRectF(left, GRID // 2 + room - height, width, height)
        is_out = chosen is not None and not (bar.last >= chosen[0] and bar.first <= chosen[1])
        painter.fillRect(place, pale if is_out else strong if bar is lit else usual)


def above_axis(area: QRect) -> QRect:
    """The part of the strip where bars stand."""
    return area.adjusted(0, 0, 0, -_AXIS_HEIGHT)


def paint_axis(painter: QPainter, area: QRect, scale: TimeScale, usual: QFont) -> None:
    """Draw the line below the bars with its dates."""
    base = area.height() - _AXIS_HEIGHT
    painter.setPen(theme().colour("line"))
    painter.drawLine(0, base, area.width(), base)
    font = _small(usual)
    painter.setFont(font)
    metrics = QFontMetrics(font)
    free_from = 0.0
    for tick in ticks(scale):
        x = scale.x(tick.day)
        width = metrics.horizontalAdvance(tick.label)
        if x < free_from or x + width + 4 > area.width():
            continue
        painter.setPen(theme().colour("line"))
        painter.drawLine(QPointF(x, base), QPointF(x, base + 5))
        painter.setPen(theme().colour("soft"))
        painter.drawText(QPointF(x + 4, base + metrics.ascent() + 2), tick.label)
        free_from = x + width + 12


def paint_choice(
    painter: QPainter, area: QRect, left: float, right: float, words: str, usual: QFont
) -> None:
    """Draw the stretch that is being chosen, and say on a plate of its own which days it has."""
    colour = theme().colour("accent")
    colour.setAlpha(_CHOICE_ALPHA)
    painter.fillRect(QRectF(left, 0, right - left, area.height()), colour)
    painter.setPen(theme().colour("accent"))
    for edge in (left, right - 1):
        painter.drawLine(QPointF(edge, 0), QPointF(edge, area.height()))
    font = _small(usual)
    metrics = QFontMetrics(font)
    width = metrics.horizontalAdvance(words) + 2 * GRID
    start = min(max((left + right - width) / 2, 1.0), max(area.width() - width - 1.0, 1.0))
    plate = QRectF(start, 1, width, metrics.height() + 4)
    painter.setPen(theme().colour("line"))
    painter.setBrush(theme().colour("raised"))
    painter.drawRoundedRect(plate, 4, 4)
    painter.setFont(font)
    painter.setPen(theme().colour("ink"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)


def _small(usual: QFont) -> QFont:
    font = QFont(usual)
    font.setPointSizeF(max(font.pointSizeF() * 0.85, 7.0))
    return font

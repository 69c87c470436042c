"""Draws lines of text in which stretches are marked, as a list shows what was searched for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from desktop_app.ui.base.text_direction import layout_direction
from desktop_app.ui.base.theme import theme

_Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text, and from which to which character it is marked."""

    text: str
    spans: _Spans = ()


def draw_line(
    painter: QPainter, place: QRect, shown: MarkedText, font: QFont, *, mirrored: bool = False
) -> None:
    """One line, cut where the place ends, at the right of it where mirrored."""
    words = QFontMetrics(font).elidedText(shown.text, Qt.TextElideMode.ElideRight, place.width())
    if not shown.spans:
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setFont(font)
        painter.setLayoutDirection(layout_direction(shown.text))
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, flags, words)
        return
    layout = _layout(MarkedText(words, shown.spans), font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(place.width())
    layout.endLayout()
    room = place.width() - line.naturalTextWidth() if mirrored else 0
    line.draw(painter, QPointF(place.left() + max(room, 0), place.top()))


def draw_lines(painter: QPainter, place: QRect, shown: MarkedText, font: QFont, lines: int) -> None:
    """At most so many lines; the last one is cut where the place ends."""
    layout = _layout(shown, font)
    height = QFontMetrics(font).height()
    layout.beginLayout()
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(place.width())
        start = line.textStart()
        if number == lines - 1 and start + line.textLength() < len(shown.text):
            rest = QRect(place.left(), place.top() + number * height, place.width(), height)
            spans = [(max(a - start, 0), b - start) for a, b in shown.spans if b > start]
            draw_line(painter, rest, MarkedText(shown.text[start:], spans), font)
        else:
            line.draw(painter, QPointF(place.left(), place.top() + number * height))
    layout.endLayout()


def _layout(shown: MarkedText, font: QFont) -> QTextLayout:
    layout = QTextLayout(shown.text, font)
    option = QTextOption()
    option.setTextDirection(layout_direction(shown.text))
    layout.setTextOption(option)
    layout.setFormats([_format(shown.text, *span) for span in shown.spans])
    return layout


def _format(text: str, start: int, end: int) -> QTextLayout.FormatRange:
    # Imported here: the window's first list has nothing marked.
    from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415

    mark = QTextLayout.FormatRange()
    mark.start, last = _units(text[:start]), _units(text[:end])
    mark.length = last - mark.start
    ink = QTextCharFormat()
    ink.setBackground(theme().colour("mark"))
    ink.setForeground(theme().colour("ink"))
    mark.format = ink
    return mark


def _units(text: str) -> int:
    """How many units of UTF-16 the text has, by which Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2

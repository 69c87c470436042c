"""The picture of a network of persons: painted, moved, zoomed, walked through with the keys.

Where everybody stands is worked out by ``network_layout``. What can't be read isn't written: a
label that would cover another stays away until there is room.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop_app.analysis.network_layout import Picture
from desktop_app.core.counted import count_articles
from desktop_app.ui.base.label_room import LabelRoom
from desktop_app.ui.base.theme import GRID, theme

#: No more ties are painted than can be told apart; the strongest are.
_MOST_TIES = 1_500
#: From so many ties on they are painted without smoothing, which takes most of the time.
_ROUGH_FROM = 600
#: How opaque so many ties are, of 255: where many cross, it is seen.
_CROWDED_FROM, _CROWDED = 200, 110
_LEAST_RADIUS, _RADII = 3.0, 7.0
#: A name for so many square pixels in view, and no more.
_AREA_OF_NAME = 12_000
_LONGEST_NAME = 28 * GRID
#: The discs of so many persons are covered by nobody's name.
_DISCS_KEPT_FREE = 60
#: The names of so many who are named most may cover the discs of others.
_ALWAYS_NAMED = 12
_ZOOM = 1.25
_NEAREST, _FARTHEST = 40.0, 0.02
_BORDERS = (13 * GRID, 5 * GRID)
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class _Look:
    """How the picture lies in the widget: pixels a unit, and the place of its middle."""

    scale: float
    x: float
    y: float


class NetworkView(QWidget):
    """Shows a picture; a double click or Return asks for the person's page."""

    person_requested = Signal(int)
    chosen_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(30 * GRID, 24 * GRID)
        self.setAccessibleName("Network of those named together")
        self._picture: Picture | None = None
        self._radii: NDArray[np.float32] = np.zeros(0, dtype=np.float32)
        self._look = _Look(1, 0, 0)
        self._was_moved = False
        self._pressed: QPointF | None = None
        self.chosen = -1
        theme().changed.connect(self.update)

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    def show_picture(self, picture: Picture) -> None:
        """Show another picture, whole."""
        self._picture = picture
        counts = np.array([each.articles for each in picture.network.persons], dtype=np.float32)
        most = max(float(counts.max(initial=1)), 1)
        self._radii = (_LEAST_RADIUS + _RADII * np.sqrt(counts / most)).astype(np.float32)
        self.chosen = -1
        persons, ties = len(picture.network.persons), len(picture.network.ties)
        self.setAccessibleDescription(f"{persons:,} persons, {ties:,} ties")
        self.fit()

    def fit(self) -> None:
        """Show everybody."""
        self._was_moved = False
        picture = self._picture
        if picture is not None and len(picture.places):
            low, high = picture.places.min(axis=0), picture.places.max(axis=0)
            span, middle = np.maximum(high - low, 1.0), (low + high) / 2
            across = max(self.width() - 2 * _BORDERS[0], 50) / float(span[0])
            down = max(self.height() - 2 * _BORDERS[1], 50) / float(span[1])
            scale = min(across, down, _NEAREST * 2)
            self._look = _Look(scale, float(middle[0]), float(middle[1]))
        self.update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Come nearer or go farther; the point given stays where it is."""
        at = at if at is not None else QPointF(self.rect().center())
        look = self._look
        scale = min(max(look.scale * factor, _FARTHEST), 4 * _NEAREST)
        dx, dy = at.x() - self.width() / 2, at.y() - self.height() / 2
        change = 1 / look.scale - 1 / scale
        self._look = _Look(scale, look.x + dx * change, look.y + dy * change)
        self._was_moved = True
        self.update()

    def place(self, row: int) -> QPointF:
        """Where a person is in the widget."""
        x, y = self._points()[row]
        return QPointF(float(x), float(y))

    def choose(self, row: int) -> None:
        """Bring out one person and their ties; -1 nobody."""
        picture = self._picture
        if picture is None or row == self.chosen:
            return
        self.chosen = row
        self.setAccessibleDescription(self._words(row))
        self.chosen_changed.emit(self._words(row))
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ties, persons, and as many names as have room."""
        painter = QPainter(self)
        picture = self._picture
        if picture is not None and len(picture.places):
            points = self._points()
            self._paint_ties(painter, picture, points)
            self._paint_persons(painter, points)
            self._paint_names(painter, picture, points)
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _points(self) -> NDArray[np.float32]:
        assert self._picture is not None
        look = self._look
        middle = np.array((self.width() / 2, self.height() / 2), dtype=np.float32)
        from_there = self._picture.places - np.array((look.x, look.y), dtype=np.float32)
        points: NDArray[np.float32] = from_there * np.float32(look.scale) + middle
        return points

    def _paint_ties(self, painter: QPainter, picture: Picture, points: NDArray[np.float32]) -> None:
        ties = picture.ties[:_MOST_TIES]
        ends = points[ties].reshape(-1, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(ties) < _ROUGH_FROM)
        weights = picture.weights[:_MOST_TIES]
        own = (ties == self.chosen).any(axis=1) if self.chosen >= 0 else np.zeros(len(ties), bool)
        for low, high, width in ((0, 2, 1.0), (2, 5, 1.4), (5, np.inf, 2.4)):
            colour = theme().colour("scroll")
            if len(ties) >= _CROWDED_FROM:
                colour.setAlpha(_CROWDED)
            group = ends[(weights >= low) & (weights < high) & ~own]
            painter.setPen(QPen(colour, width))
            painter.drawLines([QLineF(*line) for line in group.tolist()])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("accent"), 1.6))
        painter.drawLines([QLineF(*line) for line in ends[own].tolist()])

    def _paint_persons(self, painter: QPainter, points: NDArray[np.float32]) -> None:
        painter.setPen(QPen(theme().colour("paper"), 1))
        painter.setBrush(theme().colour("accent"))
        near = self._neighbours()
        seen = self._in_view(points)
        size = self._size()
        for row in seen[::-1]:
            painter.setOpacity(1.0 if not near or row in near else 0.3)
            radius = float(self._radii[row]) * size
            painter.drawEllipse(QPointF(*points[row].tolist()), radius, radius)
        painter.setOpacity(1.0)

    def _paint_names(
        self, painter: QPainter, picture: Picture, points: NDArray[np.float32]
    ) -> None:
        font = painter.font()
        font.setPointSizeF(max(font.pointSizeF() - 1, 7))
        painter.setFont(font)
        metrics = painter.fontMetrics()
        room = LabelRoom(self.width(), self.height())
        near = self._neighbours()
        rows = self._in_view(points)
        if near:
            rows = sorted((row for row in rows if row in near), key=lambda row: row != self.chosen)
        ground = theme().colour("paper")
        ground.setAlpha(215)
        painter.setPen(theme().colour("ink"))
        for row in rows[:_DISCS_KEPT_FREE]:
            x, y = points[row].tolist()
            room.block(x, y, float(self._radii[row]) * self._size())
        left_to_write = max(self.width() * self.height() // _AREA_OF_NAME, 12)
        for row in rows:
            name = picture.network.persons[row].name
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, _LONGEST_NAME)
            x, y = points[row].tolist()
            radius = float(self._radii[row]) * self._size()
            size = (metrics.horizontalAdvance(words), metrics.height())
            corner = room.take(x, y, radius, *size)
            if corner is None and row < _ALWAYS_NAMED:
                corner = room.take(x, y, radius, *size, over_discs=True)
            if corner is None:
                continue
            area = QRectF(*corner, *size)
            painter.fillRect(area.adjusted(-2, 1, 2, -1), ground)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
            left_to_write -= 1
            if left_to_write <= 0:
                break

    def _size(self) -> float:
        """How large persons are painted: smaller the farther away, down to dots."""
        return min(max(math.sqrt(self._look.scale / 16), 0.4), 1.6)

    def _in_view(self, points: NDArray[np.float32]) -> list[int]:
        x, y = points[:, 0], points[:, 1]
        inside = (x > -GRID) & (x < self.width() + GRID) & (y > -GRID) & (y < self.height() + GRID)
        return [int(row) for row in np.flatnonzero(inside)]

    def _neighbours(self) -> set[int]:
        """The chosen person and all tied to them."""
        if self._picture is None or self.chosen < 0:
            return set()
        ties = self._picture.ties
        return {self.chosen, *ties[(ties == self.chosen).any(axis=1)].ravel().tolist()}

    def _words(self, row: int) -> str:
        if self._picture is None or row < 0:
            return ""
        person = self._picture.network.persons[row]
        articles = count_articles(person.articles)
        return f"{person.name}: {articles}, tied to {len(self._neighbours()) - 1:,}"

    # Moving about

    def _row_at(self, at: QPointF) -> int:
        if self._picture is None or not len(self._picture.places):
            return -1
        apart = self._points() - np.array((at.x(), at.y()), dtype=np.float32)
        beyond = np.linalg.norm(apart, axis=1) - self._radii * self._size()
        row = int(beyond.argmin())
        return row if beyond[row] <= GRID / 2 else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring out the person pressed on, or begin to move the picture."""
        row = self._row_at(event.position())
        self.choose(row)
        self._pressed = event.position() if row < 0 else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture along."""
        if self._pressed is None:
            on_person = self._row_at(event.position()) >= 0
            pointing, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
            self.setCursor(pointing if on_person else arrow)
            return
        moved = event.position() - self._pressed
        self._pressed = event.position()
        look = self._look
        self._look = _Look(
            look.scale, look.x - moved.x() / look.scale, look.y - moved.y() / look.scale
        )
        self._was_moved = True
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the picture."""
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the person's page."""
        row = self._row_at(event.position())
        if row >= 0:
            self._open(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Come nearer or go farther, at the pointer."""
        self.zoom(_ZOOM ** (event.angleDelta().y() / 120), event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from person to person; Return opens; +, − and 0 zoom."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.choose(self._next_row(*_STEPS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen >= 0:
            self._open(self.chosen)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_ZOOM)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / _ZOOM)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Escape and self.chosen >= 0:
            self.choose(-1)
        else:
            super().keyPressEvent(event)

    def _next_row(self, x: int, y: int) -> int:
        """The nearest person in a direction; the first one where nobody is chosen yet."""
        if self._picture is None or not len(self._picture.places):
            return -1
        if self.chosen < 0:
            return 0
        apart = self._points() - self._points()[self.chosen]
        along, aside = apart @ (x, y), np.abs(apart @ (y, x))
        cost = np.where((along > 0.5) & (along >= aside * 0.5), along + 2 * aside, np.inf)
        row = int(cost.argmin())
        return row if np.isfinite(cost[row]) else self.chosen

    def _open(self, row: int) -> None:
        if self._picture is not None:
            self.person_requested.emit(self._picture.network.persons[row].id)

    def event(self, event: QEvent) -> bool:
        """Tell who is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self._row_at(QPointF(event.pos()))
            person = self._picture.network.persons[row] if self._picture and row >= 0 else None
            QToolTip.showText(event.globalPos(), person.name if person else "", self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everybody in view until the user moved the picture."""
        super().resizeEvent(event)
        if not self._was_moved:
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

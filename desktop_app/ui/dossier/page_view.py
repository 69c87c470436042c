"""Typeset pages one below the other: of each one the picture that was drawn last stays until a
newer one has come, so that nothing flickers while they are set again."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop_app.ui.base.theme import GRID, theme

_GAP = 2 * GRID
_LEAST_ZOOM, _MOST_ZOOM, _ZOOM_STEP = 0.2, 4.0, 1.25
#: Pages that are so many windows away from what is seen forget their pictures.
_KEPT_AROUND = 2
_Size = tuple[float, float]


class PageView(QAbstractScrollArea):
    """``picture_wanted`` gives a page and how many pixels it has to a point, ``page_changed`` the
    page that is seen, both counted from 0; ``zoomed`` tells that the pages have another size;
    ``place_clicked`` gives the page that was clicked."""

    picture_wanted = Signal(int, float)
    page_changed = Signal(int)
    place_clicked = Signal(int)
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("printArea")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("The pages of the dossier")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # One that came and went would change the width of the pages, and set them anew.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._sizes: Sequence[_Size] = ()
        self._tops: list[int] = []
        self._pictures: dict[int, QImage] = {}
        self._drawn: dict[int, tuple[int, float]] = {}
        self._asked: set[int] = set()
        self._edition = 0
        self._page = -1
        self._fits = True
        self._zoom = 1.0
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._on_moved())
        theme().changed.connect(self.viewport().update)

    # What is shown

    @property
    def page(self) -> int:
        """The page that is seen, counted from 0; -1 where there is none."""
        return self._page

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    @property
    def edition(self) -> int:
        """How often pages were shown: a picture belongs to one edition."""
        return self._edition

    @property
    def zoom(self) -> float:
        """How many device-independent pixels a point has."""
        return self._zoom

    @property
    def fits(self) -> bool:
        """Whether the pages are as wide as the view."""
        return self._fits

    def show_pages(self, sizes: Sequence[_Size]) -> None:
        """Show other pages; what is seen stays where it is, and its pictures until newer come."""
        at = self._anchor()
        self._edition += 1
        self._sizes = tuple(sizes)
        self._asked.clear()
        for number in [each for each in self._pictures if each >= len(sizes)]:
            del self._pictures[number], self._drawn[number]
        self._arrange(at)
        self._on_moved()
        self.viewport().update()

    def show_picture(self, number: int, picture: QImage, edition: int, scale: float) -> None:
        """Show a page's picture, unless a newer one is there."""
        known = self._drawn.get(number)
        wanted = self._zoom * self.devicePixelRatioF()
        if number >= self.count or (
            known is not None and (known[0], known[1] == wanted) > (edition, scale == wanted)
        ):
            return
        self._pictures[number] = picture
        self._drawn[number] = (edition, scale)
        self.viewport().update(self._place(number).toAlignedRect())

    def is_drawn(self, number: int) -> bool:
        """Whether a page is shown as it was set last, and in its size."""
        wanted = (self._edition, self._zoom * self.devicePixelRatioF())
        return number in self._pictures and self._drawn.get(number) == wanted

    def go_to(self, number: int, *, if_unseen: bool = False) -> None:
        """Bring a page into view."""
        if not 0 <= number < self.count:
            return
        place = self._place(number)
        seen = place.intersected(QRectF(self.viewport().rect()))
        if if_unseen and seen.height() > min(self.viewport().height(), place.height()) / 3:
            return
        self.verticalScrollBar().setValue(self._tops[number] - _GAP // 2)

    def fit_width(self) -> None:
        """Make the pages as wide as the view, now and when it changes."""
        self._fits = True
        self._arrange(self._anchor())
        self._redraw()

    def zoom_by(self, steps: int) -> None:
        """Make the pages larger or smaller."""
        self._fits = False
        zoom = self._zoom * _ZOOM_STEP**steps
        at = self._anchor()
        self._zoom = min(max(zoom, _LEAST_ZOOM), _MOST_ZOOM)
        self._arrange(at)
        self._redraw()

    def visible_pages(self) -> range:
        """The pages that are seen, wholly or in part."""
        top = self.verticalScrollBar().value()
        first = max(bisect_right(self._tops, top) - 1, 0)
        behind = bisect_right(self._tops, top + self.viewport().height())
        return range(first, min(behind, self.count))

    # What Qt calls

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are seen, white where nothing was drawn yet."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().colour("side"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in self.visible_pages():
            place = self._place(number)
            if not place.toAlignedRect().intersects(event.rect()):
                continue
            picture = self._pictures.get(number)
            if picture is None:
                painter.fillRect(place, Qt.GlobalColor.white)
            else:
                painter.drawImage(place, picture)
            painter.setPen(theme().colour("line"))
            painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is seen where it is."""
        super().resizeEvent(event)
        self._arrange(self._anchor())
        self._redraw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and the last page."""
        bar = self.verticalScrollBar()
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(0 if event.key() == Qt.Key.Key_Home else bar.maximum())
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Tell which page was meant."""
        where = event.position()
        for number in self.visible_pages():
            if self._place(number).contains(where):
                self.place_clicked.emit(number)

    # How it is kept

    def _height(self, number: int) -> int:
        return round(self._sizes[number][1] * self._zoom)

    def _place(self, number: int) -> QRectF:
        """Where a page is in the view."""
        width, height = (round(each * self._zoom) for each in self._sizes[number])
        left = max((self.viewport().width() - width) // 2, _GAP)
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return QRectF(left - across, self._tops[number] - down, width, height)

    def _anchor(self) -> tuple[int, float]:
        """The page at the top of the view, and which part of it is above that."""
        if not self._tops:
            return 0, 0.0
        top = self.verticalScrollBar().value()
        number = min(max(bisect_right(self._tops, top) - 1, 0), len(self._tops) - 1)
        return number, (top - self._tops[number]) / max(self._height(number), 1)

    def _arrange(self, at: tuple[int, float]) -> None:
        """Lay the pages out, with the same place of the same page at the top."""
        widest = max((width for width, _ in self._sizes), default=0.0)
        room = self.viewport().width() - 2 * _GAP
        if self._fits and widest:
            self._zoom = min(max(room / widest, _LEAST_ZOOM), _MOST_ZOOM)
        heights = [self._height(number) + _GAP for number in range(self.count)]
        self._tops = [_GAP + top for top in accumulate(heights[:-1], initial=0)] if heights else []
        total = sum(heights) + _GAP
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.blockSignals(True)
        down.setPageStep(self.viewport().height())
        down.setSingleStep(4 * GRID)
        down.setRange(0, max(total - self.viewport().height(), 0))
        across.setPageStep(self.viewport().width())
        across.setRange(0, max(round(widest * self._zoom) - room, 0))
        if self._tops:
            number, part = at
            number = min(number, self.count - 1)
            down.setValue(round(self._tops[number] + part * self._height(number)))
        down.blockSignals(False)
        self.zoomed.emit()

    def _redraw(self) -> None:
        self._asked.clear()
        self._on_moved()
        self.viewport().update()

    def _on_moved(self) -> None:
        """Ask for pictures of what is seen or next to it; what is far away forgets its own."""
        scale = self._zoom * self.devicePixelRatioF()
        seen = self.visible_pages()
        for number in self._wanted(seen):
            if number not in self._asked and self._drawn.get(number) != (self._edition, scale):
                self._asked.add(number)
                self.picture_wanted.emit(number, scale)
        far = self.viewport().height() * _KEPT_AROUND
        top = self.verticalScrollBar().value()
        for number in list(self._pictures):
            place = self._tops[number]
            if place + self._height(number) < top - far or place > top + 2 * far:
                del self._pictures[number], self._drawn[number]
                self._asked.discard(number)
        page = self._most_seen(seen)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)

    def _wanted(self, seen: range) -> Iterator[int]:
        yield from seen
        yield from (each for each in (seen.stop, seen.start - 1) if 0 <= each < self.count)

    def _most_seen(self, seen: Iterable[int]) -> int:
        view = QRectF(self.viewport().rect())
        return max(
            seen, key=lambda number: self._place(number).intersected(view).height(), default=-1
        )

"""Gives a long document another width a slice at a time, so that the window never stands still.

Qt lays a text out anew as far as it is in view in one go, and the rest in steps of up to 200,000
characters, which take a second where there are tables. Here the old lines stay until the width has
rested for a moment; then they are laid out anew in short slices, behind a picture of what was
there, until the place that was read is there again.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractEventDispatcher,
    QEvent,
    QObject,
    QSizeF,
    Qt,
    QTimer,
    QTimerEvent,
)
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

#: What is lighter is laid out at once: characters, and so many for each paragraph or cell.
_LIGHT = 30_000
_BLOCK_WEIGHT = 60
#: How long the width must rest first, in milliseconds.
_PAUSE_MS = 150
#: A slice goes on for so long, in seconds, looking at the clock after so many characters.
_SLICE, _STEP = 0.01, 1_500
#: So much behind a place must be there before it is shown, in characters: a large screen of text.
_SCREEN = 10_000


class SlicedLayout(QObject):
    """Keeps the width of the lines of one text, whose ``lineWrapMode`` it sets.

    ``hold`` is called before the old lines go and gives the place that is to be seen again;
    ``show`` is called once it is there.
    """

    def __init__(
        self,
        text: QTextEdit,
        hold: Callable[[], int],
        show: Callable[[], object],
        margin: QWidget,
    ) -> None:
        super().__init__(text)
        self._text, self._hold, self._show, self._margin = text, hold, show, margin
        self._width = self._at = self._place = 0
        self._cover: QLabel | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._lay_out)
        text.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)

    @property
    def is_covered(self) -> bool:
        """Whether a picture stands where the text will be again."""
        return self._cover is not None

    def set_width(self, width: int) -> None:
        """Make the lines so wide, in pixels: at once where that is quick, else after a moment."""
        self._width = width
        document = self._text.document()
        if document.textWidth() == width:
            self._pause.stop()
        elif document.characterCount() + _BLOCK_WEIGHT * document.blockCount() <= _LIGHT:
            self.stop()
            self._text.setLineWrapColumnOrWidth(width)
        else:
            self._pause.start()

    def stop(self) -> None:
        """Leave it: another text comes, and has the new width from its beginning."""
        self._pause.stop()
        self._end()
        if self._width and self._text.document().textWidth() != self._width:
            self._text.setLineWrapColumnOrWidth(self._width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Qt from laying out in its own, long steps meanwhile."""
        if isinstance(event, QTimerEvent):
            timers = QAbstractEventDispatcher.instance().registeredTimers(watched)
            # The other of its timers, with no interval, tells the size of what is laid out.
            return any(each.timerId == event.timerId() and each.interval for each in timers)
        return False

    def _begin(self) -> None:
        text = self._text
        if not self.is_covered:
            self._cover_up()
        self._place = self._hold()
        self._at = 0
        text.verticalScrollBar().setValue(0)
        layout = text.document().documentLayout()
        layout.removeEventFilter(self)
        layout.installEventFilter(self)
        text.setLineWrapColumnOrWidth(self._width)
        self._slices.start()

    def _lay_out(self) -> None:
        document = self._text.document()
        layout, last = document.documentLayout(), document.characterCount() - 1
        end = time.perf_counter() + _SLICE
        while self._at < last and time.perf_counter() < end:
            self._at = min(self._at + _STEP, last)
            block = document.findBlock(self._at)
            layout.blockBoundingRect(block)
            self._at = max(self._at, block.position() + block.length() - 1)
        if self.is_covered and self._at >= min(self._place + _SCREEN, last):
            layout.documentSizeChanged.emit(QSizeF())  # the scroll bar learns how far it goes
            self._uncover()
            self._show()
        if self._at >= last:
            self._end()

    def _end(self) -> None:
        self._slices.stop()
        self._text.document().documentLayout().removeEventFilter(self)
        self._uncover()

    def _cover_up(self) -> None:
        viewport = self._text.viewport()
        cover = self._cover = QLabel(self._text)
        cover.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        cover.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        cover.setPixmap(viewport.grab())
        cover.setGeometry(viewport.geometry())
        cover.show()
        for covered in (viewport, self._margin):
            covered.setUpdatesEnabled(False)

    def _uncover(self) -> None:
        cover, self._cover = self._cover, None
        if cover is not None:
            for covered in (self._text.viewport(), self._margin):
                covered.setUpdatesEnabled(True)
            cover.hide()
            cover.deleteLater()

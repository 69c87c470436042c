"""A layout that puts widgets in lines and breaks where the width ends, as words in a text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Left to right (or right to left, as the widget runs), line after line."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def clear(self) -> None:
        """Take every widget out and delete it."""
        while self._items:
            widget = self._items.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item; called by Qt."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It needs no more room than it takes."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrower width takes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Move the items to their places."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """The least that holds the widest item."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The least that holds the widest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Lay the items out in the rectangle; gives the height that they take."""
        x, y, line_height = rect.x(), rect.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in filter(_takes_room, self._items):
            size = item.sizeHint()
            width = min(size.width(), max(rect.width(), 1))
            if x > rect.x() and x + width > rect.x() + rect.width():
                _place(line if move else (), line_height)
                line.clear()
                x, y, line_height = rect.x(), y + line_height + self.spacing(), 0
            line.append((item, QRect(QPoint(x, y), QSize(width, size.height()))))
            x += width + self.spacing()
            line_height = max(line_height, size.height())
        _place(line if move else (), line_height)
        return y + line_height - rect.y()


def _takes_room(item: QLayoutItem) -> bool:
    """Whether an item isn't one that somebody hid; what waits for its window takes its room."""
    widget = item.widget()
    was_told = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    return widget is None or not (widget.isHidden() and widget.testAttribute(was_told))


def _place(line: Iterable[tuple[QLayoutItem, QRect]], height: int) -> None:
    """Move the items of a line, each in the middle of its height."""
    for item, place in line:
        item.setGeometry(place.translated(0, (height - place.height()) // 2))

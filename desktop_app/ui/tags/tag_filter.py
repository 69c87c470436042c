"""The field above the library that finds tags by a few letters."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.ui.base.field_buttons import offer_clearing


class TagFilter(QLineEdit):
    """Enter chooses what is found first, ↓ goes to it, Escape empties the field or leaves it."""

    chosen = Signal()
    left_downwards = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tagFilter")
        self.setPlaceholderText("Find a tag")
        self.setAccessibleName("Find a tag")
        offer_clearing(self)
        self.returnPressed.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow down goes to the tags, Escape takes back."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

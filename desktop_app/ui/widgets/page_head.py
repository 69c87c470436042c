"""What the pages beside the list begin with: the way back, a title, words below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.base.theme import GRID, reading_font


def back_button(parent: QWidget) -> QPushButton:
    """The way back to where the user came from; the page says what a click does."""
    button = QPushButton("‹ Back", parent)
    button.setProperty("flat", True)
    button.setAccessibleName("Back")
    button.setToolTip("Back to where you came from")
    return button


def page_title(words: str, parent: QWidget) -> QLabel:
    """A page's name in large letters."""
    label = QLabel(words, parent)
    label.setFont(reading_font(21))
    label.setProperty("role", "personName")
    return label


def hint_label(words: str, parent: QWidget) -> QLabel:
    """Soft words that explain."""
    label = QLabel(words, parent)
    label.setProperty("role", "hint")
    return label


def nothing_label(words: str, parent: QWidget) -> QLabel:
    """What stands in the middle of a page that has nothing to show."""
    label = hint_label(words, parent)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    return label


def page_layout(page: QWidget) -> QVBoxLayout:
    """A page's parts, one below the other."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(4 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
    layout.setSpacing(GRID + GRID // 2)
    return layout

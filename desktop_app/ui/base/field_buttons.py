"""The small buttons within a field of text, named for who hears the window instead of seeing it.

Qt makes them from actions and gives a screen reader no name for them.
"""

from __future__ import annotations

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QLineEdit, QToolButton

_CLEAR = "Empty the field"


def add_button(
    field: QLineEdit,
    icon: QIcon,
    words: str,
    place: QLineEdit.ActionPosition = QLineEdit.ActionPosition.TrailingPosition,
) -> QAction:
    """Put a button into a field; ``words`` say what it does."""
    action = field.addAction(icon, place)
    action.setToolTip(words)
    _name(field, words)
    return action


def add_search_icon(field: QLineEdit, icon: QIcon) -> QAction:
    """Put the picture of a lens at the beginning of a field that something is searched with."""
    action = field.addAction(icon, QLineEdit.ActionPosition.LeadingPosition)
    _name(field, "Search")
    return action


def add_clearing(field: QLineEdit) -> None:
    """Put the button into a field that empties it."""
    field.setClearButtonEnabled(True)
    _name(field, _CLEAR)


def offer_clearing(field: QLineEdit) -> None:
    """The same once something stands in the field; making it takes longer than all else in it."""

    def on_text(text: str) -> None:
        if text and not field.isClearButtonEnabled():
            add_clearing(field)

    field.textChanged.connect(on_text)


def _name(field: QLineEdit, words: str) -> None:
    for button in field.findChildren(QToolButton):
        if not button.accessibleName():
            button.setAccessibleName(words)

"""Which way a text runs, told by its first letter that has a direction."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt

#: How far into a text a letter with a direction is looked for.
_LOOK_AT = 200


def is_right_to_left(text: str) -> bool:
    """Whether the text begins with Arabic, Hebrew or another script that runs leftwards."""
    for letter in text[:_LOOK_AT]:
        direction = unicodedata.bidirectional(letter)
        if direction in ("R", "AL"):
            return True
        if direction == "L":
            return False
    return False


def isolated(text: str) -> str:
    """The text between the marks that let it run its own way and leave its neighbours alone.

    They are those of Unicode's bidirectional algorithm (UAX 9, first strong isolate); without them
    “أحمد · 15 May” puts the figure before the name.
    """
    return f"\u2068{text}\u2069"


def layout_direction(text: str) -> Qt.LayoutDirection:
    """The direction in which Qt should lay out the text."""
    if is_right_to_left(text):
        return Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight

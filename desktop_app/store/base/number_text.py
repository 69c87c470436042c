"""Very many numbers come out of SQLite quickest as one text: reading it piece by piece.

What reads such a text in one go keeps Python to itself for as long; a million numbers are a tenth
of a second, in which no window answers.
"""

from __future__ import annotations

from collections.abc import Iterator

_CHARACTERS = 100_000


def pieces(text: str) -> Iterator[str]:
    """The text, digits parted by commas, in parts of some ten thousand whole numbers."""
    at = 0
    while at < len(text):
        end = text.find(",", at + _CHARACTERS)
        end = len(text) if end < 0 else end
        yield text[at:end]
        at = end + 1

"""Which place of an article's plain text stands where in the document that shows it.

Both hold the same letters, but not the same white space: the document has a head, pictures and
tables of its own. So letters are matched without what is between them, all at once where text and
document agree, else paragraph by paragraph from the end, as what is the reader's own comes first.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QTextDocument

#: What stands in a document's text for pictures and for the frames of tables and lists.
_NO_LETTERS = dict.fromkeys((0xFFFC, *range(0xFDD0, 0xFDF0)), " ")
# The last white space of Unicode is the ideographic space.
_BLANKS = np.array([code for code in range(0x3001) if chr(code).isspace()], dtype=np.uint32)
_Places = NDArray[np.int64]
_NOWHERE = -1


class ReaderPlaces:
    """The places of one text in one document, as both are when it is made.

    Offsets into the text count characters, places in the document as Qt does, in units of UTF-16.
    """

    def __init__(self, text: str, document: QTextDocument) -> None:
        shown = document.toRawText().translate(_NO_LETTERS)
        self._text_letters = _letters(text)
        self._shown_letters = _letters(shown)
        codes = _codes(shown)
        before = np.concatenate(([0], np.cumsum(1 + (codes > 0xFFFF))))
        self._starts: _Places = before[:-1][self._shown_letters]
        self._ends: _Places = before[1:][self._shown_letters]
        self._shown = self._matched(text, shown)

    def shown_at(self, start: int, end: int) -> tuple[int, int] | None:
        """From where to where in the document a stretch of the text stands; None where it isn't."""
        first, last = np.searchsorted(self._text_letters, (start, end))
        found = self._shown[first:last]
        found = found[found != _NOWHERE]
        if not len(found):
            return None
        return int(self._starts[found[0]]), int(self._ends[found[-1]])

    def told_at(self, start: int, end: int) -> tuple[int, int] | None:
        """The stretch of the text that stands in a part of the document; None if none does."""
        known = np.flatnonzero(self._shown != _NOWHERE)
        shown = self._shown[known]
        first = np.searchsorted(self._ends[shown], start, side="right")
        last = np.searchsorted(self._starts[shown], end)
        if first >= last:
            return None
        letters = self._text_letters[known[first:last]]
        return int(letters[0]), int(letters[-1]) + 1

    def _matched(self, text: str, shown: str) -> _Places:
        """For each letter of the text the number of the shown letter that is it, or −1."""
        wanted, there = "".join(text.split()), "".join(shown.split())
        at = there.rfind(wanted)
        if at >= 0:
            return np.arange(at, at + len(wanted), dtype=np.int64)
        places = np.full(len(wanted), _NOWHERE, dtype=np.int64)
        end, shown_end = len(wanted), len(there)
        for paragraph in reversed(text.split("\n")):
            letters = "".join(paragraph.split())
            start = end - len(letters)
            at = there.rfind(letters, 0, shown_end) if letters else -1
            if at >= 0:
                places[start:end] = np.arange(at, at + len(letters))
                shown_end = at
            end = start
        return places


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _letters(text: str) -> _Places:
    """The offsets of all that is no white space."""
    return np.flatnonzero(~np.isin(_codes(text), _BLANKS))

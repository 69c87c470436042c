"""Which place of an article's plain text stands where in the document that shows it.

Both hold the same letters, but not the same white space: the document has a head, pictures and
tables of its own. So letters are matched without what is between them, all at once where text and
document agree, else paragraph by paragraph from the end, as what is the reader's own comes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

#: Up to here a table tells which characters are white space, or stand for pictures and frames.
_TABLE_END = 0x10000
_TABLE = np.array([chr(code).isspace() for code in range(_TABLE_END)])
_TABLE[[0xFFFC, *range(0xFDD0, 0xFDF0)]] = True
#: A paragraph is looked for in so many letters before the one behind it, besides its own.
_MOST_SKIPPED = 20_000
_NEW_LINE = ord("\n")
_Codes = NDArray[np.uint32]
_Places = NDArray[np.int64]
_NOWHERE = -1


class ReaderPlaces:
    """The places of one text in one document, as both are when it is made.

    Offsets into the text count characters, places in the document as Qt does, in units of UTF-16.
    """

    def __init__(self, text: str, shown: str) -> None:
        """``shown`` is the document's raw text."""
        text_codes, shown_codes = _codes(text), _codes(shown)
        self._text_letters, shown_letters = _letters(text_codes), _letters(shown_codes)
        ends = np.cumsum(1 + (shown_codes > 0xFFFF), dtype=np.int64)
        self._ends: _Places = ends[shown_letters]
        self._starts: _Places = self._ends - 1 - (shown_codes[shown_letters] > 0xFFFF)
        ends_of_lines = np.searchsorted(self._text_letters, np.flatnonzero(text_codes == _NEW_LINE))
        wanted, there = text_codes[self._text_letters], shown_codes[shown_letters]
        self._shown = _matched(wanted, there, [0, *ends_of_lines.tolist(), len(wanted)])

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


def _matched(wanted: _Codes, there: _Codes, bounds: Sequence[int]) -> _Places:
    """For each wanted letter the number of the shown letter that is it, or −1.

    ``bounds`` tell where each paragraph of the wanted letters begins, and the end.
    """
    at = len(there) - len(wanted)
    if at >= 0 and np.array_equal(there[at:], wanted):
        return np.arange(at, at + len(wanted), dtype=np.int64)
    places = np.full(len(wanted), _NOWHERE, dtype=np.int64)
    letters, sought = _string(there), _string(wanted)
    shown_end = len(there)
    for start, end in reversed(list(pairwise(bounds))):
        first = max(0, shown_end - (end - start) - _MOST_SKIPPED)
        at = letters.rfind(sought[start:end], first, shown_end) if end > start else -1
        if at >= 0:
            places[start:end] = np.arange(at, at + end - start)
            shown_end = at
    return places


def _string(codes: _Codes) -> str:
    return codes.tobytes().decode("utf-32-le", "surrogatepass")


def _codes(text: str) -> _Codes:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _letters(codes: _Codes) -> _Places:
    """The places of all that is no white space and stands for no picture or frame."""
    blank = _TABLE[np.minimum(codes, _TABLE_END - 1)]
    return np.flatnonzero(~blank)

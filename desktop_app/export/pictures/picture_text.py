"""Words made fit for a picture: cleaned of what can't be shown, cut and broken to their room."""

from __future__ import annotations

import unicodedata

from desktop_app.export.pictures.picture_fonts import PictureFonts
from desktop_app.export.typesetting.printable_text import printable

#: No picture has room for more letters of one name or title.
LONGEST = 400
_MORE = "…"


class PictureText:
    """Measures, cuts and breaks words for one picture."""

    def __init__(self) -> None:
        self.fonts = PictureFonts()

    def clean(self, words: str) -> str:
        """The words on one line, without what is invisible; letters no font has become words.

        What no picture has room for is cut off.
        """
        return self._clean(words[:LONGEST])

    def clean_long(self, words: str) -> str:
        """As ``clean``, for whole sentences of our own with names in them."""
        return self._clean(words[: 4 * LONGEST])

    def _clean(self, words: str) -> str:
        # Marks that turn the direction round would turn what stands behind the words as well.
        kept = "".join(each for each in words if unicodedata.category(each) != "Cf")
        plain = printable(kept)
        missing = self.fonts.lacking(plain)
        self.fonts.missing |= missing
        plain = printable(plain, missing) if missing else plain
        return plain.replace("\u200b", "").strip()

    def width(self, words: str, size: float, *, bold: bool = False) -> float:
        """How wide the words are."""
        return self.fonts.width(words, size, bold=bold)

    def fitted(self, words: str, room: float, size: float, *, bold: bool = False) -> str:
        """The words, cut with an ellipsis where they are wider than the room."""
        if self.width(words, size, bold=bold) <= room:
            return words
        room -= self.width(_MORE, size, bold=bold)
        used, end = 0.0, 0
        for letter in words:
            used += self.width(letter, size, bold=bold)
            if used > room:
                break
            end += 1
        cut = _whole_letters(words, end).rstrip(" ,;:.–-")
        return f"{cut}{_MORE}"

    def wrapped(
        self, words: str, room: float, lines: int, size: float, *, bold: bool = False
    ) -> list[str]:
        """The words broken into at most so many lines, the last one cut."""
        found: list[str] = []
        rest = words
        while rest and len(found) < lines - 1:
            head = self._head(rest, room, size, bold=bold)
            found.append(rest[:head].rstrip())
            rest = rest[head:].lstrip()
        return [*found, self.fitted(rest, room, size, bold=bold)] if rest else found

    def _head(self, words: str, room: float, size: float, *, bold: bool) -> int:
        """How many letters of the words make the first line."""
        used, blank = 0.0, 0
        for place, letter in enumerate(words):
            used += self.width(letter, size, bold=bold)
            if letter == " ":
                blank = place + 1
            elif used > room:
                wide = unicodedata.east_asian_width(letter) in "WF"
                return blank if blank and not wide else max(place, 1)
        return len(words)


def _whole_letters(words: str, end: int) -> str:
    """The first letters, without the last one where its marks are cut off."""
    while 0 < end < len(words) and unicodedata.category(words[end])[0] == "M":
        end -= 1
    return words[:end]

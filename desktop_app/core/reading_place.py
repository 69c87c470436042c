"""How far somebody has read, told by the words at the top, so that it outlives an edit."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.quote_search import SearchedText
from desktop_app.core.text_quote import TextQuote

#: So many characters of the text from the place on are kept with it.
_KEPT_WORDS = 80
#: In a longer text that has changed the place is only estimated.
_LONGEST_SEARCHED = 2_000_000


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """``start`` counts characters of a text of ``length``; ``words`` begin there."""

    start: int
    length: int
    words: str


def place_at(text: str, start: int) -> ReadingPlace:
    """A place in a text; 0 is the beginning."""
    start = min(max(start, 0), len(text))
    return ReadingPlace(start, len(text), text[start : start + _KEPT_WORDS])


def find_place(text: str, place: ReadingPlace) -> int:
    """The character of a text at which the place is now.

    Where its words are gone, as far through the text as it was.
    """
    if text.startswith(place.words, place.start) and place.start <= len(text):
        return place.start
    if len(text) <= _LONGEST_SEARCHED:
        found = SearchedText(text).passage(TextQuote(place.words, start=place.start))
        if found is not None:
            return found[0]
    return min(place.start * len(text) // max(place.length, 1), len(text))

"""Where the pieces that a text is shown in stand in it: the two walked side by side.

A piece is what a reader of Markdown gives: it has the text's letters in the text's order, but may
differ from it in white space.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import Generic, NamedTuple, Protocol, TypeVar


class Stretch(Protocol):
    """Anything that begins and ends in a text."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset behind its last one."""


AnyStretch = TypeVar("AnyStretch", bound=Stretch)

#: A word's letter, in scripts that put something between words: not in Thai, Lao, Burmese, Khmer,
#: Japanese and Chinese.
_WORDS_LETTER = re.compile(
    r"[^\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u31f0-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff]"
)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the words that it begins and ends within; others stay as they are."""
    while 0 < start < end and _is_within_word(text, start):
        start -= 1
    while start < end < len(text) and _is_within_word(text, end):
        end += 1
    return start, end


def _is_within_word(text: str, at: int) -> bool:
    return all(map(_WORDS_LETTER.match, text[at - 1 : at + 1]))


class TextPlaces:
    """Goes through a text as its pieces are handed over, each behind the one before."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.at = 0

    def of(self, content: str) -> Sequence[int]:
        """The place of each character of the next piece; none where the two disagree."""
        if self._text.startswith(content, self.at):
            start, self.at = self.at, self.at + len(content)
            return range(start, self.at)
        places: list[int] = []
        at = self.at
        for character in content:
            if not character.isspace():
                while at < len(self._text) and self._text[at].isspace():
                    at += 1
            # White space of the content may have become less in the text.
            places.append(at)
            if at < len(self._text) and self._text[at] == character:
                at += 1
            elif not character.isspace():
                return []
        self.at = at
        return places


class Piece(NamedTuple, Generic[AnyStretch]):
    """A part of a content: the stretch it lies in, if any, and whether that ends with it."""

    content: str
    stretch: AnyStretch | None
    ends: bool = False


class CutText(Generic[AnyStretch]):
    """Cuts the pieces that a text is shown in where stretches of the text begin and end.

    The stretches are in order and none overlap; the pieces are handed over as to ``TextPlaces``.
    """

    def __init__(self, text: str, stretches: Sequence[AnyStretch]) -> None:
        self._places = TextPlaces(text)
        self._stretches = stretches
        self._next = 0

    def skip(self, content: str) -> None:
        """Go past a piece that is shown whole."""
        self._places.of(content)

    def cut(self, content: str) -> list[Piece[AnyStretch]]:
        """The next piece in parts; whole where no stretch reaches into it."""
        start = self._places.at
        places = self._places.of(content)
        here = self._within(start, self._places.at)
        return list(_cut_at(content, places, here)) if here and places else [Piece(content, None)]

    def _within(self, start: int, end: int) -> list[AnyStretch]:
        """The stretches that reach into this part of the text, which lies behind all before."""
        while self._next < len(self._stretches) and self._stretches[self._next].end <= start:
            self._next += 1
        behind = islice(self._stretches, self._next, None)
        return list(takewhile(lambda stretch: stretch.start < end, behind))


def _cut_at(
    content: str, places: Sequence[int], stretches: Sequence[AnyStretch]
) -> Iterator[Piece[AnyStretch]]:
    done = 0
    for stretch in stretches:
        first = bisect_left(places, stretch.start, done)
        last = bisect_left(places, stretch.end, first)
        if first == last:
            continue
        if first > done:
            yield Piece(content[done:first], None)
        yield Piece(content[first:last], stretch, places[last - 1] + 1 >= stretch.end)
        done = last
    if done < len(content):
        yield Piece(content[done:], None)

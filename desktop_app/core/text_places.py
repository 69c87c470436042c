"""Where the pieces that a text is shown in stand in it: the two walked side by side.

A piece is what a reader of Markdown gives: it has the text's letters in the text's order, but may
differ from it in white space.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar


class Stretch(Protocol):
    """Anything that begins and ends in a text."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset behind its last one."""


AnyStretch = TypeVar("AnyStretch", bound=Stretch)


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


def cut_at(
    content: str, places: Sequence[int], stretches: Sequence[AnyStretch]
) -> Iterator[tuple[str, AnyStretch | None]]:
    """The content in pieces, each with the stretch it lies in; these are in order, none overlap."""
    done = 0
    for stretch in stretches:
        first = bisect_left(places, stretch.start, done)
        last = bisect_left(places, stretch.end, first)
        if first == last:
            continue
        if first > done:
            yield content[done:first], None
        yield content[first:last], stretch
        done = last
    if done < len(content):
        yield content[done:], None

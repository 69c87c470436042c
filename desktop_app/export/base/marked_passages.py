"""Highlighted passages among Markdown's tokens, for the page that is set in type.

Of highlights that overlap, the shorter one's colour stands where both are. Those with a note get a
number behind their words, under which the note stands at the article's end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markdown_it.token import Token

from desktop_app.core.highlight import Colour, Highlight
from desktop_app.export.base.marked_tokens import marked_tokens


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text of one colour; ``numbers`` are of the notes that end with it."""

    start: int
    end: int
    colour: Colour
    numbers: tuple[int, ...] = ()


def numbered_notes(highlights: Sequence[Highlight]) -> dict[int, Highlight]:
    """The highlights that are told at the end, by number: those with a note, and orphans."""
    told = (each for each in highlights if each.note or each.is_orphan)
    return dict(enumerate(told, start=1))


def passages(highlights: Sequence[Highlight]) -> list[Passage]:
    """The highlights as stretches that don't overlap, in the order of the text."""
    numbers = {each.id: number for number, each in numbered_notes(highlights).items()}
    placed = [
        (each.start, each.end, each)
        for each in highlights
        if each.start is not None and each.end is not None and each.start < each.end
    ]
    edges = sorted({edge for start, end, _ in placed for edge in (start, end)})
    found = []
    for start, end in pairwise(edges):
        over = [(e - s, -h.id, h) for s, e, h in placed if s <= start and end <= e]
        if over:
            ending = (h for _, e, h in placed if e == end and h.id in numbers)
            numbered = tuple(sorted(numbers[h.id] for h in ending))
            found.append(Passage(start, end, min(over)[2].colour, numbered))
    return found


def with_passages(tokens: Sequence[Token], text: str, found: Sequence[Passage]) -> list[Token]:
    """The tokens with each passage between tokens of type ``passage_open`` and ``passage_close``.

    Code stays unmarked, and words in which tokens and text disagree.
    """

    def marked(token: Token, piece: Token, passage: Passage, ends: bool) -> Iterable[Token]:
        return _opening(token, passage, ends), piece, _closing(token)

    return marked_tokens(tokens, text, found, marked)


def _opening(token: Token, passage: Passage, ends: bool) -> Token:
    opening = Token("passage_open", "mark", 1, level=token.level)
    numbers = list(passage.numbers) if ends else []
    opening.meta = {"colour": str(passage.colour), "numbers": numbers}
    return opening


def _closing(token: Token) -> Token:
    return Token("passage_close", "mark", -1, level=token.level)

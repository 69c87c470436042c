"""The passages of an article that stand for the whole of it, and where something is left out.

Highlights that overlap or touch make one passage. Each letter keeps its place in the text, its
colour and the numbers of the notes that end there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.core.highlight import Colour, Highlight
from desktop_app.export.base.marked_passages import Passage, passages

#: What stands where words of the article are left out.
LEFT_OUT = "[…]"
_LINES = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class QuotedRun:
    """Words of one colour; ``start`` is the place of the first letter in the article's text."""

    words: str
    start: int
    colour: Colour
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotedPassage:
    """A passage as paragraphs of runs; ``left_out`` tells that words are missing before it."""

    paragraphs: tuple[tuple[QuotedRun, ...], ...]
    left_out: bool


@dataclass(frozen=True, slots=True)
class QuotedArticle:
    """Passages in the order of the text; ``left_out`` tells that words are missing behind them.

    ``orphans`` are highlights whose words the text doesn't hold any more.
    """

    passages: tuple[QuotedPassage, ...]
    left_out: bool
    orphans: tuple[Highlight, ...]


def quoted_article(text: str, highlights: Sequence[Highlight]) -> QuotedArticle:
    """What these highlights of an article's text quote; notes are numbered among them."""
    quoted: list[QuotedPassage] = []
    done = 0
    for group in _together(text, passages(highlights)):
        left_out = bool(text[done : group[0].start].strip())
        quoted.append(QuotedPassage(tuple(_paragraphs(text, group)), left_out))
        done = group[-1].end
    orphans = tuple(each for each in highlights if each.is_orphan)
    return QuotedArticle(tuple(quoted), bool(text[done:].strip()), orphans)


def _together(text: str, found: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The stretches between which the text has words, each with those that follow it closely."""
    group: list[Passage] = []
    for passage in found:
        if group and text[group[-1].end : passage.start].strip():
            yield group
            group = []
        group.append(passage)
    if group:
        yield group


def _paragraphs(text: str, group: Sequence[Passage]) -> Iterator[tuple[QuotedRun, ...]]:
    runs: list[QuotedRun] = []
    done = group[0].start
    for passage in group:
        if "\n" in text[done : passage.start] and runs:
            yield tuple(runs)
            runs = []
        elif done < passage.start and runs:
            runs.append(QuotedRun(text[done : passage.start], done, passage.colour))
        lines = list(_LINES.finditer(text, passage.start, passage.end))
        for place, line in enumerate(lines):
            if place and runs:
                yield tuple(runs)
                runs = []
            is_last = place == len(lines) - 1
            numbers = passage.numbers if is_last else ()
            runs.append(QuotedRun(line[0], line.start(), passage.colour, numbers))
        if lines and lines[-1].end() < passage.end and runs:
            yield tuple(runs)
            runs = []
        done = passage.end
    if runs:
        yield tuple(runs)

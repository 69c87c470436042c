"""The lines of a pasted text, as the rest of the paste modules see them.

Reads line ends of every kind, drops what no reader sees, and joins lines that a mail program or
a terminal broke at a fixed width. Judges nothing.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

#: More lines than this are one block: no page has them, and a bound must be somewhere.
MAX_LINES = 60_000
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Soft hyphens, direction marks, joiners at the edges, controls and stray surrogates.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f\u00ad\u200b\u2060\ufeff\ud800-\udfff\ufffe\uffff]"
)
_SPACES = re.compile(r"[^\S\t]+")
_LIST_START = re.compile(r"\s*(?:[-*+•◦▪■●‣·–—o]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_SENTENCE_END = re.compile(r"[.!?…:;。！？।؟۔]['\"’”»)\]]*$")


@dataclass(frozen=True, slots=True)
class PasteLine:
    """One line that has text: ``text`` trimmed, and how many blank lines stand above it."""

    text: str
    blanks: int = 0


def paste_lines(text: str) -> list[PasteLine]:
    """The lines with text, in their order; lines broken at a fixed width are joined again."""
    rows = [_SPACES.sub(" ", row).strip() for row in _LINE_END.split(_INVISIBLE.sub("", text))]
    lines: list[PasteLine] = []
    blanks = 0
    for number, row in enumerate(rows):
        if len(lines) == MAX_LINES:
            lines.append(PasteLine(" ".join(filter(None, rows[number:])), blanks))
            break
        if row:
            lines.append(PasteLine(row, blanks))
        blanks = 0 if row else blanks + 1
    return _joined(lines) if _is_wrapped(lines) else lines


def _wrap_width(lines: list[PasteLine]) -> int:
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 30)
    return lengths[int(len(lengths) * 0.98)] if lengths else 0


def _is_wrapped(lines: list[PasteLine]) -> bool:
    """Whether most lines stop short of one width in the middle of a sentence."""
    width = _wrap_width(lines)
    if len(lines) < 4 or not 40 <= width <= 110 or max(len(line.text) for line in lines) > 140:
        return False
    pairs = list(itertools.pairwise(lines))
    near = [pair for pair in pairs if len(pair[0].text) >= width * 0.75 and not pair[1].blanks]
    broken = [pair for pair in near if _runs_on(pair[0].text, pair[1].text)]
    return len(near) >= max(3, len(lines) * 0.3) and len(broken) >= len(near) * 0.5


def _runs_on(first: str, second: str) -> bool:
    return not _SENTENCE_END.search(first) and not _LIST_START.match(second)


def _joined(lines: list[PasteLine]) -> list[PasteLine]:
    width = _wrap_width(lines)
    joined: list[PasteLine] = []
    pieces: list[str] = []
    blanks = 0
    for index, line in enumerate(lines):
        pieces.append(line.text)
        following = lines[index + 1] if index + 1 < len(lines) else None
        if following is None or _ends_paragraph(line, following, width):
            joined.append(PasteLine(_rejoin(pieces), blanks))
            pieces = []
            blanks = following.blanks if following else 0
    return joined


def _ends_paragraph(line: PasteLine, following: PasteLine, width: int) -> bool:
    if following.blanks or _LIST_START.match(following.text):
        return True
    # The next word would have fitted: the writer, not the width, ended the line.
    next_word = following.text.split(" ", 1)[0]
    return len(line.text) + 1 + len(next_word) < width * 0.8


def _rejoin(pieces: list[str]) -> str:
    text = pieces[0]
    for piece in pieces[1:]:
        if text.endswith("-") and text[-2:-1].isalpha() and piece[:1].islower():
            text = text[:-1] + piece
        else:
            text = f"{text} {piece}"
    return text

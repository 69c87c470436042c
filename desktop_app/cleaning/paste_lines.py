"""The lines of a pasted text, as the rest of the paste modules see them.

Reads line ends of every kind, drops what no reader sees, and joins lines that a mail program or
a terminal broke at a fixed width. Judges nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.cleaning.paste_pages import rejoined, running_heads, words_in

#: More lines than this are one block: no page has them, and a bound must be somewhere.
MAX_LINES = 60_000
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Soft hyphens, direction marks, joiners at the edges, controls and stray surrogates.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f\u00ad\u200b\u2060\ufeff\ud800-\udfff\ufffe\uffff]"
)
_SPACES = re.compile(r"[^\S\t]+")
_LIST_START = re.compile(r"\s*(?:[-*+•◦▪■●‣·–—o]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
# “EDWIN MARLOW: Thank you.” in a transcript.
_SPEAKER = re.compile(r"[^\W\d_a-z][^\W\d_a-z .,'’()-]{2,50}:\s+\S")
_SENTENCE_END = re.compile(r"[.!?…:;。！？।؟۔]['\"’”»)\]]*$")


@dataclass(frozen=True, slots=True)
class PasteLine:
    """One line that has text: ``text`` trimmed, and how many blank lines stand above it.

    ``is_furniture`` marks what a document's pages repeat: running heads and page numbers.
    """

    text: str
    blanks: int = 0
    is_furniture: bool = False


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
    texts = [line.text for line in lines]
    heads, words = running_heads(texts), words_in(texts)
    joined: list[PasteLine] = [PasteLine(texts[at], 0, True) for at in _leading(heads)]
    text, blanks = "", lines[0].blanks
    passed: list[PasteLine] = []
    body = [at for at in range(len(lines)) if at not in heads]
    for at, following in itertools.zip_longest(body, body[1:]):
        text = rejoined(text, texts[at], words) if text else texts[at]
        between = range(at + 1, len(lines) if following is None else following)
        passed += [PasteLine(texts[head], 0, True) for head in between]
        upcoming = None if following is None else _behind_page(lines, at, following)
        if upcoming is None or _ends_paragraph(lines[at], upcoming, width):
            joined += [PasteLine(text, blanks), *passed]
            text, passed = "", []
            blanks = upcoming.blanks if upcoming else 0
    return joined


def _leading(heads: frozenset[int]) -> Iterator[int]:
    """The heads above all other lines."""
    return itertools.takewhile(heads.__contains__, itertools.count())


def _behind_page(lines: list[PasteLine], at: int, following: int) -> PasteLine:
    """The next line of text; the gap that a page's end makes parts no sentence."""
    line = lines[following]
    goes_on = following > at + 1 and not _SENTENCE_END.search(lines[at].text)
    return PasteLine(line.text) if goes_on else line


def _ends_paragraph(line: PasteLine, following: PasteLine, width: int) -> bool:
    if following.blanks or _LIST_START.match(following.text) or _SPEAKER.match(following.text):
        return True
    if line.text.endswith("-") and following.text[:1].islower():
        return False
    # The next word would have fitted: the writer, not the width, ended the line.
    next_word = following.text.split(" ", 1)[0]
    return len(line.text) + 1 + len(next_word) < width * 0.8

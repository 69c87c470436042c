"""Printed lines made paragraphs again.

Running heads and page numbers go, words parted at line ends are joined, and a paragraph ends where
a typesetter ended it: at a gap, an indent, a change of size, or where the next word would still
have fitted on the line. Pure; lengths are in points (1/72 inch), heights grow upwards.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from unicodedata import bidirectional

#: How much of a page, above and below, may hold running heads.
_MARGIN_SHARE = 0.13
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|seite|pagina|página|p\.|s\.|стр\.)\s?)?(?:\d{1,4}|[ivxlc]{1,6})"
    r"(?:\s?(?:/|of|von|de|di|sur|из)\s?\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)
# What browsers print round a page: the address and page below, the time of printing above.
_PRINTED_BY_BROWSER = re.compile(
    r"(?:https?|file)://\S{1,2000}(?:\s\d{1,3}/\d{1,3})?"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}.{0,300}"
)
_BULLET = re.compile(r"[•‣▪◦●∙·*–—-]\s|\(?\d{1,2}[.)]\s")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？:][\"'”’»)\]]{0,3}$")
_SPACELESS = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LAST_WORD = re.compile(r"[^\W_]+$")
# The width of an average letter and a space, as a share of the type size.
_LETTER_WIDTH = 0.5
# How much wider a gap must be than the word, for letters differ in width.
_CERTAINTY = 1.3


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of print: its text, the box round it, and the type size, all in points."""

    text: str
    left: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page's lines in the order of reading, and its height."""

    lines: tuple[PrintedLine, ...]
    height: float = 0.0


@dataclass(frozen=True, slots=True)
class _SetLine:
    """A line within its column, and the distance from line to line there."""

    line: PrintedLine
    page: int
    column_left: float
    column_right: float
    leading: float


def paragraphs_of(pages: Sequence[PrintedPage]) -> list[str]:
    """The paragraphs of the document, without what the pages repeat."""
    pages = [_mirrored(page) if _runs_leftwards(page) else page for page in pages]
    repeated = _repeated_heads(pages)
    lines = [
        line
        for number, page in enumerate(pages)
        for line in _set_lines(
            [one for one in page.lines if not _is_furniture(one, page, repeated)], number
        )
    ]
    groups: list[list[str]] = []
    for at, current in enumerate(lines):
        if at == 0 or _starts_paragraph(lines[at - 1], current):
            groups.append([])
        groups[-1].append(current.line.text)
    words = Counter(word.lower() for one in lines for word in _WORD.findall(one.line.text))
    return [_joined(group, words) for group in groups]


def _runs_leftwards(page: PrintedPage) -> bool:
    """Whether most of the first letters are of a script written from right to left."""
    start = "".join(line.text[:20] for line in page.lines[:50])
    directions = Counter(bidirectional(letter) for letter in start)
    return directions["R"] + directions["AL"] > directions["L"]


def _mirrored(page: PrintedPage) -> PrintedPage:
    """The page as a mirror shows it, so that its lines start on the left as all others do."""
    lines = (replace(line, left=-line.right, right=-line.left) for line in page.lines)
    return replace(page, lines=tuple(lines))


def _repeated_heads(pages: Sequence[PrintedPage]) -> frozenset[str]:
    """What stands in the margins of several pages, numbers aside."""
    counts = Counter(
        key
        for page in pages
        for key in {_head_key(line) for line in page.lines if _in_margin(line, page)}
    )
    enough = max(2, round(len(pages) * 0.25))
    return frozenset(key for key, count in counts.items() if count >= enough and key)


def _is_furniture(line: PrintedLine, page: PrintedPage, repeated: frozenset[str]) -> bool:
    if not _in_margin(line, page):
        return False
    text = line.text[:2400]
    alone = _PAGE_NUMBER.fullmatch(text) or _PRINTED_BY_BROWSER.fullmatch(text)
    return alone is not None or _head_key(line) in repeated


def _in_margin(line: PrintedLine, page: PrintedPage) -> bool:
    share = line.bottom / page.height if page.height > 0 else 0.5
    return share < _MARGIN_SHARE or share > 1 - _MARGIN_SHARE


def _head_key(line: PrintedLine) -> str:
    return _DIGITS.sub("#", line.text[:200]).casefold() if len(line.text) <= 200 else ""


def _set_lines(lines: Sequence[PrintedLine], page: int) -> list[_SetLine]:
    """The lines of a page with the columns that lines of one size and start make up."""
    columns = _columns(lines)
    leading = _leading(lines)
    return [
        _SetLine(line, page, *columns[at], leading or line.size * 1.2)
        for at, line in enumerate(lines)
    ]


def _columns(lines: Sequence[PrintedLine]) -> dict[int, tuple[float, float]]:
    """For each line by number, the left and right edge of its column; indents stay inside."""
    order = sorted(range(len(lines)), key=lambda at: (round(lines[at].size), lines[at].left))
    edges: dict[int, tuple[float, float]] = {}
    group: list[int] = []
    for at in [*order, None]:
        if group and (at is None or not _in_one_column(lines[group[0]], lines[at])):
            edge = lines[group[0]].left, max(lines[one].right for one in group)
            edges |= dict.fromkeys(group, edge)
            group = []
        if at is not None:
            group.append(at)
    return edges


def _in_one_column(first: PrintedLine, line: PrintedLine) -> bool:
    return round(first.size) == round(line.size) and line.left - first.left < 3 * line.size


def _leading(lines: Sequence[PrintedLine]) -> float | None:
    steps = [upper.bottom - lower.bottom for upper, lower in pairwise(lines)]
    usual = [
        step
        for step, line in zip(steps, lines, strict=False)
        if 0.5 < step / (line.size or 1) < 2.5
    ]
    return median(usual) if usual else None


def _starts_paragraph(before: _SetLine, current: _SetLine) -> bool:
    upper, line = before.line, current.line
    size = max(upper.size, line.size, 1.0)
    step = upper.bottom - line.bottom
    same_column = before.page == current.page and step > -0.5 * size
    if same_column and abs(step) < 0.5 * size:
        return False
    if _is_drop_capital(upper, line) or (upper.text.endswith("-") and line.text[:1].islower()):
        return False
    if abs(upper.size - line.size) > 0.08 * size or _BULLET.match(line.text):
        return True
    if same_column and step > 1.3 * current.leading:
        return True
    return _is_last_of_paragraph(before, current) or _is_indented(before, current, same_column)


def _is_last_of_paragraph(before: _SetLine, current: _SetLine) -> bool:
    """Whether the next line's first word would still have fitted, so that the break was meant."""
    first_word = current.line.text.split(" ", 1)[0]
    needed = (len(first_word) + 1) * _LETTER_WIDTH * before.line.size * _CERTAINTY
    return before.column_right - before.line.right > needed


def _is_indented(before: _SetLine, current: _SetLine, same_column: bool) -> bool:
    """Whether the line starts further in than its column, and the one before didn't."""
    indent = current.line.left - current.column_left
    hanging = _BULLET.match(before.line.text)
    if hanging or not 0.5 * current.line.size < indent < 3 * current.line.size:
        return False
    if same_column:
        return before.line.left < current.line.left - 0.5 * current.line.size
    return _ENDS_SENTENCE.search(before.line.text) is not None


def _is_drop_capital(upper: PrintedLine, line: PrintedLine) -> bool:
    return len(upper.text) == 1 and upper.text.isupper() and upper.size > 1.6 * line.size


def _joined(lines: Iterable[str], words: Counter[str]) -> str:
    text = ""
    for line in lines:
        text = _with_line(text, line, words)
    return text


def _with_line(text: str, line: str, words: Counter[str]) -> str:
    if not text or (_SPACELESS.match(text[-1]) and _SPACELESS.match(line)):
        return text + line
    if len(text) == 1 and text.isupper() and line[:1].islower():
        return text + line
    if not text.endswith("-") or not line[:1].islower():
        return f"{text} {line}" if not text.endswith("-") or text.endswith(" -") else text + line
    start = _LAST_WORD.search(text[:-1][-100:])
    end = _WORD.match(line)
    first, second = start[0] if start else "", end[0] if end else ""
    with_hyphen = words[f"{first}-{second}".lower()]
    return text + line if with_hyphen > words[f"{first}{second}".lower()] else text[:-1] + line

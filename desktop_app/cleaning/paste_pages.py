"""What the pages of a document leave in text that was copied from a PDF viewer.

Running heads, page numbers, and words parted at line ends. Works on lines that were broken at a
fixed width; where a line ends a paragraph is decided in ``paste_lines``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_PAGE_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|seite|pagina|página|pág\.|p\.|s\.|стр\.)\s?)?\d{1,4}"
    r"(?:\s?(?:/|of|von|de|di|sur|из)\s?\d{1,4})?\W{0,3}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")
_MAX_HEAD = 120
#: A head that no page number stands beside must come so often.
_OFTEN = 3
_BESIDE = 2
_LAST_WORD = re.compile(r"[^\W_]+$")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
# First parts that keep their hyphen wherever they are written.
_COMPOUNDS = frozenset(
    str.split("self ex well long short high low half mid full all cross vice non quasi semi so")
)


def running_heads(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of the lines that are page numbers or heads that the pages repeat."""
    numbers = {at for at, line in enumerate(lines) if _PAGE_NUMBER.fullmatch(line[:40])}
    keys = [_key(line) for line in lines]
    counts = Counter(keys)
    near = {
        keys[beside]
        for at in numbers
        for beside in range(max(0, at - _BESIDE), min(len(lines), at + _BESIDE + 1))
        if beside not in numbers
    }
    repeated = {
        key for key, count in counts.items() if key and count >= (2 if key in near else _OFTEN)
    }
    heads = {at for at, key in enumerate(keys) if key in repeated}
    # A number alone is a page's where the pages have heads, or where numbers follow each other.
    return frozenset(heads | numbers) if heads or _count_up(lines, numbers) else frozenset()


def words_in(lines: Sequence[str]) -> Counter[str]:
    """How often each word is written, hyphens included; tells how a parted word is spelt."""
    return Counter(word.lower() for line in lines for word in _WORD.findall(line))


def rejoined(text: str, line: str, words: Counter[str]) -> str:
    """The text with the next line: a word parted at the line's end is one word again.

    The hyphen stays where the text writes the word with it elsewhere, or the word is a compound.
    """
    if not (text.endswith("-") and text[-2:-1].isalpha()):
        return f"{text} {line}"
    if not line[:1].islower():
        return text + line if line[:1].isalpha() else f"{text} {line}"
    start = _LAST_WORD.search(text[:-1][-100:])
    end = _WORD.match(line)
    first, second = start[0].lower() if start else "", end[0].lower() if end else ""
    hyphened, whole = words[f"{first}-{second}"], words[f"{first}{second}"]
    keeps = hyphened > whole or (whole == 0 and first in _COMPOUNDS)
    return text + line if keeps else text[:-1] + line


def _key(line: str) -> str:
    """The line without its numbers, if it is short enough for a head and has words."""
    key = _DIGITS.sub("#", line).casefold() if len(line) <= _MAX_HEAD else ""
    return key if sum(letter.isalpha() for letter in key) >= 6 else ""


def _count_up(lines: Sequence[str], numbers: set[int]) -> bool:
    told = [int(match[0]) for at in sorted(numbers) if (match := _DIGITS.search(lines[at]))]
    return len(told) > 1 and told == list(range(told[0], told[0] + len(told)))

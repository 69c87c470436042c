"""Words as the site's search knows them; ``resources/website/words.js`` does the same in a browser.

Text is folded as everywhere in Cuttings. Where a script puts nothing between words, every two
letters that follow one another are a term, and the last letter alone.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from desktop_app.core.folding import fold

#: Longer words are known by their beginning.
LONGEST = 40
#: Letters beyond these are folded by the browser's own rules alone.
_LAST_LETTER = 0x1F000
_UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u31f0-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)


def terms(text: str) -> Iterator[str]:
    """The terms of a text, each as often as it stands there."""
    folded = fold(text)
    runs = _PLAIN_RUNS if folded.isascii() else _runs()
    for run in runs.findall(folded):
        if run.isascii():
            yield run[:LONGEST]
            continue
        for word, unspaced in _PIECES.findall(run):
            if word:
                yield word[:LONGEST]
            for at in range(len(unspaced)):
                yield unspaced[at : at + 2]


def shard(term: str) -> str:
    """The name of the part of the index where a term stands, and all that begin alike."""
    first = ord(term[0])
    if _IS_UNSPACED.match(term):
        return f"u{first >> 3:x}"
    second = f"{ord(term[1]):x}" if len(term) > 1 else "0"
    return f"{first:x}-{second}"


@cache
def fold_tables() -> tuple[str, str]:
    """What a browser folds otherwise: the marks to strip as a pattern, letters as JSON."""
    marks, letters = [], {}
    for code in range(0x80, _LAST_LETTER):
        letter = chr(code)
        if 0xD800 <= code <= 0xDFFF or unicodedata.category(letter) == "Cn":
            continue
        if unicodedata.combining(letter):
            marks.append(code)
            # One mark, the iota below a letter, is a letter once it is folded.
            if letter.casefold() != letter:
                letters[letter] = letter.casefold()
        elif letter.lower() == letter and unicodedata.normalize("NFKD", letter) == letter:
            folded = fold(letter)
            if folded != letter:
                letters[letter] = folded
    pattern = "".join(f"\\u{{{first:x}}}-\\u{{{last:x}}}" for first, last in _spans(marks))
    return f"[{pattern}]+", json.dumps(letters, sort_keys=True)


@cache
def _runs() -> re.Pattern[str]:
    """Letters, digits and the marks that stand among them."""
    marks = (
        code for code in range(0x300, _LAST_LETTER) if unicodedata.category(chr(code))[0] == "M"
    )
    kept = "".join(f"{chr(first)}-{chr(last)}" for first, last in _spans(marks))
    return re.compile(rf"[\w{kept}]+")


def _spans(codes: Iterable[int]) -> list[list[int]]:
    """The first and last of numbers that follow one another."""
    spans: list[list[int]] = []
    for code in codes:
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return spans


_PLAIN_RUNS = re.compile(r"\w+", re.ASCII)
_PIECES = re.compile(rf"([^{_UNSPACED}]+)|([{_UNSPACED}]+)")
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")

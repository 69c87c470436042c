"""Where the words of a search stand in a text: by whole words, as the word index finds them.

Case, accents and compatibility forms don't matter. In scripts without blanks any part of a run of
letters may be meant. A match of several words is one stretch.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from desktop_app.core.folding import fold
from desktop_app.core.query import Words

Span = tuple[int, int]
_ASCII_TOKEN = re.compile(r"[A-Za-z0-9]+")
#: Letters of the scripts that part no words by blanks: Thai to Burmese, Khmer, Han, kana.
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff]")
#: How much of the text is shown before what was found, in characters.
_LEAD = 24


@dataclass(frozen=True, slots=True)
class FoundText:
    """A piece of a text with the stretches in it that were looked for."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Sought:
    tokens: tuple[str, ...]
    prefix: bool

    def ends_at(self, folded: Sequence[str], at: int) -> int | None:
        """Behind which token it ends where it begins at this one; None where it doesn't."""
        end = at + len(self.tokens)
        if end > len(folded) or tuple(folded[at : end - 1]) != self.tokens[:-1]:
            return None
        last, wanted = folded[end - 1], self.tokens[-1]
        return end if last == wanted or (self.prefix and last.startswith(wanted)) else None


class WordMatcher:
    """Looks for the words and phrases of a search in one text after another."""

    def __init__(self, sought: Sequence[Words]) -> None:
        self._by_first: dict[str, list[_Sought]] = {}
        self._prefixes: list[_Sought] = []
        parts = []
        for words in sought:
            if _SPACELESS.search(words.text):
                parts.append(re.escape(words.text.strip()))
                continue
            tokens = tuple(fold(match[0]) for match in _tokens(words.text))
            if not tokens:
                continue
            one = _Sought(tokens, words.prefix)
            if words.prefix and len(tokens) == 1:
                self._prefixes.append(one)
            else:
                self._by_first.setdefault(tokens[0], []).append(one)
        self._parts = re.compile("|".join(parts), re.IGNORECASE) if parts else None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not (self._by_first or self._prefixes or self._parts)

    def spans(self, text: str, most: int = sys.maxsize) -> list[Span]:
        """The stretches found, in order and apart from each other, the first ``most`` of them."""
        found: list[Span] = []
        if self._by_first or self._prefixes:
            found += self._by_tokens(text, most)
        if self._parts is not None:
            found += [match.span() for match in islice(self._parts.finditer(text), most)]
            found.sort()
        apart: list[Span] = []
        for start, end in found:
            if not apart or start >= apart[-1][1]:
                apart.append((start, end))
        return apart[:most]

    def piece(self, text: str, length: int) -> FoundText | None:
        """About so many characters of the text round what was found; None if nothing was."""
        spans = self.spans(text, 200)
        if not spans:
            return None
        start = max(_fullest(spans, length) - _LEAD, 0)
        if start:
            blank = text.find(" ", start, start + _LEAD)
            start = blank + 1 if blank >= 0 else start
        words = " ".join(text[start : start + length].split())
        shown = f"… {words}" if start else words
        return FoundText(shown, tuple(self.spans(shown)))

    def _by_tokens(self, text: str, most: int) -> Iterator[Span]:
        tokens = list(_tokens(text))
        folded = [fold(match[0]) for match in tokens]
        given = 0
        for at, token in enumerate(folded):
            ends = [
                end
                for one in (*self._by_first.get(token, ()), *self._prefixes)
                if (end := one.ends_at(folded, at)) is not None
            ]
            if ends:
                yield tokens[at].start(), tokens[max(ends) - 1].end()
                given += 1
                if given == most:
                    return


def _fullest(spans: Sequence[Span], length: int) -> int:
    """Where a piece of this length begins that holds the most of what was found."""
    best, start = 0, spans[0][0]
    for at, (first, _) in enumerate(spans):
        within = sum(end <= first + length - _LEAD for _, end in spans[at:])
        if within > best:
            best, start = within, first
    return start


def _tokens(text: str) -> Iterator[re.Match[str]]:
    return (_ASCII_TOKEN if text.isascii() else _token()).finditer(text)


@cache
def _token() -> re.Pattern[str]:
    """Letters and digits with the marks that belong to them."""
    marks = (chr(code) for code in range(0x300, 0xFE30) if unicodedata.combining(chr(code)))
    vowels = (chr(c) for c in range(0x900, 0x1C00) if unicodedata.category(chr(c)) in ("Mc", "Mn"))
    return re.compile(rf"[^\W_](?:[^\W_]|[{''.join(marks)}{''.join(vowels)}])*")

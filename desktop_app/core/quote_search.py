"""Quotes found again in a text that changed: where their words still stand, or what became of them.

The text may have got other white space, paragraphs may have come or gone, words may be others.
What each search may cost is bounded whatever the text: about linear in its length, and no more
than some places are compared.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from desktop_app.core.text_quote import CONTEXT, TextQuote

# A text that says the same words more often is looked through no further.
_MOST_PLACES = 1_000
# So many stretches that may be a changed quote are compared with it.
_MOST_COMPARED = 12
# How much of a changed quote's words must be there at all, and how much in the same order.
_SAME_WORDS, _SAME_ORDER = 0.6, 0.66
# A quote with fewer words is not looked for by some of them: that would be a guess.
_LEAST_WORDS = 3
# A changed quote of fewer words is found only where so many characters right beside it are still
# the same: of two sentences made alike, the other mustn't be taken for one that is gone.
_TELLING_WORDS, _TELLING_BESIDE = 25, 12
# So much of the words round a name must be there still.
_LEAST_SHARED = 1 / 3
_SPACE = re.compile(r"[^\S ]")
_WORD = re.compile(r"\w+")

_Span = tuple[int, int]


def find_quote(text: str, quote: TextQuote) -> _Span | None:
    """Where the quote stands in a text, or what became of it; None where it is gone."""
    return SearchedText(text).passage(quote)


def find_quotes(text: str, quotes: Sequence[TextQuote]) -> list[int | None]:
    """Where each quote begins in the text, None where it isn't there; no two at one place.

    The words themselves must be unchanged. Where too little of what stood round them is left, they
    aren't found rather than found wrongly: a name stands in a text many times.
    """
    plain = _plain(text)
    found: list[int | None] = [_unmoved(plain, quote) for quote in quotes]
    taken = {at for at in found if at is not None}
    places = [
        (share, beside, -abs(at - (quotes[number].start or 0)), at, number)
        for number, at_once in enumerate(found)
        if at_once is None
        for at in _places(plain, _plain(quotes[number].exact))
        for share, beside in [_likeness(plain, at, quotes[number])]
        if share >= _LEAST_SHARED
    ]
    for *_, at, number in sorted(places, reverse=True):
        if found[number] is None and at not in taken:
            found[number] = at
            taken.add(at)
    return found


class SearchedText:
    """A text in which passages are looked for; its words are read once for all of them."""

    def __init__(self, text: str) -> None:
        self._text = _plain(text)

    @cached_property
    def _words(self) -> _Words:
        return _Words(self._text)

    def passage(self, quote: TextQuote) -> _Span | None:
        """Where the quote stands, or what became of it; None where it is gone.

        Of several places the one whose surroundings are most like the quote's is taken, and of
        equal ones that nearest to where it was. A changed quote is found by its words: the stretch
        of about its length that has most of them in the same order, and beside it what was there.
        """
        if not quote.exact.strip():
            return None
        exact = _plain(quote.exact)
        unmoved = _unmoved(self._text, quote)
        if unmoved is not None:
            return unmoved, unmoved + len(exact)
        found = [(at, at + len(exact)) for at in _places(self._text, exact)]
        if found:
            return self._best(found, quote)
        wanted = _Words(exact)
        return self._loosely(wanted, quote) or self._nearly(wanted, quote)

    def _best(self, spans: Sequence[_Span], quote: TextQuote) -> _Span | None:
        return max(spans, key=lambda span: self._fitness(span, quote), default=None)

    def _fitness(self, span: _Span, quote: TextQuote) -> tuple[int, float]:
        """How many characters of the quote's context stand round a place, and how near it is."""
        moved = None if quote.start is None else abs(span[0] - quote.start)
        return _beside(self._text, span, quote), 0.0 if moved is None else 1 / (1 + moved)

    def _loosely(self, wanted: _Words, quote: TextQuote) -> _Span | None:
        """The quote where only white space, case and punctuation changed."""
        firsts = self._words.places_of(wanted)
        spans = [self._span(first, first + len(wanted.folded), wanted) for first in firsts]
        return self._best(spans, quote)

    def _nearly(self, wanted: _Words, quote: TextQuote) -> _Span | None:
        """The stretch that has most of the quote's words in their order."""
        if len(wanted.folded) < _LEAST_WORDS:
            return None
        best, most = None, _SAME_ORDER
        context = len(quote.prefix) + len(quote.suffix)
        needed = min(_TELLING_BESIDE, context) if len(wanted.folded) < _TELLING_WORDS else 0
        for first in _richest(self._words.folded, wanted.folded):
            same, start, end = self._likest(first, wanted.folded)
            span = self._span(start, end, wanted)
            beside, nearness = self._fitness(span, quote)
            same += 0.01 * beside + 0.001 * nearness
            if same > most and beside >= needed:
                best, most = span, same
        return best

    def _likest(self, first: int, wanted: Sequence[str]) -> tuple[float, int, int]:
        """Of the words round a stretch those most like the quote: how like, from where to where."""
        more = len(wanted) // 4 + 1
        start = max(0, first - more)
        words = self._words.folded[start : first + len(wanted) + more]
        _, length = _likest_beginning(wanted, words)
        same, kept = _likest_beginning(wanted[::-1], words[:length][::-1])
        return same, start + length - kept, start + length

    def _span(self, first: int, end: int, wanted: _Words) -> _Span:
        """The characters of some words, with the quotation marks and stops that the quote has."""
        start, stop = self._words.spans[first][0], self._words.spans[end - 1][1]
        before, behind = wanted.ends
        if before and self._text.endswith(before, 0, start):
            start -= len(before)
        if behind and self._text.startswith(behind, stop):
            stop += len(behind)
        return start, stop


class _Words:
    """A text's words: where each stands, and how it reads with case folded."""

    def __init__(self, text: str) -> None:
        self._text = text
        found = list(_WORD.finditer(text))
        self.spans = [word.span() for word in found]
        self.folded = [word[0].casefold() for word in found]

    @property
    def ends(self) -> tuple[str, str]:
        """What stands before the first word and behind the last; there must be a word."""
        return self._text[: self.spans[0][0]], self._text[self.spans[-1][1] :]

    @cached_property
    def _row(self) -> tuple[str, list[int]]:
        """All words with a blank before each and at the end, and where each blank stands."""
        blanks, at = [], 0
        for word in self.folded:
            blanks.append(at)
            at += len(word) + 1
        return " ".join(["", *self.folded, ""]), blanks

    def places_of(self, others: _Words) -> list[int]:
        """At which words a row of other words begins."""
        if not others.folded:
            return []
        row, blanks = self._row
        return [bisect_left(blanks, at) for at in _places(row, f" {' '.join(others.folded)} ")]


def _richest(words: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """Where the stretches of the quote's length begin that share most of its words."""
    length = len(wanted)
    needed = Counter(wanted)
    window: Counter[str] = Counter()
    shared = 0
    found: list[_Span] = []
    for at, word in enumerate(words):
        window[word] += 1
        shared += window[word] <= needed[word]
        if at >= length:
            gone = words[at - length]
            shared -= window[gone] <= needed[gone]
            window[gone] -= 1
        if shared >= _SAME_WORDS * length:
            found.append((shared, max(0, at - length + 1)))
    found.sort(key=lambda each: -each[0])
    return _apart([first for _, first in found], max(1, length // 8))


def _apart(places: Sequence[int], least: int) -> list[int]:
    """The first places that stand at least about so far from each other, and no more than some."""
    kept: dict[int, int] = {}
    for place in places:
        if kept.setdefault(place // least, place) == place and len(kept) == _MOST_COMPARED:
            break
    return list(kept.values())


def _likest_beginning(one: Sequence[str], other: Sequence[str]) -> tuple[float, int]:
    """How like a row of words another's beginning is at best, from 0 to 1, and how long that is.

    Likeness is twice their longest common subsequence by the words of both. Its length is counted
    with bits in one pass, so that no row of words makes it slow: H. Hyyrö, Bit-parallel LCS-length
    computation revisited, AWOCA 2004.
    """
    every = (1 << len(one)) - 1
    bits: dict[str, int] = {}
    for at, word in enumerate(one):
        bits[word] = bits.get(word, 0) | 1 << at
    row, best = every, (0.0, 0)
    for length, word in enumerate(other, start=1):
        if known := bits.get(word):
            meeting = row & known
            row = (row + meeting | row - meeting) & every
            common = len(one) - row.bit_count()
            best = max(best, (2 * common / (len(one) + length), length))
    return best


def _plain(text: str) -> str:
    """The text with every white space a blank; as long as before."""
    return _SPACE.sub(" ", text)


def _unmoved(text: str, quote: TextQuote) -> int | None:
    if quote.start is None or not quote.exact:
        return None
    whole = _plain(f"{quote.prefix}{quote.exact}{quote.suffix}")
    at = quote.start - len(quote.prefix)
    return quote.start if at >= 0 and text.startswith(whole, at) else None


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)


def _beside(text: str, span: _Span, quote: TextQuote) -> int:
    """How many characters right before and behind a place are the quote's."""
    before, behind = _context(text, span)
    prefix, suffix = _plain(quote.prefix), _plain(quote.suffix)
    return _common(prefix[::-1], before[::-1]) + _common(suffix, behind)


def _likeness(text: str, at: int, quote: TextQuote) -> tuple[float, int]:
    """Which share of the words round the quote is there, and how many characters beside it."""
    span = (at, at + len(quote.exact))
    before, behind = _context(text, span)
    prefix, suffix = _plain(quote.prefix), _plain(quote.suffix)
    if _inside_word(text, *span) and not _inside_word(
        f"{prefix}{quote.exact}{suffix}", len(prefix), len(prefix) + len(quote.exact)
    ):
        return 0.0, 0
    known = Counter(_WORD.findall(prefix)), Counter(_WORD.findall(suffix))
    here = Counter(_WORD.findall(before)), Counter(_WORD.findall(behind))
    shared = sum((one & other).total() for one, other in zip(known, here, strict=True))
    total = known[0].total() + known[1].total()
    return (shared / total if total else 1.0), _beside(text, span, quote)


def _context(text: str, span: _Span) -> tuple[str, str]:
    start, end = span
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def _inside_word(text: str, start: int, end: int) -> bool:
    def joined(at: int) -> bool:
        return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()

    return joined(start) or joined(end)


def _common(one: str, other: str) -> int:
    """How many characters the two begin with alike."""
    for number, (here, there) in enumerate(zip(one, other, strict=False)):
        if here != there:
            return number
    return min(len(one), len(other))

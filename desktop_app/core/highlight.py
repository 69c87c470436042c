"""Highlights: quotes of an article with a colour and a note, and how a quote is found again.

A quote is anchored as in W3C's Web Annotation Data Model (2017): by its words with what stands
before and behind them (TextQuoteSelector), and by its place (TextPositionSelector). The words
count: when the text changes, the quote is looked for again, and a quote that is gone stays kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

#: How many characters before and behind a quote are kept with it.
CONTEXT = 48
#: A quote may have at most so many characters; a note too.
MOST_QUOTED, MOST_NOTED = 20_000, 100_000
# How much of a quote's words and characters must be there when it is found though it was changed.
_SAME_WORDS, _SAME_TEXT = 0.6, 0.72
_MOST_PLACES = 12
_WORD = re.compile(r"\w+")


class Colour(StrEnum):
    """The colours of highlights; what each stands for is the user's affair."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


@dataclass(frozen=True, slots=True)
class TextQuote:
    """Words of a text with those right before and behind them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A quote of an article that the user marked.

    ``start`` and ``end`` count characters of the article's newest ``text``; both are None while
    the text holds nothing like the quote: then the highlight is an orphan. ``created`` is an ISO
    8601 time in UTC.
    """

    id: int
    article_id: int
    quote: TextQuote
    start: int | None
    end: int | None
    colour: Colour = Colour.YELLOW
    note: str = ""
    created: str = ""

    @property
    def is_orphan(self) -> bool:
        """Whether the article's text doesn't hold the quote now."""
        return self.start is None


@dataclass(frozen=True, slots=True)
class ArticleHighlight:
    """A highlight seen from all highlights: with its article's title and published date."""

    article_title: str
    published: str | None
    highlight: Highlight


def quote_at(text: str, start: int, end: int) -> TextQuote:
    """The quote of a stretch of the text, with its context."""
    before, behind = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return TextQuote(text[start:end], before, behind)


def find_quote(text: str, quote: TextQuote, near: int | None = None) -> tuple[int, int] | None:
    """Where the quote stands in a text, or what became of it; None where it is gone.

    Of several places the one whose surroundings are most like the quote's is taken, and of equal
    ones that nearest to ``near``. A changed quote is found by its words: the stretch of the quote's
    length that shares most of them, when its letters agree well enough too.
    """
    exact = quote.exact
    places = list(_exactly(text, exact))
    if places:
        best = max(places, key=lambda at: (_likeness(text, at, quote), _nearness(at, near)))
        return best, best + len(exact)
    return _loosely(text, quote) or _nearly(text, quote, near)


def _exactly(text: str, exact: str) -> Iterator[int]:
    at = text.find(exact) if exact.strip() else -1
    while at >= 0:
        yield at
        at = text.find(exact, at + 1)


def _loosely(text: str, quote: TextQuote) -> tuple[int, int] | None:
    """The quote where only white space and punctuation changed, its words in one row."""
    wanted = [word[0].casefold() for word in _WORD.finditer(quote.exact)]
    words = list(_WORD.finditer(text))
    told = [word[0].casefold() for word in words]
    places = [
        at
        for at, word in enumerate(told)
        if wanted and word == wanted[0] and told[at : at + len(wanted)] == wanted
    ][:_MOST_PLACES]
    if not places:
        return None
    best = max(places, key=lambda at: _likeness(text, words[at].start(), quote))
    return _span(text, words[best : best + len(wanted)], quote)


def _nearly(text: str, quote: TextQuote, near: int | None) -> tuple[int, int] | None:
    """The stretch that is most like the quote, by words and then by letters."""
    wanted = [word[0].casefold() for word in _WORD.finditer(quote.exact)]
    words = list(_WORD.finditer(text))
    if len(wanted) < 3 or not words:
        return None
    best, most = None, _SAME_TEXT
    for first in _richest(words, wanted):
        run = _tightened(words[first : first + len(wanted) + len(wanted) // 4 + 1], wanted)
        if not run:
            continue
        start, end = _span(text, run, quote)
        same = SequenceMatcher(None, quote.exact, text[start:end], autojunk=False).ratio()
        same += 0.01 * _likeness(text, start, quote) + 0.001 * _nearness(start, near)
        if same > most:
            best, most = (start, end), same
    return best


def _richest(words: Sequence[re.Match[str]], wanted: Sequence[str]) -> list[int]:
    """Where the stretches of the quote's length begin that share most of its words."""
    length = len(wanted)
    needed = Counter(wanted)
    window: Counter[str] = Counter()
    shared = 0
    found: list[tuple[int, int]] = []
    for at, word in enumerate(words):
        key = word[0].casefold()
        window[key] += 1
        shared += window[key] <= needed[key]
        if at >= length:
            gone = words[at - length][0].casefold()
            shared -= window[gone] <= needed[gone]
            window[gone] -= 1
        if shared >= _SAME_WORDS * length:
            found.append((shared, max(0, at - length + 1)))
    found.sort(key=lambda each: -each[0])
    return [first for _, first in found[:_MOST_PLACES]]


def _tightened(words: Sequence[re.Match[str]], wanted: Sequence[str]) -> Sequence[re.Match[str]]:
    """The words without those at either end that the quote doesn't have."""
    known = set(wanted)
    kept = [at for at, word in enumerate(words) if word[0].casefold() in known]
    return words[kept[0] : kept[-1] + 1] if kept else []


def _span(text: str, words: Sequence[re.Match[str]], quote: TextQuote) -> tuple[int, int]:
    """From the first word to the last, with the quotation marks and stops that the quote has."""
    start, end = words[0].start(), words[-1].end()
    first, last = (_WORD.search(quote.exact), [*_WORD.finditer(quote.exact)][-1])
    before = quote.exact[: first.start()] if first else ""
    behind = quote.exact[last.end() :]
    if before and text.endswith(before, 0, start):
        start -= len(before)
    if behind and text.startswith(behind, end):
        end += len(behind)
    return start, end


def _likeness(text: str, at: int, quote: TextQuote) -> int:
    """How many characters of the quote's context stand round a place."""
    here = quote_at(text, at, at + len(quote.exact))
    return _common(here.prefix[::-1], quote.prefix[::-1]) + _common(here.suffix, quote.suffix)


def _common(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def _nearness(at: int, near: int | None) -> float:
    return 0.0 if near is None else 1 / (1 + abs(at - near))

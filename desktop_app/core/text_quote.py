"""A stretch of a text told by its words and what stands round them, found again in a changed text.

As the Web Annotation model's TextQuoteSelector does, with the position as a hint. The text may
have got other white space, paragraphs may have come or gone, words beside the stretch may be
others; where too little of its surroundings is left, it isn't found rather than found wrongly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

#: How many characters of the text on either side are kept and compared.
CONTEXT = 64
#: So much of the words round a stretch must be there still.
_LEAST_SHARED = 1 / 3
#: A text that says the same words more often is looked through no further.
_MOST_PLACES = 4_000
_SPACE = re.compile(r"\s")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class TextQuote:
    """The words, what stood before and behind them, and at which character they began."""

    words: str
    prefix: str
    suffix: str
    start: int


def quote_at(text: str, start: int, end: int) -> TextQuote:
    """The stretch from ``start`` to ``end`` as a quote."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return TextQuote(text[start:end], before, after, start)


def find_quotes(text: str, quotes: Sequence[TextQuote]) -> list[int | None]:
    """Where each quote begins in the text, None where it isn't there; no two at one place."""
    plain = _plain(text)
    found: list[int | None] = [_unmoved(plain, quote) for quote in quotes]
    taken = {at for at in found if at is not None}
    places = [
        (share, beside, -abs(at - quotes[number].start), at, number)
        for number, at_once in enumerate(found)
        if at_once is None
        for at in _places(plain, _plain(quotes[number].words))
        for share, beside in [_likeness(plain, at, quotes[number])]
        if share >= _LEAST_SHARED
    ]
    for *_, at, number in sorted(places, reverse=True):
        if found[number] is None and at not in taken:
            found[number] = at
            taken.add(at)
    return found


def _plain(text: str) -> str:
    """The text with every white space a blank; as long as before."""
    return _SPACE.sub(" ", text)


def _unmoved(text: str, quote: TextQuote) -> int | None:
    whole = _plain(f"{quote.prefix}{quote.words}{quote.suffix}")
    at = quote.start - len(quote.prefix)
    return quote.start if at >= 0 and quote.words and text.startswith(whole, at) else None


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words) if words else -1
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)


def _likeness(text: str, at: int, quote: TextQuote) -> tuple[float, int]:
    """Which share of the words round the quote is there, and how many characters beside it."""
    end = at + len(quote.words)
    before, after = text[max(0, at - CONTEXT) : at], text[end : end + CONTEXT]
    prefix, suffix = _plain(quote.prefix), _plain(quote.suffix)
    if _inside_word(text, at, end) and not _inside_word(
        f"{prefix}{quote.words}{suffix}", len(prefix), len(prefix) + len(quote.words)
    ):
        return 0.0, 0
    known = Counter(_WORD.findall(prefix)), Counter(_WORD.findall(suffix))
    here = Counter(_WORD.findall(before)), Counter(_WORD.findall(after))
    shared = sum((one & other).total() for one, other in zip(known, here, strict=True))
    total = known[0].total() + known[1].total()
    beside = _common(prefix[::-1], before[::-1]) + _common(suffix, after)
    return (shared / total if total else 1.0), beside


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

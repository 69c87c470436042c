"""Whether texts that share many runs of words tell the same news, or came out of one mould.

Reports of weather, markets and matches, notices of deaths and filings are written after one
pattern; press releases and short items end in the same words about the firm or the paper. What
tells them from copies is where they differ: in names and numbers within the same sentences, or in
the news at their heads.

The texts are aligned by the runs of words that each has once (B. Cohen's patience diff; the longest
rising sequence after C. Schensted, 1961), and only what lies between is looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop_app.analysis.copy_fingerprint import words_in
from desktop_app.core.folding import fold

#: So much of a text is aligned; the news comes first.
_MOST_WORDS = 3_000
#: So many words in a row stand in both texts, and hold the alignment together.
_ANCHOR = 4
#: A stretch of so many shared words ends what is a text's own opening, and begins its own end.
_LONG_STRETCH = 12
#: Where no more words differ, something was put into a place for it.
_LONGEST_SLOT = 12
#: In a mould so many names or numbers differ at least, one in so many of the shared words.
_FEWEST_SLOTS, _WORDS_A_SLOT = 3, 40
#: News of its own has so many words; it shares less than this part of what it is about.
_OWN_WORDS, _SHARED_SUBJECTS = 15, 0.3
#: An opening with fewer names and numbers than one in so many words tells nothing.
_WORDS_A_FACT = 12
#: Where more words begin with a capital, that is spelling (German nouns, headlines) and no name.
_MOST_CAPITALS = 0.28
_SENTENCE_END = re.compile(r"[.!?:;\n“”\"…]\s*$")
_SUBJECT_LETTERS = 5


@dataclass(frozen=True, slots=True)
class _Words:
    """A text's words, folded, and which of them are names or numbers."""

    folded: Sequence[str]
    is_fact: Sequence[bool]

    def facts(self, start: int, end: int) -> set[str]:
        return {self.folded[at] for at in range(start, end) if self.is_fact[at]}

    def subjects(self, start: int, end: int) -> set[str]:
        long = {word for word in self.folded[start:end] if len(word) >= _SUBJECT_LETTERS}
        return long | self.facts(start, end)


class _Gap(NamedTuple):
    """What lies between two stretches that both texts have: from and to a word, in each."""

    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def least(self) -> int:
        return min(self.end - self.start, self.other_end - self.other_start)

    @property
    def most(self) -> int:
        return max(self.end - self.start, self.other_end - self.other_start)


def is_same_news(one: str, other: str) -> bool:
    """Whether two texts that share much tell the same, as far as their differences tell."""
    words, others = _words(one), _words(other)
    gaps = _gaps(words, others)
    if gaps is None:
        return True  # they share no stretch that could be a mould: worded anew throughout
    shared = len(words.folded) - sum(gap.end - gap.start for gap in gaps)
    slots = sum(_is_slot(gap, words, others) for gap in gaps)
    if slots >= _FEWEST_SLOTS and slots * _WORDS_A_SLOT >= shared:
        return False
    opening, ending = _own_ends(gaps)
    if _is_other_news(opening, words, others):
        return False
    facts = sum(words.is_fact) - sum(sum(words.is_fact[gap.start : gap.end]) for gap in gaps)
    return facts * _WORDS_A_FACT >= shared or not _is_other_news(ending, words, others)


def _own_ends(gaps: list[_Gap]) -> tuple[_Gap, _Gap]:
    """What is before the first long stretch that both texts have, and what is behind the last."""
    last = gaps[-1]
    long = [at for at, gap in enumerate(gaps[1:]) if gap.start - gaps[at].end >= _LONG_STRETCH]
    begins, ends = (long[0], long[-1] + 1) if long else (len(gaps) - 1, 0)
    return (
        _Gap(0, gaps[begins].end, 0, gaps[begins].other_end),
        _Gap(gaps[ends].start, last.end, gaps[ends].other_start, last.other_end),
    )


def _is_slot(gap: _Gap, words: _Words, others: _Words) -> bool:
    """Whether another name or number stands in the same place of the same sentence."""
    if not 0 < gap.least <= gap.most <= _LONGEST_SLOT:
        return False
    own = words.facts(gap.start, gap.end)
    theirs = others.facts(gap.other_start, gap.other_end)
    return bool(own - theirs) and bool(theirs - own)


def _is_other_news(gap: _Gap, words: _Words, others: _Words) -> bool:
    """Whether both texts have something to tell there, and it isn't the same."""
    if gap.least < _OWN_WORDS:
        return False
    own = words.subjects(gap.start, gap.end)
    theirs = others.subjects(gap.other_start, gap.other_end)
    known = len(own & others.subjects(0, len(others.folded))) / max(len(own), 1)
    their_known = len(theirs & words.subjects(0, len(words.folded))) / max(len(theirs), 1)
    return max(known, their_known) < _SHARED_SUBJECTS


def _gaps(words: _Words, others: _Words) -> list[_Gap] | None:
    """What lies before, between and behind the stretches that both have; None without any."""
    gaps: list[_Gap] = []
    at, other_at = 0, 0
    for here, there in _rising(_runs_in_both(words.folded, others.folded)):
        if here > at or there > other_at:
            gaps.append(_Gap(at, max(here, at), other_at, max(there, other_at)))
        elif not gaps:
            gaps.append(_Gap(0, 0, 0, 0))
        at, other_at = here + _ANCHOR, there + _ANCHOR
    if not gaps:
        return None
    gaps.append(_Gap(at, len(words.folded), other_at, len(others.folded)))
    return gaps


def _runs_in_both(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Where the runs of words begin that both texts have, and have once; in order of the first."""
    theirs = _single_runs(other)
    return [(at, theirs[run]) for run, at in _single_runs(one).items() if run in theirs]


def _single_runs(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    places: dict[tuple[str, ...], int] = {}
    often = set()
    for at, run in enumerate(zip(*(words[by:] for by in range(_ANCHOR)), strict=False)):
        if run in places:
            often.add(run)
        places.setdefault(run, at)
    return {run: at for run, at in places.items() if run not in often}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of these pairs whose second numbers rise with the first."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, there) in enumerate(pairs):
        length = bisect_left(ends, there)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [there]
        last[length : length + 1] = [number]
    found: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]


def _words(text: str) -> _Words:
    found = words_in(text)[:_MOST_WORDS]
    capital = [
        match[0][0].isupper() and not _begins_sentence(text, match.start()) for match in found
    ]
    is_telling = sum(capital) <= _MOST_CAPITALS * len(found)
    is_fact = [
        match[0][0].isdigit() or (is_telling and is_capital)
        for match, is_capital in zip(found, capital, strict=True)
    ]
    return _Words([fold(match[0]) for match in found], is_fact)


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(at - 3, 0) : at]
    return at == 0 or _SENTENCE_END.search(before) is not None

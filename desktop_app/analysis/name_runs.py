"""Runs of capitalised words as the sequence model reads them: the features of each word.

A run goes on past cuts and titles that part candidates, so that “Foreign Minister Jane Roe” is one:
which of its words are a person's is the model's to tell. Plain words between runs are no names and
are seen only as neighbours. Nothing here knows a weight.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.analysis.name_candidates import CLOSING_QUOTES, OPENING_QUOTES, Candidate
from desktop_app.analysis.name_contexts import after_class, before_class, lead_class
from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.name_evidence import CONTEXTS_TOLD, DocumentEvidence, word_class
from desktop_app.analysis.name_tokens import Token, is_shouted
from desktop_app.analysis.name_words import (
    NATIONALITIES,
    PARTICLES,
    PLACE_PREPOSITIONS,
    ROLES,
    SPEECH,
    SUFFIXES,
    THINGS,
    TITLES,
)

_LISTS = (
    ("t", TITLES),
    ("r", ROLES),
    ("s", SPEECH),
    ("T", THINGS),
    ("n", NATIONALITIES),
    ("x", SUFFIXES),
    ("p", PARTICLES),
    ("i", PLACE_PREPOSITIONS),
)
_MOST_PARTICLES = 3
_LONGEST_RUN = 30
_UPPER = re.compile("[A-ZÀ-ÖØ-Þ]+")
_LOWER = re.compile("[a-zß-öø-ÿ]+")
_LONGEST_SHAPE = 8
_EDGE = "^"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one sentence, ``tokens[first:last]``, that may hold names."""

    tokens: Sequence[Token]
    first: int
    last: int


def runs_of(tokens: Sequence[Token]) -> Iterator[Run]:
    """The runs of one sentence, in order; lower-case particles within and before are part of it."""
    place = 0
    while place < len(tokens):
        if not tokens[place].capital:
            place += 1
            continue
        end = place + 1
        while end < len(tokens) and end - place < _LONGEST_RUN and (step := _step(tokens, end)):
            end += step
        led = place and tokens[place - 1].lower in PARTICLES and tokens[place].gap == " "
        yield Run(tokens, place - 1 if led else place, end)
        place = end


def _step(tokens: Sequence[Token], place: int) -> int:
    """How many words from place on go on with the run before them."""
    token = tokens[place]
    if token.capital:
        gap = token.gap
        joined = gap.strip() in ("", ".") or gap in OPENING_QUOTES or gap in CLOSING_QUOTES
        return 1 if joined else 0
    for length in range(1, _MOST_PARTICLES + 1):
        if token.capital:
            return length
        if token.lower not in PARTICLES or token.gap != " " or place + length >= len(tokens):
            return 0
        token = tokens[place + length]
    return 0


class RunReader:
    """Gives the features of the words of runs of one text."""

    def __init__(
        self, candidates: Iterable[Candidate], text: str, document: DocumentEvidence
    ) -> None:
        self._text, self._document = text, document
        self._sentences: dict[int, Sequence[Token]] = {}
        self._places: dict[int, tuple[Candidate, int]] = {}
        for candidate in candidates:
            self._sentences.setdefault(id(candidate.tokens), candidate.tokens)
            for place, word in enumerate(candidate.words):
                self._places[word.start] = candidate, place
            for word in candidate.lead:
                self._places.setdefault(word.start, (candidate, -1))

    def read(self) -> Iterator[tuple[Run, list[list[str]]]]:
        """The runs of every sentence that has a candidate, with the features of each word."""
        for tokens in self._sentences.values():
            shouted = is_shouted(tokens)
            for run in runs_of(tokens):
                seen = [_neighbour(tokens, at) for at in range(run.first - 2, run.last + 2)]
                yield (
                    run,
                    [
                        self._features(run, run.first + place, seen[place : place + 5], shouted)
                        for place in range(run.last - run.first)
                    ],
                )

    def _features(
        self, run: Run, at: int, around: Sequence[_Neighbour], shouted: bool
    ) -> list[str]:
        word = run.tokens[at]
        here = around[2].kind
        features = [
            "bias",
            f"shape {_shape(word.text)}",
            f"ending {word.lower[-3:]}",
            f"at {at - run.first if at - run.first < 2 else 2} {min(run.last - at, 3)}",
            *self._beside(run.tokens, at, around),
            *self._told_by_text(word.lower),
        ]
        if word.opens:
            features.append(f"opens {here}")
        if word.possessive:
            features.append("possessive")
        if shouted:
            features += ("shouted", f"shouted {here}")
        hit = self._places.get(word.start)
        return features + (self._in_candidate(*hit, here) if hit else ["no candidate"])

    def _beside(self, tokens: Sequence[Token], at: int, around: Sequence[_Neighbour]) -> list[str]:
        far_left, left, here, right, far_right = around
        opening = _mark(tokens[at].gap)
        end = tokens[at].end
        behind = tokens[at + 1].gap if at + 1 < len(tokens) else self._text[end : end + 1]
        closing = _mark(behind)
        before, after = f"{opening}{left.kind}", f"{closing}{right.kind}"
        return [
            f"word before {opening}{left.word}",
            f"word after {closing}{right.word}",
            f"is {here.kind}",
            f"before {before}",
            f"after {after}",
            f"before {before} {here.kind}",
            f"after {after} {here.kind}",
            f"between {opening}{left.kind[0]} {here.kind[0]} {closing}{right.kind[0]}",
            f"two before {far_left.kind[0]} {left.kind[0]} {here.kind[0]}",
            f"two after {here.kind[0]} {right.kind[0]} {far_right.kind[0]}",
            f"list before {opening}{left.lists} {here.kind}",
            f"list after {closing}{right.lists} {here.kind}",
            *(f"list {step} {one.lists}" for step, one in enumerate(around) if one.lists),
        ]

    def _told_by_text(self, word: str) -> Iterator[str]:
        """What the whole text says of the word."""
        document = self._document
        told = document.contexts.get((word,), ())
        yield from (f"text {context}" for context in CONTEXTS_TOLD if context in told)
        yield f"count {min(document.keys[(word,)], 3)}"
        if document.plain[word]:
            yield "plain in text"
        if document.ends[word]:
            yield "ends a longer one"
        if document.starts[word]:
            yield "begins a longer one"
        if document.inside_things[word]:
            yield "in a thing"

    def _in_candidate(self, candidate: Candidate, place: int, here: str) -> list[str]:
        """What is known of the candidate that the word is in, or leads where place is -1."""
        length = candidate.last - candidate.first
        if place < 0:
            return ["leads a candidate"]
        where = _where(place, length)
        size = "1" if length == 1 else "n"
        before, lead = before_class(candidate), lead_class(candidate)
        after = after_class(candidate, self._text[candidate.end : candidate.end + 3])
        told = self._document.contexts.get(candidate.key, ())
        features = [
            f"candidate {where} {min(length, 4)}",
            f"candidate {size} before {before}",
            f"candidate {size} after {after}",
            f"candidate {size} led {lead}",
            f"candidate {size} before {before} {here[0]}",
            f"candidate {size} after {after} {here[0]}",
            *(f"candidate {context}" for context in CONTEXTS_TOLD if context in told),
        ]
        if lead == "none":
            features.append(f"candidate {size} around {before} {after}")
        return features + (_of_several(candidate) if length > 1 else [])


def _of_several(candidate: Candidate) -> list[str]:
    words = candidate.words
    first, last = word_class(words[0]), word_class(words[-1])
    features = [f"first {first}", f"last {last}", f"ends {first} {last}"]
    if kinds_of(" ".join(word.text for word in words)) & Kind.PLACE:
        features.append("place name")
    if any(word.lower in THINGS for word in words):
        features.append("thing within")
    return features


def _where(place: int, length: int) -> str:
    if length == 1:
        return "alone"
    return "begins" if place == 0 else "ends" if place == length - 1 else "within"


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """A word as its neighbours see it: itself, the kind of word, and the lists that have it."""

    word: str
    kind: str
    lists: str


_NOTHING = _Neighbour(_EDGE, _EDGE, "")
_NUMBER = _Neighbour("#", "#", "")


def _neighbour(tokens: Sequence[Token], at: int) -> _Neighbour:
    if not 0 <= at < len(tokens):
        return _NOTHING
    token = tokens[at]
    if token.number:
        return _NUMBER
    if token.capital:
        return _Neighbour(token.lower, word_class(token), _lists(token.lower))
    return _plain_neighbour(token.lower)


@lru_cache(maxsize=20_000)
def _plain_neighbour(word: str) -> _Neighbour:
    return _Neighbour(word, _plain(word), _lists(word))


def _plain(word: str) -> str:
    kinds = kinds_of(word)
    return "l" if kinds & Kind.WORD or not kinds & Kind.NAME else "ln"


@lru_cache(maxsize=20_000)
def _lists(word: str) -> str:
    return "".join(code for code, listed in _LISTS if word in listed)


def _mark(gap: str) -> str:
    return gap.strip()[:1]


@lru_cache(maxsize=20_000)
def _shape(word: str) -> str:
    """How a word is written: “Xx” for Smith, “XxXx” for McLean, “X” for NATO."""
    return _LOWER.sub("x", _UPPER.sub("X", word))[:_LONGEST_SHAPE]

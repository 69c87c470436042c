"""The archive's own words that are spelt nearly as a given one.

The sorted terms of the word index are leapt through, past every beginning from which no near word
can come: the method of K. U. Schulz and S. Mihov, “Fast string correction with
Levenshtein automata” (2002), with rows of distances in place of their tables. A distance counts
letters put in, left out, replaced, and swapped with the next one.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.store.base.connection import Connection
from desktop_app.store.words.index_text import indexed

#: Shorter words are near too many others.
FEWEST_LETTERS = 4
_MOST_LETTERS = 40
#: Words of so many letters may differ in two places.
_LONG = 7
_MOST_FIRST_LETTERS = 300
# By instance a term is met without reading which articles have it, as counting them must.
_VOCABULARY = """
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.known_words
        USING fts5vocab(main, article_words, instance);
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.counted_words
        USING fts5vocab(main, article_words, row);
"""
_NEXT = "SELECT term FROM temp.known_words WHERE term >= ? ORDER BY term LIMIT 1"
_COUNT = "SELECT doc FROM temp.counted_words WHERE term = ?"
_Row = list[int]


@dataclass(frozen=True, slots=True)
class NearWord:
    """A word of the archive, in how many places it differs, and how many articles have it."""

    word: str
    distance: int
    articles: int


class Spelling:
    """Looks through the terms of the word index; reads only."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        connection.script(_VOCABULARY)

    def articles(self, word: str) -> int:
        """How many articles have the word, those in the trash too."""
        return int(self._connection.value(_COUNT, (indexed(word).strip(),)) or 0)

    def nearest(self, word: str, seconds: float = 0.2) -> NearWord | None:
        """The word that is nearest, of several the commonest; None where none was found in time."""
        folded = indexed(word).strip()
        if not (FEWEST_LETTERS <= len(folded) <= _MOST_LETTERS) or not folded.isalpha():
            return None
        end = time.monotonic() + seconds
        found = [*self._walk(folded, folded[:1], 1, end), *self._other_beginnings(folded, end)]
        if not found and len(folded) >= _LONG:
            found = list(self._walk(folded, folded[:2], 2, end))
        near = [NearWord(term, distance, self.articles(term)) for term, distance in found]
        return min(near, key=lambda each: (each.distance, -each.articles, each.word), default=None)

    def _walk(self, word: str, beginning: str, most: int, end: float) -> Iterator[tuple[str, int]]:
        """The terms that begin so and differ in no more places, with how many."""
        letters = sorted(set(word))
        wanted: str | None = beginning
        while wanted is not None and time.monotonic() < end:
            term = self._next(wanted)
            if not term.startswith(beginning):
                return
            rows = _rows(word, term, most)
            if len(rows) <= len(term):
                wanted = _leap(term[: len(rows)], rows, letters, most)
                continue
            if 0 < rows[-1][-1] <= most:
                yield term, rows[-1][-1]
            wanted = f"{term}\x00"

    def _other_beginnings(self, word: str, end: float) -> Iterator[tuple[str, int]]:
        """The terms that differ at the first letter alone."""
        for spelling in (word[1:], word[1] + word[0] + word[2:]):
            if self._next(spelling) == spelling:
                yield spelling, 1
        letter: str | None = "0"
        for _ in range(_MOST_FIRST_LETTERS):
            first = self._next(letter)[:1] if letter and time.monotonic() < end else ""
            if not first:
                return
            for spelling in (first + word[1:], first + word):
                if first.isalpha() and first != word[0] and self._next(spelling) == spelling:
                    yield spelling, 1
            letter = _after(first)

    def _next(self, term: str) -> str:
        """The first term that isn't before this one; empty behind the last."""
        return str(self._connection.value(_NEXT, (term,)) or "")


def _rows(word: str, term: str, most: int) -> list[_Row]:
    """A row of distances for each beginning of the term, up to the last that may lead anywhere."""
    rows = [list(range(len(word) + 1))]
    for place, letter in enumerate(term):
        last = rows[-1]
        row = [last[0] + 1]
        for at, other in enumerate(word):
            cost = min(row[at] + 1, last[at + 1] + 1, last[at] + (letter != other))
            if place and at and letter == word[at - 1] and term[place - 1] == other:
                cost = min(cost, rows[-2][at - 1] + 1)
            row.append(cost)
        if min(row) > most:
            return rows
        rows.append(row)
    return rows


def _leap(dead: str, rows: list[_Row], letters: list[str], most: int) -> str | None:
    """The first beginning after a dead one that may lead to a near word."""
    if min(rows[-1]) < most:
        following = _after(dead[-1])
    else:
        following = next((letter for letter in letters if letter > dead[-1]), None)
    if following is not None:
        return dead[:-1] + following
    above = dead[:-1]
    while above:
        following = _after(above[-1])
        if following is not None:
            return above[:-1] + following
        above = above[:-1]
    return None


def _after(letter: str) -> str | None:
    """The next letter that UTF-8 can hold."""
    number = ord(letter) + 1
    if 0xD800 <= number <= 0xDFFF:
        number = 0xE000
    return chr(number) if number <= 0x10FFFF else None

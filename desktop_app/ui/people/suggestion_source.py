"""Where the queue of “Same person?” gets its pairs from and brings its answers to. No Qt here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop_app.core.article import Person, PersonMention
from desktop_app.services.library import Library

_MOST_ARTICLES, _MOST_SENTENCES = 8, 12


@dataclass(frozen=True, slots=True)
class Pair:
    """Two persons who may be one; ``why`` says what speaks for it, in a few words.

    ``id`` is the suggestion's in the archive.
    """

    id: int
    one: Person
    other: Person
    why: str = ""


@dataclass(frozen=True, slots=True)
class PairSentences:
    """Where both are named, a few sentences each."""

    pair: Pair
    one: Sequence[PersonMention]
    other: Sequence[PersonMention]


class SuggestionSource(Protocol):
    """What the queue asks for; every call may block and is made off the window's thread."""

    def count(self) -> int:
        """How many pairs wait for an answer."""

    def pairs(self, most: int) -> list[Pair]:
        """The first pairs, most certain first."""

    def sentences(self, pair: Pair) -> PairSentences:
        """A few sentences that name each of the two."""

    def yes(self, pair: Pair) -> None:
        """They are one person."""

    def no(self, pair: Pair) -> None:
        """They are two persons, for good."""

    def later(self, pair: Pair) -> None:
        """Ask again another time."""

    def yes_to_all(self, pair: Pair) -> int:
        """Yes to every pair with a spelling as this one's; gives how many."""

    def undo(self) -> None:
        """Take the last answer back."""


class ArchiveSuggestions:
    """The suggestions of an open archive."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def count(self) -> int:
        """How many pairs wait for an answer."""
        return self._library.people.count_suggestions()

    def pairs(self, most: int) -> list[Pair]:
        """The first pairs; those put off come last."""
        found = self._library.people.suggestions(limit=most)
        return [Pair(each.id, each.person, each.other, each.reason) for each in found]

    def sentences(self, pair: Pair) -> PairSentences:
        """A few sentences that name each of the two."""
        one, other = (
            self._library.people.mentions(person.id, _MOST_ARTICLES)[:_MOST_SENTENCES]
            for person in (pair.one, pair.other)
        )
        return PairSentences(pair, one, other)

    def yes(self, pair: Pair) -> None:
        """They are one person."""
        self._library.people.accept_suggestion(pair.id)

    def no(self, pair: Pair) -> None:
        """They are two persons, for good."""
        self._library.people.refuse_suggestion(pair.id)

    def later(self, pair: Pair) -> None:
        """Ask again after the others."""
        self._library.people.postpone_suggestion(pair.id)

    def yes_to_all(self, pair: Pair) -> int:
        """Yes to every pair with the second one's spelling; gives how many."""
        before = self.count()
        self._library.people.accept_spelling(pair.id)
        return before - self.count()

    def undo(self) -> None:
        """Take the last answer back."""
        self._library.undo()

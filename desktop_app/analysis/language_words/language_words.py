"""What the closed lists of one language are called."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.analysis.name_words import words


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """The words of one language, in lower case; what they tell is `cased_names`' business.

    ``stops`` are function words and others that begin sentences, ``offices`` what a person is or is
    addressed by and stands before the name; behind ``courtesy``, some of these, one word is a name.
    ``addressed_behind`` stand behind a given name (Turkish “Bey”). ``speech`` are verbs that people
    are the subject of. ``things`` make what they stand in an organisation, place or work; ``named``
    are those whose name may be a person's: streets, schools, prizes. ``nouns`` and words with
    ``noun_endings`` have a capital and are no names. ``particles`` stand within family names;
    ``late_particles`` of these only behind another, ``prepositions`` only behind a given name.
    ``conjunctions`` join two names. ``elisions`` are written together with the next word;
    ``clitic_marks`` part a name from an ending that is none of it. ``articles`` and numbers never
    stand before a person's full name.
    """

    language: str
    stops: frozenset[str]
    offices: frozenset[str]
    courtesy: frozenset[str]
    speech: frozenset[str]
    things: frozenset[str]
    named: frozenset[str]
    nouns: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    late_particles: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    addressed_behind: frozenset[str] = frozenset()
    office_endings: tuple[str, ...] = ()
    thing_endings: tuple[str, ...] = ()
    noun_endings: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    clitic_marks: str = ""
    capital_nouns: bool = False
    """Whether every noun has a capital, so that it tells nothing."""
    capitals_tell: bool = False
    """Whether two words with capitals within a sentence are nearly always a name: only the first
    word of an organisation has one, or things are told by their last word."""


__all__ = ["LanguageWords", "words"]

"""What the lists of a language tell of a single word, in any of its cases."""

from __future__ import annotations

from functools import lru_cache

from desktop_app.analysis.language_words.registry import words_of
from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.name_words import THINGS
from desktop_app.core.name_cases import nominatives, readings

_GERMAN_ENDINGS = ("s", "n", "en", "es")


@lru_cache(maxsize=20_000)
def is_listed(word: str, language: str, listed: str) -> bool:
    """Whether a word in lower case is in a list of the language, in any of its cases."""
    of_language = words_of(language)
    entries: frozenset[str] = getattr(of_language, listed)
    if word in entries:
        return True
    if language == "de" and listed == "offices":
        return any(
            word.endswith(ending) and word.removesuffix(ending) in entries
            for ending in _GERMAN_ENDINGS
        )
    return not entries.isdisjoint(nominatives(word, language))


@lru_cache(maxsize=20_000)
def is_office(word: str, language: str) -> bool:
    """Whether a word in lower case tells an office, a profession, a relation or a courtesy."""
    if is_listed(word, language, "offices"):
        return True
    of_language = words_of(language)
    endings = of_language.office_endings if of_language else ()
    forms = [word, *(word.removesuffix(each) for each in _GERMAN_ENDINGS if language == "de")]
    if not kinds_of(word) & Kind.GIVEN and any(form.endswith(endings) for form in forms if endings):
        return True
    head, dash, tail = word.rpartition("-")
    return bool(dash and head) and is_office(tail, language)


@lru_cache(maxsize=20_000)
def is_thing(word: str, language: str) -> bool:
    """Whether a word in lower case makes its neighbours an organisation, a place or a work."""
    of_language = words_of(language)
    if of_language is None:
        return False
    if is_listed(word, language, "things") or is_listed(word, language, "named"):
        return True
    if word in THINGS and not kinds_of(word) & Kind.FAMILY:
        return True
    endings = () if kinds_of(word) & Kind.NAME else of_language.thing_endings
    return bool(endings) and word.endswith(endings)


@lru_cache(maxsize=20_000)
def is_noun(word: str, language: str) -> bool:
    """Whether a word in lower case is a common noun, a people or a place of the lists."""
    of_language = words_of(language)
    if of_language is None:
        return False
    if is_listed(word, language, "nouns"):
        return True
    endings = of_language.noun_endings
    return bool(endings) and len(word) > 5 and word.endswith(endings)


@lru_cache(maxsize=20_000)
def given_name_of(word: str, language: str) -> str | None:
    """The given name in the nominative that a word may be, the word itself before others."""
    for reading in readings(word, language):
        form = reading.nominative
        head, _, tail = form.partition("-")
        parts = (form, head) if tail[:1].isupper() else (form,)
        if any(kinds_of(part) & Kind.GIVEN for part in parts):
            return form
    return None

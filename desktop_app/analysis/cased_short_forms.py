"""The single words by which a text's full names are shortened, in all their cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop_app.analysis.cased_readings import Name
from desktop_app.analysis.language_words.language_words import LanguageWords
from desktop_app.analysis.name_tokens import Token
from desktop_app.core.folding import fold
from desktop_app.core.name_cases import nominatives

_SHORTEST_GIVEN, _SHORTEST_FAMILY = 3, 2


class ShortForms:
    """The given and family names of a text's persons, to be found again in it."""

    def __init__(self, names: Sequence[Name], words: LanguageWords) -> None:
        self._words = words
        self._family: dict[str, tuple[str, Name]] = {}
        self._given: dict[str, str] = {}
        for name in names:
            self._given.setdefault(fold(name[0]), name[0])
            for at, word in enumerate(name[1:], 1):
                particle = at + 1 < len(name) and word.lower() in words.particles
                if word[0].isupper() and len(word) >= _SHORTEST_FAMILY and not particle:
                    self._family.setdefault(fold(word), (word, self._particles(name, at)))

    def _particles(self, name: Name, at: int) -> Name:
        """The particles that stand before a family name, in lower case."""
        begin = at
        while begin > 1 and name[begin - 1].lower() in self._words.particles:
            begin -= 1
        return tuple(word.lower() for word in name[begin:at])

    def at(self, tokens: Sequence[Token], place: int) -> tuple[str, int] | None:
        """The nominative that the word at a place stands for, and how many particles precede it."""
        for form in self._forms(tokens[place].text):
            if form in self._family:
                word, particles = self._family[form]
                length = len(particles)
                before = tuple(token.lower for token in tokens[max(0, place - length) : place])
                if not length or before != particles:
                    return word, 0
                return " ".join((*particles, word)), length
            if form in self._given and len(form) >= _SHORTEST_GIVEN:
                return self._given[form], 0
        return None

    def _forms(self, word: str) -> Iterator[str]:
        yield fold(word)
        if self._words.language == "de":
            yield fold(word.removesuffix("s").rstrip("’'"))
        yield from (fold(each) for each in nominatives(word, self._words.language))

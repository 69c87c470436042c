"""Persons in Arabic, Persian, Hebrew and Hindi text, whose scripts have no capitals.

A name is taken where an office, a profession or a courtesy form leads to it, or where a given name
and another known name stand side by side; what is unknown is left. A person's last name alone is
one more mention of the person. Prefixes that are written together with a name belong to no mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.name_resolution import PersonMention
from desktop_app.analysis.sentences import Sentence
from desktop_app.analysis.uncased_words import (
    AGENTS,
    ARABIC,
    ARABIC_NUMBERS,
    CASE_MARKERS,
    DEVANAGARI,
    HEBREW,
    INITIALS,
    THINGS_BEHIND,
    UncasedScript,
)
from desktop_app.core.article import Mention

_SCRIPTS = (ARABIC, HEBREW, DEVANAGARI)
_ANY = {script.letters: re.compile(f"[{script.letters}]") for script in _SCRIPTS}
_LONGEST_NAME = 5
_LONGEST_OFFICE = 7
_SHORTEST_ALONE = 3
_LONGEST_THING = 20
_GIVEN = Kind.GIVEN | Kind.FAMILY
#: What may stand between an office and the name of who holds it.
_COMMAS = (" ", "، ", ", ")


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    gap: str


def uncased_mentions(text: str, sentences: Sequence[Sentence]) -> list[PersonMention]:
    """The mentions of persons in all scripts without capitals whose words are spaced."""
    found: list[PersonMention] = []
    for script in _SCRIPTS:
        if _ANY[script.letters].search(text):
            found += _mentions(script, text, sentences)
    return found


def _mentions(
    script: UncasedScript, text: str, sentences: Sequence[Sentence]
) -> list[PersonMention]:
    spans: dict[int, int] = {}
    for sentence in sentences:
        for start, end in _Reader(script, _words(script, sentence)).names():
            spans.setdefault(start, end)
    names = {text[start:end] for start, end in spans.items()}
    told = [PersonMention(_mention(start, end, text, sentences)) for start, end in spans.items()]
    return told + list(_again(script, text, sentences, names, spans))


def _words(script: UncasedScript, sentence: Sentence) -> list[_Word]:
    found, behind = [], 0
    for match in script.word.finditer(sentence.text):
        start, end = match.span()
        gap = sentence.text[behind:start]
        found.append(_Word(sentence.start + start, sentence.start + end, match[0], gap))
        behind = end
    return found


class _Reader:
    """Reads one sentence's words from left to right."""

    def __init__(self, script: UncasedScript, words: list[_Word]) -> None:
        self._script = script
        self._words = words

    def names(self) -> Iterator[tuple[int, int]]:
        """The places of the names of persons, in order."""
        place = 0
        while place < len(self._words):
            led = self._is_office(place)
            first = self._behind_office(place) if led else place
            last, start = self._read(first, led=led)
            if last > first and self._is_person(place, first, last, led=led):
                yield start, self._words[last - 1].end
                place = last
            else:
                place = max(place + 1, last if self._names_a_thing(place) else first)

    def _forms(self, word: str) -> Iterator[str]:
        """The word, and what it is without what is written together with it."""
        yield word
        bare = word[1:] if word[:1] in self._script.prefixes and len(word) > 3 else word
        yield bare
        for each in {word, bare}:
            for article in self._script.articles:
                if each.startswith(article) and len(each) > len(article) + 1:
                    yield each.removeprefix(article)

    def _is(self, place: int, listed: frozenset[str]) -> bool:
        return any(form in listed for form in self._forms(self._words[place].text))

    def _is_office(self, place: int) -> bool:
        return self._is(place, self._script.offices) and not self._is_named_so(place)

    def _is_named_so(self, place: int) -> bool:
        """Whether a word of office is a given name here: “Samrat Chaudhary”."""
        text, behind = self._words[place].text, self._words[place + 1 : place + 2]
        both = text in self._script.given and behind and behind[0].gap == " "
        return bool(both and behind[0].text in self._script.family - self._script.plain)

    def _behind_office(self, place: int) -> int:
        """The index behind an office and what says whose it is: “foreign minister of Russia”."""
        end = place + 1
        while end < min(len(self._words), place + _LONGEST_OFFICE):
            if self._words[end].gap not in (" ", ". ") or not self._qualifies(end):
                break
            end += 1
        return end

    def _qualifies(self, place: int) -> bool:
        word = self._words[place].text
        if self._is_office(place) or self._is(place, self._script.qualifiers):
            return True
        kinds = kinds_of(word)
        if kinds & Kind.PLACE and kinds & Kind.LARGE:
            return True
        if self._script is not ARABIC or not word.startswith("ال"):
            return False
        # No Arabic name begins with the article, but “President al-Sisi” may be all there is.
        return not kinds & Kind.NAME or self._leads_on(place + 1)

    def _leads_on(self, place: int) -> bool:
        """Whether a name goes on here, so that the word before it was no part of one."""
        if place >= len(self._words) or self._words[place].gap != " ":
            return False
        text = self._words[place].text
        return self._known(text) and self._may_be_name(place, text)

    def _read(self, first: int, *, led: bool) -> tuple[int, int]:
        """The index behind the longest name that may begin at first, and where its text begins."""
        words, place, parts, unknown = self._words, first, 0, 0
        start = words[first].start if first < len(words) else 0
        while place < len(words) and place - first < _LONGEST_NAME and self._goes_on(place, first):
            if self._binds(place, first):
                place, parts = place + 2, parts + 1
                continue
            text = words[place].text
            if self._is_initial(place):
                place, parts = place + 1, parts + 1
                continue
            if place == first and not self._known(text):
                text = self._without_prefix(text)
                start = words[place].end - len(text)
            if led and parts and text in ARABIC_NUMBERS:
                place += 1
                break
            if not self._may_be_name(place, text):
                break
            if not self._known(text):
                unknown += 1
                if unknown > 1 or parts > 1 or not (led or parts):
                    break
            place, parts = place + 1, parts + 1
        if led and self._script is DEVANAGARI:
            place = self._closed_by_case(first) or place
        return place, start

    def _is_initial(self, place: int) -> bool:
        """Whether the word is one or two initials with a known family name behind them."""
        behind = self._words[place + 1 : place + 2]
        if self._script is not DEVANAGARI or not behind or behind[0].gap.strip(" ."):
            return False
        text = self._words[place].text
        initials = text in INITIALS or any(
            text.startswith(one) and text.removeprefix(one) in INITIALS for one in INITIALS
        )
        return initials and (self._known(behind[0].text) or behind[0].text in INITIALS)

    def _goes_on(self, place: int, first: int) -> bool:
        gap = self._words[place].gap
        return gap == " " if place > first else gap.strip(" .") in ("", "،", ",")

    def _binds(self, place: int, first: int) -> bool:
        """Whether the word binds the one behind it into the name: Abd, bin."""
        words = self._words
        text = words[place].text
        binding = text in self._script.openers or (place > first and text in self._script.joiners)
        return binding and place + 1 < len(words) and words[place + 1].gap == " "

    def _closed_by_case(self, first: int) -> int | None:
        """The index behind two or three words that an office leads and a case marker closes."""
        for last in range(first, min(len(self._words), first + 4)):
            text = self._words[last].text
            if last > first and text in CASE_MARKERS and self._words[last].gap == " ":
                return last if last - first > 1 else None
            if not self._goes_on(last, first) or not self._may_be_name(last, text):
                return None
            if last == first + 1 and self._words[first].text in INITIALS:
                return last + 1
        return None

    def _without_prefix(self, word: str) -> str:
        bare = word[1:]
        prefixed = len(word) > 3 and word[0] in self._script.prefixes
        return bare if prefixed and kinds_of(bare) & _GIVEN else word

    def _may_be_name(self, place: int, text: str) -> bool:
        if len(text) < 2 and self._script is not DEVANAGARI:
            return False
        listed = self._script.stops | self._script.speech | THINGS_BEHIND
        if self._is_office(place) or text in listed:
            return False
        kinds = kinds_of(text)
        if kinds & Kind.PLACE and kinds & Kind.LARGE:
            return False
        listed = self._script.stops | self._script.speech | self._script.named
        if self._known(text):
            return True
        return not self._is(place, listed)

    def _known(self, text: str) -> bool:
        if text in self._script.openers:
            return True
        if text in self._script.stops:
            return False
        listed = text in self._script.given or text in self._script.family
        return listed or bool(kinds_of(text) & Kind.NAME)

    def _is_person(self, place: int, first: int, last: int, *, led: bool) -> bool:
        words, script = self._words, self._script
        if self._names_a_thing(place) or self._is_thing_behind(last):
            return False
        if last - first == 1:
            return led and self._single(place, first)
        if led:
            known = self._known(words[first].text) or self._known(words[first + 1].text)
            return known or script is DEVANAGARI
        opener = words[first].text in script.openers
        if self._script.family and words[last - 1].text in self._script.family - self._script.plain:
            return all(
                self._known(word.text) or self._is_initial(at)
                for at, word in enumerate(words[first:last], first)
            )
        given = self._is_given(words[first].text)
        follows = last < len(words) and self._follows(last)
        known = all(self._known(word.text) for word in words[first + 1 : last])
        if given or opener:
            return known or follows
        return known and follows and self._known(words[first].text)

    def _is_given(self, text: str) -> bool:
        if text in self._script.given:
            return text not in self._script.plain
        return any(kinds_of(form) & Kind.GIVEN for form in self._forms(text))

    def _single(self, place: int, first: int) -> bool:
        courtesy = self._is(place, self._script.courtesy)
        return courtesy and bool(kinds_of(self._words[first].text) & Kind.NAME)

    def _follows(self, last: int) -> bool:
        """Whether an office in apposition or a verb of speech stands behind."""
        if self._words[last].gap in _COMMAS and self._is_office(last):
            return True
        return self._is(last, self._script.speech) or self._words[last].text in AGENTS

    def _names_a_thing(self, place: int) -> bool:
        """Whether what comes is called after somebody: “King Faisal Street”."""
        if not place or self._words[place].gap != " ":
            return False
        return self._is(place - 1, self._script.named)

    def _is_thing_behind(self, last: int) -> bool:
        words = self._words
        return last < len(words) and words[last].text in THINGS_BEHIND


def _mention(start: int, end: int, text: str, sentences: Sequence[Sentence]) -> Mention:
    around = next((each.text for each in sentences if each.start <= start < each.end), text)
    return Mention(start, end, text[start:end], None, around)


def _again(
    script: UncasedScript,
    text: str,
    sentences: Sequence[Sentence],
    names: set[str],
    spans: dict[int, int],
) -> Iterator[PersonMention]:
    """Further places where a person stands in full, or by the last name that only they have."""
    forms = {name: name for name in names}
    lasts = [(_last_name(script, name), name) for name in names if " " in name]
    for last, name in lasts:
        alone = len(last) >= _SHORTEST_ALONE and last not in script.stops
        if alone and sum(last == other for other, _ in lasts) == 1:
            forms.setdefault(last, name)
    for name in names:
        first = name.split()[0]
        alone = first in script.given - script.plain and " " in name
        if alone and sum(each.split()[0] == first for each in names) == 1:
            forms.setdefault(first, name)
    if not forms:
        return
    longest_first = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    letters = script.letters
    prefix = f"(?:[{script.prefixes}]{{1,2}})?" if script.prefixes else ""
    pattern = re.compile(f"(?<![{letters}]){prefix}(?P<name>{longest_first})(?![{letters}])")
    for match in pattern.finditer(text):
        start, end = match.span("name")
        if any(first < end and start < last for first, last in spans.items()):
            continue
        behind = text[end : end + _LONGEST_THING].split()
        if behind and text[end] == " " and behind[0] in THINGS_BEHIND:
            continue
        mention = _mention(start, end, text, sentences)
        yield PersonMention(mention, base=forms[match["name"]])


def _last_name(script: UncasedScript, name: str) -> str:
    """The last word, with the particle that opens it: “Abu Zayd”, “Ben-Ari”."""
    words = name.split()
    opened = len(words) > 2 and words[-2] in script.openers
    return " ".join(words[-2:]) if opened else words[-1]

"""Where a name may stand in a text of a language whose words are listed: segments of capitals.

Offices, function words and things cut the runs of capitalised words; which segment is a person is
for `cased_names` to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from desktop_app.analysis.language_words.language_words import LanguageWords
from desktop_app.analysis.language_words.registry import words_of
from desktop_app.analysis.name_cases import nominatives, readings
from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.name_tokens import Token, tokens_of

_LONGEST_OFFICE = 7
_LONGEST_NAME = 6
_SPACES = frozenset((" ", "\u00a0", "\n"))
_GERMAN_ENDINGS = ("s", "n", "en", "es")


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a sentence that may be a name: ``tokens[first:last]``.

    ``office`` is where the words that tell an office before it begin, if there are any; ``direct``
    says whether nothing stands between it and the name, ``courteous`` whether it is a form of
    address behind which one word is a name. ``behind_thing`` says that a thing stands before it.
    """

    tokens: list[Token]
    first: int
    last: int
    office: int | None = None
    direct: bool = False
    courteous: bool = False
    behind_thing: bool = False

    @property
    def words(self) -> list[Token]:
        """The words of the segment."""
        return self.tokens[self.first : self.last]


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
    if any(form.endswith(endings) for form in forms if endings):
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
    return bool(of_language.thing_endings) and word.endswith(of_language.thing_endings)


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


def language_tokens(sentence: str, offset: int, words: LanguageWords) -> list[Token]:
    """The words of a sentence, elided articles and bound endings parted from them."""
    tokens = tokens_of(sentence, offset)
    if not words.elisions and not words.clitic_marks:
        return tokens
    parted = [
        token if _ends_name(tokens, at) else _parted(token, words)
        for at, token in enumerate(tokens)
    ]
    return [
        token if token.start == old.start and (not at or parted[at - 1].end == tokens[at - 1].end)
        else replace(token, gap=_gap(sentence, offset, parted, at))
        for at, (token, old) in enumerate(zip(parted, tokens, strict=True))
    ]  # fmt: skip


def _ends_name(tokens: list[Token], place: int) -> bool:
    """Whether an elided particle goes on with a name: “Valéry Giscard d’Estaing”."""
    if not place or tokens[place].gap != " " or tokens[place].lower[:2] not in ("d’", "d'"):
        return False
    before = tokens[max(0, place - 2) : place]
    return before[-1].capital and any(token.capital and _is_given(token) for token in before)


def _gap(sentence: str, offset: int, tokens: Sequence[Token], at: int) -> str:
    before = tokens[at - 1].end - offset if at else 0
    return sentence[before : tokens[at].start - offset]


def _parted(token: Token, words: LanguageWords) -> Token:
    text = token.text
    if words.clitic_marks:
        bare = re.split(f"[{words.clitic_marks}]", text, maxsplit=1)[0]
        if bare and bare != text and token.capital:
            end = token.start + len(bare)
            return replace(token, text=bare, lower=bare.lower(), end=end, initial=len(bare) == 1)
        return token
    mark = next((at for at, letter in enumerate(text) if letter in "’'"), 0)
    head, rest = text[:mark], text[mark + 1 :]
    if not mark or head.lower() not in words.elisions or not rest or not rest[0].isupper():
        return token
    if head[0].isupper() and (not token.opens or head in ("D", "Sant")):
        return token
    start = token.end - len(rest)
    return replace(
        token, start=start, text=rest, lower=rest.lower(), capital=True, initial=len(rest) == 1
    )


def segments(tokens: list[Token], words: LanguageWords, plain: frozenset[str]) -> Iterator[Segment]:
    """The segments of one sentence, in order; plain are the text's words in lower case."""
    place = 0
    while place < len(tokens):
        if not tokens[place].capital:
            place += 1
            continue
        end = _run_end(tokens, place, words)
        yield from _pieces(tokens, place, end, words, plain)
        place = end


def _run_end(tokens: list[Token], first: int, words: LanguageWords) -> int:
    place = first + 1
    while place < len(tokens):
        step = _joined(tokens, place, words)
        if not step:
            break
        place += step
    return place


def _joined(tokens: list[Token], place: int, words: LanguageWords) -> int:
    """How many words from place on go on with the run before it."""
    token, before = tokens[place], tokens[place - 1]
    if token.capital:
        stopped = before.initial or is_office(before.lower, words.language)
        if token.gap in _SPACES or (stopped and token.gap in (". ", ".", ".\u00a0")):
            return 1
        return 0
    for length in range(1, 4):
        at = place + length
        if tokens[at - 1].gap not in _SPACES or tokens[at - 1].lower not in words.particles:
            return 0
        if at >= len(tokens) or tokens[at].gap not in _SPACES:
            return 0
        if tokens[at].capital:
            return length + 1 if _binds(tokens, place, words) else 0
    return 0


def _binds(tokens: list[Token], place: int, words: LanguageWords) -> bool:
    """Whether a particle is part of a name and no preposition: “Ilse Hartmann vom Institut”."""
    if tokens[place].lower not in words.prepositions:
        return True
    before = tokens[place - 1]
    if not _is_given(before):
        return False
    full = place > 1 and before.gap == " " and tokens[place - 2].capital
    return not (full and kinds_of(before.text) & Kind.FAMILY and _is_given(tokens[place - 2]))


def _pieces(
    tokens: list[Token], begin: int, end: int, words: LanguageWords, plain: frozenset[str]
) -> Iterator[Segment]:
    """The segments of one run, cut at what is never part of a name."""
    language, first, behind_thing, dropped = words.language, begin, False, False
    for place in range(begin, end):
        token = tokens[place]
        last = place + 1 == end
        if not token.capital:
            continue
        office = is_office(token.lower, language) and not _is_family_name(
            tokens, first, place, last
        )
        thing = not office and is_thing(token.lower, language)
        if thing and last and place > first and _is_family_too(tokens[first:place], token, words):
            thing = False
        if not (office or thing or _cuts(token, place == first, words, plain)):
            continue
        if not thing and not dropped and first < place:
            yield from _segment(tokens, first, place, words, behind_thing)
        dropped = thing and is_listed(token.lower, language, "named") and not office
        behind_thing = thing
        first = place + 1
    if first < end and not dropped:
        yield from _segment(tokens, first, end, words, behind_thing)


def _is_family_name(tokens: list[Token], first: int, place: int, last: bool) -> bool:
    """Whether a word of office is a family name here: “Gerhard Richter”."""
    return last and place > first and _is_given(tokens[first]) and not tokens[place].opens


def _is_family_too(before: list[Token], token: Token, words: LanguageWords) -> bool:
    """Whether a thing is a family name behind the given name: “Rosa Parks”, “de La Tour”."""
    if before[0].lower in words.stops or not _is_given(before[0]):
        return False
    if len(before) > 1:
        return all(each.lower in words.particles for each in before[1:])
    named = is_listed(token.lower, words.language, "named")
    return not named and bool(kinds_of(token.text) & Kind.FAMILY)


def _is_given(token: Token) -> bool:
    return token.initial or bool(kinds_of(token.text) & Kind.GIVEN)


def _cuts(token: Token, first: bool, words: LanguageWords, plain: frozenset[str]) -> bool:
    if token.all_capitals and token.text.strip("IVX") and len(token.text) < 6:
        return True
    if token.lower in words.stops:
        return token.opens or (first and (token.lower in plain or words.capital_nouns))
    return False


def _segment(
    tokens: list[Token], first: int, last: int, words: LanguageWords, behind_thing: bool
) -> Iterator[Segment]:
    while first < last and not tokens[first].capital:
        first += 1
    while last > first and not tokens[last - 1].capital:
        last -= 1
    first = _trimmed(tokens, first, last, words)
    while last - first > 2 and _is_behind_name(tokens[first], tokens[last - 1], words):
        last -= 1
        while not tokens[last - 1].capital:
            last -= 1
    if first < last and last - first <= _LONGEST_NAME:
        yield _led(tokens, first, last, words, behind_thing)


def _trimmed(tokens: list[Token], first: int, last: int, words: LanguageWords) -> int:
    """Where the segment begins without peoples, places and nouns before a name."""
    while last - first > 1:
        token, behind = tokens[first], tokens[first + 1]
        noun = is_noun(token.lower, words.language) and not token.initial
        if noun and last - first == 2 and kinds_of(token.text) & Kind.GIVEN:
            break
        if not noun and (last - first < 3 or _may_be_given(token, words.language)):
            break
        if not noun and not (behind.capital and _may_be_given(behind, words.language)):
            break
        first += 1
        while first < last - 1 and not tokens[first].capital:
            first += 1
    return first


def _is_behind_name(first: Token, token: Token, words: LanguageWords) -> bool:
    """Whether the last word is none of the full name that stands before it."""
    kinds = kinds_of(token.text)
    placed = kinds & Kind.PLACE and not kinds & Kind.FAMILY
    noun = is_noun(token.lower, words.language) and not kinds & Kind.FAMILY
    return bool(placed or noun) and _is_given(first)


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


def _may_be_given(token: Token, language: str) -> bool:
    if token.initial:
        return True
    return given_name_of(token.text, language) is not None


def _led(
    tokens: list[Token], first: int, last: int, words: LanguageWords, behind_thing: bool
) -> Segment:
    """The segment with the office that stands before it, across “of the Interior” and a comma."""
    language, place, steps = words.language, first - 1, 0
    office, direct = None, False
    while place >= 0 and steps < _LONGEST_OFFICE:
        gap = tokens[place + 1].gap
        stopped = gap.strip() == "." and len(tokens[place].text) < 5
        comma = place + 1 == first and gap.strip() == ","
        elided = bool(words.elisions) and gap.rstrip().endswith(("’", "'"))
        if gap.strip() and not (stopped or comma or elided or gap.strip() in ("“", "«")):
            break
        if tokens[place].lower in words.speech and office is None:
            break
        if is_office(tokens[place].lower, language):
            direct = direct or (place + 1 == first and not comma)
            office = place
        elif office is not None:
            break
        place, steps = place - 1, steps + 1
    courteous = direct and first > 0 and is_listed(tokens[first - 1].lower, language, "courtesy")
    return Segment(tokens, first, last, office, direct, courteous, behind_thing)

"""Where a name may stand in a text of a language whose words are listed: segments of capitals.

Offices, function words and things cut the runs of capitalised words; which segment is a person is
for `cased_names` to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.analysis.cased_tokens import is_given
from desktop_app.analysis.language_words.language_words import LanguageWords
from desktop_app.analysis.listed_words import (
    given_name_of,
    is_listed,
    is_noun,
    is_office,
    is_thing,
)
from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.name_tokens import Token

_LONGEST_OFFICE = 7
_LONGEST_NAME = 6
_SPACES = frozenset((" ", "\u00a0", "\n"))


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
        gap = tokens[at - 1].gap
        initial = before.initial and not (words.capital_nouns and before.text in "IVX")
        spaced = gap in _SPACES or (length == 1 and initial and gap == ". ")
        if not spaced or tokens[at - 1].lower not in words.particles:
            return 0
        if at >= len(tokens) or tokens[at].gap not in _SPACES:
            return 0
        if tokens[at].capital:
            return length + 1 if _binds(tokens, place, words) else 0
    return 0


def _binds(tokens: list[Token], place: int, words: LanguageWords) -> bool:
    """Whether a particle is part of a name and no preposition: “Ilse Hartmann vom Institut”."""
    if tokens[place].lower in words.late_particles:
        return tokens[place - 1].lower in words.particles
    if tokens[place].lower not in words.prepositions:
        return True
    before = tokens[place - 1]
    lone = place < 2 or before.gap != " " or is_office(tokens[place - 2].lower, words.language)
    first = tokens[place - 2]
    behind_given = not lone and first.capital and bool(kinds_of(first.text) & Kind.NAME)
    if not is_given(before):
        told = words.capitals_tell and not before.opens and not behind_given
        return told and not _is_any_place(tokens, place)
    return not (behind_given and kinds_of(before.text) & Kind.FAMILY)


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
        initial = token.initial and place > first
        office = is_office(token.lower, language) and not initial
        office = office and not _is_family_name(tokens, first, place, last)
        office = office and not _is_addressed(tokens, place, words)
        thing = not office and (is_thing(token.lower, language) or _is_in_place(tokens, place))
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


def _is_addressed(tokens: list[Token], place: int, words: LanguageWords) -> bool:
    """Whether a word of office is a family name behind a form of address: “Mevrouw Bakker”."""
    if not place or not kinds_of(tokens[place].text) & Kind.FAMILY:
        return False
    return is_listed(tokens[place - 1].lower, words.language, "courtesy")


def _is_in_place(tokens: list[Token], place: int) -> bool:
    """Whether the word and the one beside it are a place's name: “New York”, “Long Island”."""
    for first in (place - 1, place):
        if first < 0 or first + 1 >= len(tokens) or tokens[first + 1].gap != " ":
            continue
        one, two = tokens[first], tokens[first + 1]
        if one.capital and two.capital and kinds_of(f"{one.text} {two.text}") & Kind.PLACE:
            return True
    return False


def _is_family_name(tokens: list[Token], first: int, place: int, last: bool) -> bool:
    """Whether a word of office is a family name here: “Gerhard Richter”."""
    return last and place > first and is_given(tokens[first]) and not tokens[place].opens


def _is_family_too(before: list[Token], token: Token, words: LanguageWords) -> bool:
    """Whether a thing is a family name behind the given name: “Rosa Parks”, “de La Tour”."""
    if before[0].lower in words.stops or not is_given(before[0]):
        return False
    if len(before) > 1:
        return all(each.lower in words.particles for each in before[1:])
    named = is_listed(token.lower, words.language, "named")
    return not named and bool(kinds_of(token.text) & Kind.FAMILY)


def _is_any_place(tokens: list[Token], place: int) -> bool:
    """Whether a place or a thing stands on either side of the particles from a place on."""
    after = place
    while after < len(tokens) - 1 and not tokens[after].capital:
        after += 1
    sides = (tokens[place - 1], tokens[after])
    return any(kinds_of(side.text) & (Kind.PLACE | Kind.WORD) for side in sides)


def _cuts(token: Token, first: bool, words: LanguageWords, plain: frozenset[str]) -> bool:
    if token.all_capitals and token.text.strip("IVX") and len(token.text) < 6:
        return True
    if token.initial and not token.stopped and not first:
        return token.text not in "IVX"
    if token.lower in words.particles and not token.opens and not words.capital_nouns:
        return False
    if token.lower in words.stops:
        article = words.capital_nouns and token.lower in words.articles
        begins = first and (token.lower in plain or words.capital_nouns)
        return token.opens or "." in token.gap or article or begins
    return False


def _segment(
    tokens: list[Token], first: int, last: int, words: LanguageWords, behind_thing: bool
) -> Iterator[Segment]:
    while first < last and not tokens[first].capital:
        first += 1
    while last > first and not tokens[last - 1].capital:
        last -= 1
    first = _trimmed(tokens, first, last, words)
    if last - first > 2 and _is_behind_name(tokens[first:last], words):
        last -= 1
        while not tokens[last - 1].capital:
            last -= 1
    if _are_two(tokens[first:last]):
        yield _led(tokens, first, first + 2, words, behind_thing)
        yield _led(tokens, first + 2, last, words, behind_thing)
    elif first < last and last - first <= _LONGEST_NAME:
        yield _led(tokens, first, last, words, behind_thing)


def _are_two(tokens: list[Token]) -> bool:
    """Whether two full names stand side by side: “Дочь Бориса Немцова Жанна Немцова”."""
    if len(tokens) != 4 or not all(token.capital for token in tokens):
        return False
    given = [kinds_of(token.text) & Kind.GIVEN for token in tokens[1:]]
    family = kinds_of(tokens[1].text) & Kind.FAMILY or not given[0]
    return bool(family and given[1] and tokens[3].text[:4] == tokens[1].text[:4])


def _trimmed(tokens: list[Token], first: int, last: int, words: LanguageWords) -> int:
    """Where the segment begins without peoples, places and nouns before a name."""
    while last - first > 1:
        token = tokens[first]
        noun = is_noun(token.lower, words.language) and not token.initial
        if noun and last - first == 2 and kinds_of(token.text) & Kind.GIVEN:
            break
        if not noun and not _is_opener(tokens[first:last]):
            if last - first < 3 or _may_be_given(token, words.language):
                break
            ahead = tokens[first + 1 : first + 2 if _is_any_name(token) else last - 1]
            if not any(_may_be_given(each, words.language) for each in ahead):
                break
        first += 1
        while first < last - 1 and not tokens[first].capital:
            first += 1
    return first


def _is_opener(words: Sequence[Token]) -> bool:
    """Whether the first word only begins the sentence and a name goes on behind it."""
    if len(words) < 3 or not words[0].opens or kinds_of(words[0].text):
        return False
    kinds = kinds_of(words[1].text)
    return bool(kinds & Kind.NAME and not kinds & Kind.FAMILY)


def _is_behind_name(words: Sequence[Token], listed: LanguageWords) -> bool:
    """Whether the last word is none of the full name that stands before it."""
    token, before = words[-1], words[-2]
    if not before.capital or not kinds_of(words[0].text) & Kind.NAME:
        return False
    kinds = kinds_of(token.text)
    told = kinds_of(before.text) & Kind.NAME or before.lower.endswith("s")
    if told and (listed.capital_nouns or listed.clitic_marks) and not _is_any_name(token):
        return True
    placed = kinds & Kind.PLACE and not kinds & (Kind.FAMILY | Kind.NAME)
    noun = is_noun(token.lower, listed.language) and not kinds & Kind.FAMILY
    return bool(placed or noun)


def _is_any_name(token: Token) -> bool:
    """Whether the name data has the word, its genitive or a part of it as a name."""
    text = token.text
    return any(kinds_of(part) & Kind.NAME for part in (text, text[:-1], *text.split("-")))


def _may_be_given(token: Token, language: str) -> bool:
    if token.initial:
        return token.stopped
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

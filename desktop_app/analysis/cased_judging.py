"""Which segments of capitals are persons, in the languages whose words are listed.

Judged by given names, offices and verbs of speech, and by what stands beside a place or thing.
"""

from __future__ import annotations

from collections.abc import Container

from desktop_app.analysis.cased_segments import Segment
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
from desktop_app.analysis.namesakes import FIRMS
from desktop_app.core.folding import fold
from desktop_app.core.name_cases import is_inflected, nominatives
from desktop_app.core.name_variants import EAST_ASIAN_FAMILIES

_ADJECTIVES = {
    "ru": ("ая", "яя", "ое", "ее", "ый", "ий", "ой", "ого", "его", "ому", "ему", "ым", "им", "ые"),
    "uk": ("а", "я", "е", "ий", "ій", "ого", "ої", "ому", "им", "ою", "у", "і"),
    "nl": ("e",),
    "tr": (),
}
_QUOTES = frozenset('"“”„«»')
_NAMED_GAPS = frozenset(("", ".", "d’", "d'"))


def is_person(segment: Segment, text: str, words: LanguageWords) -> bool:
    """Whether words of which several have a capital are a person's full name."""
    if _bears_a_thing(segment, text, words) or is_place(segment):
        return False
    if segment.office is None and _is_behind_article(segment, words):
        return False
    first = segment.words[0]
    listed = first.lower in words.stops
    if listed and first.lower in words.particles:
        return segment.direct and len(segment.words) > 2
    given = not listed and _opens_name(segment, words)
    if any(_spoils(token, segment, words, given) for token in segment.words[1:] if token.capital):
        return False
    barred = listed or first.initial or is_noun(first.lower, words.language)
    return given or (not barred and _is_told(segment, words))


def _opens_name(segment: Segment, words: LanguageWords) -> bool:
    """Whether the first word is a given name here, or an initial of one."""
    first, last = segment.words[0], segment.words[-1]
    if first.initial:
        before = segment.tokens[segment.first - 1] if segment.first else None
        abbreviated = before is not None and len(before.text) == 1 and not before.capital
        known = bool(kinds_of(last.text) & Kind.NAME) and len(last.text) > 1
        return first.stopped and known and not abbreviated and not segment.behind_thing
    given = given_name_of(first.text, words.language)
    if given is None:
        return False
    led = segment.office is not None or _is_beside_speech(segment, words)
    if is_noun(first.lower, words.language):
        return led
    kinds = kinds_of(given)
    behind = kinds_of(last.text)
    english = kinds & Kind.WORD and behind & Kind.WORD and not behind & Kind.COMMON
    foreign = kinds & Kind.WORD and not kinds & Kind.COMMON and not behind & Kind.FAMILY
    return led or len(segment.words) > 2 or not (english or foreign)


def _is_told(segment: Segment, words: LanguageWords) -> bool:
    """Whether what stands beside words that no given name opens tells a person."""
    capitals = [token for token in segment.words if token.capital]
    known = [_is_known(token, words.language) for token in capitals]
    if segment.office is not None:
        return known[0] or segment.direct or (known[-1] and len(segment.words) == 2)
    if segment.behind_thing:
        return False
    if _is_beside_speech(segment, words) and any(known):
        bare = words.capital_nouns or is_inflected(words.language)
        return not capitals[0].opens or known[0] or not bare
    if _is_only_a_name(capitals[0]) and not capitals[0].opens:
        return not words.capital_nouns and not any(map(is_plain, capitals))
    if words.capital_nouns:
        return fold(capitals[0].text) in EAST_ASIAN_FAMILIES and all(known)
    told = words.capitals_tell and not _is_adjective(capitals[0], words.language)
    return (told or all(known)) and not capitals[0].opens and not any(map(is_plain, capitals))


def _is_only_a_name(token: Token) -> bool:
    """Whether the name data has a word as a name and as nothing else, not even a family name."""
    return kinds_of(token.text) == Kind.NAME


def _is_adjective(token: Token, language: str) -> bool:
    """Whether a word looks like an adjective, as the first words of places and things are."""
    endings = _ADJECTIVES.get(language, ())
    return bool(endings) and token.lower.endswith(endings)


def is_repeated(segment: Segment, alone: Container[str], words: LanguageWords) -> bool:
    """Whether the last word alone is named elsewhere, as a family name is: ``alone``, folded."""
    if len(segment.words) != 2 or fold(segment.words[1].text) not in alone:
        return False
    bare = not is_inflected(words.language)  # “Решение Путина” is a noun and a genitive
    if bare and segment.words[0].opens and kinds_of(segment.words[1].text) & Kind.NAME:
        return not is_noun(segment.words[0].lower, words.language) and not _is_plain_too(segment)
    return not is_doubtful(segment, words) and not _is_behind_article(segment, words)


def _is_plain_too(segment: Segment) -> bool:
    return any(map(is_plain, segment.words))


def stands_free(segment: Segment, words: LanguageWords) -> bool:
    """Whether one word has neither article, number nor adjective before it."""
    token = segment.words[0]
    if is_plain(token) or is_noun(token.lower, words.language) or token.all_capitals:
        return False
    if token.lower in words.stops or _is_behind_article(segment, words):
        return False
    told = _is_beside_speech(segment, words) or segment.direct
    plain = words.capital_nouns or is_inflected(words.language)
    return told or bool(not plain and kinds_of(token.text) & Kind.NAME)


def is_doubtful(segment: Segment, words: LanguageWords) -> bool:
    """Whether words that “and” joins with a person's name may all the same be none."""
    capitals = [token for token in segment.words if token.capital]
    if segment.behind_thing or capitals[0].opens or is_place(segment):
        return True
    return any(
        is_plain(token) or is_noun(token.lower, words.language) or token.lower in words.stops
        for token in capitals
    )


def may_shorten(segment: Segment, text: str, words: LanguageWords) -> bool:
    """Whether one word of a person's full name stands for the person here."""
    token = segment.words[-1]
    if _bears_a_thing(segment, text, words) or (token.lower in words.stops and token.opens):
        return False
    if not segment.first:
        return True
    before = segment.tokens[segment.first - 1]
    joined = before.capital and segment.words[0].gap == " " and not before.all_capitals
    if not joined or before.opens or is_office(before.lower, words.language):
        return True
    return not given_name_of(before.text, words.language)


def is_titled(segment: Segment, text: str, words: LanguageWords) -> bool:
    """Whether a form of address, an office or speech tells that one word is a person's name."""
    token = segment.words[0]
    if _is_no_name(token, words) or _bears_a_thing(segment, text, words):
        return False
    if _is_addressed_behind(segment, words):
        return True
    kinds = kinds_of(token.text)
    if kinds & Kind.LARGE and kinds & Kind.PLACE:
        return False
    return segment.courteous or _is_told_alone(segment, words)


def _is_told_alone(segment: Segment, words: LanguageWords) -> bool:
    """Whether an office or a verb of speech beside one word, and the name data, tell a person."""
    token, kinds = segment.words[0], kinds_of(segment.words[0].text)
    if token.lower in FIRMS or (is_plain(token) and not (segment.direct and kinds & Kind.GIVEN)):
        return False
    if kinds & (Kind.GIVEN | Kind.FAMILY) and _is_beside_speech(segment, words):
        return not _is_behind_article(segment, words)
    return bool(kinds & Kind.NAME) and segment.direct and _agrees(segment, words)


def is_plain(token: Token) -> bool:
    """Whether the name data has the word as a plain word, a place or an organisation's."""
    return bool(kinds_of(token.text) & (Kind.WORD | Kind.PLACE | Kind.ORGANISATION))


def is_place(segment: Segment) -> bool:
    """Whether the words are the name of a place."""
    words = segment.words
    if kinds_of(" ".join(token.text for token in words)) & Kind.PLACE:
        return True
    behind = kinds_of(words[-1].text)
    large = bool(behind & Kind.LARGE and not behind & Kind.FAMILY)
    return large and len(words) > 1 and not words[-2].capital


def _is_no_name(token: Token, words: LanguageWords) -> bool:
    listed = token.lower in words.stops or token.all_capitals
    return listed or is_noun(token.lower, words.language) or is_thing(token.lower, words.language)


def _is_addressed_behind(segment: Segment, words: LanguageWords) -> bool:
    behind = segment.tokens[segment.last : segment.last + 1]
    addressed = words.addressed_behind
    return bool(behind and behind[0].gap == " " and behind[0].lower in addressed)


def _agrees(segment: Segment, words: LanguageWords) -> bool:
    """Whether the office is in the nominative, so that no genitive of a place follows it."""
    office = segment.tokens[segment.first - 1].lower
    return not is_inflected(words.language) or office in words.offices


def _is_known(token: Token, language: str) -> bool:
    if token.initial:
        return True
    return any(kinds_of(form) & Kind.NAME for form in nominatives(token.text, language))


def _spoils(token: Token, segment: Segment, words: LanguageWords, given: bool) -> bool:
    """Whether a word is none that a name goes on with."""
    if token.initial:
        return False
    kinds = kinds_of(token.text)
    led = segment.office is not None
    common = led or bool(kinds_of(segment.words[0].text) & Kind.COMMON)
    listed = words.capital_nouns and is_listed(token.lower, words.language, "nouns")
    if kinds & Kind.FAMILY and given and (common or not listed):
        return False
    if is_listed(token.lower, words.language, "nouns"):
        return True
    if not given and is_noun(token.lower, words.language):
        return True
    if kinds & Kind.WORD and not kinds & Kind.NAME and not led:
        return True
    return bool(kinds & Kind.PLACE and kinds & Kind.LARGE and not kinds & Kind.NAME)


def _bears_a_thing(segment: Segment, text: str, words: LanguageWords) -> bool:
    """Whether something is called so: “rue Victor Hugo”, “Atatürk Caddesi”, a work in quotes."""
    return (
        _is_behind_named(segment, words)
        or _is_before_thing(segment, words)
        or _is_quoted(segment, text)
    )


def _is_behind_named(segment: Segment, words: LanguageWords) -> bool:
    tokens, place = segment.tokens, segment.first - 1
    while place >= 0 and tokens[place].lower in words.particles:
        place -= 1
    if place < 0 or segment.direct or tokens[place + 1].gap.strip() not in _NAMED_GAPS:
        return False
    return is_listed(tokens[place].lower, words.language, "named")


def _is_before_thing(segment: Segment, words: LanguageWords) -> bool:
    behind = segment.tokens[segment.last : segment.last + 1]
    if not behind or behind[0].gap != " " or not behind[0].capital:
        return False
    return is_thing(behind[0].lower, words.language)


def _is_quoted(segment: Segment, text: str) -> bool:
    start, end = segment.words[0].start, segment.words[-1].end
    left, right = text[start - 1 : start], text[end : end + 1]
    return left in _QUOTES and right in _QUOTES if left and right else False


def _is_behind_article(segment: Segment, words: LanguageWords) -> bool:
    if not segment.first:
        return False
    before, gap = segment.tokens[segment.first - 1], segment.words[0].gap
    if gap[-2:] in ("l’", "l'"):
        return True
    relative = words.capital_nouns and "," in before.gap
    return gap == " " and not relative and (before.lower in words.articles or before.number)


def _is_beside_speech(segment: Segment, words: LanguageWords) -> bool:
    tokens, first, last = segment.tokens, segment.first, segment.last
    if last < len(tokens) and tokens[last].gap == " " and tokens[last].lower in words.speech:
        return True
    return bool(first and tokens[first - 1].lower in words.speech and tokens[first].gap == " ")

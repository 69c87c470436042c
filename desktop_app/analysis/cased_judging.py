"""Which segments of capitals are persons, in the languages whose words are listed.

Judged by given names, offices and verbs of speech, and by what stands beside a place or thing.
"""

from __future__ import annotations

from desktop_app.analysis.cased_segments import (
    Segment,
    given_name_of,
    is_listed,
    is_noun,
    is_office,
    is_thing,
)
from desktop_app.analysis.language_words.language_words import LanguageWords
from desktop_app.analysis.name_cases import is_inflected, nominatives
from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.name_tokens import Token
from desktop_app.analysis.namesakes import FIRMS

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
    given = not listed and (first.initial or given_name_of(first.text, words.language) is not None)
    if any(_spoils(token, words, given) for token in segment.words[1:] if token.capital):
        return False
    if given:
        return not (segment.behind_thing and first.initial)
    if listed or is_noun(first.lower, words.language):
        return False
    return _is_told(segment, words)


def _is_told(segment: Segment, words: LanguageWords) -> bool:
    """Whether what stands beside words that no given name opens tells a person."""
    capitals = [token for token in segment.words if token.capital]
    known = [_is_known(token, words.language) for token in capitals]
    if segment.office is not None:
        return segment.direct or any(known)
    if segment.behind_thing:
        return False
    if _is_beside_speech(segment, words) and any(known):
        return not capitals[0].opens or known[0]
    return all(known) and not capitals[0].opens and not any(map(is_plain, capitals))


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
    if is_plain(token) or token.lower in FIRMS:
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


def _spoils(token: Token, words: LanguageWords, given: bool) -> bool:
    """Whether a word is none that a name goes on with."""
    kinds = kinds_of(token.text)
    if kinds & Kind.FAMILY and given:
        return False
    if is_noun(token.lower, words.language):
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
    return (before.lower in words.articles and gap == " ") or gap[-2:] in ("l’", "l'")


def _is_beside_speech(segment: Segment, words: LanguageWords) -> bool:
    tokens, first, last = segment.tokens, segment.first, segment.last
    if last < len(tokens) and tokens[last].gap == " " and tokens[last].lower in words.speech:
        return True
    return bool(first and tokens[first - 1].lower in words.speech and tokens[first].gap == " ")

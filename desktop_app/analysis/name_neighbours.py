"""Lone names that the words beside them tell for sure, and what those words tell to be none.

Kin (“his wife, Anna, 34”), offices (“President Suharto”), nicknames (“Bud” of Terry “Bud” Novak);
and on the other side whoever an analyst works for, and what stands in quotes as a title.
For English texts only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop_app.analysis.name_candidates import CLOSING_QUOTES, OPENING_QUOTES, Candidate
from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.name_words import SPEECH, STOPS, TITLES, words

_KIN = (
    r"(?:wife|husband|son|daughter|brother|sister|mother|father|widow|widower|fianc[ée]e?|partner|"
    r"girlfriend|boyfriend|grandson|granddaughter|niece|nephew|cousin|uncle|aunt|twin|baby|child|"
    r"grandmother|grandfather|stepson|stepdaughter|stepfather|stepmother)s?"
)
_OWNER = r"(?:\b(?:his|her|their|my|our|whose)|[’']s|s[’'])"
_KIN_BEFORE = re.compile(
    rf"{_OWNER}\s(?:[a-z][a-z-]{{1,14}}\s){{0,2}}{_KIN},?\s(?:[A-Z][a-z]+(?:,\s|\sand\s)){{0,3}}$"
)
_REACH = 90
#: Offices that stand before a family name alone, and before hardly anything else.
_OFFICES = words(
    """
    president judge coach captain general count king queen prince princess lord lady sultan emir
    chancellor premier senator governor congressman congresswoman archbishop cardinal pope
    """
)
_MARKET_MEN = (
    r"(?:analyst|economist|strategist|trader|dealer|broker|stockbroker|chartist|fund\smanager|"
    r"portfolio\smanager|underwriter)s?"
)
_EMPLOYED_BY = re.compile(rf"\b{_MARKET_MEN}\b[^.;:\"“”()\n]{{0,40}}\s(?:at|with|of|for|from)\s$")
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "‘": "’"}


def told_by_neighbours(candidates: Sequence[Candidate], text: str) -> set[int]:
    """Where the single words begin that are surely persons."""
    called = _nicknames(candidates)
    return {
        one.start
        for one in candidates
        if one.last - one.first == 1
        and (_is_kin(one, text) or _has_office(one) or one.key[0] in called)
    }


def is_told_otherwise(candidate: Candidate, text: str) -> bool:
    """Whether the words around it tell a firm or a title."""
    if any(token.lower in TITLES for token in candidate.lead):
        return False
    before = text[max(0, candidate.start - _REACH) : candidate.start]
    if candidate.last - candidate.first > 1 and _EMPLOYED_BY.search(before):
        return True
    return _is_quoted(candidate, text)


def is_speaking(candidate: Candidate) -> bool:
    """Whether “said” or its like stands directly before or behind it."""
    behind = candidate.tokens[candidate.last : candidate.last + 1]
    before = candidate.tokens[max(0, candidate.first - 1) : candidate.first]
    spoken = behind and behind[0].lower in SPEECH and not behind[0].gap.strip(" \n")
    return bool(spoken or (before and before[0].lower in SPEECH and candidate.words[0].gap == " "))


def _is_kin(candidate: Candidate, text: str) -> bool:
    word = candidate.words[0]
    kinds = kinds_of(word.text)
    if word.lower in STOPS or (kinds & (Kind.WORD | Kind.PLACE) and not kinds & Kind.GIVEN):
        return False
    before = text[max(0, candidate.start - _REACH) : candidate.start]
    return _KIN_BEFORE.search(before) is not None


def _has_office(candidate: Candidate) -> bool:
    if not candidate.lead or candidate.lead[-1].lower not in _OFFICES:
        return False
    word = candidate.words[0]
    if word.all_capitals or word.gap.strip() or len(word.text) < 3:
        return False
    return not kinds_of(word.text) & (Kind.WORD | Kind.PLACE | Kind.ORGANISATION)


def _nicknames(candidates: Iterable[Candidate]) -> set[str]:
    """The quoted words within full names, that come back alone."""
    return {
        word.lower
        for one in candidates
        for word, after in zip(one.words[1:], one.words[2:], strict=False)
        if word.gap in OPENING_QUOTES and after.gap in CLOSING_QUOTES
    }


def _is_quoted(candidate: Candidate, text: str) -> bool:
    """Whether nothing but the name stands between two quotes, as with the title of a film.

    Before an address of electronic mail it is the sender.
    """
    if text[candidate.end + 1 : candidate.end + 3].strip().startswith("<"):
        return False
    opening = text[candidate.start - 1 : candidate.start]
    closing = text[candidate.end : candidate.end + 1]
    return bool(opening) and _QUOTES.get(opening) == closing

"""What stands beside a candidate, as one short code each: in front, before that, and behind.

The codes are the words of the learnt weights: a changed code needs weights learnt anew.
"""

from __future__ import annotations

from desktop_app.analysis.name_candidates import Candidate
from desktop_app.analysis.name_tokens import Token
from desktop_app.analysis.name_words import (
    LINK_WORDS,
    NATIONALITIES,
    PLACE_PREPOSITIONS,
    ROLES,
    SPEECH,
    THINGS,
    TITLES,
    WEAK_TITLES,
)
from desktop_app.analysis.person_roles import role_words_before

# Weak titles that differ so much in what follows them that each is weighed by itself.
_TOLD_APART = frozenset({"st", "saint", "president", "king", "queen"})
_APPOSITION = frozenset({"a", "an", "the", "who", "whose", "his", "her", "one", "then", "now"})
_BEFORE = (
    (ROLES, "role"),
    (TITLES, "title"),
    (PLACE_PREPOSITIONS, "in"),
    (LINK_WORDS, None),
    (SPEECH, "speech"),
)
_BEHIND = (
    (SPEECH, "speech"),
    (THINGS, "thing"),
    (ROLES, "role"),
    (LINK_WORDS, None),
    (PLACE_PREPOSITIONS, "in"),
)


def lead_class(candidate: Candidate) -> str:
    """The kind of the capitalised words directly in front of a candidate."""
    if not candidate.lead:
        return "none"
    word = candidate.lead[-1].lower
    if word in WEAK_TITLES:
        return f"weak {word}" if word in _TOLD_APART else "weak"
    if word in TITLES:
        return "title"
    if word in ROLES or role_words_before(candidate):
        return "role"
    return "nationality" if word in NATIONALITIES else "other"


def before_class(candidate: Candidate) -> str:
    """The kind of the word or mark before a candidate and what leads it."""
    place = candidate.first - len(candidate.lead)
    mark = candidate.tokens[place].gap.strip()
    if place == 0:
        return f"opens {mark[0]}" if mark else "opens"
    before = candidate.tokens[place - 1]
    if mark and not (mark == "." and before.lower in TITLES):
        return f"mark {mark[0]}" + (" name" if before.capital else "")
    return _word_code(before, _BEFORE)


def after_class(candidate: Candidate, rest: str) -> str:
    """The kind of the word or mark behind a candidate; rest is the text that follows it."""
    if candidate.last >= len(candidate.tokens):
        return f"closes {rest.strip()[:1]}"
    token = candidate.tokens[candidate.last]
    if token.gap[:1] in "’'" and token.gap[1:2] in "sS":
        return "possessive thing" if token.lower in THINGS else "possessive"
    mark = token.gap.strip()
    if not mark:
        return _word_code(token, _BEHIND)
    if mark[0] == ",":
        return f", {_after_comma(token)}"
    if mark[0] == "(" and token.number:
        return "( number"
    return f"mark {mark[0]}" + (" name" if token.capital else "")


def _after_comma(token: Token) -> str:
    if token.number:
        return "number"
    if token.lower in ROLES or token.lower in NATIONALITIES:
        return "role"
    if token.lower in _APPOSITION:
        return "a"
    return "name" if token.capital else "other"


def _word_code(token: Token, codes: tuple[tuple[frozenset[str], str | None], ...]) -> str:
    """The code of the first list that has the word (the word itself where there is none)."""
    for words, code in codes:
        if token.lower in words:
            return code or token.lower
    if token.number:
        return "number"
    return "capital" if token.capital else _ending(token.lower)


def _ending(word: str) -> str:
    for ending in ("ed", "ing", "ly", "s"):
        if word.endswith(ending) and len(word) > 3:
            return f"-{ending}"
    return "other"

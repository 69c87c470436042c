"""What a sentence calls a person beside the name: “Russian Foreign Minister”, “the bank's founder”.

Only phrases that hold a word of office, profession or relation count; courtesy forms don't.
"""

from __future__ import annotations

from desktop_app.analysis.name_candidates import Candidate
from desktop_app.analysis.name_data import Kind, kinds_of
from desktop_app.analysis.name_tokens import Token, is_shouted, mended
from desktop_app.analysis.name_words import NATIONALITIES, ROLES, STOPS, THINGS, TITLES
from desktop_app.analysis.role_words import (
    COURTESY,
    MODIFIERS,
    QUALIFIERS,
    RELATIONS,
    ROLE_LINKS,
    ROLE_OPENERS,
)

_FORMS_OF_ADDRESS = COURTESY | {"dr", "prof", "rev"}
_NO_OFFICE = COURTESY | MODIFIERS
_ARTICLES = ("a ", "an ", "the ", "el ", "la ", "le ", "der ", "die ", "il ", "o ", "de ")
_LONGEST = 10
_LONGEST_APPOSITION = 110


def role_of(candidate: Candidate, text: str) -> str | None:
    """The role told at a mention, as it is written there, or None."""
    return _role_before(candidate, text) or _role_behind(candidate, text)


def role_words_before(candidate: Candidate) -> list[Token]:
    """The words directly before a candidate that tell a role; none where they tell none."""
    tokens = candidate.tokens
    first = place = candidate.first
    while place > 0 and first - place < _LONGEST and _belongs(tokens, place - 1, candidate):
        place -= 1
    if is_shouted(tokens):
        place = _behind_plain_words(tokens, place, first)
    while place < first and tokens[place].lower in ROLE_LINKS:
        place += 1
    while place < first and _is_foreign_to_role(tokens[place:first]):
        place += 1
    words = _without_loose_end(tokens[place:first])
    while len(words) > 1 and words[-1].lower in _FORMS_OF_ADDRESS:
        words = words[:-1]
    return words if words and _names_a_role(words) else []


def _behind_plain_words(tokens: list[Token], place: int, first: int) -> int:
    """Where nothing but words of office stands up to the name, in a line of capitals."""
    for at in range(first - 1, place - 1, -1):
        if tokens[at].lower not in ROLES and tokens[at].lower not in TITLES:
            return at + 1
    return place


def _without_loose_end(words: list[Token]) -> list[Token]:
    """The words without “day for” in “day for host Monty Don”: no office stands before the link."""
    for place in range(len(words) - 1, 0, -1):
        in_front = {token.lower for token in words[:place]}
        if words[place].lower in ROLE_LINKS and not in_front & (ROLES | TITLES):
            return words[place + 1 :]
    return words


def _role_before(candidate: Candidate, text: str) -> str | None:
    words = role_words_before(candidate)
    return _tidy(text[words[0].start : words[-1].end]) if words else None


def _belongs(tokens: list[Token], place: int, candidate: Candidate) -> bool:
    """Whether the word before those taken so far is part of the phrase before the name."""
    token, behind = tokens[place], tokens[place + 1]
    if not _touches(token, behind, place + 1 == candidate.first, candidate):
        return False
    word = token.lower
    if word in ROLES or word in TITLES or word in NATIONALITIES:
        return word not in COURTESY
    if word in ("and", "&"):
        return place > 0 and tokens[place - 1].lower in ROLES
    if word in ROLE_LINKS:
        return place + 1 < candidate.first
    if token.capital:
        return word not in STOPS and not token.number
    known = word in QUALIFIERS or word in THINGS or "-" in word
    return known or (token.possessive and word not in STOPS)


def _touches(token: Token, behind: Token, at_name: bool, candidate: Candidate) -> bool:
    gap = behind.gap
    if token.possessive:
        gap = gap[2:]
    if not gap.strip():
        return True
    if gap.strip() in ("-", "–"):
        return True
    if gap.strip() == "." and (token.lower in TITLES or token.initial):
        return True
    return at_name and gap == ", " and not candidate.lead and _closed_behind(candidate)


def _closed_behind(candidate: Candidate) -> bool:
    if candidate.last >= len(candidate.tokens):
        return True
    return candidate.tokens[candidate.last].gap[:1] in (",", ".", ")", ";")


def _is_foreign_to_role(words: list[Token]) -> bool:
    """Whether the first word is a name or a sentence's opener, with no role begun yet."""
    token = words[0]
    if token.lower in ROLES or token.lower in TITLES or token.lower in NATIONALITIES:
        return token.lower in COURTESY
    if token.possessive:
        return False
    if not token.capital:
        return token.lower in THINGS and len(words) > 1 and not words[1:]
    opener = token.opens and kinds_of(token.text) & Kind.WORD
    return bool(opener and token.lower not in THINGS and token.lower not in QUALIFIERS)


def _names_a_role(words: list[Token]) -> bool:
    if words[-1].lower in ROLE_LINKS:
        return False
    known = [token for token in words if token.lower in ROLES or token.lower in TITLES]
    offices = [token for token in known if token.lower not in _NO_OFFICE]
    owned = any(token.possessive for token in words)
    return any(owned or token.lower not in RELATIONS for token in offices)


def _role_behind(candidate: Candidate, text: str) -> str | None:
    """The role in an apposition: “Jane Roe, the bank's chief economist, said”."""
    tokens, last = candidate.tokens, candidate.last
    if last >= len(tokens) or tokens[last].gap not in (", ", " – ", " — ", " ("):
        return None
    end = last
    while end + 1 < len(tokens) and not _closes(tokens[end + 1].gap, tokens[last].gap):
        end += 1
    words = tokens[last : end + 1]
    phrase = text[words[0].start : words[-1].end]
    if len(phrase) > _LONGEST_APPOSITION or not _is_apposition(words, text):
        return None
    return _tidy(phrase)


def _closes(gap: str, opening: str) -> bool:
    mark = gap.strip()
    if mark.startswith(("’s", "'s")):
        mark = mark[2:].strip()
    if opening == " (":
        return ")" in mark
    return mark[:1] in (",", ".", ";", ":", ")", "–", "—", '"', "”", "(")


def _is_apposition(words: list[Token], text: str) -> bool:
    head = words[0]
    if head.lower in ("who", "whose", "which", "and", "or", "but", "said", "as"):
        return False
    roles = [place for place, token in enumerate(words) if token.lower in ROLES and not token.opens]
    if not roles or roles[0] > 6:
        return False
    opens = head.lower in ROLE_OPENERS or head.lower in ROLES or head.lower in NATIONALITIES
    opens = opens or head.lower in QUALIFIERS or (head.capital and head.possessive)
    closed = words[-1].end >= len(text) or text[words[-1].end] in ",.;)–—: "
    return opens and closed and not any(_is_verb(token) for token in words[: roles[0] + 1])


def _is_verb(token: Token) -> bool:
    return token.lower in ("said", "says", "is", "was", "has", "had", "told", "are", "were", "will")


def _tidy(phrase: str) -> str:
    phrase = " ".join(mended(phrase).split())
    for article in _ARTICLES:
        if phrase.lower().startswith(article):
            phrase = phrase[len(article) :]
    return phrase.strip(" ,")

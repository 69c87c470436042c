"""Who wrote it: bylines split into names, and wire agencies recognised in credits.

Knows how press bylines are written, in many languages; knows nothing of HTML or of whole pastes.
The words come from ``data/``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.cleaning.date_phrases import without_date_label
from desktop_app.cleaning.vocabulary import agencies, all_phrases, month_names
from desktop_app.core.folding import fold

_MAX_BYLINE = 300
_MAX_CREDIT = 120
_MAX_NAME_WORDS = 6
_MAX_OCCUPATION_WORDS = 7
_SPACES = re.compile(r"\s+")
_NOISE = re.compile(r"https?://\S+|\S+@\S+|(?<!\w)@\w+|[©®™]+")
_SEPARATORS = re.compile(r"\s*(?:[,;/&|•·⋅،、，；]|\s[-–—]\s|\n)\s*")
_TRAILING_BRACKET = re.compile(r"\s*[(\[（][^()\[\]（）]{0,80}[)\]）]")
_BRACKETED = re.compile(r"[(\[（]([^()\[\]（）]{2,60})[)\]）]")
_CREDIT_SEPARATOR = re.compile(r"[/,;+&|]|\s[-–—]\s")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DATELINE = re.compile(r"^[^()/\n]{2,80}?[(/]([^()\n]{2,40})[)/]\s*(?:[-–—:.―]|$)")
_PARTICLES = frozenset(
    {"al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "e"}
    | {"el", "ibn", "la", "le", "ten", "ter", "van", "vom", "von", "y", "zu"}
)
_LEADING = " \t\n,.:;-–—|/•·*_"


def split_authors(text: str) -> tuple[str, ...]:
    """The persons a byline names, in order: no “By”, roles, places, agencies or addresses."""
    line = _SPACES.sub(" ", _NOISE.sub(" ", text[:_MAX_BYLINE])).strip()
    line = _TRAILING_BRACKET.sub(" ", without_byline_word(line))
    names: list[str] = []
    for piece in _SEPARATORS.split(line):
        names.extend(name for name in _names_in(piece) if name not in names)
    return tuple(_recased(name) for name in names)


def _names_in(piece: str) -> Iterator[str]:
    """The persons joined by “and”; a role ends them: “Head of Print and Events” names nobody."""
    for part in _and_pattern().split(f" {piece}"):
        bare, *timed = _time_pattern().split(without_byline_word(part.strip(_LEADING)))
        bare = without_date_label(bare) if timed else bare
        name = _place_pattern().split(f"{bare} " if timed else bare)[0].strip(_LEADING)
        if _has_role(name):
            return
        if _looks_like_name(name):
            yield name


def without_byline_word(line: str) -> str:
    """The line without the word that opens a byline (“By”, “Von”, “Par”), if it has one."""
    match = _by_pattern().match(line)
    return line[match.end() :].lstrip(_LEADING) if match else line


def is_byline_word(line: str) -> bool:
    """Whether the line is nothing but a word that opens a byline; the names are on the next."""
    key = fold(line[:40]).strip(_LEADING)
    return key in {fold(word).strip(_LEADING) for word in all_phrases("byline", "by")}


def inner_byline(line: str) -> str | None:
    """What follows a byline's word inside a line (“Posted on 20 December by Jane Roe”)."""
    match = _inner_by_pattern().search(line[:_MAX_BYLINE])
    return line[match.end() :] if match else None


def opens_byline(line: str) -> bool:
    """Whether the line begins with a word that opens a byline."""
    return bool(_by_pattern().match(line))


def is_occupation(line: str) -> bool:
    """Whether the line is what somebody is: “Senior Writer”, “Co-Founder & Marketing Director”."""
    words = [fold(word).strip(".,") for word in line.split()]
    return len(words) <= _MAX_OCCUPATION_WORDS and any(word in _occupations() for word in words)


def agency_named(text: str) -> str | None:
    """The agency that the text names and nothing besides (“The Associated Press” → ``AP``)."""
    key = _agency_key(without_byline_word(text.strip()))
    return agencies().get(key) or agencies().get(key.removeprefix("the "))


def agency_in(text: str) -> str | None:
    """The wire agency credited in a byline, a dateline or at the end of a text.

    Running text that merely quotes an agency (“TASS reported”) is no credit.
    """
    is_credit = len(text) <= _MAX_CREDIT and not text.rstrip().endswith(".")
    whole = _first_agency(text) if is_credit else None
    if whole:
        return whole
    dateline = _DATELINE.match(text[:130])
    if dateline and (found := _first_agency(dateline[1])):
        return found
    endings = list(_BRACKETED.finditer(text[-80:]))
    if endings and not text[-80:][endings[-1].end() :].strip(" .\n\t*"):
        return _first_agency(endings[-1][1])
    return None


def _first_agency(credit: str) -> str | None:
    credit = _BRACKETED.sub(r"/\1/", credit)
    for piece in _CREDIT_SEPARATOR.split(_and_pattern().sub(",", credit)):
        if found := agency_named(piece.strip(_LEADING + "©()")):
            return found
    return None


def _agency_key(text: str) -> str:
    return _SPACES.sub(" ", fold(text)).strip(_LEADING + "()[]©")


def _looks_like_name(name: str) -> bool:
    words = name.split()
    if not words or len(words) > _MAX_NAME_WORDS or not 2 <= len(name) <= 60:
        return False
    if any(letter.isdigit() or letter in ":：" for letter in name) or agency_named(name):
        return False
    if _has_role(name):
        return False
    if _CJK.search(name):
        return len(name) <= 12
    return _is_capitalised_like_name(words)


def _has_role(name: str) -> bool:
    return any(fold(word).strip(".,") in _role_words() for word in name.split())


def _is_capitalised_like_name(words: list[str]) -> bool:
    """Whether every word but particles has a capital, or the script has none."""
    cased = [word for word in words if word[0].lower() != word[0].upper()]
    if not cased:
        return len(words) <= 4
    full = [word for word in cased if word.lower() not in _PARTICLES]
    if not full or not all(word[0].isupper() for word in full):
        return False
    return len(words) >= 2 or len(words[0]) > 3


def _recased(name: str) -> str:
    if name.isupper() and len(name) > 4:
        return " ".join(_titled(word) for word in name.split())
    return name


def _titled(word: str) -> str:
    if "." in word:
        return word
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


@cache
def _by_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in _longest_first(all_phrases("byline", "by")))
    return re.compile(rf"\W*(?:{words})(?:\s*[:：]\s*|\s+)", re.IGNORECASE)


@cache
def _inner_by_pattern() -> re.Pattern[str]:
    # One short word of each language, and only in lower case: “by”, “von”, “par”, “por”.
    words = "|".join(re.escape(word) for word in all_phrases("byline", "inner"))
    return re.compile(rf"(?<=\s)(?:{words})\s+(?=[^\W\d_a-z])")


@cache
def _and_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in _longest_first(all_phrases("byline", "and")))
    return re.compile(rf"\s+(?:{words})\s+|\s*&\s*", re.IGNORECASE)


@cache
def _place_pattern() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in _longest_first(all_phrases("byline", "place")))
    return re.compile(rf"(?:^|\s+)(?:{words})\s+", re.IGNORECASE)


@cache
def _time_pattern() -> re.Pattern[str]:
    """What tells a day behind a name: “Jane Roe Monday 12 September”, “Jane Roe 4 August”."""
    days = "|".join(map(re.escape, _longest_first(all_phrases("dates", "weekdays"))))
    months = "|".join(map(re.escape, _longest_first(month_names())))
    return re.compile(
        rf"\s+(?:(?:{days})(?![^\W\d_])|\d{{1,2}}\.?\s+(?:{months})\b|(?:{months})\.?\s+\d)",
        re.IGNORECASE,
    )


@cache
def _role_words() -> frozenset[str]:
    return frozenset(fold(word) for word in all_phrases("byline", "roles"))


@cache
def _occupations() -> frozenset[str]:
    return frozenset(fold(word) for word in all_phrases("byline", "occupations"))


def _longest_first(words: tuple[str, ...]) -> list[str]:
    return sorted(words, key=len, reverse=True)

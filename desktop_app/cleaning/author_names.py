"""What is the name of an author in what a page's data, tags and links tell; and what is none.

Persons, and those who sign like one: offices, desks, users of a system. Where the names stand is
``page_authors``'s, how a written byline is split ``byline``'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from desktop_app.cleaning.byline import (
    agency_in,
    agency_named,
    opens_byline,
    split_authors,
    without_byline_word,
)
from desktop_app.core.folding import fold

_ADDRESS = re.compile(r"https?:|www\.|@|/|\.(?:com|org|net|de|co)\b|\w\.\w+\.\w", re.IGNORECASE)
_NOBODY = frozenset(
    str.split(
        "posted admin wordpressadmin administrator editor editors "
        "editorial staff redaktion redaction redazione "
        "redaccion webmaster news newsroom team author autor unknown anonymous guest root "
        "user null none administrateur superuser super user default contributor"
    )
)
_USER_NAME = re.compile(r"[a-z]+|[a-z\d]+[._][a-z\d._]+|[A-Z]?[a-z]+[A-Z]|[A-Za-z_]*\d\w*")
#: An office whose name is not to be taken apart: “Center for Drug Evaluation and Research”.
_BODY = re.compile(
    r"(?:\S+\s){0,3}(?:cent(?:er|re)|department|institut\w*|ministry|ministerium|office|council"
    r"|committee|association|society|federation|university|school|bureau|board|foundation|agency"
    r"|\w*anstalt|\w*amt)\s(?:for|of|für|der|des)\s",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"(?:[Tt]he\s+)?(?:[A-Z\d]\S*\s+){1,4}(?:[Tt]eam|[Ss]taff|[Ee]ditors|[Dd]esk|[Cc]ontributors?)$"
    r"|(?:[Tt]he\s+)?Team\s+[A-Z]\S*$"
)
_BEFORE_NAME = re.compile(
    r"^(?:(?:view|see|read|show) (?:all|more)(?: posts| articles| stories)? (?:by|from)|articles by"
    r"|posts by|alle (?:beiträge|artikel) von|voir tous les articles de)\s+",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(
    r"\s*(?:;|\||\n|\s(?:and|und|et|y|e|en|&)\s|,\s+(?=[^\s,]+\s[^\s,]))\s*", re.IGNORECASE
)
_MAX_NAME, _MAX_VALUE = 60, 300
_MAX_AUTHORS, _MAX_WORDS, _FEW_WORDS = 20, 7, 3


def named(groups: Iterable[Sequence[str]], publisher: str | None) -> tuple[str, ...]:
    """The names in the first group that has any: no addresses, agencies, outlets, nobodies."""
    for values in groups:
        names: list[str] = []
        for value in values:
            if len(value) <= _MAX_NAME and "," not in value and _BODY.match(value):
                names.append(value)
                continue
            pieces = _SEPARATORS.split(value[:_MAX_VALUE])
            names.extend(name for piece in pieces if (name := author_name(piece, publisher)))
        if names:
            return tuple(dict.fromkeys(names))[:_MAX_AUTHORS]
    return ()


def is_user_name(name: str) -> bool:
    """Whether it is what a user of a system is called: “kffnirmitap”, “andrew.keaveney”."""
    return bool(_USER_NAME.fullmatch(name[:_MAX_NAME]))


def is_nobody(name: str) -> bool:
    """Whether it is the name that a system gives to those without one: “admin”."""
    return fold(name) in _NOBODY


def is_desk(name: str) -> bool:
    """Whether it is a desk or team that signs as one: “The Gazette Team”, “Quay Staff”."""
    return len(name) <= _MAX_NAME and bool(_DESK.match(name))


def author_name(piece: str, publisher: str | None) -> str | None:
    """The one name in a piece of a told value; None if it is an address, an outlet, nobody."""
    piece = _BEFORE_NAME.sub("", " ".join(piece.split()))
    split = split_authors(piece)
    name = split[0] if len(split) == 1 else without_byline_word(piece).strip(" ,.;:-–|")
    words = name.split()
    if len(words) % 2 == 0 and words[: len(words) // 2] == words[len(words) // 2 :]:
        name = " ".join(words[: len(words) // 2])
    key = fold(name)
    if not name or len(name) > _MAX_NAME or len(words) > _MAX_WORDS or _ADDRESS.search(name):
        return None
    if key in _NOBODY or opens_byline(f"{name} x") or agency_named(name) or agency_in(f"({name})"):
        return None
    if not split and (len(words) > _FEW_WORDS or any(map(agency_named, words))):
        return None
    if not any(map(str.isalpha, name)) or (publisher and _bare(name) == _bare(publisher)):
        return None
    return name


def _bare(name: str) -> str:
    return fold(name).replace(" ", "")

"""Completing a query while it is typed: what stands at the cursor, what an offer puts there.

Pure; what the archive has to offer is the store's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.folding import fold
from desktop_app.core.query import DATE_FIELD_NAMES, FIELD_ALIASES, FLAGS, quoted

_FIELD = re.compile(r"([A-Za-z]+):")
_BREAKS = " \t()"
_PLAIN = re.compile(r"[^\s()\"“”„]+")
#: Every field with what it looks for, in the order offered.
FIELD_MEANINGS = {
    "title": "words of the title",
    "text": "words of the text",
    "person": "somebody named, by any spelling",
    "tag": "a tag, with all below it",
    "outlet": "who published it",
    "author": "who wrote it",
    "agency": "a wire credit",
    "language": "a language’s code",
    "published": "a day, month, year or span",
    "before": "published before",
    "after": "published after",
    "event": "a date told in the text",
    "captured": "when it was clipped",
    "is": ", ".join(FLAGS["is"]),
    "has": ", ".join(FLAGS["has"]),
    "in": "a dossier, or trash",
    "note": "words of your notes",
    "url": "a part of the address",
}
#: The fields whose value is a date.
DATE_FIELDS = (*DATE_FIELD_NAMES, "before", "after")


class OfferKind(StrEnum):
    """What an offer stands for; the value is its icon's name."""

    FIELD = "search"
    TAG = "tag"
    PERSON = "person"
    OUTLET = "file"
    LANGUAGE = "info"
    FLAG = "check"
    DATE = "calendar"
    QUERY = "history"
    FORGET = "trash"
    DOSSIER = "dossier"
    MEANT = "edit"


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands at the cursor: the value typed so far of a field, or a word of none.

    ``start`` and ``end`` are the characters of the query that an offer replaces.
    """

    start: int
    end: int
    field: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose: what it puts into the query, its words, and in how many articles."""

    kind: OfferKind
    term: str
    words: str
    detail: str = ""
    articles: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left to type after it."""
        return self.kind is not OfferKind.FIELD


def typed_at(query: str, cursor: int) -> Typed | None:
    """What is being typed at the cursor; None where nothing can be offered: within a phrase."""
    start, is_quoted = _token_start(query[:cursor])
    start += query[start:cursor].startswith("-")
    token = query[start:cursor]
    match = _FIELD.match(token)
    if match is None:
        return (
            None if is_quoted or token.startswith('"') else _typed(query, start, cursor, None, "")
        )
    name = match[1].lower()
    return _typed(
        query, start, cursor, FIELD_ALIASES.get(name, name), match[0], is_quoted=is_quoted
    )


def _typed(
    query: str, start: int, cursor: int, field: str | None, lead: str, *, is_quoted: bool = False
) -> Typed:
    text = query[start + len(lead) : cursor].lstrip('"').replace('""', '"')
    end = cursor
    if is_quoted:
        closing = query.find('"', cursor)
        end = len(query) if closing < 0 else closing + 1
    else:
        while end < len(query) and query[end] not in _BREAKS:
            end += 1
    return Typed(start, end, field, text)


def _token_start(before: str) -> tuple[int, bool]:
    """Where the last token begins, and whether it is an open quotation."""
    start, is_quoted = 0, False
    for place, letter in enumerate(before):
        if letter == '"':
            is_quoted = not is_quoted
        elif letter in _BREAKS and not is_quoted:
            start = place + 1
    return start, is_quoted


def with_offer(query: str, typed: Typed, offer: Offer) -> tuple[str, int]:
    """The query with an offer in place of what was typed, and where the cursor goes then."""
    before, after = query[: typed.start], query[typed.end :]
    put = offer.term
    if offer.is_whole and not after.startswith(" "):
        put += " "
    cursor = len(before) + len(put) + (offer.is_whole and after.startswith(" "))
    return f"{before}{put}{after}", cursor


def term_for(field: str, value: str) -> str:
    """A condition on a field, its value in quotation marks where it needs them."""
    plain = _PLAIN.fullmatch(value) and not value.endswith("*")
    return f"{field}:{value if plain else quoted(value)}"


def field_offers(typed: Typed) -> list[Offer]:
    """The names of fields that begin as what is typed, the flags of a field that has some."""
    text = fold(typed.text)
    if typed.field in FLAGS:
        flags = [flag for flag in FLAGS[typed.field] if flag.startswith(text)]
        return [Offer(OfferKind.FLAG, f"{typed.field}:{flag}", flag) for flag in flags]
    if typed.field == "in":
        matches = "trash".startswith(text)
        return [Offer(OfferKind.FLAG, "in:trash", "trash", "deleted articles")] if matches else []
    if typed.field is not None or not text:
        return []
    return [
        Offer(OfferKind.FIELD, f"{name}:", f"{name}:", meaning)
        for name, meaning in FIELD_MEANINGS.items()
        if name.startswith(text)
    ]

"""Whether a query of the archive's grammar finds a feed's item, by the item's own words.

An item isn't in the archive: who is named in it is told by its words alone, and what only an
article has (a star, a highlight, a dossier) it can't have. ``unanswerable`` names such conditions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.core.folding import fold
from desktop_app.core.query import And, DateRange, Flag, Node, Not, Or, Words, parse_query
from desktop_app.core.word_matches import WordMatcher

#: Fields that the words of an item say nothing about.
_UNKNOWN_FIELDS = ("language", "note")


@dataclass(frozen=True, slots=True)
class ItemText:
    """What of an item can be looked into; ``published`` and ``captured`` begin with their day."""

    title: str
    text: str
    author: str = ""
    publisher: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    published: str = ""
    captured: str = ""


def matches(query: str, item: ItemText) -> bool:
    """Whether the query finds the item; an empty one finds all."""
    return _holds(parse_query(query).root, item)


def unanswerable(query: str) -> list[str]:
    """The conditions of a query that no feed's item can be asked, as they were written."""
    parsed = parse_query(query)
    return [
        query[term.start : term.end]
        for term in parsed.terms
        if any(_is_unanswerable(node) for node in _leaves(term.node))
    ]


def _is_unanswerable(node: Node) -> bool:
    match node:
        case Flag():
            return True
        case Words(_, field, _, _):
            return field in _UNKNOWN_FIELDS
        case DateRange(kind, _, _):
            return kind == "event"
        case _:
            return False


def _leaves(node: Node) -> Iterator[Node]:
    match node:
        case Not(inner):
            yield from _leaves(inner)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _leaves(part)
        case _:
            yield node


def _holds(node: Node, item: ItemText) -> bool:
    match node:
        case And(parts):
            return all(_holds(part, item) for part in parts)
        case Or(parts):
            return any(_holds(part, item) for part in parts)
        case Not(inner):
            return not _holds(inner, item)
        case Words():
            return _says(node, item)
        case DateRange("published" | "captured", _, _):
            day = (item.published if node.kind == "published" else item.captured)[:10]
            return bool(day) and node.earliest <= day <= node.latest
        case _:
            return False


def _says(words: Words, item: ItemText) -> bool:
    match words.field:
        case "tag":
            return any(_is_below(tag, words) for tag in item.tags)
        case "url":
            return words.text.casefold() in item.url.casefold()
        case "publisher":
            return fold(words.text) in fold(item.publisher)
        case field if field in _UNKNOWN_FIELDS:
            return False
        case _:
            matcher = _matcher(Words(words.text, None, words.prefix, words.phrase))
            return matcher.is_empty or any(
                matcher.spans(text, 1) for text in _texts(words.field, item)
            )


def _texts(field: str | None, item: ItemText) -> tuple[str, ...]:
    """Where words are looked for; a person or an agency may be named anywhere."""
    by_field = {"title": (item.title,), "author": (item.author,), "text": (item.title, item.text)}
    return by_field.get(field or "", (item.title, item.text, item.author))


def _is_below(tag: str, words: Words) -> bool:
    wanted, known = fold(words.text.strip("/ ")), fold(tag)
    is_prefix = words.prefix and known.startswith(wanted)
    return is_prefix or known == wanted or known.startswith(f"{wanted}/")


@lru_cache(maxsize=256)
def _matcher(words: Words) -> WordMatcher:
    return WordMatcher([words])

"""“Did you mean …?”: a query that finds little, with the archive's own spelling of its words."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.core.query import And, Node, Or, Term, Words, parse_query
from desktop_app.store.archive import Archive

#: How long the words of one query are looked up, in seconds.
_TIME = 0.4
_MOST_WORDS = 6
#: A word that the archive has is a slip only where a near one is so much commoner.
_COMMONER = 20
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FIELDS = (None, "title", "text", "author", "person")


@dataclass(frozen=True, slots=True)
class BetterQuery:
    """The query with other words in it, and these words."""

    query: str
    words: tuple[str, ...]


def better_query(archive: Archive, scope: str, typed: str) -> BetterQuery | None:
    """What may have been meant by a query that finds little; None where nothing is better.

    It finds more than the typed one does, within the same place of the library.
    """
    parsed = parse_query(typed)
    end = time.monotonic() + _TIME
    query, put = typed, dict[str, str]()
    for term in reversed(parsed.terms):
        for word in list(dict.fromkeys(_words_of(term)))[:_MOST_WORDS]:
            if word not in put:
                better = _better_word(archive, word, end - time.monotonic())
                if better is not None:
                    put[word] = better
        query = _respelt(query, term, put)
    if not put or _count(archive, scope, query) <= _count(archive, scope, typed):
        return None
    return BetterQuery(query, tuple(reversed(put.values())))


def _count(archive: Archive, scope: str, typed: str) -> int:
    return archive.search.count(
        parse_query(" ".join(f"({part})" for part in (scope, typed) if part))
    )


def _better_word(archive: Archive, word: str, seconds: float) -> str | None:
    if seconds <= 0:
        return None
    near = archive.spelling.nearest(word, seconds)
    if near is None or near.articles < max(1, _COMMONER * archive.spelling.articles(word)):
        return None
    return near.word.capitalize() if word[:1].isupper() else near.word


def _words_of(term: Term) -> Iterator[str]:
    for node in _wanted(term.node):
        if not node.prefix and node.field in _FIELDS:
            yield from _WORD.findall(node.text)


def _wanted(node: Node) -> Iterator[Words]:
    match node:
        case Words():
            yield node
        case And(parts) | Or(parts):
            for part in parts:
                yield from _wanted(part)


def _respelt(query: str, term: Term, put: dict[str, str]) -> str:
    written = query[term.start : term.end]
    for word, better in put.items():
        written = re.sub(rf"(?<!\w){re.escape(word)}(?![\w:*])", better, written)
    return query[: term.start] + written + query[term.end :]

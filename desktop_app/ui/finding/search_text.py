"""Changing the words of a query for the user: narrowing it to dates, joining it to a place."""

from __future__ import annotations

import re

from desktop_app.core.query import DateRange, Node, Or, Term, Words, quoted
from desktop_app.core.query_editing import without_terms


def with_date_range(query: str, kind: str, first: str, last: str) -> str:
    """The query narrowed to the days from first to last; an earlier narrowing is replaced."""
    span = first if first == last else f"{first}..{last}"
    return f"{without_date_range(query, kind)} {kind}:{span}".strip()


def without_date_range(query: str, kind: str) -> str:
    """The query without its narrowing to dates of this kind."""
    begins = re.compile(rf"(?:-|NOT\s+)?\(?{kind}:")

    def narrows(term: Term) -> bool:
        return begins.match(query[term.start : term.end]) is not None and _only_dates(term.wanted)

    return " ".join(without_terms(query, narrows).split())


def _only_dates(node: Node) -> bool:
    parts = node.parts if isinstance(node, Or) else (node,)
    return all(isinstance(part, DateRange) for part in parts)


def has_date_range(query: str, kind: str) -> bool:
    """Whether the query is narrowed to dates of this kind."""
    return without_date_range(query, kind) != " ".join(query.split())


def within(scope: str, query: str) -> str:
    """What matches both the place in the library (itself a query) and the typed query."""
    if not scope or not query.strip():
        return scope or query
    return " ".join(f"({part})" if " OR " in part else part for part in (scope, query))


#: An OR that isn't within quotation marks.
_OR = re.compile(r'\s+OR\s+(?=(?:[^"]*"[^"]*")*[^"]*$)')
_GROUP = re.compile(r"(?:-|NOT\s+)?\((.*)\)", re.DOTALL)
_WRITTEN = re.compile(r"(?:-|NOT\s+)?(?:([A-Za-z]+):)?(.*)", re.DOTALL)


def term_in_words(query: str, term: Term) -> tuple[str, str]:
    """The field of a condition, empty where it has none, and what is looked for there.

    Alternatives of one field are told together: ``published``, ``2024 or 2025``.
    """
    written = query[term.start : term.end]
    if isinstance(term.wanted, Or) and all(
        isinstance(part, Words | DateRange) for part in term.wanted.parts
    ):
        inner = _GROUP.fullmatch(written)
        parts = [_one_in_words(part) for part in _OR.split(inner[1] if inner else written)]
        fields = {field for field, _value in parts}
        if len(fields) == 1 and (field := fields.pop()):
            return field, " or ".join(value for _field, value in parts)
    return _one_in_words(written)


def _one_in_words(written: str) -> tuple[str, str]:
    match = _WRITTEN.fullmatch(written)
    field, value = (match[1] or "", match[2]) if match else ("", "")
    if field and len(value) > 1 and value[0] == value[-1] == '"':
        value = value[1:-1].replace('""', '"')
    return field.lower(), " ".join(value.split())


def tag_query(path: str) -> str:
    """The query for a tag and everything below it."""
    return f"tag:{quoted(path)}"


def person_query(name: str) -> str:
    """The query for the articles that name a person."""
    return f"person:{quoted(name)}"


def dossier_query(name: str) -> str:
    """The query for the articles that stand in a dossier."""
    return f"in:{quoted(name)}"

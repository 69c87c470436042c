"""A query's text changed term by term; what stands round a term stays as it was written."""

from __future__ import annotations

import re
from collections.abc import Callable

from desktop_app.core.folding import fold
from desktop_app.core.query import Node, Or, Term, parse_query, quoted, written_values

_MINUS = re.compile(r"-|NOT\s+")
TermTest = Callable[[Term], bool]


def without_terms(text: str, is_unwanted: TermTest) -> str:
    """The query without the terms of which this is true."""
    for term in reversed(parse_query(text).terms):
        if is_unwanted(term):
            text = replaced(text, term, "")
    return text


def replaced(text: str, term: Term, by: str) -> str:
    """The query with something else in a term's place."""
    before, after = text[: term.start].rstrip(), text[term.end :].lstrip()
    return " ".join(part for part in (before, by, after) if part)


def turned(text: str, term: Term) -> str:
    """The query with a term's opposite in its place."""
    written = text[term.start : term.end]
    if term.excludes:
        return replaced(text, term, _MINUS.sub("", written, count=1))
    return replaced(text, term, f"-({written})" if _is_bare_or(term, written) else f"-{written}")


def and_also(text: str, condition: str) -> str:
    """The query with one more condition; what would take it in is put into parentheses first."""
    narrowed = f"{text.strip()} {condition}".strip()
    if _conditions(narrowed) == [*_conditions(text), *_conditions(condition)]:
        return narrowed
    # Alternatives, and an OR or NOT left alone at an end, would make the condition part of theirs.
    return f"({text.strip()}) {condition}"


def with_tag_renamed(text: str, old: str, new: str) -> str:
    """The query that asks for a tag, and for those below it, by their new path."""
    key = fold(old)
    for each in reversed(written_values(text)):
        path = "/".join(part.strip() for part in each.value.split("/") if part.strip())
        if each.field == "tag" and f"{fold(path)}/".startswith(f"{key}/"):
            levels = path.split("/")[old.count("/") + 1 :]
            moved = f"tag:{quoted('/'.join((new, *levels)))}"
            text = f"{text[: each.start]}{moved}{text[each.end :]}"
    return text


def with_dossier_renamed(text: str, old: str, new: str) -> str:
    """The query that asks for what stands in a dossier by its new name."""
    key = fold(old)
    for each in reversed(written_values(text)):
        asked = fold(" ".join(each.value.split()))
        if each.field == "in" and asked in (key, key.replace(" ", "-")):
            text = f"{text[: each.start]}in:{quoted(new)}{text[each.end :]}"
    return text


def _conditions(text: str) -> list[Node]:
    return [term.node for term in parse_query(text).terms]


def _is_bare_or(term: Term, written: str) -> bool:
    return isinstance(term.node, Or) and isinstance(parse_query(f"{written} x").root, Or)

"""Facets: what the articles of a search have in common, and how a query is narrowed by them.

A query's text is the whole truth about what is chosen; here it is read for facets and written
anew. Pure; counting is the store's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.folding import fold
from desktop_app.core.query import DateRange, Flag, Node, Or, Term, Words, parse_query, quoted
from desktop_app.core.query_editing import and_also, replaced, without_terms


class FacetKind(StrEnum):
    """By what articles are told apart, in the order shown."""

    YEAR = "year"
    MONTH = "month"
    TAG = "tag"
    DOSSIER = "dossier"
    PERSON = "person"
    OUTLET = "outlet"
    LANGUAGE = "language"


#: An article has one of these, so several chosen are alternatives; of the others it has many.
ALTERNATIVES = (FacetKind.YEAR, FacetKind.MONTH, FacetKind.OUTLET, FacetKind.LANGUAGE)
_DATES = (FacetKind.YEAR, FacetKind.MONTH)
_BY_FIELD = {
    "tag": FacetKind.TAG,
    "person": FacetKind.PERSON,
    "publisher": FacetKind.OUTLET,
    "language": FacetKind.LANGUAGE,
}
_FIELDS = {kind: field for field, kind in _BY_FIELD.items()}
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Facet:
    """One value: a year ``2023``, a month ``2023-04``, a tag's path, a name, a language's code."""

    kind: FacetKind
    value: str

    @property
    def query(self) -> str:
        """The query for the articles that have it."""
        if self.kind in _DATES:
            return f"published:{self.value}"
        if self.kind is FacetKind.DOSSIER:
            return f"in:{quoted(self.value)}"
        return f"{_FIELDS[self.kind]}:{quoted(self.value)}"

    def same(self) -> tuple[FacetKind, str]:
        """What equal facets share, however they were written."""
        # A query may write a dossier's blanks as hyphens.
        value = self.value.replace("-", " ") if self.kind is FacetKind.DOSSIER else self.value
        return self.kind, fold(_SPACE.sub(" ", value)).strip()


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of the articles found have a facet."""

    facet: Facet
    articles: int


@dataclass(frozen=True, slots=True)
class FacetChoice:
    """The facets that a query asks for, and those it leaves out."""

    chosen: tuple[Facet, ...] = ()
    excluded: tuple[Facet, ...] = ()


def facet_choice(text: str) -> FacetChoice:
    """What the query says about facets."""
    chosen: list[Facet] = []
    excluded: list[Facet] = []
    for term in parse_query(text).terms:
        (excluded if term.excludes else chosen).extend(_facets_of(term.wanted))
    return FacetChoice(tuple(chosen), tuple(excluded))


def with_facet(text: str, facet: Facet) -> str:
    """The query narrowed to a facet; without it where it was chosen, wanted where left out."""
    choice = facet_choice(text)
    same = facet.same()
    was_chosen = any(each.same() == same for each in choice.chosen)
    text = without_facet(text, facet)
    if was_chosen:
        return text
    if facet.kind not in ALTERNATIVES:
        return and_also(text, facet.query)
    if facet.kind in _DATES:
        other = FacetKind.MONTH if facet.kind is FacetKind.YEAR else FacetKind.YEAR
        text = without_terms(text, lambda term: _is_about(term, other) and not term.excludes)
    for term in parse_query(text).terms:
        if _is_about(term, facet.kind) and not term.excludes:
            written = text[term.start : term.end].strip("()")
            return f"{text[: term.start]}({written} OR {facet.query}){text[term.end :]}"
    return and_also(text, facet.query)


def without(text: str, facet: Facet) -> str:
    """The query with a facet left out; where it is left out already, without a word about it."""
    same = facet.same()
    was_excluded = any(each.same() == same for each in facet_choice(text).excluded)
    text = without_facet(text, facet)
    return text if was_excluded else and_also(text, f"-{facet.query}")


def without_facet(text: str, facet: Facet) -> str:
    """The query that neither asks for a facet nor leaves it out."""
    same = facet.same()
    for term in reversed(parse_query(text).terms):
        facets = _facets_of(term.wanted)
        kept = [each for each in facets if each.same() != same]
        if len(kept) == len(facets):
            continue
        text = replaced(text, term, _alternatives(kept, excludes=term.excludes))
    return text


def without_facets(text: str, kinds: Iterable[FacetKind] = tuple(FacetKind)) -> str:
    """The query without a word about facets of these kinds."""
    wanted = tuple(kinds)
    return without_terms(text, lambda term: any(_is_about(term, kind) for kind in wanted))


def without_chosen(text: str, kinds: Iterable[FacetKind]) -> str:
    """The query that asks for no facet of these kinds; what it leaves out stays so."""
    wanted = tuple(kinds)
    return without_terms(
        text, lambda term: not term.excludes and any(_is_about(term, kind) for kind in wanted)
    )


def _is_about(term: Term, kind: FacetKind) -> bool:
    facets = _facets_of(term.wanted)
    return bool(facets) and facets[0].kind is kind


def _alternatives(facets: list[Facet], *, excludes: bool) -> str:
    if not facets:
        return ""
    words = " OR ".join(facet.query for facet in facets)
    words = f"({words})" if len(facets) > 1 else words
    return f"-{words}" if excludes else words


def _facets_of(node: Node) -> list[Facet]:
    """The facets that a condition is about: none, one, or alternatives of one kind."""
    if isinstance(node, Or):
        each = [_facets_of(part) for part in node.parts]
        found = [facets[0] for facets in each if len(facets) == 1]
        alike = len(found) == len(each) and len({facet.kind for facet in found}) == 1
        return found if alike else []
    facet = _facet(node)
    return [] if facet is None else [facet]


def _facet(node: Node) -> Facet | None:
    match node:
        case Words(text, field, False) if field in _BY_FIELD:
            return Facet(_BY_FIELD[field], text)
        case Flag("in", name) if name != "trash":
            return Facet(FacetKind.DOSSIER, name)
        case DateRange("published", first, last):
            return _date_facet(first, last)
        case _:
            return None


def _date_facet(first: str, last: str) -> Facet | None:
    if (first[4:], last[4:]) == ("-01-01", "-12-31") and first[:4] == last[:4]:
        return Facet(FacetKind.YEAR, first[:4])
    month = first[:7]
    if parse_query(f"published:{month}").root == DateRange("published", first, last):
        return Facet(FacetKind.MONTH, month)
    return None

"""Facets as the window sees them: counted for a search, with what is chosen of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.facets import (
    ALTERNATIVES,
    FacetChoice,
    FacetCount,
    FacetKind,
    facet_choice,
    without_chosen,
)
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive

if TYPE_CHECKING:
    from desktop_app.store.facets import FacetColumns

_DATES = (FacetKind.YEAR, FacetKind.MONTH)


@dataclass(frozen=True, slots=True)
class FacetReport:
    """The values of every kind with their counts, and what the query says about facets."""

    counts: dict[FacetKind, list[FacetCount]]
    choice: FacetChoice


class FacetSearch:
    """That of one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive
        self._columns: FacetColumns | None = None

    def facets(self, scope: str, typed: str, changed: Sequence[int] | None = ()) -> FacetReport:
        """The facets of what a place and a typed query find together.

        ``changed`` are the articles that were written since the last call, None for any. Of what
        is chosen among alternatives, the others are counted as if nothing were.
        """
        archive = self._archive()
        columns = self._facet_columns()
        archive.refresh_facets(columns, changed)
        found: dict[str, list[int]] = {}
        counts: dict[FacetKind, list[FacetCount]] = {}
        for kind in FacetKind:
            query = typed
            if kind in ALTERNATIVES:
                query = without_chosen(typed, _DATES if kind in _DATES else (kind,))
            if query not in found:
                parsed = parse_query(" ".join(f"({part})" for part in (scope, query) if part))
                found[query] = archive.search.ids(parsed)
            counts[kind] = archive.facet_counts(columns, kind, found[query])
        return FacetReport(counts, facet_choice(typed))

    def _facet_columns(self) -> FacetColumns:
        if self._columns is None:
            # Imported here: NumPy is nothing that the window's start should wait for.
            from desktop_app.store.facets import FacetColumns  # noqa: PLC0415

            self._columns = FacetColumns()
        return self._columns

"""What a search finds as the window sees it: counted by facets, persons and days."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.arrangement import Arrangement, ArticleGroup
from desktop_app.core.article import Person
from desktop_app.core.facets import (
    ALTERNATIVES,
    FacetChoice,
    FacetCount,
    FacetKind,
    facet_choice,
    without_chosen,
)
from desktop_app.core.network import PersonNetwork
from desktop_app.core.query import parse_query
from desktop_app.services.base.stopping import held
from desktop_app.store.archive import Archive

if TYPE_CHECKING:
    from desktop_app.core.timeline import TimelineRequest, TimelineScreen
    from desktop_app.store.counting.counting import Counting

#: So many articles take some 30 MB for each 100,000.
_PREPARED_UP_TO = 250_000
_DATES = (FacetKind.YEAR, FacetKind.MONTH)


@dataclass(frozen=True, slots=True)
class FacetReport:
    """The values of every kind with their counts, and what the query says about facets."""

    counts: dict[FacetKind, list[FacetCount]]
    choice: FacetChoice


class FoundCounts:
    """That of one archive, for any thread: one counts at a time, which takes milliseconds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._archive: Archive | None = None

    def prepare(self) -> None:
        """Read what is counted before anybody asks, so that the first answer comes at once too.

        It can be stopped, and leaves very large archives alone, of which it would fill the memory.
        """
        with self._remembering() as archive:
            if archive.search.count(parse_query("")) <= _PREPARED_UP_TO:
                archive.counting.prepare()

    def facets(self, scope: str, typed: str) -> FacetReport:
        """The facets of what a place and a typed query find together.

        Of what is chosen among alternatives, the others are counted as if nothing were.
        """
        counts: dict[FacetKind, list[FacetCount]] = {}
        with self._counting() as counting:
            for kind in FacetKind:
                query = typed
                if kind in ALTERNATIVES:
                    query = without_chosen(typed, _DATES if kind in _DATES else (kind,))
                parsed = parse_query(" ".join(f"({part})" for part in (scope, query) if part))
                counts[kind] = counting.facets(kind, parsed)
        return FacetReport(counts, facet_choice(typed))

    def groups(
        self, ids: Sequence[int], arrangement: Arrangement
    ) -> tuple[list[int], list[ArticleGroup]]:
        """What a search found group by group, and the groups."""
        with self._counting() as counting:
            return counting.groups(ids, arrangement)

    def persons(self, query: str, text: str = "", limit: int | None = None) -> list[Person]:
        """Persons named in the matching articles, most often named first, counted in them."""
        with self._counting() as counting:
            return counting.persons(parse_query(query), text=text, limit=limit)

    def together_with(self, person_id: int) -> list[tuple[Person, int]]:
        """Who else is named in the same articles as a person, and in how many."""
        with self._counting() as counting:
            return counting.together_with(person_id)

    def outlets(self, person_id: int) -> list[tuple[str, int]]:
        """The outlets that wrote about a person, with counts."""
        with self._counting() as counting:
            return counting.outlets(person_id)

    def months(self, person_id: int) -> dict[int, int]:
        """How often a person is named in each month, months counted from year 0."""
        with self._counting() as counting:
            return counting.months(person_id)

    def network_round(self, person_id: int, most: int) -> PersonNetwork:
        """A person with those named beside them most often, and how all are tied."""
        with self._counting() as counting:
            return counting.network_round(person_id, most)

    def timeline_screen(self, query: str, wanted: TimelineRequest) -> TimelineScreen:
        """Lanes of bars or single items for a stretch of time."""
        with self._remembering() as archive:
            return archive.timeline.screen(parse_query(query), wanted)

    def close(self) -> None:
        """Forget everything and close the connection; the next question opens one anew."""
        with self._lock:
            if self._archive is not None:
                self._archive.close()
            self._archive = None

    @contextmanager
    def _counting(self) -> Iterator[Counting]:
        with self._remembering() as archive:
            yield archive.counting

    @contextmanager
    def _remembering(self) -> Iterator[Archive]:
        with held(self._lock):
            if self._archive is None:
                # A connection of its own, since it remembers every article's days and what it is
                # counted by.
                self._archive = Archive.open(self._path)
            yield self._archive

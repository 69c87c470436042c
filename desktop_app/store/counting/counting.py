"""What a search finds, counted in memory: its facets, its persons, and how they are tied."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from desktop_app.core.arrangement import Arrangement, ArticleGroup
from desktop_app.core.article import Person
from desktop_app.core.facets import FacetCount, FacetKind
from desktop_app.core.network import PersonNetwork
from desktop_app.core.query import ParsedQuery
from desktop_app.store.base.connection import Connection
from desktop_app.store.counting.article_arrays import ArticleArrays
from desktop_app.store.counting.facets import FacetCounts
from desktop_app.store.counting.grouping import GroupedArticles
from desktop_app.store.counting.person_counting import MOST_PERSONS, PersonCounting
from desktop_app.store.people.person_reading import PersonReader
from desktop_app.store.search.found_masks import Mask
from desktop_app.store.search.search import Search


class Counting:
    """Counts exactly what the archive holds now; one thread at a time.

    The first call reads what every article has, later ones what was changed since. Ids that aren't
    there raise InputError. No query means every article outside the trash.
    """

    def __init__(self, connection: Connection, search: Search, reader: PersonReader) -> None:
        self._arrays = ArticleArrays(connection, search)
        self._facets = FacetCounts(connection, self._arrays)
        self._groups = GroupedArticles(connection, self._arrays)
        self._persons = PersonCounting(connection, self._arrays, reader)

    def prepare(self) -> None:
        """Read what every article has, so that no question waits for that; it can be stopped."""
        self._arrays.prepare()

    def facets(self, kind: FacetKind, parsed: ParsedQuery | None) -> list[FacetCount]:
        """The values of one kind that the articles have: dates newest first, else by count."""
        self._arrays.refresh()
        return self._facets.of(kind, self._arrays.found(parsed))

    def groups(
        self, ids: Sequence[int], arrangement: Arrangement
    ) -> tuple[list[int], list[ArticleGroup]]:
        """These articles group by group, each group in the order given, and the groups."""
        self._arrays.refresh()
        return self._groups.of(ids, arrangement)

    def persons(
        self, parsed: ParsedQuery | None, *, text: str = "", limit: int | None = None
    ) -> list[Person]:
        """The persons whom the articles name, most articles first, counted within them.

        ``text`` narrows to those with a name whose words begin so.
        """
        self._arrays.refresh()
        return self._persons.named_in(self._arrays.found(parsed), text=text, limit=limit)

    def together_with(self, person_id: int) -> list[tuple[Person, int]]:
        """Who else is named in the articles of a person, and in how many; most often first."""
        self._arrays.refresh()
        return self._persons.together_with(person_id)

    def outlets(self, person_id: int) -> list[tuple[str, int]]:
        """The outlets that published the articles naming a person, most often first."""
        self._arrays.refresh()
        return self._persons.outlets(person_id)

    def months(self, person_id: int) -> dict[int, int]:
        """How often a person is named in each month, months counted from year 0."""
        self._arrays.refresh()
        return self._persons.months(person_id)

    def network_round(self, person_id: int, most: int = MOST_PERSONS) -> PersonNetwork:
        """A person and those named with them most often, tied within the articles naming them."""
        self._arrays.refresh()
        return self._persons.network(self._persons.naming(person_id), most)

    def network_told(self, articles: ParsedQuery | Sequence[int]) -> PersonNetwork:
        """The persons named most in what a query finds or in these articles, and their ties.

        With all that is known of the persons.
        """
        found = self._found(articles)
        return self._persons.told(self._persons.network(found), found)

    def network_among(
        self, articles: ParsedQuery | Sequence[int], most: int = MOST_PERSONS
    ) -> tuple[PersonNetwork, int]:
        """The same with the persons' names alone; and how many are named there in all."""
        found = self._found(articles)
        return self._persons.network(found, most), self._persons.count(found)

    def _found(self, articles: ParsedQuery | Sequence[int]) -> Mask:
        self._arrays.refresh()
        if isinstance(articles, ParsedQuery):
            return self._arrays.found(articles)
        return self._arrays.mask(np.array(articles, np.int32))

"""Saved searches as the window and the terminal see them: kept, changed, counted, forgotten."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.core.article import SavedSearch
from desktop_app.core.errors import InputError
from desktop_app.core.query import parse_query
from desktop_app.store.archive import Archive


class SavedSearches:
    """Those of one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive

    def all(self) -> list[SavedSearch]:
        """Queries with names, in the user's order."""
        return self._archive().saved_searches.all()

    def counts(self) -> dict[int, int]:
        """How many articles each finds now, by its id; one that can't be searched is left out."""
        archive = self._archive()
        counts: dict[int, int] = {}
        for each in archive.saved_searches.all():
            try:
                counts[each.id] = archive.search.count(parse_query(each.query))
            except InputError:
                # Too many words: whoever goes there is told so, and the others are counted.
                continue
        return counts

    def save(self, name: str, query: str) -> int:
        """Keep a query under a name, in place of an earlier one of that name."""
        archive = self._archive()
        with archive.act(f"Saved the search “{name}”"):
            return archive.saved_searches.add(name, query)

    def change(self, search_id: int, name: str, query: str) -> None:
        """Give a saved search another name, another query or both."""
        archive = self._archive()
        with archive.act(f"Changed the search “{name}”"):
            archive.saved_searches.change(search_id, name, query)

    def move(self, search_id: int, by: int) -> None:
        """Put a saved search so many places further down, or with a negative number up."""
        archive = self._archive()
        with archive.act("Moved a saved search"):
            archive.saved_searches.move(search_id, by)

    def delete(self, search_id: int) -> None:
        """Forget a saved search."""
        archive = self._archive()
        with archive.act("Deleted a saved search"):
            archive.saved_searches.delete(search_id)

"""Queries with names."""

from __future__ import annotations

from desktop_app.core.article import SavedSearch
from desktop_app.core.errors import InputError
from desktop_app.core.folding import fold
from desktop_app.store.acts import Acts
from desktop_app.store.connection import Connection

_MAX_NAME_LENGTH = 200


class SavedSearchStore:
    """The saved searches of an archive."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def all(self) -> list[SavedSearch]:
        """Every saved search, by name."""
        rows = self._connection.rows("SELECT id, name, query FROM saved_searches")
        return sorted((SavedSearch(*row) for row in rows), key=lambda search: fold(search.name))

    def add(self, name: str, query: str) -> int:
        """Keep a query under a name, in place of an earlier one of that name; gives its id."""
        name = _checked_name(name)
        with self._acts.act("Saved a search"):
            self._connection.write(
                "INSERT INTO saved_searches (name, query) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET query = excluded.query",
                (name, query),
            )
        return int(self._connection.value("SELECT id FROM saved_searches WHERE name = ?", (name,)))

    def change(self, search_id: int, name: str, query: str) -> None:
        """Give a saved search another name and query.

        Raises InputError where there is none, or where another one has that name.
        """
        name = _checked_name(name)
        self._require(search_id)
        taken = "SELECT 1 FROM saved_searches WHERE name = ? AND id <> ?"
        if self._connection.value(taken, (name, search_id)) is not None:
            raise InputError(
                f"There is a saved search “{name}” already.", "Choose another name for this one."
            )
        with self._acts.act("Changed a saved search"):
            self._connection.write(
                "UPDATE saved_searches SET name = ?, query = ? WHERE id = ?",
                (name, query, search_id),
            )

    def delete(self, search_id: int) -> None:
        """Forget a saved search; raises InputError where there is none."""
        self._require(search_id)
        with self._acts.act("Deleted a saved search"):
            self._connection.write("DELETE FROM saved_searches WHERE id = ?", (search_id,))

    def _require(self, search_id: int) -> None:
        known = "SELECT 1 FROM saved_searches WHERE id = ?"
        if self._connection.value(known, (search_id,)) is None:
            raise InputError(
                f"There is no saved search {search_id}.", "It may have been deleted already."
            )


def _checked_name(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > _MAX_NAME_LENGTH:
        raise InputError(
            "A saved search needs a name.",
            f"Give one of at most {_MAX_NAME_LENGTH} characters.",
        )
    return name

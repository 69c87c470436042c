"""Queries with names."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.core.article import SavedSearch
from desktop_app.core.errors import InputError
from desktop_app.core.folding import fold
from desktop_app.store.base.connection import Connection
from desktop_app.store.undo.acts import Acts

_MAX_NAME_LENGTH = 200


class SavedSearchStore:
    """The saved searches of an archive."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def all(self) -> list[SavedSearch]:
        """Every saved search, in the user's order, by name where there is none."""
        rows = self._connection.rows("SELECT id, name, query, position FROM saved_searches")
        rows.sort(key=lambda row: (row["position"], fold(row["name"])))
        return [SavedSearch(*tuple(row)[:3]) for row in rows]

    def add(self, name: str, query: str) -> int:
        """Keep a query under a name, in place of an earlier one of that name; gives its id."""
        name = _checked_name(name)
        with self._acts.act("Saved a search"):
            self._connection.write(
                "INSERT INTO saved_searches (name, query, position)"
                # Behind the others once they have an order.
                " SELECT ?, ?, coalesce(max(position) + (max(position) > 0), 0)"
                " FROM saved_searches WHERE true"
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

    def rewrite(self, rewritten: Callable[[str], str]) -> None:
        """Change every query as told; for the part of an act that gives something another name."""
        for each in self.all():
            query = rewritten(each.query)
            if query != each.query:
                self.change(each.id, each.name, query)

    def move(self, search_id: int, by: int) -> None:
        """Put a saved search so many places further down, or with a negative number up."""
        self._require(search_id)
        ids = [each.id for each in self.all()]
        place = ids.index(search_id)
        ids.insert(min(max(place + by, 0), len(ids) - 1), ids.pop(place))
        with self._acts.act("Moved a saved search"):
            for position, each in enumerate(ids, 1):
                self._connection.write(
                    "UPDATE saved_searches SET position = ? WHERE id = ? AND position <> ?",
                    (position, each, position),
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

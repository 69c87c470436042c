"""What stands round persons: under which tags they are named.

Reads only; who is named with whom, and by which outlets, is counted by ``person_counting``.
"""

from __future__ import annotations

from desktop_app.store.base.article_ids import bounded_id
from desktop_app.store.base.connection import Connection
from desktop_app.store.search.query_sql import TRASH

_NAMING = (
    "SELECT DISTINCT t.article_id FROM article_people t WHERE t.person_id ="
    " (SELECT coalesce(merged_into, id) FROM persons WHERE id = ?)"
    f" AND t.article_id NOT IN ({TRASH})"
)


class PersonCompany:
    """Counts over the articles of a person."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def tags(self, person_id: int) -> list[tuple[str, int]]:
        """The tags of the articles naming a person, with their counts, most often first."""
        rows = self._connection.rows(
            "SELECT g.path, count(*) AS articles FROM article_tags x JOIN tags g ON g.id = x.tag_id"
            f" WHERE x.article_id IN ({_NAMING}) GROUP BY g.id ORDER BY articles DESC, g.path",
            (bounded_id(person_id),),
        )
        return [(row[0], row[1]) for row in rows]

"""When articles were fetched again the last time. Facts, not acts: no undo takes them back."""

from __future__ import annotations

import json
from collections.abc import Sequence

from desktop_app.core.refetch import LastLook
from desktop_app.store.base.connection import Connection

_KEEP = """
    INSERT INTO article_looks (article_id, looked, outcome, obstacle, message, gone_since)
    SELECT id, ?2, ?3, ?4, ?5, ?6 FROM articles WHERE id = ?1
    ON CONFLICT (article_id) DO UPDATE SET looked = excluded.looked, outcome = excluded.outcome,
        obstacle = excluded.obstacle, message = excluded.message, gone_since = excluded.gone_since
"""


class LookStore:
    """The last look at each article's address."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last(self, article_id: int) -> LastLook | None:
        """The last look at an article, None where it was never fetched again."""
        return self.last_of([article_id]).get(article_id)

    def last_of(self, ids: Sequence[int]) -> dict[int, LastLook]:
        """The last looks at these articles, by their ids."""
        rows = self._connection.rows(
            "SELECT article_id, looked, outcome, obstacle, message, gone_since FROM article_looks"
            " WHERE article_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {row[0]: LastLook(*row[1:]) for row in rows}

    def keep(self, article_id: int, look: LastLook) -> None:
        """Note a look; of an article that was deleted for good meanwhile nothing is noted."""
        values = (look.looked, look.outcome, look.obstacle, look.message, look.gone_since)
        self._connection.write(_KEEP, (article_id, *values))

"""By which key each article is cited: given once, and never changed or given to another.

A key is no act of the user's: undo leaves it, and that of an article which is gone stays taken.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from desktop_app.core.citation_key import FreeKeys, kept_key, proposed_key
from desktop_app.store.base.connection import Connection

_KEYS = """
    SELECT article_id, key FROM citation_keys
    WHERE article_id IN (SELECT value FROM json_each(?))
"""
_WITHOUT = """
    SELECT id, authors, publisher, published, title, url, agency, language FROM articles
    WHERE id IN (SELECT value FROM json_each(?))
        AND NOT EXISTS (SELECT 1 FROM citation_keys k WHERE k.article_id = articles.id)
    ORDER BY id
"""
_CITED = """
    SELECT k.key, k.article_id FROM citation_keys k JOIN articles a ON a.id = k.article_id
    WHERE k.key IN (SELECT value FROM json_each(?))
"""
_GIVE = "INSERT INTO citation_keys (article_id, key) VALUES (?, ?)"
#: For so many at once, all keys are read rather than looked up one by one.
_MANY = 500


class CitationKeyStore:
    """The keys of an archive's articles."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def known(self, ids: Sequence[int]) -> dict[int, str]:
        """The keys of those among these articles that have one."""
        rows = self._connection.rows(_KEYS, (json.dumps(list(ids)),))
        return {row[0]: row[1] for row in rows}

    def give(self, ids: Sequence[int]) -> dict[int, str]:
        """The keys of these articles; those without get one, all in one transaction.

        Articles that don't exist are left out.
        """
        wanted = json.dumps(list(ids))
        if self._connection.row(f"{_WITHOUT} LIMIT 1", (wanted,)) is not None:
            with self._connection.transaction():
                self._give_missing(wanted)
        return self.known(ids)

    def keep(self, keys: Mapping[int, str]) -> None:
        """Give articles the keys that another program knew them by, where these can be had.

        Not to be had is one that isn't safe everywhere, or that another article has; an article
        that has a key keeps it. That of an article which is gone is given on.
        """
        with self._connection.transaction():
            for article_id, told in keys.items():
                key = kept_key(told)
                if key and not self._has(article_id) and not self._is_cited(key):
                    self._connection.write("DELETE FROM citation_keys WHERE key = ?", (key,))
                    self._connection.write(_GIVE, (article_id, key))

    def articles(self, keys: Sequence[str]) -> dict[str, int]:
        """The articles that these keys cite, by their keys; what cites none is left out."""
        rows = self._connection.rows(_CITED, (json.dumps(list(keys)),))
        return {row[0]: row[1] for row in rows}

    def _give_missing(self, wanted: str) -> None:
        rows = self._connection.rows(_WITHOUT, (wanted,))
        free = FreeKeys(self._all().__contains__ if len(rows) > _MANY else self._is_taken)
        self._connection.write_many(
            _GIVE,
            [
                (row[0], free.give(proposed_key(json.loads(row["authors"]), *row[2:])))
                for row in rows
            ],
        )

    def _all(self) -> set[str]:
        return {key.lower() for key in self._connection.column("SELECT key FROM citation_keys")}

    def _is_taken(self, key: str) -> bool:
        return self._connection.row("SELECT 1 FROM citation_keys WHERE key = ?", (key,)) is not None

    def _is_cited(self, key: str) -> bool:
        """Whether an article that exists has the key."""
        return bool(self.articles([key]))

    def _has(self, article_id: int) -> bool:
        return bool(self.known([article_id]))

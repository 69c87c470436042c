"""Which article came from which item of another program, so that it never comes twice."""

from __future__ import annotations

from desktop_app.core.imported import Origin
from desktop_app.store.base.connection import Connection
from desktop_app.store.undo.acts import Acts

KEEP_ORIGIN = "INSERT OR IGNORE INTO article_origins (article_id, program, key) VALUES (?, ?, ?)"


class OriginStore:
    """The origins of an archive's articles, those in the trash included."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def known(self, program: str) -> dict[str, int]:
        """The articles that came from this program, by what it knows them by."""
        rows = self._connection.rows(
            "SELECT key, article_id FROM article_origins WHERE program = ?", (program,)
        )
        return {row["key"]: row["article_id"] for row in rows}

    def keep(self, article_id: int, origin: Origin) -> None:
        """Note that an article of the archive is this item of another program."""
        with self._acts.act("Noted where an article came from"):
            self._connection.write(KEEP_ORIGIN, (article_id, origin.program, origin.id))

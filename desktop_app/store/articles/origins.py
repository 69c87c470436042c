"""Which article came from which item of another program, so that it never comes twice."""

from __future__ import annotations

from desktop_app.core.imported import KnownItem, Origin
from desktop_app.store.base.connection import Connection
from desktop_app.store.undo.acts import Acts

KEEP_ORIGIN = """
    INSERT INTO article_origins (article_id, program, key, told) VALUES (?, ?, ?, ?)
    ON CONFLICT (program, key) DO UPDATE SET told = excluded.told
"""


class OriginStore:
    """The origins of an archive's articles, those in the trash included."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    def known(self, program: str) -> dict[str, KnownItem]:
        """The items that came from this program, by what it knows them by."""
        rows = self._connection.rows(
            "SELECT o.key, o.article_id, a.deleted IS NOT NULL, o.told FROM article_origins o"
            " JOIN articles a ON a.id = o.article_id WHERE o.program = ?",
            (program,),
        )
        return {row[0]: KnownItem(row[1], bool(row[2]), row[3]) for row in rows}

    def keep(self, article_id: int, origin: Origin) -> None:
        """Note that an article is this item of another program, and what was told of it so far."""
        with self._acts.act("Noted where an article came from"):
            values = (article_id, origin.program, origin.id, origin.told)
            self._connection.write(KEEP_ORIGIN, values)

"""How far the user has read each article; no act, so undo never touches it."""

from __future__ import annotations

from desktop_app.core.reading_place import ReadingPlace
from desktop_app.store.base.connection import Connection


class ReadingPlaceStore:
    """The places of an archive, one an article at most."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of_article(self, article_id: int) -> ReadingPlace | None:
        """Where an article was left; None where that was its beginning."""
        row = self._connection.row(
            "SELECT start, length, words FROM reading_places WHERE article_id = ?", (article_id,)
        )
        return None if row is None else ReadingPlace(row["start"], row["length"], row["words"])

    def keep(self, article_id: int, place: ReadingPlace) -> None:
        """Remember where an article was left; an article that is gone is passed over."""
        if not place.start:
            self._connection.write("DELETE FROM reading_places WHERE article_id = ?", (article_id,))
            return
        self._connection.write(
            "INSERT OR REPLACE INTO reading_places (article_id, start, length, words)"
            " SELECT id, ?, ?, ? FROM articles WHERE id = ?",
            (place.start, place.length, place.words, article_id),
        )

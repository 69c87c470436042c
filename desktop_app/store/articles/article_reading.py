"""Articles read whole, many at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from desktop_app.core.article import Article
from desktop_app.store.articles.article_rows import tags_of
from desktop_app.store.articles.highlights import HighlightStore
from desktop_app.store.articles.snapshots import SnapshotStore
from desktop_app.store.base.article_state import with_edits
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.revision_state import STATE, state_of
from desktop_app.store.copies.copy_reading import copies_of
from desktop_app.store.people.person_reading import PersonReader

#: How many articles are read together; each is unpacked by itself.
_AT_ONCE = 100
_ROWS = f"""
    SELECT a.*, {STATE} FROM articles a JOIN revisions r ON r.id = a.revision_id
    WHERE a.id IN (SELECT value FROM json_each(?))
"""


class ArticleReader:
    """Reads articles with all that belongs to them."""

    def __init__(
        self,
        connection: Connection,
        people: PersonReader,
        highlights: HighlightStore,
        snapshots: SnapshotStore,
    ) -> None:
        self._connection = connection
        self._people = people
        self._highlights = highlights
        self._snapshots = snapshots

    def several(self, ids: Sequence[int]) -> Iterator[Article]:
        """These articles in the order asked; those gone are left out."""
        for first in range(0, len(ids), _AT_ONCE):
            yield from self._together(ids[first : first + _AT_ONCE])

    def _together(self, ids: Sequence[int]) -> Iterator[Article]:
        rows = {row["id"]: row for row in self._connection.rows(_ROWS, (json.dumps(list(ids)),))}
        people = self._people.tied(ids)
        tags, copies = tags_of(self._connection, ids), copies_of(self._connection, ids)
        highlights, snapshots = self._highlights.of_articles(ids), self._snapshots.infos(ids)
        for article_id in ids:
            row = rows.get(article_id)
            if row is None:
                continue
            edits = json.loads(row["edits"])
            yield Article(
                id=article_id,
                captured=row["captured"],
                clean=people.named_in(article_id, with_edits(state_of(row), edits)),
                revision_id=row["revision_id"],
                tags=tags.get(article_id, ()),
                highlights=tuple(highlights.get(article_id, ())),
                note=row["note"],
                unread=bool(row["unread"]),
                starred=bool(row["starred"]),
                deleted=row["deleted"] is not None,
                edited=frozenset(edits) | ({"markdown"} if row["text_edited"] else set()),
                snapshot=snapshots.get(article_id),
                copies=copies.get(article_id, ()),
            )

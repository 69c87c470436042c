"""Emptying the trash: the one thing that no undo takes back, since it is there to free the room."""

from __future__ import annotations

import json
from collections.abc import Callable

from desktop_app.core.counted import count_articles
from desktop_app.store.base.archive_format import FORGET_KEPT
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.copy_grouping import regroup
from desktop_app.store.base.person_counts import refresh
from desktop_app.store.base.stopping import heeded_act, unstoppable
from desktop_app.store.copies.copy_packs import forget_gone
from desktop_app.store.dossiers.dossier_entries import keep_titles
from desktop_app.store.search.query_sql import TRASH
from desktop_app.store.undo.acts import Acts
from desktop_app.store.words.word_index import WordIndex

#: So many articles go in one transaction; stopping leaves the others in the trash.
_BATCH = 2_000
#: Of what each article has many, all go at once, which is quicker than with their articles.
_MANY_EACH = ("article_people", "events", "article_tags")
_IN = "IN (SELECT value FROM json_each(?))"


class Trash:
    """The deleted articles of an archive."""

    def __init__(self, connection: Connection, acts: Acts, words: WordIndex) -> None:
        self._connection = connection
        self._acts = acts
        self._words = words

    def count(self) -> int:
        """How many articles are in it."""
        return int(self._connection.value(f"SELECT count(*) FROM ({TRASH})"))

    def empty(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> int:
        """Delete its articles for good, with captures, revisions, notes and highlights.

        Gives how many: not all of them where that was stopped. What was undone before can't be
        done again afterwards. The file gets no smaller until it is compacted: its free room is
        used for what comes next.
        """
        ids = self._connection.column(f"{TRASH} ORDER BY id")
        gone = 0
        stop = heeded_act()
        while gone < len(ids) and not cancelled() and not (stop is not None and stop.is_given):
            batch = ids[gone : gone + _BATCH]
            with unstoppable():
                self._delete(batch)
            gone += len(batch)
            progress(gone, len(ids))
            if stop is not None:
                stop.tell(gone, len(ids))
        if gone:
            with unstoppable(), self._connection.transaction():
                forget_gone(self._connection)
        return gone

    def _delete(self, ids: list[int]) -> None:
        wanted = json.dumps(ids)
        with self._connection.transaction():
            counted = count_articles(len(ids))
            self._acts.note_deletion(f"Deleted {counted} for good", ids)
            snapshots = self._connection.column(
                f"SELECT DISTINCT snapshot_id FROM captures WHERE article_id {_IN}", (wanted,)
            )
            keep_titles(self._connection, wanted)
            self._connection.write(FORGET_KEPT)
            with self._words.following(ids):
                for table in _MANY_EACH:
                    self._connection.write(f"DELETE FROM {table} WHERE article_id {_IN}", (wanted,))
                self._connection.write(f"DELETE FROM articles WHERE id {_IN}", (wanted,))
            self._connection.write(
                f"DELETE FROM snapshots WHERE id {_IN}"
                " AND NOT EXISTS (SELECT 1 FROM captures WHERE snapshot_id = snapshots.id)",
                (json.dumps(snapshots),),
            )
            self._connection.write(
                "DELETE FROM tags WHERE id NOT IN (SELECT tag_id FROM article_tags)"
            )
            refresh(self._connection)
            regroup(self._connection)

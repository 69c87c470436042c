"""Articles whose pages are fetched again on a schedule."""

from __future__ import annotations

import json
from collections.abc import Sequence
from sqlite3 import Row

from desktop_app.core.fetch_queue import WatchedPage
from desktop_app.core.fetch_states import Interval
from desktop_app.store.base.connection import Connection

_PAGES = (
    "SELECT w.*, coalesce(a.title, '') AS title, a.url FROM watched_pages w"
    " JOIN articles a ON a.id = w.article_id WHERE a.deleted IS NULL AND a.url IS NOT NULL"
)


class WatchedPages:
    """The watched pages of an archive; those of articles in the trash wait there."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> list[WatchedPage]:
        """Every watched page, the next one first."""
        rows = self._connection.rows(f"{_PAGES} ORDER BY w.next_look, w.article_id")
        return [_page(row) for row in rows]

    def due(self, now: float) -> list[WatchedPage]:
        """Those whose time has come."""
        rows = self._connection.rows(f"{_PAGES} AND w.next_look <= ? ORDER BY w.next_look", (now,))
        return [_page(row) for row in rows]

    def intervals(self, ids: Sequence[int]) -> dict[int, Interval]:
        """How often these articles are watched; those that aren't are left out."""
        rows = self._connection.rows(
            "SELECT article_id, every FROM watched_pages"
            " WHERE article_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {row[0]: Interval(row[1]) for row in rows}

    def watch(self, article_id: int, every: Interval, next_look: float) -> None:
        """Watch an article's page from now on, or as often as this."""
        self._connection.write(
            "INSERT INTO watched_pages (article_id, every, next_look) VALUES (?, ?, ?)"
            " ON CONFLICT (article_id) DO UPDATE SET every = excluded.every,"
            " next_look = excluded.next_look, unchanged = 0, failures = 0",
            (article_id, str(every), next_look),
        )

    def forget(self, ids: Sequence[int]) -> None:
        """Watch these no more."""
        self._connection.write(
            "DELETE FROM watched_pages WHERE article_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )

    def look_soon(self, ids: Sequence[int]) -> None:
        """Let the time of these have come."""
        self._connection.write(
            "UPDATE watched_pages SET next_look = 0"
            " WHERE article_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )

    def note_look(self, page: WatchedPage) -> None:
        """Keep what came of looking, and when to look next."""
        self._connection.write(
            "UPDATE watched_pages SET next_look = ?, last_look = ?, unchanged = ?, failures = ?,"
            " result = ? WHERE article_id = ?",
            (
                page.next_look,
                page.last_look,
                page.unchanged,
                page.failures,
                page.result,
                page.article_id,
            ),
        )


def _page(row: Row) -> WatchedPage:
    return WatchedPage(
        row["article_id"],
        row["title"],
        row["url"],
        Interval(row["every"]),
        row["next_look"],
        row["last_look"],
        row["unchanged"],
        row["failures"],
        row["result"],
    )

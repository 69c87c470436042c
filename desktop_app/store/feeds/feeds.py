"""The feeds of an archive: which are followed and how, and what came of looking at them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from sqlite3 import Row

from desktop_app.core.errors import InputError
from desktop_app.core.feeds import Feed
from desktop_app.core.fetch_states import Interval
from desktop_app.store.base.connection import Connection

_FEEDS = """
    SELECT f.*, coalesce(c.etag, '') AS etag, coalesce(c.last_modified, '') AS last_modified,
        coalesce(c.next_check, 0) AS next_check, c.last_check, coalesce(c.failures, 0) AS failures,
        coalesce(c.problem, '') AS problem, coalesce(c.moved_to, '') AS moved_to,
        (SELECT count(*) FROM feed_items i WHERE i.state = 'new' AND i.feed_id = f.id) AS new
    FROM feeds f LEFT JOIN feed_checks c ON c.feed_id = f.id
"""


class FeedStore:
    """Whoever changes what the user decides does so within an act."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Reading

    def all(self) -> list[Feed]:
        """Every feed, by its title."""
        rows = self._connection.rows(_FEEDS)
        return sorted(map(_feed, rows), key=lambda feed: (feed.name.casefold(), feed.id))

    def get(self, feed_id: int) -> Feed:
        """One feed; raises InputError where there is none."""
        row = self._connection.row(f"{_FEEDS} WHERE f.id = ?", (feed_id,))
        if row is None:
            raise InputError(f"There is no feed {feed_id}.", "See `cuttings feeds`.")
        return _feed(row)

    def find(self, url: str) -> Feed | None:
        """The feed at this address, if it is followed."""
        row = self._connection.row(f"{_FEEDS} WHERE f.url = ?", (url,))
        return None if row is None else _feed(row)

    def due(self, now: float) -> list[Feed]:
        """Those whose time has come, the one that waits longest first; none while all pause."""
        if self.is_paused():
            return []
        where = "WHERE coalesce(c.next_check, 0) <= ? ORDER BY coalesce(c.next_check, 0), f.id"
        return [_feed(row) for row in self._connection.rows(f"{_FEEDS} {where}", (now,))]

    def is_paused(self) -> bool:
        """Whether the user wants no feed to be looked at for now."""
        return bool(self._connection.value("SELECT paused FROM feed_pause"))

    # What the user decides

    def add(self, feed: Feed) -> int:
        """Follow a feed; gives its id."""
        columns = "url, title, site_url, every, query, clips_itself, tags, ignores_robots"
        return self._connection.write(
            f"INSERT INTO feeds ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _values(feed)
        )

    def change(self, feed: Feed) -> None:
        """Follow a feed in another way."""
        self._connection.write(
            "UPDATE feeds SET url = ?, title = ?, site_url = ?, every = ?, query = ?,"
            " clips_itself = ?, tags = ?, ignores_robots = ? WHERE id = ?",
            (*_values(feed), feed.id),
        )

    def remove(self, ids: Sequence[int]) -> None:
        """Follow these no more; their items go, articles made of them stay."""
        wanted = (json.dumps(list(ids)),)
        some = "IN (SELECT value FROM json_each(?))"
        self._connection.write(f"DELETE FROM feed_items WHERE feed_id {some}", wanted)
        self._connection.write(f"DELETE FROM feeds WHERE id {some}", wanted)

    def set_paused(self, paused: bool) -> None:
        """Look at no feed any more, or go on."""
        with self._connection.transaction():
            self._connection.write("DELETE FROM feed_pause")
            self._connection.write("INSERT INTO feed_pause (paused) VALUES (?)", (paused,))

    # What looking tells

    def note_check(self, feed: Feed) -> None:
        """Keep what came of looking at a feed, and when to look next."""
        self._connection.write(
            "INSERT INTO feed_checks (feed_id, etag, last_modified, next_check, last_check,"
            " failures, problem, moved_to) SELECT ?, ?, ?, ?, ?, ?, ?, ?"
            " WHERE EXISTS (SELECT 1 FROM feeds WHERE id = ?1)"
            " ON CONFLICT (feed_id) DO UPDATE SET etag = excluded.etag,"
            " last_modified = excluded.last_modified, next_check = excluded.next_check,"
            " last_check = excluded.last_check, failures = excluded.failures,"
            " problem = excluded.problem, moved_to = excluded.moved_to",
            (
                feed.id,
                feed.etag,
                feed.last_modified,
                feed.next_check,
                feed.last_check,
                feed.failures,
                feed.problem,
                feed.moved_to,
            ),
        )

    def look_soon(self, ids: Sequence[int]) -> None:
        """Have these looked at when feeds are looked at next."""
        self._connection.write(
            "UPDATE feed_checks SET next_check = 0"
            " WHERE feed_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )

    def name(self, feed_id: int, title: str, site_url: str) -> None:
        """What a feed calls itself, where nobody called it otherwise."""
        self._connection.write(
            "UPDATE feeds SET title = CASE title WHEN '' THEN ? ELSE title END,"
            " site_url = CASE site_url WHEN '' THEN ? ELSE site_url END WHERE id = ?"
            " AND (title = '' OR site_url = '')",
            (title, site_url, feed_id),
        )


def _values(feed: Feed) -> tuple[object, ...]:
    return (
        feed.url,
        feed.title,
        feed.site_url,
        str(feed.every),
        feed.query,
        feed.clips_itself,
        json.dumps(feed.tags, ensure_ascii=False),
        feed.ignores_robots,
    )


def _feed(row: Row) -> Feed:
    return Feed(
        row["id"],
        row["url"],
        row["title"],
        row["site_url"],
        Interval(row["every"]),
        row["query"],
        bool(row["clips_itself"]),
        tuple(json.loads(row["tags"])),
        bool(row["ignores_robots"]),
        row["etag"],
        row["last_modified"],
        row["next_check"],
        row["last_check"],
        row["failures"],
        row["problem"],
        row["moved_to"],
        row["new"],
    )

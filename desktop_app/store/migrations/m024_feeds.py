"""The tables of feeds. What the user does is logged and undone; what looking finds is not.

Hence how a feed is followed and what came of looking at it lie in two tables.
"""

from __future__ import annotations

from sqlite_utils import Database

_SQL = """
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    site_url TEXT NOT NULL DEFAULT '',
    every TEXT NOT NULL,
    query TEXT NOT NULL DEFAULT '',
    clips_itself INTEGER NOT NULL DEFAULT 0,
    tags TEXT NOT NULL DEFAULT '[]',
    ignores_robots INTEGER NOT NULL DEFAULT 0
);
-- ``next_check`` in seconds since 1970; ``failures`` in a row.
CREATE TABLE feed_checks (
    feed_id INTEGER PRIMARY KEY REFERENCES feeds(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    next_check REAL NOT NULL DEFAULT 0,
    last_check TEXT,
    failures INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT '',
    moved_to TEXT NOT NULL DEFAULT ''
);
-- ``key`` is what the addresses of one page have in common; ``sorted`` the published time, or
-- where that isn't known or lies ahead, the time at which the item was first seen; ``seen`` the
-- day on which the feed last had it.
CREATE TABLE feed_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    feed_id INTEGER NOT NULL REFERENCES feeds(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL,
    guid TEXT NOT NULL DEFAULT '',
    url TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    added TEXT NOT NULL,
    sorted TEXT NOT NULL,
    seen TEXT NOT NULL,
    state TEXT NOT NULL,
    UNIQUE (feed_id, key)
);
CREATE INDEX feed_items_by_state ON feed_items(state, feed_id, sorted);
CREATE INDEX feed_items_by_key ON feed_items(key);
CREATE INDEX feed_items_by_guid ON feed_items(feed_id, guid) WHERE guid <> '';
CREATE TABLE feed_pause (paused INTEGER NOT NULL);
"""


def m024_feeds(db: Database) -> None:
    """Feeds that are followed, and the items that they brought."""
    db.executescript(_SQL)

"""The tables of the queue and of watched pages. No act logs them: they tell what is being done."""

from __future__ import annotations

from sqlite_utils import Database

_SQL = """
-- ``url`` is the address as it is fetched; ``next_try`` in seconds since 1970.
CREATE TABLE fetch_queue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    url TEXT NOT NULL UNIQUE,
    host TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    reason TEXT NOT NULL DEFAULT '',
    advice TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    next_try REAL NOT NULL DEFAULT 0,
    added TEXT NOT NULL,
    tags TEXT NOT NULL DEFAULT '[]',
    ignores_robots INTEGER NOT NULL DEFAULT 0,
    takes_anything INTEGER NOT NULL DEFAULT 0,
    article_id INTEGER REFERENCES articles(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX fetch_queue_by_state ON fetch_queue(state, host, next_try);
CREATE INDEX fetch_queue_by_article ON fetch_queue(article_id) WHERE article_id IS NOT NULL;
-- Sites of which the user said that their robots.txt doesn't count.
CREATE TABLE fetch_hosts (
    host TEXT PRIMARY KEY,
    ignores_robots INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE fetch_pause (paused INTEGER NOT NULL);
-- ``next_look`` in seconds since 1970; ``unchanged`` and ``failures`` in a row.
CREATE TABLE watched_pages (
    article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    every TEXT NOT NULL,
    next_look REAL NOT NULL,
    last_look TEXT,
    unchanged INTEGER NOT NULL DEFAULT 0,
    failures INTEGER NOT NULL DEFAULT 0,
    result TEXT NOT NULL DEFAULT ''
);
CREATE INDEX watched_pages_by_time ON watched_pages(next_look);
"""


def m018_fetch_queue(db: Database) -> None:
    """Addresses that wait to be fetched; watched pages."""
    db.executescript(_SQL)

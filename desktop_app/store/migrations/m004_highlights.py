"""Passages that the user marked."""

from __future__ import annotations

from sqlite_utils import Database

_SQL = """
-- Quotes that the user marked, each with its place in the newest text, NULL where it is gone.
CREATE TABLE highlights (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL DEFAULT '',
    suffix TEXT NOT NULL DEFAULT '',
    start INTEGER,
    end INTEGER,
    colour TEXT NOT NULL,
    note TEXT NOT NULL DEFAULT '',
    created TEXT NOT NULL
);
CREATE INDEX highlights_by_article ON highlights(article_id, start);
CREATE INDEX highlights_by_created ON highlights(created);
ALTER TABLE articles ADD COLUMN highlights INTEGER NOT NULL DEFAULT 0;
CREATE INDEX articles_highlighted ON articles(id) WHERE highlights > 0;
"""


def m004_highlights(db: Database) -> None:
    """Highlights with their quotes and notes, and their number beside each article."""
    db.executescript(_SQL)

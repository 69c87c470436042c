"""Where reading goes on."""

from __future__ import annotations

from sqlite_utils import Database

_SQL = """
-- How far each article was read: a character of the text of that time, and the words there.
CREATE TABLE reading_places (
    article_id INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    words TEXT NOT NULL
);
"""


def m007_reading_places(db: Database) -> None:
    """Where each article was left."""
    db.executescript(_SQL)

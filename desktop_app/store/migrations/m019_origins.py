"""Other programs' exports, which may be read again without bringing anything twice."""

from __future__ import annotations

from sqlite_utils import Database

_SQL = """
CREATE TABLE article_origins (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    program TEXT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (program, key)
);
CREATE INDEX article_origins_by_article ON article_origins(article_id);
"""


def m019_origins(db: Database) -> None:
    """Which articles came from which items of other programs."""
    db.executescript(_SQL)

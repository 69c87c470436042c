"""Articles in an order of their own, with headings and texts between them."""

from __future__ import annotations

from sqlite_utils import Database

_SQL = """
CREATE TABLE dossiers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    key TEXT NOT NULL UNIQUE,
    subtitle TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',
    abstract TEXT NOT NULL DEFAULT '',
    by_date INTEGER NOT NULL DEFAULT 0
);
-- ``title`` and the dates of an article are as they were when it came in, and brought up to date
-- when it is deleted for good: then they are all that is left of it.
CREATE TABLE dossier_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dossier_id INTEGER NOT NULL REFERENCES dossiers(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    place TEXT NOT NULL,
    kind TEXT NOT NULL,
    article_id INTEGER REFERENCES articles(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    title TEXT NOT NULL DEFAULT '',
    published TEXT,
    published_sort TEXT NOT NULL DEFAULT '',
    level INTEGER NOT NULL DEFAULT 1,
    markdown TEXT NOT NULL DEFAULT '',
    excerpts TEXT
);
CREATE INDEX dossier_entries_in_order ON dossier_entries(dossier_id, place, id);
CREATE INDEX dossier_entries_by_article ON dossier_entries(article_id, dossier_id)
    WHERE article_id IS NOT NULL;
CREATE INDEX dossier_entries_articles ON dossier_entries(dossier_id, article_id)
    WHERE article_id IS NOT NULL;
"""


def m011_dossiers(db: Database) -> None:
    """Dossiers with their entries."""
    db.executescript(_SQL)

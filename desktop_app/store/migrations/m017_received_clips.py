"""Pages that browsers send, which no sudden end may lose."""

from __future__ import annotations

from sqlite_utils import Database

_SQL = """
-- What a browser sent, from the moment it came until it is an article; then the content goes, and
-- the rest says what became of it. No act: undo takes back the article, not that it was sent.
CREATE TABLE received_clips (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    received TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'queued',
    claimed TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    content BLOB,
    article_id INTEGER,
    message TEXT
);
CREATE INDEX received_clips_waiting ON received_clips(id) WHERE state IN ('queued', 'working');
"""


def m017_received_clips(db: Database) -> None:
    """What browsers sent and what became of it."""
    db.executescript(_SQL)

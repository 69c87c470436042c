"""Keys that the user's texts cite articles by, which must never change their meaning."""

from __future__ import annotations

from sqlite_utils import Database

_SQL = """
-- No act, so undo never takes a key back; without a reference, as the key of an article that was
-- deleted for good is never another's: texts may cite it.
CREATE TABLE citation_keys (
    article_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE COLLATE NOCASE
);
"""


def m027_citation_keys(db: Database) -> None:
    """By which keys articles are cited."""
    db.executescript(_SQL)

"""Saved searches that the user puts in order."""

from __future__ import annotations

from sqlite_utils import Database

_SQL = """
-- Where each saved search stands; 0 for all while they stand by name.
ALTER TABLE saved_searches ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
"""


def m009_order_of_searches(db: Database) -> None:
    """The user's order of the saved searches."""
    db.executescript(_SQL)

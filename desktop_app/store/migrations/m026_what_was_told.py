"""Imports that bring only what is new since the last one."""

from __future__ import annotations

from sqlite_utils import Database


def m026_what_was_told(db: Database) -> None:
    """What another program's exports told of an item so far; empty where that isn't known."""
    db.execute("ALTER TABLE article_origins ADD COLUMN told TEXT NOT NULL DEFAULT ''")

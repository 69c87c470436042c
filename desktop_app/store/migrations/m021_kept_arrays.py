"""Counts that are there as soon as the archive is opened."""

from __future__ import annotations

from sqlite_utils import Database


def m021_kept_arrays(db: Database) -> None:
    """What articles are counted by, kept from session to session."""
    db.execute("CREATE TABLE kept_arrays (name TEXT PRIMARY KEY, content BLOB NOT NULL)")

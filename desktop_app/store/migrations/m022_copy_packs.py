"""Comparing a new text with hundreds of thousands without as many rows to read."""

from __future__ import annotations

from sqlite_utils import Database


def m022_copy_packs(db: Database) -> None:
    """Fingerprints of many articles in one row; those there are get packed with the next one."""
    db.execute(
        "CREATE TABLE copy_packs (last INTEGER PRIMARY KEY, articles BLOB NOT NULL,"
        " fingerprints BLOB NOT NULL)"
    )

"""Colours that the user gives to tags, and the times that recent changes show."""

from __future__ import annotations

from sqlite_utils import Database

_SQL = """
-- By path, as a parent that no article carries itself may have a colour too.
CREATE TABLE tag_colours (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    colour TEXT NOT NULL
);
-- When an act was done, in UTC; NULL for those of older archives.
ALTER TABLE acts ADD COLUMN done TEXT;
"""


def m006_tag_colours(db: Database) -> None:
    """Colours of tags; when each act was done."""
    db.executescript(_SQL)

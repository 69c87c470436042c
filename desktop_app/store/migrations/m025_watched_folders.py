"""The tables of watched folders: which are watched is the user's act, what they hold isn't."""

from __future__ import annotations

from sqlite_utils import Database

_SQL = """
CREATE TABLE watched_folders (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    tags TEXT NOT NULL DEFAULT '[]',
    problem TEXT NOT NULL DEFAULT ''
);
-- ``size`` in bytes, ``modified`` in nanoseconds since 1970: a file that has others is another one.
-- The files of a folder that is watched no more stay known, since undo may bring it back.
CREATE TABLE folder_files (
    folder_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    article_id INTEGER REFERENCES articles(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    looked TEXT NOT NULL,
    PRIMARY KEY (folder_id, name)
) WITHOUT ROWID;
CREATE INDEX folder_files_by_article ON folder_files(article_id) WHERE article_id IS NOT NULL;
"""


def m025_watched_folders(db: Database) -> None:
    """Folders that are watched for pages, and what became of the files in them."""
    db.executescript(_SQL)

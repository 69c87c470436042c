"""Names that may be spellings of one person."""

from __future__ import annotations

from sqlite_utils import Database

from desktop_app.core.name_spelling import block_keys

_SQL = """
-- Keys by which a new name finds those that it may be another spelling of.
CREATE TABLE person_blocks (
    id INTEGER PRIMARY KEY,
    name_id INTEGER NOT NULL REFERENCES person_names(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL,
    UNIQUE (name_id, key)
);
CREATE INDEX person_blocks_by_key ON person_blocks(key, name_id);
-- Two persons who may be one: asked, put off, or refused for good by the user.
CREATE TABLE person_suggestions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id INTEGER NOT NULL REFERENCES persons(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    other_id INTEGER NOT NULL REFERENCES persons(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    reason TEXT NOT NULL,
    refused INTEGER NOT NULL DEFAULT 0,
    postponed INTEGER NOT NULL DEFAULT 0,
    UNIQUE (person_id, other_id)
);
CREATE INDEX person_suggestions_open ON person_suggestions(refused, postponed, id);
CREATE INDEX person_suggestions_by_other ON person_suggestions(other_id);
-- The user's word on a name in one article: it is this person, after every re-analysis too.
CREATE TABLE article_person_choices (
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES persons(id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (article_id, key)
);
CREATE INDEX article_person_choices_by_person ON article_person_choices(person_id);
"""


def m002_same_persons(db: Database) -> None:
    """Keys of likely spellings, the queue of persons who may be one, choices for one article."""
    db.executescript(_SQL)
    names = db.execute("SELECT id, name FROM person_names WHERE owns = 1").fetchall()
    db.conn.executemany(
        "INSERT INTO person_blocks (name_id, key) VALUES (?, ?)",
        ((name_id, key) for name_id, name in names for key in sorted(block_keys(name))),
    )

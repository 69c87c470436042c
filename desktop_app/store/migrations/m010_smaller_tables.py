"""Smaller archives: ``state_compression`` does the rest, behind the steps."""

from __future__ import annotations

from sqlite_utils import Database

_SQL = """
-- The snapshot whose bytes are the dictionary of the state's frame; NULL for a frame by itself.
ALTER TABLE revisions ADD COLUMN snapshot_id INTEGER REFERENCES snapshots(id) ON DELETE RESTRICT;
CREATE INDEX revisions_by_snapshot ON revisions(snapshot_id) WHERE snapshot_id IS NOT NULL;
-- The name's key follows from the text.
ALTER TABLE article_people DROP COLUMN key;
-- Two indexes, of which one is narrow, in place of two with every key.
CREATE TABLE new_blocks (
    id INTEGER PRIMARY KEY,
    name_id INTEGER NOT NULL REFERENCES person_names(id) ON DELETE CASCADE
        DEFERRABLE INITIALLY DEFERRED,
    key TEXT NOT NULL,
    UNIQUE (key, name_id)
);
INSERT INTO new_blocks SELECT id, name_id, key FROM person_blocks;
DROP TABLE person_blocks;
ALTER TABLE new_blocks RENAME TO person_blocks;
CREATE INDEX person_blocks_by_name ON person_blocks(name_id);
DROP INDEX persons_by_merge;
CREATE INDEX persons_by_merge ON persons(merged_into) WHERE merged_into IS NOT NULL;
"""


def m010_smaller_tables(db: Database) -> None:
    """Narrower tables of persons; states that name their page, which ``compress_states`` does."""
    db.executescript(_SQL)

"""The id of a key tells the name, so that neither a column nor an index of names is needed."""

from __future__ import annotations

from sqlite_utils import Database

from desktop_app.store.base.archive_format import BLOCKS_A_NAME

_SQL = f"""
CREATE TABLE numbered_blocks (id INTEGER PRIMARY KEY, key TEXT NOT NULL);
INSERT INTO numbered_blocks
    SELECT name_id * {BLOCKS_A_NAME} + number, key FROM (SELECT name_id, key,
        row_number() OVER (PARTITION BY name_id ORDER BY key) - 1 AS number FROM person_blocks)
    WHERE number < {BLOCKS_A_NAME} ORDER BY 1;
DROP TABLE person_blocks;
ALTER TABLE numbered_blocks RENAME TO person_blocks;
CREATE INDEX person_blocks_by_key ON person_blocks(key);
CREATE TRIGGER blocks_go_with_their_name AFTER DELETE ON person_names BEGIN
    DELETE FROM person_blocks
    WHERE id >= old.id * {BLOCKS_A_NAME} AND id < (old.id + 1) * {BLOCKS_A_NAME};
END;
-- Noted with ids that mean something else now. Names take their keys along without it.
DELETE FROM act_changes WHERE table_name = 'person_blocks';
"""


def m015_numbered_blocks(db: Database) -> None:
    """Keys of likely spellings without a column and an index for the name."""
    db.executescript(_SQL)

"""Making an archive of before version 10 smaller: its tables, and the states of its revisions."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.core.errors import ArchiveError
from desktop_app.store.articles.snapshots import SnapshotStore
from desktop_app.store.base.archive_format import BLOCKS_A_NAME
from desktop_app.store.base.article_state import packed
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.revision_state import STATE, state_of

#: The version from which on states are compressed against their pages.
COMPRESSED_STATES = 10
#: What the migration to version 10 runs.
SMALLER_TABLES = """
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
#: What the migration to version 15 runs: the id of a key tells the name, so neither a column nor an
#: index of names is needed. See ``BLOCKS_A_NAME``.
NUMBERED_BLOCKS = f"""
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

_BATCH = 500


def compress_states(connection: Connection, progress: Callable[[int, int], None]) -> None:
    """Compress each revision against the latest page of its article, as new ones are.

    What can't be read is left as it is, which checking tells. ``progress`` may raise to end it.
    """
    snapshots = SnapshotStore(connection)
    ids = connection.column("SELECT id FROM revisions WHERE snapshot_id IS NULL ORDER BY id")
    for first in range(0, len(ids), _BATCH):
        progress(first, len(ids))
        for revision_id in ids[first : first + _BATCH]:
            _compress_state(connection, snapshots, revision_id)


def _compress_state(connection: Connection, snapshots: SnapshotStore, revision_id: int) -> None:
    row = connection.row(
        f"SELECT r.article_id, {STATE} FROM revisions r WHERE r.id = ?", (revision_id,)
    )
    assert row is not None
    try:
        page, clean = snapshots.page(row["article_id"]), state_of(row)
    except ArchiveError:
        return
    snapshot_id, content = page if page is not None else (None, None)
    connection.write(
        "UPDATE revisions SET state = ?, snapshot_id = ? WHERE id = ?",
        (packed(clean, content), snapshot_id, revision_id),
    )

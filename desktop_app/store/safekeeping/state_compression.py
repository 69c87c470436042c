"""Compressing the states of an archive from before version 10 against their pages."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.core.errors import ArchiveError
from desktop_app.store.articles.snapshots import SnapshotStore
from desktop_app.store.base.article_state import packed
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.revision_state import STATE, state_of

#: The version from which on states are compressed against their pages.
COMPRESSED_STATES = 10
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

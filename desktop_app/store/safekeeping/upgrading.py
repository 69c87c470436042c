"""Bringing an older archive up to date: copied first, then changed whole or not at all.

Afterwards the room that the old tables took is given back to the disk, where there is enough of it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.core.errors import ArchiveError
from desktop_app.store.articles.addresses import fill_address_keys
from desktop_app.store.base.archive_format import APPLICATION_ID, FORGET_KEPT, SCHEMA_VERSION
from desktop_app.store.base.connection import Connection
from desktop_app.store.migrations.steps import apply_steps
from desktop_app.store.safekeeping.backup import copy_archive
from desktop_app.store.safekeeping.compacting import compact_archive, free_bytes
from desktop_app.store.safekeeping.state_compression import COMPRESSED_STATES, compress_states
from desktop_app.store.words.word_index import WordIndex

#: The version from which on articles are found by keys of their addresses as they are made now.
ADDRESS_KEYS = 23
_log = logging.getLogger(__name__)
#: Less free room than this part of the archive is kept for what comes next.
_WORTH_COMPACTING = 0.05


def _tell_nobody(_words: str, _done: int, _total: int) -> None:
    pass


@dataclass(frozen=True, slots=True)
class UpgradeListener:
    """Who is told how far it is, with what is being done, and asked whether to stop."""

    progress: Callable[[str, int, int], None] = _tell_nobody
    cancelled: Callable[[], bool] = lambda: False

    def during(self, words: str) -> Callable[[int, int], None]:
        """Progress of one part of the work; ends the work by ArchiveError when asked to."""

        def tell(done: int, total: int) -> None:
            self.progress(words, done, total)
            if self.cancelled():
                raise ArchiveError(
                    "The archive wasn't brought up to date; it is as it was.",
                    "Open it again to do it.",
                )

        return tell


def upgrade_archive(connection: Connection, path: Path, listener: UpgradeListener) -> None:
    """Run the steps that the archive hasn't seen, all or none; a new file gets its tables."""
    version = connection.value("PRAGMA user_version")
    if version:
        copy_archive(
            connection, _backup_path(path, version), listener.during("Copying the archive")
        )
    with connection.transaction():
        # Another window may have been faster while this one waited for the lock.
        if connection.value("PRAGMA user_version") < SCHEMA_VERSION:
            apply_steps(connection.database())
            if version < COMPRESSED_STATES:
                compress_states(connection, listener.during("Compressing the texts"))
            if version < ADDRESS_KEYS:
                fill_address_keys(connection, listener.during("Reading the addresses"))
            if not connection.value("SELECT 1 FROM sqlite_schema WHERE name = 'article_words'"):
                WordIndex(connection).rebuild(listener.during("Indexing the words"))
            connection.write(FORGET_KEPT)
            connection.write(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.write(f"PRAGMA user_version = {SCHEMA_VERSION}")
    if version:
        _give_room_back(connection, path, listener)


def _give_room_back(connection: Connection, path: Path, listener: UpgradeListener) -> None:
    pages = int(connection.value("PRAGMA page_count") * connection.value("PRAGMA page_size"))
    if free_bytes(connection) < _WORTH_COMPACTING * pages:
        return

    def tell(done: int, total: int) -> None:
        listener.progress("Giving room back to the disk", done, total)

    try:
        compact_archive(path, tell, listener.cancelled)
    except ArchiveError as failure:
        # The archive is well without it; “cuttings doctor” tells of the room.
        _log.warning("the archive wasn't compacted: %s", failure)


def _backup_path(path: Path, version: int) -> Path:
    today = date.today().isoformat()
    return path.with_name(f"{path.stem}-version-{version}-{today}{path.suffix}")

"""An archive that is open for every thread: each has a connection of its own.

So reads never wait for one another, nor for writing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from desktop_app.services.base.listeners import never
from desktop_app.services.base.settings import Settings
from desktop_app.store.archive import Archive

# ruff: noqa: PLC0415 - what only some archives need is imported for them


class OpenArchive:
    """The connections to one archive."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.path = settings.archive_path
        self._local = threading.local()
        self._lock = threading.Lock()
        self._opened: list[Archive] = []

    @property
    def archive(self) -> Archive:
        """This thread's connection, opened on first use."""
        archive: Archive | None = getattr(self._local, "archive", None)
        if archive is None:
            archive = Archive.open(self.path)
            self._local.archive = archive
            with self._lock:
                self._opened.append(archive)
        return archive

    def open(
        self,
        progress: Callable[[str, int, int], None] | None = None,
        cancelled: Callable[[], bool] = never,
    ) -> None:
        """Open the archive now, so that what is wrong with it is told at once.

        ``progress`` is told what is being done, and how far it is, where an older archive is
        brought up to date; stopping that raises ArchiveError and leaves the archive as it was.
        """
        if self.is_older and progress is not None:
            from desktop_app.store.safekeeping.upgrading import UpgradeListener

            Archive.open(self.path, UpgradeListener(progress, cancelled)).close()
        _ = self.archive

    @property
    def is_older(self) -> bool:
        """Whether opening will bring the archive up to date first, which may take minutes."""
        return Archive.is_older(self.path)

    def close(self) -> None:
        """Close every thread's connection; called when no work is under way."""
        with self._lock:
            for archive in self._opened:
                archive.close()
            self._opened.clear()
        self._local = threading.local()

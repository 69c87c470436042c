"""Looks into the watched folders while a window is open, off its thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal, Slot

from desktop_app.core.errors import AppError
from desktop_app.services.library import Library
from desktop_app.ui.base.task import TaskContext
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.writer_handover import WriterHandover

if TYPE_CHECKING:
    from desktop_app.core.watched_folder import FolderFile, WatchedFolder

#: Folders are looked into so often whatever the system tells: of network disks it tells nothing.
_LOOK_MS = 60_000
#: After the system told of a change, and while a file is being written.
_SOON_MS = 800
#: How often the list of articles follows what comes in.
_TELL_MS = 1_500
_KINDS = frozenset({"articles", "tags", "people"})


class FolderWork(QObject):
    """``looked`` tells that folders were looked into, or how far that is."""

    looked = Signal()
    _taken = Signal(object)

    def __init__(self, library: Library, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._tasks = library, tasks
        self._writer = WriterHandover(tasks)
        self._is_looking = self._has_begun = False
        self._ids: set[int] = set()
        self._timer = self._made_timer(_LOOK_MS, self.look, single=False)
        self._soon = self._made_timer(_SOON_MS, self.look, single=True)
        self._tell_soon = self._made_timer(_TELL_MS, self._tell, single=True)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _path: self._soon.start())
        self._taken.connect(self._on_taken, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Look now, and from now on whenever something appears."""
        self._has_begun = True
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look into the watched folders, where there are any."""
        if self._is_looking:
            self._soon.start()
            return
        task = self._tasks.read(self._library.folders.all, key="folders", can_wait=True)
        task.succeeded(self._on_folders)

    def _on_folders(self, folders: list[WatchedFolder]) -> None:
        wanted = {folder.path for folder in folders} if self._has_begun else set()
        watched = set(self._watcher.directories())
        if watched - wanted:
            self._watcher.removePaths(sorted(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(sorted(wanted - watched))
        if folders and not self._is_looking:
            self._is_looking = True
            task = self._tasks.fetch(self._look, label="Looking into watched folders")
            task.succeeded(self._on_looked).failed(self._on_failed)

    def _look(self, context: TaskContext) -> int:
        """Clip what is whole; gives how many files aren't yet."""
        folders = self._library.folders
        found = folders.look(
            write=partial(self._writer.write, context), cancelled=context.cancelled
        )
        for file in found:
            self._taken.emit(file)
        return folders.waiting

    @Slot(object)
    def _on_taken(self, file: FolderFile) -> None:
        if file.article_id is not None:
            self._ids.add(file.article_id)
        if not self._tell_soon.isActive():
            self._tell_soon.start()

    def _tell(self) -> None:
        """Let the list show what came in, not for each article by itself."""
        if self._ids:
            ids, self._ids = tuple(self._ids), set()
            self._tasks.changed.emit(Changed(_KINDS, ids))
        self.looked.emit()

    def _on_looked(self, waiting: int) -> None:
        self._is_looking = False
        if waiting:
            self._soon.start()
        self._tell()

    def _on_failed(self, _failure: AppError) -> None:
        # Stopped, or the archive can't be written just now: the next look does it.
        self._is_looking = False
        self.looked.emit()

    def _made_timer(self, interval: int, act: Callable[[], None], *, single: bool) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.setSingleShot(single)
        timer.timeout.connect(act)
        return timer

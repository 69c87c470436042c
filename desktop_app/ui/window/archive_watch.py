"""Notices what another window or the terminal changes in the same archive."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import ALL_KINDS, Changed, TaskRunner

_EVERY_MS = 2_000


class ArchiveWatch(QObject):
    """Asks the archive every two seconds, on the writer's thread: only others' writes count."""

    def __init__(self, library: Library, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._tasks = tasks
        self._version: int | None = None
        self._asked = False
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask now, unless the last answer is still to come."""
        if self._asked:
            return
        self._asked = True
        task = self._tasks.write(self._library.data_version, label="", changes=())
        task.succeeded(self._on_version).failed(self._on_failed)

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def _on_version(self, version: int) -> None:
        self._asked = False
        if self._version is not None and version != self._version:
            self._tasks.changed.emit(Changed(ALL_KINDS))
        self._version = version

    def _on_failed(self, _failure: object) -> None:
        self._timer.stop()

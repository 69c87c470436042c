"""Reads what facets and the pages of persons are counted by, once the window has nothing to do."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desktop_app.services.library import Library
from desktop_app.ui.base.task import Task
from desktop_app.ui.base.task_runner import TaskRunner

_IDLE_MS = 1_000


class CountWarming(QObject):
    """Waits for a second without work, then reads in the background; ``stop`` ends that at once.

    Else the first person or facet that is opened waits for it, a second for 100,000 articles.
    """

    def __init__(self, library: Library, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library, self._tasks = library, tasks
        self._reading: Task | None = None
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._read)

    @property
    def has_begun(self) -> bool:
        """Whether the second without work has come."""
        return self._reading is not None

    def start(self) -> None:
        """Wait for the second without work."""
        self._tasks.task_count_changed.connect(self._on_task_count)
        self._on_task_count(self._tasks.task_count)

    def stop(self) -> None:
        """Read no more; what is being read is dropped."""
        self._tasks.task_count_changed.disconnect(self._on_task_count)
        self._idle.stop()
        if self._reading is not None:
            self._reading.cancel()

    def _on_task_count(self, count: int) -> None:
        if self._reading is None:
            if count:
                self._idle.stop()
            else:
                self._idle.start()

    def _read(self) -> None:
        self._reading = self._tasks.read(self._prepare, key="prepare-counts", can_wait=True)

    def _prepare(self) -> None:
        # Not given to the task itself: what counts is imported with it, off the window's thread.
        self._library.finding.prepare()

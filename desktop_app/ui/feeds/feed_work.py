"""Looks at feeds while a window is open, off its thread; none before the user follows one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.core.errors import AppError
from desktop_app.services.library import Library
from desktop_app.ui.base.task import TaskContext
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.writer_handover import WriterHandover

if TYPE_CHECKING:
    from desktop_app.services.queue.manners import Manners

#: How often feeds are thought of.
_THINK_MS = 60_000


class FeedWork(QObject):
    """``looked`` gives how many new items came and how many feeds failed; -1 where it ended."""

    looked = Signal(int, int)
    #: Items went to the queue of addresses.
    queued = Signal()

    def __init__(self, library: Library, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._tasks = library, tasks
        self._writer = WriterHandover(tasks)
        #: How politely to look; None for the usual manners.
        self.manners: Manners | None = None
        self._is_looking = False
        self._timer = QTimer(self)
        self._timer.setInterval(_THINK_MS)
        self._timer.timeout.connect(self.look_at_due)

    @property
    def is_looking(self) -> bool:
        """Whether feeds are being looked at."""
        return self._is_looking

    def begin(self) -> None:
        """Look at what is due, and from now on keep at it."""
        self._timer.start()
        self.look_at_due()

    def look_at_due(self) -> None:
        """Look at the feeds whose time has come, unless feeds pause."""
        if not self._is_looking:
            task = self._tasks.read(self._library.feeds.is_due, key="feeds-due", can_wait=True)
            task.succeeded(lambda is_due: self._look(None) if is_due else None)

    def look_now(self, ids: Sequence[int]) -> None:
        """Look at these feeds whether their time has come or not."""
        if ids:
            self._look(ids)

    def _look(self, ids: Sequence[int] | None) -> None:
        if self._is_looking:
            return
        self._is_looking = True
        task = self._tasks.fetch(partial(self._check, ids), label="Looking at feeds")
        task.succeeded(self._on_looked).failed(self._on_failed)

    def _check(self, ids: Sequence[int] | None, context: TaskContext) -> tuple[int, int, int]:
        new = clipped = failed = 0
        checks = self._library.feeds.check(
            ids,
            manners=self.manners,
            write=partial(self._writer.write, context),
            cancelled=context.cancelled,
        )
        for each in checks:
            new += each.new
            clipped += each.clipped
            failed += each.outcome == "failed"
        return new, clipped, failed

    def _on_looked(self, told: tuple[int, int, int]) -> None:
        self._is_looking = False
        new, clipped, failed = told
        self._tasks.changed.emit(Changed(frozenset({"feeds"})))
        if clipped:
            self.queued.emit()
        self.looked.emit(new, failed)

    def _on_failed(self, _failure: AppError) -> None:
        # Stopped, or the archive can't be written just now: the next look does it.
        self._is_looking = False
        self.looked.emit(-1, 0)

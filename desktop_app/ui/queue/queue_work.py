"""Works through the queue and the watched pages while a window is open, off its thread.

Fetching has a thread of its own; every change is handed to the one writer. What is due later is
waited for by a timer, so that nothing looks busy meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desktop_app.core.errors import AppError
from desktop_app.core.fetch_states import QueueState
from desktop_app.services.library import Library
from desktop_app.ui.base.task import TaskContext
from desktop_app.ui.base.task_runner import ALL_KINDS, Changed, TaskRunner
from desktop_app.ui.base.writer_handover import WriterHandover

if TYPE_CHECKING:
    from desktop_app.core.fetch_queue import QueueItem
    from desktop_app.services.queue.manners import Manners
    from desktop_app.services.queue.run_queue import QueueReport

#: How often the list of articles follows what comes in, and how often watched pages are thought of.
_TELL_MS, _WATCH_MS = 1_500, 60_000
#: A run waits for what is due within so many seconds; for the rest, the timer begins another.
_PATIENCE = 20.0
_LONGEST_WAIT_MS, _AGAIN_MS = 3_600_000, 30_000


class QueueStanding(NamedTuple):
    """How the queue stands: how many are in each state, whether it is paused or under way."""

    counts: dict[QueueState, int]
    paused: bool
    next_try: float | None
    running: bool = False

    @property
    def open(self) -> int:
        """How many aren't done yet."""
        return self.counts[QueueState.WAITING] + self.counts[QueueState.FETCHING]

    @property
    def total(self) -> int:
        """How many are in the list."""
        return sum(self.counts.values())

    @property
    def words(self) -> str:
        """How it stands in a few words; nothing where nothing is to be done."""
        if not self.open:
            return ""
        failed = self.counts[QueueState.FAILED]
        state = "Queue paused" if self.paused else "Queue"
        told = f"{state}: {self.total - self.open:,} of {self.total:,}"
        return f"{told}, {failed:,} failed" if failed else told


class QueueWork(QObject):
    """``stood`` tells how the queue stands whenever that changed, ``looked`` of watched pages."""

    stood = Signal(object)
    looked = Signal()
    _told = Signal(object)

    def __init__(self, library: Library, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._tasks = library, tasks
        self._writer = WriterHandover(tasks)
        #: How politely to fetch; None for the usual manners.
        self.manners: Manners | None = None
        self._running = self._watching = False
        self._saved: set[int] = set()
        self._later = self._timer(self.look, single=True)
        self._tell_soon = self._timer(self._tell_list, single=True)
        self._watch = self._timer(self.look_at_watched, single=False)
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)
        tasks.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Go on with what was left when the last window was closed; from now on, keep at it."""
        self._watch.start(_WATCH_MS)
        self.look()
        self.look_at_watched()

    def look(self) -> None:
        """Read how the queue stands, and work through it where something is due."""
        queue = self._library.queue

        def read() -> QueueStanding:
            return QueueStanding(queue.counts(), queue.is_paused(), queue.next_try())

        self._tasks.read(read, key="queue-standing", can_wait=True).succeeded(self._on_read)

    def _on_read(self, standing: QueueStanding) -> None:
        if standing.open and not standing.paused and not self._running:
            self._plan(standing)
        self.stood.emit(standing._replace(running=self._running))

    def _plan(self, standing: QueueStanding) -> None:
        # Imported here: the window's start fetches nothing.
        from desktop_app.services.base.clock import seconds_now  # noqa: PLC0415

        wait = (standing.next_try or 0.0) - seconds_now()
        if wait > _PATIENCE:
            self._later.start(min(int(wait * 1_000), _LONGEST_WAIT_MS))
            return
        self._running = True
        task = self._tasks.fetch(self._run, label="Fetching the queue")
        task.succeeded(self._on_ended).failed(self._on_failed)

    def _run(self, context: TaskContext) -> QueueReport:
        from desktop_app.services.queue.manners import Manners  # noqa: PLC0415 - as above

        return self._library.queue.run(
            self.manners or Manners(patience=_PATIENCE),
            write=partial(self._writer.write, context),
            told=self._told.emit,
            cancelled=context.cancelled,
        )

    @Slot(object)
    def _on_told(self, items: Sequence[QueueItem]) -> None:
        self._saved.update(
            item.article_id
            for item in items
            if item.article_id is not None and item.state is QueueState.SAVED
        )
        if not self._tell_soon.isActive():
            self._tell_soon.start(_TELL_MS)
        self.look()

    def _tell_list(self) -> None:
        """Let the list show what came in, not for each article by itself."""
        if self._saved:
            kinds = frozenset({"articles", "tags", "people"})
            ids, self._saved = tuple(self._saved), set()
            self._tasks.changed.emit(Changed(kinds, ids))

    def _on_ended(self, _report: object) -> None:
        self._running = False
        self._tell_list()
        self.look()

    def _on_failed(self, _failure: AppError) -> None:
        # Another program is at it, or the archive can't be written just now.
        self._running = False
        self._later.start(_AGAIN_MS)

    def _on_changed(self, changed: Changed) -> None:
        # Another program's change may have been one of the queue.
        if changed.kinds >= ALL_KINDS:
            self.look()

    # Watched pages

    def look_at_watched(self) -> None:
        """Fetch the watched pages whose time has come."""
        if not self._watching:
            task = self._tasks.read(self._library.watching.is_due, key="watched", can_wait=True)
            task.succeeded(self._on_watched_read)

    def _on_watched_read(self, is_due: bool) -> None:
        if is_due and not self._watching:
            self._watching = True
            task = self._tasks.fetch(self._look_at_due, label="Looking at watched pages")
            task.succeeded(self._on_looked).failed(self._on_look_failed)

    def _look_at_due(self, context: TaskContext) -> tuple[int, ...]:
        results = self._library.watching.look_at_due(
            write=partial(self._writer.write, context), cancelled=context.cancelled
        )
        return tuple(each.article_id for each in results if each.outcome != "same")

    def _on_looked(self, ids: tuple[int, ...]) -> None:
        self._watching = False
        self.looked.emit()
        if ids:
            self._tasks.changed.emit(Changed(frozenset({"articles"}), ids))

    def _on_look_failed(self, _failure: AppError) -> None:
        self._watching = False

    def _timer(self, act: Callable[[], None], *, single: bool) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(single)
        timer.timeout.connect(act)
        return timer

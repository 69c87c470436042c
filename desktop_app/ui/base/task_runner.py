"""The one door for background work: reading, writing, fetching, cleaning off the window's thread.

One thread owns every write, a small pool reads, another waits for the network, and a process of
its own cleans, since parsing would hold this process's interpreter lock. All of them give way to
the window's thread but the one that reads what comes first. Results come back on the window's
thread. What is done with them is the callers' business.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.core.errors import AppError
from desktop_app.services.base.listeners import never
from desktop_app.ui.base.collection import WindowCollector, collection_paused
from desktop_app.ui.base.giving_way import give_way
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task import Task, TaskContext

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")

#: Every kind of thing that a view may show; undo may change any of them.
ALL_KINDS = frozenset({"articles", "tags", "people", "searches", "highlights", "dossiers", "feeds"})
_READERS, _FETCHERS, _CLEANERS = 2, 4, 1
#: How long a thread keeps the interpreter's lock while others want it, in seconds. Python's 5 ms
#: add up: behind five busy threads the window's would wait for half a frame each time it needs it.
_LOCK_HELD = 0.001


class Changed(NamedTuple):
    """What a write changed: kinds of things, and the articles, where they are known."""

    kinds: frozenset[str]
    ids: tuple[int, ...] = ()


class _Outcome(NamedTuple):
    number: int
    result: object = None
    failure: BaseException | None = None
    changed: Changed | None = None


class _Once:
    """Work that a thread lets go of before it tells that it is done.

    What it holds, a task or a window's part, is so never destroyed on that thread.
    """

    def __init__(self, call: Callable[[], object]) -> None:
        self._call: Callable[[], object] | None = call

    def __call__(self) -> object:
        call, self._call = self._call, None
        return None if call is None else call()


class TaskRunner(QObject):
    """Runs work elsewhere and brings results, failures and changes back to the window's thread."""

    changed = Signal(object)
    write_begun = Signal(object)
    task_count_changed = Signal(int)
    _arrived = Signal(object)

    def __init__(self, notifier: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._first_reader = ThreadPoolExecutor(1, "first")
        self._readers = ThreadPoolExecutor(_READERS, "read", give_way)
        self._writer = ThreadPoolExecutor(1, "write", give_way)
        self._fetchers = ThreadPoolExecutor(_FETCHERS, "fetch", give_way)
        self._cleaners: ProcessPoolExecutor | None = None
        self._under_way: dict[int, Task] = {}
        self._newest: dict[str, Task] = {}
        self._first: set[Task] = set()
        self._waiting: list[tuple[Task, Callable[[], object]]] = []
        self._closed = False
        self.collector = WindowCollector(self)
        self._lock_held = sys.getswitchinterval()
        sys.setswitchinterval(_LOCK_HELD)
        # Queued always: work that is done at once must not report before anybody listens.
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def task_count(self) -> int:
        """How many tasks haven't reported yet."""
        return len(self._under_way)

    def read(
        self,
        call: Callable[[], _Result],
        *,
        label: str = "",
        key: str | None = None,
        is_first: bool = False,
        can_wait: bool = False,
    ) -> Task:
        """Read something; a newer call with the same key ends this one and drops its result.

        What ``can_wait`` begins once nothing that ``is_first`` is under way, and its results are
        shown: readers take the interpreter's lock from each other.
        """
        task = Task(label, key)
        work: Callable[[], object] = partial(_without_collecting, call)
        if key is not None:
            if key in self._newest:
                self._newest[key].cancel()
            self._newest[key] = task
            work = task.stoppable(work)
        if is_first and not self._closed:
            self._first.add(task)
            return self._start(self._first_reader, task, work)
        if can_wait and self._first:
            self._register(task)
            self._waiting.append((task, work))
            return task
        return self._start(self._readers, task, work)

    def write(
        self,
        call: Callable[[], _Result],
        *,
        label: str,
        changes: Iterable[str],
        ids: Sequence[int] = (),
    ) -> Task:
        """Change the archive, one write after another; what changed is told afterwards.

        Those with a label are told of by ``write_begun``, and can be stopped.
        """
        task = Task(label)
        self._start(
            self._writer,
            task,
            task.endable(partial(_without_collecting, call)),
            Changed(frozenset(changes), tuple(ids)),
        )
        if label and not self._closed:
            self.write_begun.emit(task)
        return task

    def fetch(self, call: Callable[[TaskContext], _Result], *, label: str) -> Task:
        """Do slow work that waits for something else, with progress and cancelling."""
        task = Task(label)
        context = TaskContext(task)
        return self._start(self._fetchers, task, lambda: call(context))

    def clean(self, function: Callable[..., _Result], *args: object, label: str) -> Task:
        """Run a pure function in another process; it, its arguments and result are pickled."""
        task = Task(label)
        if self._closed:
            task.drop_result()
            return task
        self._register(task)
        self._follow(task, self._submit_cleaning(function, *args))
        return task

    def warm_up(self) -> None:
        """Start the cleaning process, so that the first clip doesn't wait for its imports."""
        if not self._closed:
            self._submit_cleaning(never)

    def restart_cleaning(self) -> None:
        """Let the next page be cleaned by a new process, which sees the environment as it is now.

        What the old one has been given it still cleans.
        """
        if self._cleaners is not None:
            self._cleaners.shutdown(wait=False)
            self._cleaners = None

    def shut_down(self) -> None:
        """Wait for writes and reads under way, drop the rest; nothing reports afterwards."""
        self._closed = True
        for task in tuple(self._under_way.values()):
            task.drop_result()
        self._writer.shutdown(wait=True)
        self._first_reader.shutdown(wait=True, cancel_futures=True)
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._fetchers.shutdown(wait=False, cancel_futures=True)
        if self._cleaners is not None:
            _end_cleaning(self._cleaners)
        self._under_way.clear()
        self._waiting.clear()
        self.collector.stop()
        sys.setswitchinterval(self._lock_held)

    def _submit_cleaning(self, function: Callable[..., _Result], *args: object) -> Future[_Result]:
        if self._cleaners is not None:
            try:
                return self._cleaners.submit(function, *args)
            except BrokenExecutor:
                _log.warning("the cleaning process had ended; starting another")
        # Imported here: the window's start doesn't wait for what processes need.
        from desktop_app.services.clipping.cleaning_pool import cleaning_pool  # noqa: PLC0415

        self._cleaners = cleaning_pool(_CLEANERS)
        return self._cleaners.submit(function, *args)

    def _register(self, task: Task) -> None:
        self._under_way[task.number] = task
        self.task_count_changed.emit(len(self._under_way))

    def _start(
        self,
        pool: Executor,
        task: Task,
        call: Callable[[], object],
        changed: Changed | None = None,
    ) -> Task:
        if self._closed:
            task.drop_result()
            return task
        self._register(task)
        self._submit(pool, task, call, changed)
        return task

    def _submit(
        self,
        pool: Executor,
        task: Task,
        call: Callable[[], object],
        changed: Changed | None = None,
    ) -> None:
        self._follow(task, pool.submit(_Once(call)), changed)

    def _follow(self, task: Task, future: Future[Any], changed: Changed | None = None) -> None:
        task.future = future
        # By its number: the two would keep each other, and the result, until cycles are looked
        # for; and a thread that holds a task last would destroy it where it doesn't live.
        number = task.number
        future.add_done_callback(lambda future: self._hand_back(number, future, changed))

    def _begin_waiting(self) -> None:
        """Begin what waited for what comes first, but for what nobody wants any more."""
        if self._first or self._closed:
            return
        waiting, self._waiting = self._waiting, []
        for task, work in waiting:
            if task.is_cancelled:
                self._arrived.emit(_Outcome(task.number))
            else:
                self._submit(self._readers, task, work)

    def _hand_back(self, number: int, future: Future[Any], changed: Changed | None) -> None:
        """Runs on the worker's thread: sends the outcome over to the window's."""
        if self._closed:
            return
        if future.cancelled():
            self._arrived.emit(_Outcome(number))
            return
        failure = future.exception()
        result = None if failure else future.result()
        self._arrived.emit(_Outcome(number, result, failure, changed))

    @Slot(object)
    def _on_arrived(self, outcome: _Outcome) -> None:
        task = self._under_way.pop(outcome.number, None)
        if task is None:
            return
        try:
            self._tell(task, outcome)
        finally:
            self._first.discard(task)
            self._begin_waiting()

    def _tell(self, task: Task, outcome: _Outcome) -> None:
        if task.key is not None and self._newest.get(task.key) is task:
            del self._newest[task.key]
        self.task_count_changed.emit(len(self._under_way))
        task.ended.emit()
        if self._closed:
            return
        if task.is_stopped and (outcome.failure is not None or outcome.changed is None):
            self._on_stopped(task, outcome)
            return
        if outcome.failure is not None:
            self._report(task, outcome.failure)
            return
        if outcome.changed is not None and outcome.changed.kinds:
            self.changed.emit(outcome.changed)
        if not task.is_cancelled:
            task.succeed_with(outcome.result)

    def _on_stopped(self, task: Task, outcome: _Outcome) -> None:
        if outcome.changed is not None:
            # Acts that the write had finished before stay.
            self.changed.emit(outcome.changed)
        failure = outcome.failure
        known = failure if isinstance(failure, AppError) else AppError("That was stopped.", "")
        if not task.fail_with(known):
            self._notifier.info(f"Stopped: {task.label}.")

    def _report(self, task: Task, failure: BaseException) -> None:
        known = failure if isinstance(failure, AppError) else _unexpected(task, failure)
        if isinstance(failure, BrokenExecutor):
            self._cleaners = None
        if task.is_cancelled:
            return
        if not task.fail_with(known):
            self._notifier.failure(known)


def _without_collecting(call: Callable[[], _Result]) -> _Result:
    with collection_paused():
        return call()


def _end_cleaning(cleaners: ProcessPoolExecutor) -> None:
    import multiprocessing  # noqa: PLC0415 - see _submit_cleaning

    cleaners.shutdown(wait=False, cancel_futures=True)
    for child in multiprocessing.active_children():
        child.terminate()


def _unexpected(task: Task, failure: BaseException) -> AppError:
    _log.error("task failed: %s", task.label or "reading", exc_info=failure)
    if isinstance(failure, BrokenExecutor):
        return AppError(
            "The page couldn't be cleaned: the process that was doing it ended.",
            "Try again, or paste the article's text instead.",
        )
    return AppError(
        f"Something went wrong that shouldn't have ({type(failure).__name__}: {failure}).",
        "What was saved before is safe. Help ▸ Open the log tells more.",
    )

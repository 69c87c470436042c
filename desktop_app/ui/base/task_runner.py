"""The one door for background work: reading, writing, fetching, cleaning off the window's thread.

One thread owns every write, a small pool reads, another waits for the network, and a process of
its own cleans, since parsing would hold this process's interpreter lock. Results come back on the
window's thread. What is done with them is the callers' business.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, Self, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.core.errors import AppError
from desktop_app.services.base.listeners import never
from desktop_app.services.base.stopping import Stop
from desktop_app.ui.base.collection import WindowCollector, collection_paused
from desktop_app.ui.base.notifier import Notifier

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")

#: Every kind of thing that a view may show; undo may change any of them.
ALL_KINDS = frozenset({"articles", "tags", "people", "searches", "highlights"})
_READERS, _FETCHERS, _CLEANERS = 3, 4, 1


class Changed(NamedTuple):
    """What a write changed: kinds of things, and the articles, where they are known."""

    kinds: frozenset[str]
    ids: tuple[int, ...] = ()


class TaskContext:
    """What work under way sees of its task: whether to stop, and whom to tell how far it is."""

    def __init__(self, task: Task) -> None:
        self._task = task

    def cancelled(self) -> bool:
        """Whether the user no longer wants the result."""
        return self._task.is_cancelled

    def progress(self, done: int, total: int) -> None:
        """Tell how far the work is."""
        if not self.cancelled():
            self._task.progressed.emit(done, total)


class Task(QObject):
    """One piece of background work; callbacks run on the window's thread, once."""

    progressed = Signal(int, int)

    def __init__(self, label: str = "", key: str | None = None) -> None:
        super().__init__()
        self.label = label
        self.key = key
        self.future: Future[Any] | None = None
        self._cancelled = threading.Event()
        self._stop: Stop | None = None
        self._on_success: list[Callable[[Any], object]] = []
        self._on_failure: list[Callable[[AppError], object]] = []

    @property
    def is_cancelled(self) -> bool:
        """Whether the result will be dropped."""
        return self._cancelled.is_set()

    def succeeded(self, callback: Callable[[Any], object]) -> Self:
        """Call back with the result."""
        self._on_success.append(callback)
        return self

    def failed(self, callback: Callable[[AppError], object]) -> Self:
        """Call back with the failure, which is then not shown otherwise."""
        self._on_failure.append(callback)
        return self

    def stoppable(self, call: Callable[[], _Result]) -> Callable[[], _Result]:
        """The call, which ``cancel`` then ends even while it reads the archive."""
        stop = self._stop = Stop()

        def heeding() -> _Result:
            with stop.within():
                return call()

        return heeding

    def drop_result(self) -> None:
        """Let the work go on, but tell nobody."""
        self._cancelled.set()

    def cancel(self) -> None:
        """Drop the result, don't begin what hasn't begun, and end what can be ended."""
        self.drop_result()
        if self.future is not None:
            self.future.cancel()
        if self._stop is not None:
            self._stop.give()

    def succeed_with(self, result: object) -> None:
        """Hand the result to those who wait and still exist."""
        for callback in self._on_success:
            if _is_alive(callback):
                callback(result)

    def fail_with(self, failure: AppError) -> bool:
        """Hand the failure to those who wait; gives whether anybody did."""
        alive = [callback for callback in self._on_failure if _is_alive(callback)]
        for callback in alive:
            callback(failure)
        return bool(self._on_failure)


class _Outcome(NamedTuple):
    task: Task
    result: object = None
    failure: BaseException | None = None
    changed: Changed | None = None


class TaskRunner(QObject):
    """Runs work elsewhere and brings results, failures and changes back to the window's thread."""

    changed = Signal(object)
    task_count_changed = Signal(int)
    _arrived = Signal(object)

    def __init__(self, notifier: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._readers = ThreadPoolExecutor(_READERS, thread_name_prefix="read")
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="write")
        self._fetchers = ThreadPoolExecutor(_FETCHERS, thread_name_prefix="fetch")
        self._cleaners: ProcessPoolExecutor | None = None
        self._under_way: set[Task] = set()
        self._newest: dict[str, Task] = {}
        self._closed = False
        self.collector = WindowCollector(self)
        # Queued always: work that is done at once must not report before anybody listens.
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def task_count(self) -> int:
        """How many tasks haven't reported yet."""
        return len(self._under_way)

    def read(self, call: Callable[[], _Result], *, label: str = "", key: str | None = None) -> Task:
        """Read something; a newer call with the same key ends this one and drops its result."""
        task = Task(label, key)
        call = partial(_without_collecting, call)
        if key is None:
            return self._start(self._readers, task, call)
        if key in self._newest:
            self._newest[key].cancel()
        self._newest[key] = task
        return self._start(self._readers, task, task.stoppable(call))

    def write(
        self,
        call: Callable[[], _Result],
        *,
        label: str,
        changes: Iterable[str],
        ids: Sequence[int] = (),
    ) -> Task:
        """Change the archive, one write after another; what changed is told afterwards."""
        return self._start(
            self._writer,
            Task(label),
            partial(_without_collecting, call),
            Changed(frozenset(changes), tuple(ids)),
        )

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
        task.future = self._submit_cleaning(function, *args)
        task.future.add_done_callback(lambda future: self._hand_back(task, future, None))
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
        for task in tuple(self._under_way):
            task.drop_result()
        self._writer.shutdown(wait=True)
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._fetchers.shutdown(wait=False, cancel_futures=True)
        if self._cleaners is not None:
            _end_cleaning(self._cleaners)
        self._under_way.clear()
        self.collector.stop()

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
        self._under_way.add(task)
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
        task.future = pool.submit(call)
        task.future.add_done_callback(lambda future: self._hand_back(task, future, changed))
        return task

    def _hand_back(self, task: Task, future: Future[Any], changed: Changed | None) -> None:
        """Runs on the worker's thread: sends the outcome over to the window's."""
        if self._closed:
            return
        if future.cancelled():
            self._arrived.emit(_Outcome(task))
            return
        failure = future.exception()
        result = None if failure else future.result()
        self._arrived.emit(_Outcome(task, result, failure, changed))

    @Slot(object)
    def _on_arrived(self, outcome: _Outcome) -> None:
        task = outcome.task
        self._under_way.discard(task)
        if task.key is not None and self._newest.get(task.key) is task:
            del self._newest[task.key]
        self.task_count_changed.emit(len(self._under_way))
        if self._closed:
            return
        if outcome.failure is not None:
            self._report(task, outcome.failure)
            return
        if outcome.changed is not None and outcome.changed.kinds:
            self.changed.emit(outcome.changed)
        if not task.is_cancelled:
            task.succeed_with(outcome.result)

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


def _is_alive(callback: Callable[..., object]) -> bool:
    owner = _owner(callback)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


def _owner(callback: Callable[..., object]) -> object:
    """Whose method would be called, also by a partial or from within a lambda of a method."""
    while isinstance(callback, partial):
        callback = callback.func
    code, cells = getattr(callback, "__code__", None), getattr(callback, "__closure__", None)
    if code is not None and cells and "self" in code.co_freevars:
        return cells[code.co_freevars.index("self")].cell_contents
    return getattr(callback, "__self__", None)

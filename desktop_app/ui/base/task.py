"""One piece of background work: whom it tells, and how it is ended. What runs it is elsewhere."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from itertools import count
from typing import Any, Self, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from desktop_app.core.errors import AppError
from desktop_app.services.base.stopping import ActStop, Stop

_Result = TypeVar("_Result")
#: How often work tells how far it is, in seconds: each time wakes the window's thread, and an
#: import that told of every article would keep it busy.
_TOLD_EVERY = 0.05

_numbers = count()


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
            self._task.tell_progress(done, total)


class Task(QObject):
    """One piece of background work; callbacks run on the window's thread, once."""

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(self, label: str = "", key: str | None = None) -> None:
        super().__init__()
        #: Tells it from every other task.
        self.number = next(_numbers)
        self.label = label
        self.key = key
        self.future: Future[Any] | None = None
        self._cancelled = threading.Event()
        self._stop: Stop | None = None
        self._told = 0.0
        self._on_success: list[Callable[[Any], object]] = []
        self._on_failure: list[Callable[[AppError], object]] = []

    @property
    def is_cancelled(self) -> bool:
        """Whether the result will be dropped."""
        return self._cancelled.is_set()

    @property
    def is_stopped(self) -> bool:
        """Whether the user doesn't want the write any more."""
        return isinstance(self._stop, ActStop) and self._stop.is_given

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

    def endable(self, call: Callable[[], _Result]) -> Callable[[], _Result]:
        """The write, which ``stop`` ends, leaving nothing of the act under way."""
        stop = self._stop = ActStop(self.tell_progress)

        def heeding() -> _Result:
            with stop.within():
                return call()

        return heeding

    def tell_progress(self, done: int, total: int) -> None:
        """Tell how far the work is: the end, and before that not more often than can be seen."""
        now = time.monotonic()
        if done == total or now - self._told >= _TOLD_EVERY:
            self._told = now
            self.progressed.emit(done, total)

    def stop(self) -> None:
        """End a write, unless it is done before it hears of it; its callbacks hear how it went."""
        if self.future is not None:
            self.future.cancel()
        if self._stop is not None:
            self._stop.give()

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
        waiting = self._let_go()[0]
        for callback in waiting:
            if _is_alive(callback):
                callback(result)

    def fail_with(self, failure: AppError) -> bool:
        """Hand the failure to those who wait; gives whether anybody did."""
        waiting = self._let_go()[1]
        for callback in waiting:
            if _is_alive(callback):
                callback(failure)
        return bool(waiting)

    def _let_go(self) -> tuple[list[Callable[[Any], object]], list[Callable[[AppError], object]]]:
        """Those who wait are told once; one that holds this task would keep it for good."""
        waiting = self._on_success, self._on_failure
        self._on_success, self._on_failure = [], []
        return waiting


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

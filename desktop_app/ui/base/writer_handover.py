"""Work on a thread of its own that hands its changes to the one writer, and waits for each."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.core.errors import AppError
from desktop_app.ui.base.task import TaskContext
from desktop_app.ui.base.task_runner import TaskRunner

_LOOK_SECONDS = 0.1


class WriterHandover(QObject):
    """``write`` is called on the worker's thread."""

    _wanted = Signal(object)

    def __init__(self, tasks: TaskRunner) -> None:
        # Whoever works holds it; as a child of theirs it was seen to be destroyed twice when both
        # were found to be garbage, which ends the program.
        super().__init__()
        self._tasks = tasks
        self._wanted.connect(self._on_wanted, Qt.ConnectionType.QueuedConnection)

    def write(self, context: TaskContext, call: Callable[[], object]) -> None:
        """Have the writer do it, and wait for that; AppError where the work is stopped."""
        done: Future[object] = Future()

        def act() -> None:
            try:
                done.set_result(call())
            except BaseException as fault:  # noqa: BLE001 - it is raised where it is waited for
                done.set_exception(fault)

        self._wanted.emit(act)
        while True:
            try:
                done.result(timeout=_LOOK_SECONDS)
                return
            except NotYet:
                if context.cancelled():
                    raise AppError("That was stopped.") from None

    @Slot(object)
    def _on_wanted(self, act: Callable[[], None]) -> None:
        self._tasks.write(act, label="", changes=())

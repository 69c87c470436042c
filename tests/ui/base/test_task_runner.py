from __future__ import annotations

import os
import sys
import threading
import weakref
from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import InputError
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message, Notifier, Severity
from desktop_app.ui.base.task import TaskContext
from desktop_app.ui.base.task_runner import Changed, TaskRunner


@pytest.fixture
def runner(notifier: Notifier) -> Iterator[TaskRunner]:
    runner = TaskRunner(notifier)
    yield runner
    runner.shut_down()


def test_a_result_comes_back_on_the_window_s_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    seen: list[tuple[str, threading.Thread]] = []

    runner.read(lambda: threading.current_thread().name).succeeded(
        lambda name: seen.append((name, threading.current_thread()))
    )
    qtbot.waitUntil(lambda: bool(seen))

    assert seen[0][0].startswith("read")
    assert seen[0][1] is threading.main_thread()


def test_a_newer_reading_with_the_same_key_is_the_only_one_told(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    go_on = threading.Event()
    seen: list[str] = []
    runner.read(lambda: go_on.wait(5) and "old", key="search").succeeded(seen.append)

    runner.read(lambda: "new", key="search").succeeded(seen.append)
    go_on.set()
    qtbot.waitUntil(lambda: runner.task_count == 0)

    assert seen == ["new"]


def test_a_newer_reading_with_the_same_key_ends_the_older_one(
    runner: TaskRunner, library: Library, qtbot: QtBot
) -> None:
    endless = (
        "WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted)"
        " SELECT count(*) FROM counted"
    )
    begun = threading.Event()
    seen: list[object] = []

    def search() -> None:
        begun.set()
        library.archive._connection.value(endless)

    runner.read(search, key="search").succeeded(seen.append)
    assert begun.wait(10)

    runner.read(lambda: library.count(""), key="search").succeeded(seen.append)
    qtbot.waitUntil(lambda: runner.task_count == 0, timeout=20_000)

    assert seen == [0]


def test_what_can_wait_begins_once_what_comes_first_is_shown(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    go_on = threading.Event()
    order: list[str] = []
    runner.read(lambda: go_on.wait(5), is_first=True).succeeded(lambda _: order.append("shown"))

    runner.read(lambda: order.append("count of old"), key="count", can_wait=True)
    runner.read(lambda: order.append("count of new"), key="count", can_wait=True)
    runner.read(lambda: order.append("row"))
    qtbot.waitUntil(lambda: bool(order))
    go_on.set()
    qtbot.waitUntil(lambda: runner.task_count == 0)

    assert order == ["row", "shown", "count of new"]


def test_what_can_wait_begins_also_where_what_came_first_failed(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    seen: list[str] = []
    runner.read(lambda: int("no number"), is_first=True).failed(lambda _: seen.append("failed"))

    runner.read(lambda: "counted", can_wait=True).succeeded(seen.append)
    qtbot.waitUntil(lambda: runner.task_count == 0)

    assert seen == ["failed", "counted"]


def test_writes_run_in_order_and_tell_what_changed(runner: TaskRunner, qtbot: QtBot) -> None:
    order: list[int] = []
    changes: list[Changed] = []
    runner.changed.connect(changes.append)

    for number in range(20):
        runner.write(lambda number=number: order.append(number), label="", changes=["tags"])
    runner.write(lambda: None, label="", changes=["articles"], ids=[7])
    qtbot.waitUntil(lambda: runner.task_count == 0)

    assert order == list(range(20))
    assert changes[-1] == Changed(frozenset({"articles"}), (7,))


def test_a_write_that_changes_nothing_tells_nothing(runner: TaskRunner, qtbot: QtBot) -> None:
    changes: list[Changed] = []
    runner.changed.connect(changes.append)

    runner.write(lambda: None, label="", changes=())
    qtbot.waitUntil(lambda: runner.task_count == 0)

    assert changes == []


def test_a_failure_nobody_waits_for_is_shown(
    runner: TaskRunner, messages: list[Message], qtbot: QtBot
) -> None:
    def fail() -> None:
        raise InputError("That isn't there.", "Look elsewhere.")

    runner.read(fail)
    qtbot.waitUntil(lambda: bool(messages))

    assert messages == [Message("That isn't there.", Severity.FAILURE, "Look elsewhere.")]


def test_a_failure_somebody_waits_for_is_told_to_them_alone(
    runner: TaskRunner, messages: list[Message], qtbot: QtBot
) -> None:
    told: list[str] = []

    def fail() -> None:
        raise InputError("That isn't there.")

    runner.read(fail).failed(lambda failure: told.append(failure.message))
    qtbot.waitUntil(lambda: bool(told))

    assert told == ["That isn't there."]
    assert messages == []


def test_a_fault_of_ours_is_one_sentence(
    runner: TaskRunner, messages: list[Message], qtbot: QtBot
) -> None:
    runner.read(lambda: dict[str, int]()["missing"])
    qtbot.waitUntil(lambda: bool(messages))

    assert "KeyError" in messages[0].text
    assert messages[0].severity is Severity.FAILURE


def test_a_cancelled_fetch_is_seen_by_its_call_and_told_to_nobody(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    started, seen = threading.Event(), []

    def call(context: TaskContext) -> bool:
        started.set()
        while not context.cancelled():
            threading.Event().wait(0.01)
        return True

    task = runner.fetch(call, label="Fetching").succeeded(seen.append)
    started.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: runner.task_count == 0)

    assert seen == []


def test_progress_reaches_whoever_listens(runner: TaskRunner, qtbot: QtBot) -> None:
    go_on = threading.Event()

    def call(context: TaskContext) -> None:
        go_on.wait(5)
        context.progress(3, 10)

    task = runner.fetch(call, label="Fetching")
    with qtbot.waitSignal(task.progressed) as told:
        go_on.set()

    assert told.args == [3, 10]


def test_cleaning_runs_in_another_process(runner: TaskRunner, qtbot: QtBot) -> None:
    seen: list[int] = []

    runner.clean(divmod, 7, 2, label="Cleaning").succeeded(seen.append)
    qtbot.waitUntil(lambda: bool(seen), timeout=20_000)

    assert seen == [(3, 1)]


def test_a_callback_of_a_widget_that_is_gone_is_left_out(
    runner: TaskRunner, qtbot: QtBot, messages: list[Message]
) -> None:
    go_on = threading.Event()
    label = QLabel()
    runner.read(lambda: go_on.wait(5) and "text").succeeded(label.setText)

    label.deleteLater()
    qtbot.wait(20)
    go_on.set()
    qtbot.waitUntil(lambda: runner.task_count == 0)

    assert messages == []


def test_nothing_is_told_after_the_end(runner: TaskRunner, qtbot: QtBot) -> None:
    seen: list[int] = []
    runner.read(lambda: 1).succeeded(seen.append)

    runner.shut_down()
    qtbot.wait(50)

    assert seen == []


class Asking(QLabel):
    """Asks for something and writes down what comes."""

    def __init__(self, runner: TaskRunner, told: list[str]) -> None:
        super().__init__()
        self.told = told
        runner.read(lambda: "for a lambda").succeeded(lambda words: self.tell(words))  # noqa: PLW0108
        runner.read(lambda: "for a partial").succeeded(partial(self.tell))
        runner.read(lambda: "for a method").succeeded(self.tell)

    def tell(self, words: str) -> None:
        self.told.append(words)


@pytest.mark.parametrize(("is_gone", "expected"), [(True, 0), (False, 3)])
def test_nobody_is_told_who_is_gone(
    runner: TaskRunner, qtbot: QtBot, is_gone: bool, expected: int
) -> None:
    told: list[str] = []
    asking = Asking(runner, told)

    if is_gone:
        shiboken6.delete(asking)
    qtbot.waitUntil(lambda: runner.task_count == 0)

    assert len(told) == expected


class _Answer:
    """Something whose end can be seen."""


def test_a_result_is_let_go_once_it_was_told(runner: TaskRunner, qtbot: QtBot) -> None:
    told: list[weakref.ref[_Answer]] = []

    def ask() -> None:
        task = runner.read(_Answer)
        task.succeeded(lambda answer: told.append(weakref.ref(answer)))
        task.succeeded(lambda _answer: task.label)  # holds its own task, as a caller's may

    ask()
    qtbot.waitUntil(lambda: bool(told))

    # The window looks for cycles seldom: what waited for that would be thousands of rows.
    qtbot.waitUntil(lambda: told[0]() is None)


@pytest.mark.skipif(sys.platform != "linux", reason="threads have a niceness on Linux alone")
@pytest.mark.parametrize(("is_first", "gives_way"), [(True, False), (False, True)])
def test_only_what_comes_first_is_read_with_the_window_s_own_priority(
    runner: TaskRunner, qtbot: QtBot, is_first: bool, gives_way: bool
) -> None:
    seen: list[int] = []

    def niceness() -> int:
        return os.getpriority(os.PRIO_PROCESS, threading.get_native_id())

    runner.read(niceness, is_first=is_first).succeeded(seen.append)
    qtbot.waitUntil(lambda: bool(seen))

    assert (seen[0] > niceness()) is gives_way


def test_work_tells_how_far_it_is_only_as_often_as_can_be_seen(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    told: list[tuple[int, int]] = []

    def count(context: TaskContext) -> None:
        for number in range(20_001):
            context.progress(number, 20_000)

    task = runner.fetch(count, label="Counting")
    task.progressed.connect(lambda done, total: told.append((done, total)))
    qtbot.waitUntil(lambda: runner.task_count == 0)

    assert told[-1] == (20_000, 20_000)
    assert len(told) < 2_000


def test_tasks_go_where_they_live_whatever_their_work_holds(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    gone: set[threading.Thread] = set()

    def note() -> None:
        gone.add(threading.current_thread())

    for number in range(2_000):
        for task in (
            runner.write(lambda: 1, label="Write", changes=()),
            runner.read(lambda: 1, key=f"key {number}"),
            runner.fetch(lambda context: context.cancelled(), label="Fetch"),
        ):
            weakref.finalize(task, note)
        if number % 20 == 0:
            qtbot.wait(1)
    qtbot.waitUntil(lambda: runner.task_count == 0)

    assert gone == {threading.main_thread()}

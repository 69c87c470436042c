"""Garbage cycles are freed on the window's thread, whatever the workers do."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.base.collection import collection_paused
from desktop_app.ui.base.task_runner import TaskRunner


class Cycle:
    """Garbage as soon as nobody has it, and found only by searching; tells where it was freed."""

    def __init__(self) -> None:
        self.itself = self
        self.freed_on: list[str] = []
        weakref.finalize(self, _tell_thread, self.freed_on)


def _tell_thread(told: list[str]) -> None:
    told.append(threading.current_thread().name)


def many_cycles() -> list[str]:
    """Make enough garbage that a search is due; gives where the first of it was freed, later."""
    first = Cycle()
    told = first.freed_on
    for _ in range(gc.get_threshold()[0] + 10):
        Cycle()
    return told


def test_what_a_worker_leaves_is_freed_on_the_windows_thread(
    qtbot: QtBot, tasks: TaskRunner
) -> None:
    told: list[list[str]] = []

    tasks.read(lambda: [many_cycles() for _ in range(5)]).succeeded(told.extend)
    qtbot.waitUntil(lambda: bool(told) and all(told), timeout=5_000)

    assert {name for names in told for name in names} == {threading.main_thread().name}


def test_nothing_is_sought_during_a_pause(tasks: TaskRunner) -> None:
    with collection_paused(), collection_paused():
        told = many_cycles()
        tasks.collector.collect()
        assert told == []

    tasks.collector.collect()
    assert told == [threading.main_thread().name]


def test_a_failure_ends_the_pause(tasks: TaskRunner) -> None:
    with pytest.raises(ValueError, match="no"), collection_paused():
        raise ValueError("no")

    told = many_cycles()
    tasks.collector.collect()
    assert told == [threading.main_thread().name]


def test_python_collects_by_itself_once_the_window_is_gone(tasks: TaskRunner) -> None:
    assert not gc.isenabled()
    tasks.shut_down()
    assert gc.isenabled()

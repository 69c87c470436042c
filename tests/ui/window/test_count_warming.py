"""What is counted by is read while nobody works; whoever leaves meanwhile doesn't wait for it."""

from __future__ import annotations

from threading import Event

from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.window.count_warming import CountWarming
from tests.ui.conftest import AddArticle, Settle


def test_it_reads_once_nothing_is_under_way(
    library: Library, tasks: TaskRunner, add_article: AddArticle, qtbot: QtBot
) -> None:
    add_article("Some words.")
    warming = CountWarming(library, tasks)
    busy = Event()
    tasks.read(lambda: busy.wait(30))
    warming.start()
    qtbot.wait(1_200)
    assert not warming.has_begun

    busy.set()

    qtbot.waitUntil(lambda: warming.has_begun and not tasks.task_count, timeout=20_000)
    assert library.finding.facets("", "").counts


def test_what_was_not_begun_when_it_is_stopped_is_never_read(
    library: Library, tasks: TaskRunner, add_article: AddArticle, settle: Settle, qtbot: QtBot
) -> None:
    add_article("Some words.")
    settle()
    warming = CountWarming(library, tasks)
    warming.start()

    warming.stop()

    qtbot.wait(1_200)
    assert not warming.has_begun

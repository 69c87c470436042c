"""The watched pages have a page of their own, and a mark in the list of articles."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.fetch_states import Interval
from desktop_app.services.library import Library
from desktop_app.ui.article_list.article_list_model import spoken_row
from desktop_app.ui.base.notifier import Message, Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.queue.queue_work import QueueWork
from desktop_app.ui.queue.watch_acts import WatchActs
from desktop_app.ui.queue.watched_page import WatchedPagesPage
from tests.loopback_server import LoopbackServer
from tests.services.queue.sites import article


@pytest.fixture
def watched(library: Library, loopback_server: LoopbackServer) -> int:
    article_id = library.store(library.prepare(loopback_server.reply("/page", article(1))))
    library.watching.watch([article_id], Interval.DAILY)
    return article_id


@pytest.fixture
def page(
    library: Library, tasks: TaskRunner, notifier: Notifier, watched: int, qtbot: QtBot
) -> WatchedPagesPage:
    work = QueueWork(library, tasks, notifier)
    page = WatchedPagesPage(library, tasks, work, WatchActs(library, tasks, notifier))
    qtbot.addWidget(page)
    page.resize(1_000, 600)
    page.choose_article(watched)
    page.show()
    qtbot.waitUntil(lambda: page.table.chosen_rows == [0])
    return page


def cells(page: WatchedPagesPage) -> list[str]:
    model = page.model
    return [str(model.index(0, column).data()) for column in range(model.columnCount())]


def test_a_row_says_what_how_often_and_what_came(page: WatchedPagesPage, qtbot: QtBot) -> None:
    assert cells(page)[:4] == ["Bridge 1 to be mended", "day", "not yet", ""]
    assert page.words.text() == "1 page watched."

    page.look_button.click()

    qtbot.waitUntil(lambda: cells(page)[3] != "", timeout=60_000)
    assert cells(page)[2] != "not yet"


def test_a_failure_is_told(
    page: WatchedPagesPage, loopback_server: LoopbackServer, qtbot: QtBot
) -> None:
    loopback_server.reply("/page", status=500)

    page.look_button.click()

    qtbot.waitUntil(lambda: "fault of its own" in cells(page)[3], timeout=60_000)
    assert page.words.text() == "1 page watched, 1 not to be had the last time."


def test_the_interval_is_changed(page: WatchedPagesPage, qtbot: QtBot) -> None:
    page.set_every(Interval.WEEKLY)

    qtbot.waitUntil(lambda: cells(page)[1] == "week")


def test_watching_stops_and_can_be_taken_up_again(
    page: WatchedPagesPage, messages: list[Message], library: Library, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.pages.currentWidget() is page.nothing)

    (message,) = messages
    assert message.undo is not None
    message.undo()

    qtbot.waitUntil(lambda: len(page.model.things) == 1)
    assert [each.every for each in library.watching.pages()] == [Interval.DAILY]


def test_the_article_is_opened(page: WatchedPagesPage, watched: int, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.article_requested) as asked:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)

    assert asked.args == [watched]


def test_a_list_tells_which_articles_are_watched(library: Library, watched: int) -> None:
    (row,) = library.rows([watched])
    assert row.watched == "daily"
    assert spoken_row(row).endswith("watched daily")

    library.watching.forget([watched])

    assert library.rows([watched]) == [replace(row, watched=None)]

"""The queue in the window: addresses come in while it is used, and each says what became of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from desktop_app.core.fetch_states import QueueState
from desktop_app.services.library import Library
from desktop_app.services.queue.manners import Manners
from desktop_app.ui.base.notifier import Message, Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.queue.add_addresses_dialog import AddAddressesDialog
from desktop_app.ui.queue.queue_page import QueuePage
from desktop_app.ui.queue.queue_work import QueueWork
from tests.loopback_server import LoopbackServer
from tests.services.queue.sites import article

_WAIT_MS = 60_000


@pytest.fixture
def work(library: Library, tasks: TaskRunner, notifier: Notifier) -> QueueWork:
    work = QueueWork(library, tasks, notifier)
    work.manners = Manners(delay=0, attempts=1, page_seconds=5, patience=1, images=False)
    return work


@pytest.fixture
def page(
    library: Library, tasks: TaskRunner, notifier: Notifier, work: QueueWork, qtbot: QtBot
) -> QueuePage:
    page = QueuePage(library, tasks, notifier, work)
    qtbot.addWidget(page)
    page.resize(1_000, 600)
    page.show()
    return page


def wait_until_done(page: QueuePage, count: int, qtbot: QtBot) -> None:
    def all_ended() -> bool:
        items = page.model.things
        return len(items) == count and not any(item.state.is_open for item in items)

    qtbot.waitUntil(all_ended, timeout=_WAIT_MS)


def test_added_addresses_are_fetched_and_told(
    page: QueuePage, loopback_server: LoopbackServer, library: Library, qtbot: QtBot
) -> None:
    fine, gone = loopback_server.reply("/fine", article(1)), loopback_server.url("/gone")

    page.add([fine, gone], ["towns"])
    wait_until_done(page, 2, qtbot)

    states = {item.url: item.state for item in page.model.things}
    assert states == {fine: QueueState.SAVED, gone: QueueState.FAILED}
    assert library.count("tag:towns") == 1
    qtbot.waitUntil(lambda: page.words.text() == "2 of 2 addresses done, 1 saved, 1 failed.")


def test_a_paused_queue_waits_until_it_goes_on(
    page: QueuePage, loopback_server: LoopbackServer, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "All (0)" in page.filter.itemText(0))
    page.pause_button.click()
    qtbot.waitUntil(lambda: page.pause_button.text() == "&Go on")

    page.add([loopback_server.reply("/fine", article(1))])
    qtbot.waitUntil(lambda: len(page.model.things) == 1)
    assert loopback_server.requests == []

    page.pause_button.click()
    wait_until_done(page, 1, qtbot)


def test_what_failed_is_tried_again_and_its_reason_copied(
    page: QueuePage, loopback_server: LoopbackServer, messages: list[Message], qtbot: QtBot
) -> None:
    url = loopback_server.url("/later")
    page.add([url])
    wait_until_done(page, 1, qtbot)
    page.table.selectRow(0)
    page.copy_button.click()
    copied = QGuiApplication.clipboard().text()

    loopback_server.reply("/later", article(1))
    page.retry_button.click()
    qtbot.waitUntil(lambda: page.model.things[0].state is QueueState.SAVED, timeout=_WAIT_MS)

    assert copied.startswith(f"{url}\tfailed\t")
    assert "no such page" in copied
    assert page.chosen == page.model.things


def test_a_page_that_failed_can_be_opened_where_one_may_log_in(
    page: QueuePage, loopback_server: LoopbackServer, qtbot: QtBot
) -> None:
    walled = loopback_server.reply("/walled", "no", status=403)
    page.add([walled])
    wait_until_done(page, 1, qtbot)
    page.table.selectAll()
    page.table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = page.findChild(QMenu)
    assert isinstance(menu, QMenu)
    [action] = [each for each in menu.actions() if each.text() == "Open as my browser would"]

    with qtbot.waitSignal(page.page_requested) as asked:
        action.trigger()

    assert asked.args == [walled]
    menu.close()


def test_only_one_state_is_shown_where_that_is_wanted(
    page: QueuePage, loopback_server: LoopbackServer, qtbot: QtBot
) -> None:
    page.add([loopback_server.reply("/fine", article(1)), loopback_server.url("/gone")])
    wait_until_done(page, 2, qtbot)

    page.filter.setCurrentIndex(page.filter.findData("failed"))

    qtbot.waitUntil(lambda: [item.state for item in page.model.things] == [QueueState.FAILED])


def test_the_dialog_finds_addresses_in_any_text(
    library: Library, tasks: TaskRunner, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().clear()
    dialog = AddAddressesDialog(library, tasks)
    qtbot.addWidget(dialog)
    assert not dialog.act_button.isEnabled()

    dialog.edit.setPlainText("See [one](https://a.example/1) and\nhttps://b.example/2.")
    dialog.tag_line.setText("a/b, c")

    qtbot.waitUntil(lambda: dialog.count_label.text() == "2 addresses found.")
    assert dialog.addresses == ["https://a.example/1", "https://b.example/2"]
    assert dialog.tags == ["a/b", "c"]


def test_addresses_are_dropped_as_text_or_as_a_file(
    page: QueuePage, work: QueueWork, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    library.queue.set_paused(True)
    path = tmp_path / "list.md"
    path.write_text("[one](https://a.example/1)", encoding="utf-8")
    text, file = QMimeData(), QMimeData()
    text.setText("https://b.example/2")
    file.setUrls([QUrl.fromLocalFile(str(path))])

    page.add_from(file)
    qtbot.waitUntil(lambda: [item.url for item in page.model.things] == ["https://a.example/1"])
    page.add_from(text)

    qtbot.waitUntil(lambda: len(page.model.things) == 2)
    assert page.model.things[1].url == "https://b.example/2"

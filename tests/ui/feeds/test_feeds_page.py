"""Feeds in the window: followed, looked at, their items clipped or dismissed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.core.feeds import Feed, ItemState
from desktop_app.services.library import Library
from desktop_app.services.queue.manners import Manners
from desktop_app.ui.base.notifier import Message, Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.feeds.feed_acts import FeedActs
from desktop_app.ui.feeds.feed_dialog import FeedDialog
from desktop_app.ui.feeds.feed_work import FeedWork
from desktop_app.ui.feeds.feeds_page import FeedsPage
from desktop_app.ui.late_parts import LateParts
from tests.loopback_server import LoopbackServer
from tests.services.feeds.papers import Paper

_WAIT_MS = 60_000


@pytest.fixture
def paper(loopback_server: LoopbackServer) -> Paper:
    printed = Paper(loopback_server)
    printed.print_articles([3, 2, 1])
    return printed


@pytest.fixture
def feed(library: Library, paper: Paper) -> Feed:
    check = library.feeds.follow(library.feeds.look(paper.url))
    return library.feeds.get(check.feed.id)


@pytest.fixture
def work(library: Library, tasks: TaskRunner, notifier: Notifier) -> FeedWork:
    work = FeedWork(library, tasks, notifier)
    work.manners = Manners(delay=0)
    return work


@pytest.fixture
def acts(
    library: Library, tasks: TaskRunner, notifier: Notifier, work: FeedWork, qtbot: QtBot
) -> FeedActs:
    window = QWidget()
    qtbot.addWidget(window)

    def undo() -> None:
        tasks.write(library.undo, label="Undo", changes=("feeds",))

    return FeedActs(LateParts(library, tasks, notifier), work, undo, window)


@pytest.fixture
def page(
    library: Library, tasks: TaskRunner, work: FeedWork, acts: FeedActs, qtbot: QtBot
) -> FeedsPage:
    page = FeedsPage(library, tasks, work, acts)
    qtbot.addWidget(page)
    page.resize(1_000, 700)
    page.show()
    return page


@pytest.fixture
def dialog(library: Library, tasks: TaskRunner) -> Iterator[FeedDialog]:
    dialog = FeedDialog(library, tasks, None)
    yield dialog
    if isValid(dialog):  # it goes where its wish is told
        dialog.close()


def titles(page: FeedsPage) -> list[str]:
    return [item.title for item in page.model.things]


def wait_for_rows(page: FeedsPage, count: int, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(page.model.things) == count, timeout=_WAIT_MS)


def test_the_inbox_shows_titles_and_a_summary_in_plain_words(
    feed: Feed, page: FeedsPage, qtbot: QtBot
) -> None:
    wait_for_rows(page, 3, qtbot)

    assert page.words.text() == "3 new items of 1 feed."
    assert page.table.chosen_rows == [0]
    assert page.summary.toPlainText().startswith("Bridge 3 to be mended\n\nThe Paper")
    assert "Town 3 heard Mayor Lavrov3." in page.summary.toPlainText()


def test_an_item_is_clipped_with_return_and_the_next_one_is_chosen(
    feed: Feed, page: FeedsPage, work: FeedWork, library: Library, qtbot: QtBot
) -> None:
    wait_for_rows(page, 3, qtbot)

    with qtbot.waitSignal(work.queued):
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    wait_for_rows(page, 2, qtbot)

    assert page.table.chosen_rows == [0]
    assert [item.url for item in library.queue.items()] == [
        item.url for item in library.feeds.items(ItemState.CLIPPED)
    ]


def test_dismissed_items_go_and_come_back_by_undo(
    feed: Feed, page: FeedsPage, messages: list[Message], qtbot: QtBot
) -> None:
    wait_for_rows(page, 3, qtbot)

    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    wait_for_rows(page, 2, qtbot)
    page.dismiss_all_button.click()
    wait_for_rows(page, 0, qtbot)
    assert page.nothing.text() == "Nothing here."

    undo = messages[-1].undo
    assert undo is not None
    undo()
    wait_for_rows(page, 2, qtbot)


def test_dismissed_items_can_be_shown_and_brought_back(
    feed: Feed, page: FeedsPage, library: Library, qtbot: QtBot
) -> None:
    library.feeds.dismiss([item.id for item in library.feeds.items()])

    page.filter.setCurrentIndex(page.filter.findData("dismissed"))
    wait_for_rows(page, 3, qtbot)
    qtbot.waitUntil(lambda: not page.clip_button.isVisible())
    page.back_to_inbox_button.click()

    wait_for_rows(page, 2, qtbot)


def test_new_items_come_in_when_feeds_are_looked_at(
    feed: Feed, page: FeedsPage, paper: Paper, qtbot: QtBot
) -> None:
    wait_for_rows(page, 3, qtbot)
    paper.print_articles([4, 3, 2, 1])

    page.look_button.click()

    wait_for_rows(page, 4, qtbot)
    assert titles(page)[0] == "Bridge 4 to be mended"


def test_nothing_is_looked_at_while_feeds_pause(
    feed: Feed, page: FeedsPage, work: FeedWork, library: Library, paper: Paper, qtbot: QtBot
) -> None:
    wait_for_rows(page, 3, qtbot)
    library.archive.feeds.look_soon([feed.id])

    page.pause_button.click()
    qtbot.waitUntil(lambda: page.pause_button.text() == "&Go on")
    work.begin()
    qtbot.wait(300)
    assert paper.answers == [200]

    page.pause_button.click()
    qtbot.waitUntil(lambda: paper.answers == [200, 304], timeout=_WAIT_MS)


def test_the_page_of_a_feed_tells_what_is_wrong_and_goes_with_it(
    feed: Feed, page: FeedsPage, acts: FeedActs, paper: Paper, qtbot: QtBot
) -> None:
    page.show_feed(feed.id)
    qtbot.waitUntil(lambda: page.title.text() == "The Paper")
    paper.server.reply("/feed.xml", status=500)
    page.look_button.click()
    qtbot.waitUntil(lambda: "fault of its own" in page.words.text(), timeout=_WAIT_MS)

    acts.remove(feed.id, feed.name)

    qtbot.waitUntil(lambda: page.title.text() == "Inbox of feeds")
    assert page.nothing.text().startswith("No feed is followed.")


def test_the_dialog_looks_at_a_page_and_follows_its_feed(
    library: Library, dialog: FeedDialog, paper: Paper, acts: FeedActs, qtbot: QtBot
) -> None:
    links = "".join(
        f'<link rel="alternate" type="application/rss+xml" title="{name}" href="{path}">'
        for name, path in (("World", "/feed.xml"), ("Sport", "/sport.xml"))
    )
    address = paper.server.reply("/", f"<html><head>{links}</head><body>News</body></html>")
    dialog.follow_wanted.connect(acts.follow)
    dialog.show()
    assert not dialog.act_button.isEnabled()

    dialog.address.setText(address)
    dialog.look_button.click()
    qtbot.waitUntil(lambda: dialog.offered.count() == 2, timeout=_WAIT_MS)
    dialog.offered.activated.emit(0)
    qtbot.waitUntil(dialog.act_button.isEnabled, timeout=_WAIT_MS)
    dialog.query.setText("is:starred")
    assert not dialog.act_button.isEnabled()
    dialog.query.setText("person:Lavrov2")
    dialog.tag_line.setText("towns, bridges")
    dialog.act_button.click()

    qtbot.waitUntil(lambda: [feed.new for feed in library.feeds.all()] == [1])
    (feed,) = library.feeds.all()
    assert (feed.query, feed.tags) == ("person:Lavrov2", ("towns", "bridges"))


def test_the_dialog_tells_where_there_is_no_feed(
    dialog: FeedDialog, paper: Paper, qtbot: QtBot
) -> None:
    dialog.address.setText(paper.address(1))

    dialog.look()

    qtbot.waitUntil(lambda: "There is no feed" in dialog.told.text(), timeout=_WAIT_MS)
    assert not dialog.act_button.isEnabled()


def test_a_list_is_followed_and_written(
    acts: FeedActs, feed: Feed, library: Library, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "feeds.opml"
    acts.write_list(path)
    qtbot.waitUntil(path.exists)
    library.feeds.remove([feed.id])

    acts.follow_list(path)

    qtbot.waitUntil(lambda: len(library.feeds.all()) == 1)

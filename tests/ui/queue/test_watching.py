"""Pages are watched from the window, and looked at while it is open."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from desktop_app.core.fetch_states import Interval
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message, Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.queue.queue_work import QueueWork
from desktop_app.ui.queue.watch_acts import WatchActs
from tests.loopback_server import LoopbackServer
from tests.services.queue.sites import article


def test_a_watched_page_that_changed_is_a_new_version(
    library: Library,
    tasks: TaskRunner,
    notifier: Notifier,
    messages: list[Message],
    loopback_server: LoopbackServer,
    qtbot: QtBot,
) -> None:
    article_id = library.store(library.prepare(loopback_server.reply("/page", article(1))))
    WatchActs(library, tasks, notifier).watch([article_id], Interval.DAILY)
    qtbot.waitUntil(lambda: [each.text for each in messages] == ["1 page is fetched again daily."])
    (page,) = library.watching.pages()
    library.archive.watched_pages.note_look(replace(page, next_look=0.0))
    loopback_server.reply("/page", article(1).replace("should be mended", "will never be mended"))

    QueueWork(library, tasks, notifier).begin()

    qtbot.waitUntil(lambda: len(library.revisions(article_id)) == 2, timeout=60_000)


def test_watching_ends_on_the_users_word(
    library: Library,
    tasks: TaskRunner,
    notifier: Notifier,
    messages: list[Message],
    qtbot: QtBot,
    loopback_server: LoopbackServer,
) -> None:
    article_id = library.store(library.prepare(loopback_server.reply("/page", article(1))))
    library.watching.watch([article_id], Interval.DAILY)

    WatchActs(library, tasks, notifier).forget([article_id])

    qtbot.waitUntil(lambda: [each.text for each in messages] == ["1 page is watched no more."])
    assert library.watching.pages() == []

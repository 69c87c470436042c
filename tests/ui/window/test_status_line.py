"""A long write is named at the foot of the window, and can be stopped there."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

_ENDLESS = """
    WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted)
    SELECT count(*) FROM counted
"""


def star_for_ever(library: Library, article_id: int) -> None:
    with library.archive.act("Starred for ever"):
        library.archive.articles.set_starred([article_id], starred=True)
        library.archive._connection.write(f"UPDATE articles SET words = ({_ENDLESS})")


def test_a_write_under_way_is_named_and_stopped_by_a_click(
    window: MainWindow,
    library: Library,
    tasks: TaskRunner,
    add_article: AddArticle,
    messages: list[Message],
    settle: Settle,
    qtbot: QtBot,
) -> None:
    article_id = add_article()
    settle()
    line = window.status_line

    tasks.write(lambda: star_for_ever(library, article_id), label="Starring", changes=["articles"])
    qtbot.waitUntil(line.stop_button.isVisible)
    assert line.write_label.text() == "Starring…"
    qtbot.mouseClick(line.stop_button, Qt.MouseButton.LeftButton)
    settle()

    assert not line.stop_button.isVisible()
    assert messages[-1].text == "Stopped: Starring."
    assert not library.article(article_id).starred
    window.acts.set_starred([article_id], starred=True)
    settle()
    assert library.article(article_id).starred


def test_the_next_write_waits_for_its_turn(
    window: MainWindow, tasks: TaskRunner, settle: Settle, qtbot: QtBot
) -> None:
    settle()
    go_on, done = threading.Event(), threading.Event()
    window.commands.action("edit.stop").trigger()
    tasks.write(lambda: go_on.wait(10), label="First", changes=())
    tasks.write(done.set, label="Second", changes=())
    qtbot.waitUntil(window.status_line.stop_button.isVisible)

    assert window.status_line.write_label.text() == "First…"
    go_on.set()
    settle()

    assert done.is_set()
    assert not window.status_line.write_label.isVisible()

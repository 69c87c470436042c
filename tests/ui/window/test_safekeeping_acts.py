"""The archive is compacted from the window."""

from __future__ import annotations

import random

from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


def test_compacting_gives_the_room_of_deleted_articles_back(
    qtbot: QtBot,
    window: MainWindow,
    library: Library,
    add_article: AddArticle,
    settle: Settle,
    messages: list[Message],
) -> None:
    chance = random.Random(1)
    ids = [add_article(chance.randbytes(60_000).hex(), title=str(each)) for each in range(9)]
    library.delete(ids[1:])
    library.empty_trash()

    window.keeping.compact()
    qtbot.waitUntil(lambda: bool(messages), timeout=20_000)

    assert "it had" in messages[-1].text
    assert library.path.stat().st_size < 1_500_000  # tables without rows included
    assert library.count("") == 1
    settle()

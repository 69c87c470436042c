"""A browser sends to the open window: paired in its dialog, cleaned in the background, told of."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any
from urllib.request import ProxyHandler, Request, build_opener
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.services.library import Library
from desktop_app.services.receiving.second_instance import hand_over
from desktop_app.ui.base.notifier import Message, Severity
from desktop_app.ui.browsers.browsers_dialog import BrowsersDialog
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import Settle

ORIGIN = "moz-extension://7f2b7b2c-6f2b-4b77-8c1d-7a3c5c8f6b10"
PAGE = "<html><head><title>{0}</title></head><body><article><h1>{0}</h1>{1}</article></body></html>"
PARAGRAPH = (
    "<p>The minister told the delegates that the coal and the steel of six countries should be "
    "under one authority from the summer on, which nobody in the hall had expected to hear.</p>"
)


class Browser:
    """A browser that talks to the window's endpoint from a thread of its own."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self._window, self._qtbot = window, qtbot
        self._threads = ThreadPoolExecutor(1)
        self.token = ""

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        future = self._threads.submit(self._ask, method, path, body)
        self._qtbot.waitUntil(future.done, timeout=20_000)
        return future.result()

    def close(self) -> None:
        self._threads.shutdown()

    def _ask(self, method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
        port = self._window.receiving.serving.port
        sent = None if body is None else json.dumps(body).encode()
        request = Request(f"http://127.0.0.1:{port}{path}", sent, method=method)
        request.add_header("Origin", ORIGIN)
        request.add_header("Authorization", f"Bearer {self.token}")
        if sent is not None:
            request.add_header("Content-Type", "application/json")
        with build_opener(ProxyHandler({})).open(request, timeout=20) as answer:
            found = json.load(answer)
        assert isinstance(found, dict)
        return found

    def send(self, title: str, **fields: object) -> str:
        clip_id = str(uuid4())
        clip = {
            "id": clip_id,
            "kind": "page",
            "url": f"https://gazette.example/{title}",
            "captured": "2026-11-28T19:00:00Z",
            "title": title,
            "html": PAGE.format(title, PARAGRAPH * 4),
        }
        self.ask("POST", "/v1/clips", {**clip, **fields})
        return clip_id


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[BrowsersDialog]:
    """The dialog while the window listens."""
    window.commands.action("edit.browsers").trigger()
    found = window.findChild(BrowsersDialog)
    assert isinstance(found, BrowsersDialog)
    qtbot.waitUntil(found.pair_button.isEnabled)
    yield found
    if isValid(found):
        found.close()
    window.stop_receiving()


@pytest.fixture
def browser(window: MainWindow, dialog: BrowsersDialog, qtbot: QtBot) -> Iterator[Browser]:
    """A browser that was paired by the code in the dialog."""
    found = Browser(window, qtbot)
    dialog.pair_button.click()
    code = dialog.code.text().replace(" ", "")
    found.token = found.ask("POST", "/v1/pair", {"code": code, "name": "Firefox"})["token"]
    yield found
    found.close()


def said(messages: list[Message]) -> list[str]:
    return [each.text for each in messages]


def test_the_dialog_says_where_it_listens_and_shows_a_code(dialog: BrowsersDialog) -> None:
    assert "127.0.0.1" in dialog.state.text()
    assert dialog.code.text() == ""

    QTest.keyClick(dialog, Qt.Key.Key_Return)

    assert len(dialog.code.text()) == 7
    assert "5:00" in dialog.code_hint.text() or "4:59" in dialog.code_hint.text()


def test_a_paired_browser_stands_in_the_list_until_it_is_forgotten(
    browser: Browser, dialog: BrowsersDialog, window: MainWindow, settle: Settle
) -> None:
    settle()
    assert "Firefox" in dialog.code_hint.text()
    assert dialog.code.text() == ""
    item = dialog.list.item(0)
    assert "Firefox" in item.text()

    item.setSelected(True)
    dialog.forget_button.click()
    settle()

    assert dialog.list.count() == 0
    assert not dialog.none.isHidden()
    assert window.receiving.serving.browsers.all() == []


def test_a_code_ends_with_the_dialog(dialog: BrowsersDialog, window: MainWindow) -> None:
    dialog.pair_button.click()

    dialog.reject()

    assert not window.receiving.serving.code.is_good


def test_what_a_browser_sends_is_saved_shown_and_taken_back(
    browser: Browser,
    window: MainWindow,
    library: Library,
    messages: list[Message],
    qtbot: QtBot,
    settle: Settle,
) -> None:
    browser.send("Coal", tags=["economy"])
    qtbot.waitUntil(lambda: "Saved “Coal” from the browser." in said(messages), timeout=30_000)

    bar = window.message_bar
    assert (bar.act_button.text(), bar.undo_button.isVisibleTo(bar)) == ("Show", True)
    bar.act_button.click()
    settle()
    assert window.reader.article is not None
    assert window.reader.article.tags == ("economy",)

    undo = messages[-1].undo
    assert undo is not None
    undo()
    settle()
    assert library.is_empty()


def test_taking_a_clip_back_leaves_what_was_done_since(
    browser: Browser,
    library: Library,
    messages: list[Message],
    qtbot: QtBot,
    settle: Settle,
) -> None:
    browser.send("Coal")
    qtbot.waitUntil(lambda: bool(messages), timeout=30_000)
    library.set_starred([1], True)

    undo = messages[-1].undo
    assert undo is not None
    undo()
    settle()

    assert (library.count(""), library.count("in:trash")) == (0, 1)
    assert library.article(1).starred


def test_several_pages_come_one_after_another(
    browser: Browser, library: Library, messages: list[Message], qtbot: QtBot
) -> None:
    for title in ("Coal", "Steel", "Grain"):
        browser.send(title)
    qtbot.waitUntil(lambda: library.count("") == 3, timeout=30_000)

    qtbot.waitUntil(lambda: len(messages) == 3)
    assert any("Saved 2 articles" in text or "Saved “" in text for text in said(messages))


def test_what_cant_be_had_is_told_and_the_next_is_taken_in(
    browser: Browser, library: Library, messages: list[Message], qtbot: QtBot
) -> None:
    failed = browser.send("Gone", kind="link", html=None, url="http://127.0.0.1:9/gone")
    browser.send("Coal")
    qtbot.waitUntil(lambda: library.count("") == 1, timeout=30_000)

    assert messages[0].severity is Severity.FAILURE
    assert "“Gone” from the browser couldn't be saved" in messages[0].text
    assert browser.ask("GET", f"/v1/clips/{failed}")["state"] == "failed"


def test_a_second_cuttings_has_the_article_shown_here(
    dialog: BrowsersDialog,
    window: MainWindow,
    library: Library,
    add_article: Callable[..., int],
    qtbot: QtBot,
    settle: Settle,
) -> None:
    article_id = add_article("The cable is silent.")
    window.reload()
    window.list_pane.reload()
    settle()
    asked = replace(library.settings, article_to_show=article_id)
    with ThreadPoolExecutor(1) as second:
        future = second.submit(hand_over, asked)
        qtbot.waitUntil(future.done)
    settle()

    assert future.result()
    assert window.reader.article is not None
    assert window.reader.article.id == article_id


def test_where_no_port_is_free_the_dialog_says_so(
    window: MainWindow, library: Library, qtbot: QtBot, dialog: BrowsersDialog
) -> None:
    taken = dialog._receiving.serving.port
    other = Library(replace(library.settings, endpoint_ports=(taken,)))
    receiving = type(dialog._receiving)(other, dialog._tasks, dialog._notifier, window)

    receiving.start()
    qtbot.waitUntil(lambda: receiving.problem is not None)

    assert str(taken) in str(receiving.problem)
    receiving.stop()

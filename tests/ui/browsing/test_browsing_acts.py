"""The main window and the process of the browser window: from a refused page to a clip."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.services.base.settings import Settings
from desktop_app.services.browsing import web_engine
from desktop_app.services.browsing.web_engine import NO_SANDBOX
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message, Severity
from desktop_app.ui.clipping.capture_sheet import CaptureSheet
from desktop_app.ui.clipping.clip_draft import DraftState
from desktop_app.ui.window.main_window import MainWindow
from tests.loopback_server import LoopbackServer, Reply
from tests.ui.clipping.test_capture_sheet import PAGE
from tests.ui.conftest import AddArticle, Settle

WITHIN_MS = 30_000
PRESSING = (sys.executable, "-P", "-m", "tests.ui.browsing.pressing_window")


@pytest.fixture
def browsing_window(window: MainWindow) -> Iterator[MainWindow]:
    """The main window with a browser window in which the page is clipped when it is there."""
    window.browsing.command = PRESSING
    yield window
    window.stop_browsing()
    assert not window.browsing.is_open


@pytest.fixture
def walled(loopback_server: LoopbackServer) -> str:
    """The address of a page that only a browser gets."""

    def answer(handler: object) -> None:
        is_browser = "QtWebEngine" in handler.headers["User-Agent"]  # type: ignore[attr-defined]
        Reply(PAGE if is_browser else "no", 200 if is_browser else 403)(handler)  # type: ignore[arg-type]

    return loopback_server.respond("/walled", answer)


@pytest.fixture
def saved(walled: str, add_article: AddArticle) -> int:
    """An article at that address, in the archive before the window is there."""
    return add_article("Some words.", url=walled)


def sheet_of(window: MainWindow, qtbot: QtBot) -> CaptureSheet:
    qtbot.waitUntil(lambda: window.findChild(CaptureSheet) is not None, timeout=WITHIN_MS)
    sheet = window.findChild(CaptureSheet)
    assert isinstance(sheet, CaptureSheet)
    return sheet


def wait_for_state(qtbot: QtBot, sheet: CaptureSheet, state: DraftState) -> None:
    def is_there() -> bool:
        return sheet.shown_draft is not None and sheet.shown_draft.state is state

    qtbot.waitUntil(is_there, timeout=WITHIN_MS)


def test_a_page_that_refuses_to_be_fetched_is_clipped_from_the_browser_window(
    browsing_window: MainWindow, qtbot: QtBot, walled: str, library: Library, settle: Settle
) -> None:
    browsing_window.clipping.open([walled])
    sheet = sheet_of(browsing_window, qtbot)
    wait_for_state(qtbot, sheet, DraftState.FAILED)
    assert sheet.shown_draft is not None
    sheet.shown_draft.tags = ("cable",)

    sheet.failure.browser_button.click()

    wait_for_state(qtbot, sheet, DraftState.READY)
    assert len(sheet.drafts) == 1
    settle()
    sheet.save()
    settle()
    [row] = library.rows(library.search("").ids)
    assert (row.title, row.tags) == ("The cable is ashore", ("cable",))
    assert library.article(row.id).clean.url == walled


def test_the_page_of_an_article_is_opened_and_clipped(
    saved: int, browsing_window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    browsing_window.show_article(saved)
    settle()

    browsing_window.commands.action("article.browse").trigger()

    sheet = sheet_of(browsing_window, qtbot)
    wait_for_state(qtbot, sheet, DraftState.READY)
    settle()
    assert sheet.shown_draft is not None
    assert [known[0] for known in sheet.shown_draft.known] == [saved]
    sheet.reject()


def test_the_browser_window_goes_with_the_main_one_and_its_place_is_remembered(
    window: MainWindow, settings: Settings, qtbot: QtBot
) -> None:
    window.open_page("")
    qtbot.waitUntil(lambda: window.browsing.is_shown, timeout=WITHIN_MS)

    window.stop_browsing()

    assert not window.browsing.is_open
    assert (settings.config_folder / "sites" / "window.ini").is_file()


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="not as root")
def test_the_user_root_is_told_why_no_page_is_opened(
    window: MainWindow, messages: list[Message], settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(NO_SANDBOX)

    window.commands.action("file.browse").trigger()
    settle()

    [message] = messages
    assert message.severity is Severity.FAILURE
    assert "root" in message.text
    assert "ordinary user" in message.next_step
    assert not window.browsing.is_open


def test_a_system_that_lacks_a_library_is_told_with_the_command(
    window: MainWindow, messages: list[Message], settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(web_engine.WEB_ENGINE_LIBRARIES, "libnowhere.so.9", "libnowhere9")

    window.commands.action("file.browse").trigger()
    settle()

    [message] = messages
    assert "libnowhere.so.9" in message.text
    assert message.next_step.endswith("apt-get install libnowhere9")


def test_where_the_part_of_qt_is_missing_the_command_that_installs_it_is_told(
    window: MainWindow, messages: list[Message], settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_engine, "MODULE", "QtNowhere")

    window.commands.action("file.browse").trigger()
    settle()

    [message] = messages
    assert "isn't installed" in message.text
    assert f"{sys.executable}" in message.next_step
    assert "PySide6-Addons==6." in message.next_step


def test_a_process_that_ends_at_once_is_told_and_takes_nothing_with_it(
    window: MainWindow, messages: list[Message], qtbot: QtBot
) -> None:
    window.browsing.command = (sys.executable, "-c", "import sys; sys.exit(11)")

    window.commands.action("file.browse").trigger()

    qtbot.waitUntil(lambda: bool(messages), timeout=WITHIN_MS)
    [message] = messages
    assert message.text == "The browser window can't be shown on this machine."
    assert not window.browsing.is_open


def test_a_process_that_says_nonsense_is_ended(
    window: MainWindow, messages: list[Message], qtbot: QtBot
) -> None:
    nonsense = "import sys, time; print('nonsense', flush=True); time.sleep(60)"
    window.browsing.command = (sys.executable, "-c", nonsense)

    window.commands.action("file.browse").trigger()

    qtbot.waitUntil(lambda: bool(messages), timeout=WITHIN_MS)
    assert "more than can be taken" in messages[0].text
    assert not window.browsing.is_open

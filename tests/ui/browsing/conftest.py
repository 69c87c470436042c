"""The browser window in the test's own process, on pages of a loopback server."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.errors import SystemLibraryError
from desktop_app.services.browsing.web_engine import NO_SANDBOX, require_web_engine

# Tests run as root in a container, where Chromium makes no sandbox. Nobody else sets this.
os.environ[NO_SANDBOX] = "1"
# And a container may have little shared memory. The hosts of a made-up site are the loopback.
os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = (
    "--disable-dev-shm-usage --no-proxy-server"
    ' --host-resolver-rules="MAP *.gazette.example 127.0.0.1"'
)

try:
    require_web_engine()
except SystemLibraryError as failure:
    pytest.skip(f"no Qt WebEngine: {failure}", allow_module_level=True)

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desktop_app.core.article import RawCapture
from desktop_app.services.browsing.kept_sites import KeptSites
from desktop_app.services.browsing.messages import captured_from
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.browsing.browser_window import BrowserWindow
from desktop_app.ui.browsing.log_in_dialog import LogInDialog
from desktop_app.ui.browsing.page_question import PageQuestion

_WITHIN_MS = 20_000


class Browsing:
    """A browser window as its user has it: goes to pages, looks, clips."""

    def __init__(self, qtbot: QtBot, sites: Path) -> None:
        self._qtbot = qtbot
        self.window = BrowserWindow(KeptSites(sites))
        self.said: list[Message] = []
        self.clips: list[RawCapture] = []
        self._loaded, self._is_closed = 0, False
        self.window.notifier.message.connect(self.said.append)
        self.window.clipped.connect(lambda message: self.clips.append(captured_from(message)))
        self.window.page.loadFinished.connect(self._on_loaded)
        with qtbot.waitExposed(self.window), qtbot.waitSignal(self.window.shown):
            self.window.show()

    def wait(self, until: Callable[[], object]) -> None:
        """Wait until it is so."""
        self._qtbot.waitUntil(lambda: bool(until()), timeout=_WITHIN_MS)

    def go(self, act: Callable[[], object]) -> None:
        """Do what loads a page, and wait for it."""
        before = self._loaded
        act()
        self.wait(lambda: self._loaded > before)

    def open(self, address: str) -> None:
        """Type an address, and wait for its page."""
        self.go(lambda: self.window.open(address))

    def run(self, expression: str) -> Any:
        """What an expression in the page gives."""
        answers: list[str] = []
        self.window.page.runJavaScript(
            f"JSON.stringify({{value: {expression}}})", 0, answers.append
        )
        self.wait(lambda: answers)
        return json.loads(answers[0]).get("value")

    def text(self) -> str:
        """The words that are shown."""
        return str(self.run("document.body.innerText"))

    def clip(self) -> RawCapture:
        """Press the button, and take what comes."""
        before = len(self.clips)
        self.window.row.clip_button.click()
        self.wait(lambda: len(self.clips) > before)
        return self.clips[-1]

    def words_said(self) -> str:
        """Everything that the window said, in one text."""
        return "\n".join(f"{each.text} {each.next_step}" for each in self.said)

    def close(self) -> None:
        """Close the window, and let its page and profile go."""
        if not self._is_closed:
            self._is_closed = True
            self.window.end()
            self.window.deleteLater()

    def _on_loaded(self) -> None:
        self._loaded += 1


@pytest.fixture
def sites_file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "sites.json"


@pytest.fixture
def open_browsing(qtbot: QtBot, sites_file: Path) -> Iterator[Callable[[], Browsing]]:
    """Opens browser windows of one archive, one after the other."""
    opened: list[Browsing] = []

    def open_one() -> Browsing:
        opened.append(Browsing(qtbot, sites_file))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


@pytest.fixture
def browsing(open_browsing: Callable[[], Browsing]) -> Browsing:
    return open_browsing()


@pytest.fixture
def answers(qapp: QApplication) -> Iterator[list[type[QDialog]]]:
    """The dialogs that pages brought up: questions are answered no, anna logs in."""
    answered: list[type[QDialog]] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, LogInDialog):
            dialog.user.setText("anna")
            dialog.password.setText("x")
            answered.append(LogInDialog)
            dialog.act_button.click()
        elif isinstance(dialog, PageQuestion):
            answered.append(PageQuestion)
            dialog.reject()

    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(20)
    yield answered
    timer.stop()

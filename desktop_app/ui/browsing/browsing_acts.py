"""The main window's side of the browser window: starts its process, and takes what is clipped.

Qt WebEngine isn't imported here. Where it can't run, the user is told why and what mends it.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from desktop_app.core.article import Article, RawCapture
from desktop_app.core.errors import AppError
from desktop_app.services.base.settings import Settings
from desktop_app.services.browsing.frames import Frames, opening_frame
from desktop_app.services.browsing.kept_sites import kept_sites_path
from desktop_app.services.browsing.web_engine import require_web_engine
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task import TaskContext
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import theme

_log = logging.getLogger(__name__)
_PACKAGES = Path(__file__).parents[3]
_MODULE = "desktop_app.ui.browsing.window_process"
_FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
#: What would let others look into the pages.
_DEBUGGING = "QTWEBENGINE_REMOTE_DEBUGGING"
#: For a machine whose graphics Chromium can't use.
_IN_SOFTWARE = {"QT_QUICK_BACKEND": "software", _FLAGS: "--disable-gpu"}
_KEPT_OF_WARNINGS = 8_000
_ENDS_WITHIN_MS = 2_000


class BrowsingActs(QObject):
    """``page_captured`` gives what the user clipped in the browser window.

    ``is_shown`` tells whether the window has come up since its process was started last.
    """

    page_captured = Signal(object)

    def __init__(
        self, settings: Settings, tasks: TaskRunner, notifier: Notifier, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings, self._tasks, self._notifier = settings, tasks, notifier
        self._process: QProcess | None = None
        self._frames = Frames()
        self._warnings = b""
        self._wanted = ""
        self.is_shown = self._in_software = self._is_asking = False
        #: What starts the process; tests have it press keys.
        self.command: Sequence[str] = (sys.executable, "-P", "-m", _MODULE)

    @property
    def is_open(self) -> bool:
        """Whether the process of the browser window runs."""
        return self._process is not None

    def open(self, address: str = "") -> None:
        """Show an address in the browser window, or only the window."""
        self._wanted = address
        if self._process is not None:
            self._process.write(opening_frame(address))
            return
        if self._is_asking:
            return
        self._is_asking = True
        task = self._tasks.fetch(lambda _context: require_web_engine(), label="")
        task.succeeded(self._on_possible).failed(self._on_impossible)

    def open_article(self, article: Article | None) -> None:
        """Show the page that an article came from."""
        if article is None:
            return
        address = article.clean.url or article.clean.canonical_url
        if address:
            self.open(address)
        else:
            self._notifier.info("This article has no address.")

    def close(self) -> None:
        """Close the browser window, which keeps the cookies that it is to keep."""
        process = self._let_go()
        if process is None:
            return
        process.closeWriteChannel()
        # Before its window has come up, it has nothing to keep.
        if not (self.is_shown and process.waitForFinished(_ENDS_WITHIN_MS)):
            process.kill()
            process.waitForFinished(_ENDS_WITHIN_MS)

    # The process

    def _on_possible(self, _nothing: None) -> None:
        self._is_asking = False
        self._start()

    def _on_impossible(self, failure: AppError) -> None:
        self._is_asking = False
        self._notifier.failure(failure)

    def _start(self) -> None:
        process = self._process = QProcess(self)
        process.setProcessEnvironment(_environment(os.environ, in_software=self._in_software))
        process.readyReadStandardOutput.connect(self._on_output)
        process.readyReadStandardError.connect(self._on_warnings)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._frames, self._warnings, self.is_shown = Frames(), b"", False
        program, *arguments = self.command
        sites = str(kept_sites_path(self._settings))
        process.start(program, [*arguments, sites, theme().mode.value])
        process.write(opening_frame(self._wanted))

    def _on_output(self) -> None:
        if self._process is None:
            return
        piece = bytes(self._process.readAllStandardOutput().data())
        try:
            for content in self._frames.feed(piece):
                task = self._tasks.fetch(partial(_captured, content), label="")
                task.succeeded(self._on_message).failed(self._notifier.failure)
        except AppError as failure:
            self._notifier.failure(failure)
            if (process := self._let_go()) is not None:
                process.kill()

    def _on_message(self, page: RawCapture | None) -> None:
        if page is None:
            self.is_shown = True
        else:
            self.page_captured.emit(page)

    def _on_warnings(self) -> None:
        if self._process is not None:
            said = bytes(self._process.readAllStandardError().data())
            self._warnings = (self._warnings + said)[-_KEPT_OF_WARNINGS:]

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._let_go()
            self._notifier.failure(
                AppError("The browser window couldn't be started.", "Install Cuttings again.")
            )

    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._on_warnings()
        self._let_go()
        if code == 0 and status is QProcess.ExitStatus.NormalExit:
            return
        said = self._warnings.decode("utf-8", "replace")
        _log.warning("the browser window's process ended with %s: %s", code, said)
        if not self.is_shown and not self._in_software and not _is_about_sandbox(said):
            self._in_software = True
            self._start()
            return
        self._notifier.failure(_reason(said, was_shown=self.is_shown))

    def _let_go(self) -> QProcess | None:
        """Listen to the process no more; gives the one that was listened to, which may run."""
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._on_output)
            process.readyReadStandardError.disconnect(self._on_warnings)
            process.finished.disconnect(self._on_finished)
            process.errorOccurred.disconnect(self._on_error)
            process.finished.connect(process.deleteLater)
            if process.state() is QProcess.ProcessState.NotRunning:
                process.deleteLater()
        return process


def _captured(content: bytes, _context: TaskContext) -> RawCapture | None:
    """What the process sent: a capture, or that its window is shown."""
    # Imported here, off the window's thread: it takes a moment.
    from desktop_app.services.browsing.messages import (  # noqa: PLC0415
        Clipped,
        ClippedFile,
        captured_from,
        read_message,
    )

    message = read_message(content)
    return captured_from(message) if isinstance(message, Clipped | ClippedFile) else None


def _environment(given: Mapping[str, str], *, in_software: bool) -> QProcessEnvironment:
    """The process's environment: it finds our modules, and nobody looks into its pages."""
    environment = QProcessEnvironment()
    for name, value in given.items():
        environment.insert(name, value)
    paths = [str(_PACKAGES), *filter(None, [given.get("PYTHONPATH")])]
    environment.insert("PYTHONPATH", os.pathsep.join(paths))
    environment.remove(_DEBUGGING)
    flags = [each for each in given.get(_FLAGS, "").split() if "remote-debugging" not in each]
    environment.insert(_FLAGS, " ".join(flags))
    if in_software:
        for name, value in _IN_SOFTWARE.items():
            environment.insert(name, f"{environment.value(name)} {value}".strip())
    return environment


def _is_about_sandbox(said: str) -> bool:
    return "without --no-sandbox" in said or "No usable sandbox" in said


def _reason(said: str, *, was_shown: bool) -> AppError:
    if _is_about_sandbox(said):
        return AppError(
            "Web pages aren't opened: this system lets no program put them into a sandbox.",
            "Allow user namespaces: sudo sysctl -w kernel.unprivileged_userns_clone=1 "
            "kernel.apparmor_restrict_unprivileged_userns=0",
        )
    if was_shown:
        return AppError("The browser window ended unexpectedly.", "Open the page again.")
    return AppError(
        "The browser window can't be shown on this machine.",
        "Help ▸ Open the log tells why; copy the page in your own browser and paste it here.",
    )

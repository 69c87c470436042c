"""The process of the browser window: talks to Cuttings over its standard input and output.

A process of its own, since Chromium ends the one that it can't run in (without a sandbox, a screen
driver that fails it), takes a part of a second to begin, and wants Qt set up for it beforehand.
It ends with its window, and when Cuttings ends. It knows no archive.
"""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QObject, Signal
from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: F401 - before the application is made

from desktop_app.core.errors import AppError
from desktop_app.services.browsing.frames import Frames, framed
from desktop_app.services.browsing.kept_sites import KeptSites
from desktop_app.services.browsing.messages import Message, Open, Shown, read_message, written
from desktop_app.ui.base.qt_application import make_application
from desktop_app.ui.base.theme import ThemeMode, theme
from desktop_app.ui.base.window_state import WindowState
from desktop_app.ui.browsing.browser_window import BrowserWindow

_PIECE = 65_536


class Channel(QObject):
    """Messages to and from Cuttings; ``ended`` tells that it isn't there any more."""

    came = Signal(object)
    ended = Signal()

    def __init__(self, reading: BinaryIO, writing: BinaryIO, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading, self._writing = reading, writing
        self._thread = threading.Thread(target=self._read, daemon=True, name="channel")

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def send(self, message: Message) -> None:
        """Send a message; nobody may be there any more."""
        try:
            self._writing.write(framed(written(message)))
            self._writing.flush()
        except OSError:
            self.ended.emit()

    def _read(self) -> None:
        frames = Frames()
        # Cuttings is gone, or something else speaks: the same to us.
        with suppress(OSError, AppError):
            while piece := os.read(self._reading.fileno(), _PIECE):
                for content in frames.feed(piece):
                    self.came.emit(read_message(content))
        self.ended.emit()


def own_channel() -> Channel:
    """The channel over this process's standard streams, which nobody else gets hold of.

    What Chromium prints to the standard output goes where its warnings go.
    """
    writing = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return Channel(sys.stdin.buffer, writing)


def run(channel: Channel, sites_path: Path, mode: ThemeMode) -> int:
    """Show the window until it is closed or Cuttings ends."""
    application = make_application()
    theme().prepare(mode)
    window = BrowserWindow(KeptSites(sites_path))
    # A file of its own: the main window's is written by the main window.
    state = WindowState(sites_path.parent)
    state.restore_geometry(window)

    def take(message: object) -> None:
        if isinstance(message, Open):
            window.open(message.address)
            window.showNormal() if window.isMinimized() else window.show()
            window.raise_()
            window.activateWindow()

    channel.came.connect(take)
    channel.ended.connect(application.quit)
    window.clipped.connect(channel.send)
    window.shown.connect(lambda: channel.send(Shown()))
    application.setQuitOnLastWindowClosed(True)
    channel.start()
    code = application.exec()
    state.keep_geometry(window)
    state.keep()
    window.end()
    return code


def main() -> None:
    """``window_process SITES_FILE MODE``."""
    sites, mode = sys.argv[1:3]
    sys.exit(run(own_channel(), Path(sites), ThemeMode(mode)))


if __name__ == "__main__":
    main()

"""The browser window's process with a user who presses Ctrl+Return once the page is there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.services.browsing.kept_sites import KeptSites
from desktop_app.ui.browsing import window_process
from desktop_app.ui.browsing.browser_window import BrowserWindow


class PressingWindow(BrowserWindow):
    def __init__(self, sites: KeptSites) -> None:
        super().__init__(sites)
        self.page.loadFinished.connect(self._press)

    def _press(self) -> None:
        if self.page.url().scheme() == "http":
            self.activateWindow()
            QTest.keyClick(self, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


if __name__ == "__main__":
    window_process.BrowserWindow = PressingWindow  # type: ignore[misc]
    window_process.main()

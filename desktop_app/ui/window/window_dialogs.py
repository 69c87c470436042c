"""The dialogs that the window opens, and the folder of the log: each made when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from shiboken6 import isValid

from desktop_app.ui.clipping.clipboard_data import ClipItem
from desktop_app.ui.late_parts import LateParts

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.core.article import RawCapture
    from desktop_app.ui.clipping.capture_sheet import CaptureSheet
    from desktop_app.ui.window.main_window import MainWindow


class WindowDialogs:
    """Opens the dialogs of one window."""

    def __init__(self, window: MainWindow, late: LateParts) -> None:
        self._window = window
        self._late = late
        self._sheet: CaptureSheet | None = None

    def open_capture(self, items: Sequence[ClipItem]) -> None:
        """Show the capture sheet for these; one that is open takes them as well."""
        open_one = self._sheet
        if open_one is not None and isValid(open_one) and open_one.isVisible():
            open_one.add_items(items)
            return
        sheet = self._sheet = self._late.capture_sheet(items, self._window)
        sheet.article_saved.connect(self._window.show_article)
        sheet.article_requested.connect(self._window.show_article)
        sheet.browser_wanted.connect(self._window.open_page)
        sheet.addAction(self._window.commands.action("file.paste"))
        sheet.open()

    def open_captured_page(self, page: RawCapture) -> None:
        """Show what was clipped in the browser window, before that window."""
        window = self._window
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()
        sheet = self._sheet
        if sheet is not None and isValid(sheet) and sheet.take_page(page):
            return
        self.open_capture([page])

    def open_import(self, path: Path | None = None) -> None:
        """Ask what to import from another program, or show what is in this export."""
        self._late.import_dialog(path, self._window).open()

    def open_palette(self) -> None:
        """Show every command, to be found by a few letters."""
        palette = self._late.command_palette(self._window.commands, self._window)
        palette.chosen.connect(lambda name: self._window.commands.action(name).trigger())
        across = (self._window.width() - palette.width()) // 2
        palette.move(self._window.mapToGlobal(QPoint(across, self._window.height() // 6)))
        palette.open()

    def edit_fields(self, ids: Sequence[int]) -> None:
        """Ask for fields of several articles."""
        dialog = self._late.edit_fields_dialog(ids, self._window)
        dialog.fields_chosen.connect(lambda changes: self._window.acts.edit_fields(ids, changes))
        dialog.open()

    def show_doctor(self) -> None:
        """Show what this machine lacks."""
        self._late.doctor_dialog(self._window).open()

    def show_settings(self) -> None:
        """Show what is chosen once and for all."""
        self._late.settings_dialog(self._window).open()

    def show_browsers(self) -> None:
        """Show which browsers may send."""
        self._late.browsers_dialog(self._window.receiving, self._window).open()

    def show_folders(self) -> None:
        """Show the watched folders."""
        dialog = self._late.folders_dialog(self._window.folder_work, self._window)
        dialog.article_requested.connect(self._window.show_article)
        dialog.open()

    def show_about(self) -> None:
        """Show what this program is."""
        self._late.about_dialog(self._window).open()

    def open_log(self) -> None:
        """Open the folder of the log."""
        folder = self._late.library.settings.log_folder
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

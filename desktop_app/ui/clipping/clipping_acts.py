"""The ways into the archive from the window: clipboard, drop, address, files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import AppError
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.clipping.clipboard_data import ClipItem, dropped_file, items_from_mime
from desktop_app.ui.late_parts import address_dialog

# ruff: noqa: PLC0415 - the window's start doesn't wait for the dialogs of its acts

_FILE_TYPES = (
    "Pages and texts (*.html *.htm *.mhtml *.mht *.webarchive *.pdf *.txt *.md);;All files (*)"
)


class ClippingActs(QObject):
    """``items_ready`` gives what is to be clipped; nothing useful is told through the notifier."""

    items_ready = Signal(list)
    #: One file, which may be an export of many articles.
    file_chosen = Signal(object)

    def __init__(self, notifier: Notifier, window: QWidget) -> None:
        super().__init__(window)
        self._notifier = notifier
        self._window = window

    def paste(self) -> None:
        """Clip what is on the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, mime: QMimeData | None) -> None:
        """Clip what the clipboard or a drop holds."""
        file = dropped_file(mime)
        if file is not None:
            self.file_chosen.emit(file)
            return
        self._take(mime)

    def take_file(self, path: Path) -> None:
        """Clip a file, whatever is in it."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        self._take(mime)

    def _take(self, mime: QMimeData | None) -> None:
        try:
            items = items_from_mime(mime)
        except AppError as failure:
            self._notifier.info(str(failure))
            return
        self.open(items)

    def open(self, items: Sequence[ClipItem]) -> None:
        """Clip these."""
        if items:
            self.items_ready.emit(list(items))

    def ask_address(self) -> None:
        """Ask for addresses and clip them."""
        dialog = address_dialog(self._window)
        # Not after exec(), when it is gone.
        dialog.accepted.connect(lambda: self.open(dialog.addresses()))
        dialog.open()

    def ask_files(self) -> None:
        """Ask for files and clip them."""
        from PySide6.QtWidgets import QFileDialog

        paths, _ = QFileDialog.getOpenFileNames(self._window, "Clip files", "", _FILE_TYPES)
        if len(paths) == 1:
            self.file_chosen.emit(Path(paths[0]))
        else:
            self.open([Path(path) for path in paths])

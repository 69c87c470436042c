"""Downloads: refused with a sentence, but for a PDF, which can be clipped.

It is fetched as the page would have been, with the site's cookies, into a folder that goes with
the window.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEnginePage,
    QWebEngineProfile,
)

from desktop_app.core.errors import AppError
from desktop_app.services.browsing.messages import MAX_FILE_BYTES, ClippedFile
from desktop_app.ui.base.notifier import Notifier

_PDF = "application/pdf"
_LONGEST_NAME = 100
_State = QWebEngineDownloadRequest.DownloadState


class ClippingDownloads(QObject):
    """``file_clipped`` gives a PDF that the user wanted."""

    file_clipped = Signal(object)

    def __init__(self, profile: QWebEngineProfile, notifier: Notifier, parent: QObject) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._folder: TemporaryDirectory[str] | None = None
        self._wanted: set[str] = set()
        profile.downloadRequested.connect(self._on_requested)

    def close(self) -> None:
        """Throw away what was fetched."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _on_requested(self, request: QWebEngineDownloadRequest) -> None:
        address = request.url().toString()
        if address in self._wanted:
            self._wanted.discard(address)
            self._fetch(request)
            return
        name = request.suggestedFileName()[:_LONGEST_NAME] or "a file"
        is_pdf = request.mimeType() == _PDF or name.lower().endswith(".pdf")
        if is_pdf and request.url().scheme() in ("http", "https"):
            want = partial(self._want, request.page(), request.url())
            self._notifier.offer(f"There is a PDF at this address: “{name}”.", "Clip it", want)
        else:
            self._notifier.warn(f"Nothing is downloaded here, so “{name}” wasn't.")
        request.cancel()

    def _want(self, page: QWebEnginePage, url: QUrl) -> None:
        # Asked for anew: Qt drops a request that isn't accepted at once.
        self._wanted.add(url.toString())
        page.download(url, "")

    def _fetch(self, request: QWebEngineDownloadRequest) -> None:
        self._folder = self._folder or TemporaryDirectory(prefix="cuttings-")
        name = request.suggestedFileName()[:_LONGEST_NAME]
        request.setDownloadDirectory(self._folder.name)
        request.setDownloadFileName(f"{len(list(Path(self._folder.name).iterdir()))}.pdf")
        request.receivedBytesChanged.connect(partial(_stop_too_large, request))
        request.isFinishedChanged.connect(partial(self._on_finished, request, name))
        request.accept()
        self._notifier.info(f"Fetching “{name}”…")

    def _on_finished(self, request: QWebEngineDownloadRequest, name: str) -> None:
        if not request.isFinished():
            return
        path = Path(request.downloadDirectory()) / request.downloadFileName()
        if request.state() is _State.DownloadCompleted and path.is_file():
            content = path.read_bytes()
            path.unlink()
            self.file_clipped.emit(ClippedFile(request.url().toString(), name, content))
            return
        reason = request.interruptReasonString() or "it is too large"
        self._notifier.failure(
            AppError(f"“{name}” couldn't be fetched ({reason}).", "Open the page again and retry.")
        )


def _stop_too_large(request: QWebEngineDownloadRequest) -> None:
    if max(request.receivedBytes(), request.totalBytes()) > MAX_FILE_BYTES:
        request.cancel()

"""Another try for a clip whose page couldn't be had: once more, elsewhere, pasted, in a browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.core.article import RawCapture
from desktop_app.core.errors import AppError
from desktop_app.services.browsing.kept_sites import same_site, site_of
from desktop_app.ui.clipping.clip_draft import ClipDraft
from desktop_app.ui.clipping.clip_failure import ClipFailure
from desktop_app.ui.clipping.clipboard_data import items_from_mime


class AnotherTry(QObject):
    """Does what the page of a failure offers, for the clip that is ``shown``.

    ``source_found`` gives what to begin again with, ``browser_wanted`` an address to be opened.
    """

    source_found = Signal(object)
    browser_wanted = Signal(str)

    def __init__(
        self, failure: ClipFailure, shown: Callable[[], ClipDraft | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._failure = failure
        self._shown = shown
        self._browsed: ClipDraft | None = None
        failure.retried.connect(self._on_retried)
        failure.address_chosen.connect(self.source_found.emit)
        failure.paste_chosen.connect(self._on_paste_chosen)
        failure.browser_chosen.connect(self.open_browser)

    def open_browser(self) -> None:
        """Open the page where the user can log in; what is clipped there takes the clip's place."""
        draft = self._shown()
        if draft is not None and draft.address is not None:
            self._browsed = draft
            self.browser_wanted.emit(draft.address)

    def take(self, draft: ClipDraft, page: RawCapture) -> bool:
        """Whether a page from the browser window is the one opened for this unchanged clip.

        It is asked once: what is clipped there next is a clip of its own.
        """
        if draft is not self._browsed or draft.body_changed:
            return False
        if not _on_one_site(draft.address, page.url):
            return False
        self._browsed = None
        return True

    def _on_retried(self) -> None:
        draft = self._shown()
        if draft is not None:
            self.source_found.emit(draft.source)

    def _on_paste_chosen(self) -> None:
        """Take the page's text from the clipboard, and keep the address that failed."""
        draft = self._shown()
        if draft is None:
            return
        try:
            items = items_from_mime(QGuiApplication.clipboard().mimeData())
        except AppError as failure:
            self._failure.show_problem(failure)
            return
        pasted = next((item for item in items if isinstance(item, RawCapture)), None)
        if pasted is None:
            advice = "Open the page in your browser, select all of it, copy, and press this again."
            self._failure.show_problem(AppError("The clipboard holds no text of a page.", advice))
            return
        self.source_found.emit(replace(pasted, url=pasted.url or draft.address))


def _on_one_site(one: str | None, other: str | None) -> bool:
    """Whether both addresses are of one site: a log-in may lead to another page of it."""
    hosts = [urlsplit(address or "").hostname or "" for address in (one, other)]
    return all(hosts) and same_site(hosts[1], site_of(hosts[0]))

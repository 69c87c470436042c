"""The window that shows a page as a browser does, and clips what is shown.

Composition and keys; what pages may do is ``web_page``'s, what is kept of them
``cookie_keeping``'s. Runs in a process of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWebEngineCore import (
    QWebEngineLoadingInfo,
    QWebEnginePage,
    QWebEngineScript,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.capture.addresses import checked_address
from desktop_app.core.errors import AppError
from desktop_app.services.browsing.kept_sites import KeptSites
from desktop_app.services.browsing.page_script import Wish, capture_script, page_from
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.theme import theme
from desktop_app.ui.browsing.address_row import AddressRow
from desktop_app.ui.browsing.clipping_downloads import ClippingDownloads
from desktop_app.ui.browsing.cookie_keeping import CookieKeeping
from desktop_app.ui.browsing.find_on_page import FindOnPage
from desktop_app.ui.browsing.page_menu import page_menu
from desktop_app.ui.browsing.page_problem import PageProblem, loading_failure
from desktop_app.ui.browsing.sites_dialog import SitesDialog
from desktop_app.ui.browsing.web_page import WebPage
from desktop_app.ui.browsing.web_profile import web_profile
from desktop_app.ui.widgets.message_bar import MessageBar

#: A page that is busy for longer doesn't answer at all.
ANSWER_MS = 15_000
_HINT = (
    "Type the address of a page above.\n"
    "Log in, answer its questions, scroll as far as you need;\n"
    "Ctrl+Enter clips what is shown."
)
_ZOOM_STEP, _LEAST_ZOOM, _MOST_ZOOM = 1.1, 0.3, 4.0
_Act = QWebEnginePage.WebAction


class BrowserWindow(QMainWindow):
    """``clipped`` gives what the user wants in the archive, as the main window takes it."""

    clipped = Signal(object)
    shown = Signal()

    def __init__(self, sites: KeptSites) -> None:
        super().__init__()
        self.setWindowTitle("Cuttings")
        self.notifier = Notifier(self)
        self._profile = web_profile()
        self.page = WebPage(self._profile)
        self.keeping = CookieKeeping(self._profile, sites, self)
        self.downloads = ClippingDownloads(self._profile, self.notifier, self)
        self._waiting_for: str | None = None
        self._is_ready = False
        self._make_parts()
        self._arrange()
        self._connect()
        self._bind_keys()
        self._show_page_state()

    def open(self, address: str) -> None:
        """Show this address; an empty one leaves all as it is."""
        if not address:
            self.row.edit_address()
            return
        try:
            url = QUrl(checked_address(address))
        except AppError as failure:
            self.notifier.failure(failure)
            return
        fragment = QUrl(address).fragment()
        if fragment:
            url.setFragment(fragment)
        self.messages.hide()
        self.problem.clear()
        self.page.begin_anew()
        self._stack.setCurrentWidget(self.view)
        self.row.field.setModified(False)
        self.row.show_address(url.toString())
        if self._is_ready:
            self.page.setUrl(url)
            self.view.setFocus()
        else:
            self._waiting_for = url.toString()

    def clip(self, wish: Wish = "auto") -> None:
        """Take the page as it is shown now, or what is selected in it."""
        if self.problem.is_shown or self.page.url().scheme() not in ("http", "https"):
            self.notifier.info("There is no page to clip yet.")
            return
        if self._late.isActive():
            return
        self.row.clip_button.setEnabled(False)
        self._late.start()
        script = QWebEngineScript.ScriptWorldId.ApplicationWorld
        self.page.runJavaScript(capture_script(wish), script.value, self._on_captured)

    def end(self) -> None:
        """Let go of the page, then of its profile: Qt asks for this order."""
        self.close()
        for part in (self.keeping, self.downloads, self.page, self._profile):
            shiboken6.delete(part)

    # Building

    def _make_parts(self) -> None:
        self.row = AddressRow(self)
        self.view = QWebEngineView(self)
        self.view.setPage(self.page)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.find_bar = FindOnPage(self.page, self)
        self.problem = PageProblem(self)
        self.messages = MessageBar(self.notifier, self)
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(ANSWER_MS)
        self._late.timeout.connect(self._on_no_answer)
        menu = QMenu(self.row.more_button)
        menu.addAction("&Find on the page…\tCtrl+F", self.find_bar.open_bar)
        menu.addAction("&Sites where you stay logged in…", self.show_sites)
        menu.addSeparator()
        menu.addAction("&Larger\tCtrl++", partial(self._zoom, _ZOOM_STEP))
        menu.addAction("S&maller\tCtrl+-", partial(self._zoom, 1 / _ZOOM_STEP))
        menu.addAction("&Usual size\tCtrl+0", partial(self._zoom, 0))
        self.row.more_button.setMenu(menu)

    def _arrange(self) -> None:
        self._stack = QStackedWidget(self)
        hint = QLabel(_HINT, self)
        hint.setProperty("role", "hint")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(hint)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.problem)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.row)
        column.addWidget(self.find_bar)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(QStatusBar(self))
        self.statusBar().setSizeGripEnabled(False)
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(1160, screen.width() - 80), min(860, screen.height() - 80))

    def _connect(self) -> None:
        row, page = self.row, self.page
        row.entered.connect(self.open)
        row.back_button.clicked.connect(partial(self._go, _Act.Back))
        row.forward_button.clicked.connect(partial(self._go, _Act.Forward))
        row.reload_button.clicked.connect(self._reload_or_stop)
        row.keep_button.clicked.connect(self._on_keep)
        row.clip_button.clicked.connect(lambda _checked: self.clip())
        page.loadStarted.connect(lambda: row.show_loading(True))
        page.loadProgress.connect(row.progress.setValue)
        page.loadFinished.connect(self._on_loaded)
        page.loadingChanged.connect(self._on_loading)
        page.urlChanged.connect(self._show_page_state)
        page.titleChanged.connect(self._show_title)
        page.linkHovered.connect(lambda link: self.statusBar().showMessage(link[:300]))
        page.said.connect(self.notifier.info)
        page.refused.connect(self._show_problem)
        page.other_wanted.connect(self._offer_other)
        self.problem.retried.connect(self._reload)
        self.problem.shown_changed.connect(
            lambda shown: self._stack.setCurrentWidget(self.problem if shown else self.view)
        )
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.downloads.file_clipped.connect(self._hand_over)
        self.keeping.failed.connect(self.notifier.failure)
        self.keeping.ready.connect(self._on_ready)

    def _bind_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+Return", self.clip),
            ("Ctrl+Enter", self.clip),
            ("Ctrl+L", self.row.edit_address),
            ("Ctrl+F", self.find_bar.open_bar),
            ("F5", self._reload),
            ("Ctrl+R", self._reload),
            ("Alt+Left", partial(self._go, _Act.Back)),
            ("Alt+Right", partial(self._go, _Act.Forward)),
            ("Ctrl++", partial(self._zoom, _ZOOM_STEP)),
            ("Ctrl+=", partial(self._zoom, _ZOOM_STEP)),
            ("Ctrl+-", partial(self._zoom, 1 / _ZOOM_STEP)),
            ("Ctrl+0", partial(self._zoom, 0)),
            ("Escape", self._on_escape),
            ("Ctrl+W", self.close),
        )
        for text, act in keys:
            QShortcut(QKeySequence(text), self).activated.connect(act)

    # Going

    def _go(self, act: QWebEnginePage.WebAction) -> None:
        self.problem.clear()
        self.page.begin_anew()
        self.page.triggerAction(act)

    def _reload(self) -> None:
        self._go(_Act.Reload)

    def _reload_or_stop(self) -> None:
        if self.page.isLoading():
            self.page.triggerAction(_Act.Stop)
        else:
            self._reload()

    def _on_escape(self) -> None:
        if self.find_bar.isVisible():
            self.find_bar.close_bar()
        elif self.page.isLoading():
            self.page.triggerAction(_Act.Stop)
        self.view.setFocus()

    def _zoom(self, factor: float) -> None:
        wanted = self.view.zoomFactor() * factor if factor else 1.0
        self.view.setZoomFactor(max(_LEAST_ZOOM, min(_MOST_ZOOM, wanted)))

    def _offer_other(self, url: QUrl) -> None:
        self.notifier.offer(
            f"The page wanted to open another window with {url.host()}.",
            "Open it here",
            lambda: self.open(url.toString()),
        )

    # What the page tells

    def _on_ready(self) -> None:
        self._is_ready = True
        if self._waiting_for is not None:
            self.page.setUrl(QUrl(self._waiting_for))
            self.view.setFocus()
        self.shown.emit()

    def _on_loaded(self, _well: bool) -> None:
        self.row.show_loading(False)
        self._show_page_state()

    def _on_loading(self, info: QWebEngineLoadingInfo) -> None:
        failure = loading_failure(info)
        if failure is not None and not self.problem.is_shown:
            self._show_problem(failure)

    def _show_problem(self, failure: AppError) -> None:
        self.problem.show_failure(failure)
        self._show_page_state()

    def _show_page_state(self) -> None:
        url = self.page.url()
        is_web = url.scheme() in ("http", "https")
        if is_web:
            self.row.show_address(url.toString())
        history = self.page.history()
        self.row.back_button.setEnabled(history.canGoBack())
        self.row.forward_button.setEnabled(history.canGoForward())
        self.row.reload_button.setEnabled(is_web or self.page.isLoading())
        self.row.keep_button.setEnabled(is_web)
        self.row.keep_button.setChecked(is_web and self.keeping.sites.is_kept(url.host()))
        is_busy = self._late.isActive() or self.problem.is_shown
        self.row.clip_button.setEnabled(is_web and not is_busy)

    def _show_title(self, title: str) -> None:
        self.setWindowTitle(f"{title[:120]} – Cuttings" if title else "Cuttings")

    # Clipping

    def _on_captured(self, text: object) -> None:
        if not self._late.isActive():
            return  # too late
        self._late.stop()
        self._show_page_state()
        try:
            if not isinstance(text, str):
                raise AppError("The page couldn't be read.", "Load it again (F5), and retry.")
            self._hand_over(page_from(text))
        except AppError as failure:
            self.notifier.failure(failure)

    def _on_no_answer(self) -> None:
        self._show_page_state()
        self.notifier.failure(
            AppError(
                "The page is busy and doesn't answer.", "Wait a moment, or load it again (F5)."
            )
        )

    def _hand_over(self, message: object) -> None:
        self.notifier.info("It is in the capture sheet now, in the window of Cuttings.")
        self.clipped.emit(message)

    # Cookies

    def show_sites(self) -> None:
        """Show the sites where the user stays logged in."""
        self.keeping.write()
        dialog = SitesDialog(self.keeping, self)
        dialog.finished.connect(lambda _result: self._show_page_state())
        dialog.open()

    def _on_keep(self, kept: bool) -> None:
        host = self.page.url().host()
        if kept:
            self.keeping.keep(host)
            self.notifier.info(f"Cookies of {host} are kept when this window is closed.")
        else:
            self.keeping.forget(host)
            self.notifier.info(f"The cookies of {host} are forgotten.")
        self._show_page_state()

    # Menus and Qt

    def _show_menu(self, position: QPoint) -> None:
        page_menu(self).popup(self.view.mapToGlobal(position))

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's name
        """Be dressed before being seen."""
        if visible:
            theme().dress(self)
        super().setVisible(visible)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the cookies of kept sites; all else goes with the profile."""
        self.keeping.write()
        self.downloads.close()
        self._late.stop()
        super().closeEvent(event)

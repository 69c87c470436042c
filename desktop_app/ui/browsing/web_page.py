"""One page: what it wants of the machine and of the user is refused here, or asked in few words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtNetwork import QAuthenticator
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineRegisterProtocolHandlerRequest,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from desktop_app.core.errors import AppError
from desktop_app.ui.browsing.log_in_dialog import LogInDialog
from desktop_app.ui.browsing.page_question import PageQuestion

_WEB = ("http", "https")
#: What stands in a frame of a page of the web.
_IN_FRAMES = (*_WEB, "about", "blob", "data")
#: Pages that ask more often are answered no.
_MOST_QUESTIONS = 3
_LONGEST_WORDS = 300
_WANTED = {
    QWebEnginePermission.PermissionType.MediaAudioCapture: "your microphone",
    QWebEnginePermission.PermissionType.MediaVideoCapture: "your camera",
    QWebEnginePermission.PermissionType.MediaAudioVideoCapture: "your camera and microphone",
    QWebEnginePermission.PermissionType.Geolocation: "to know where you are",
    QWebEnginePermission.PermissionType.Notifications: "to send notifications",
}


class WebPage(QWebEnginePage):
    """``said`` gives a sentence about the page; ``refused`` why it isn't shown.

    ``other_wanted`` gives the address of another window that the page wanted by itself.
    """

    said = Signal(str)
    refused = Signal(object)
    other_wanted = Signal(QUrl)

    def __init__(self, profile: QWebEngineProfile) -> None:
        super().__init__(profile)
        self._questions = 0
        self.permissionRequested.connect(self._on_permission)
        self.certificateError.connect(self._on_certificate_error)
        self.newWindowRequested.connect(self._on_new_window)
        self.fullScreenRequested.connect(_reject)
        self.registerProtocolHandlerRequested.connect(_reject)
        self.fileSystemAccessRequested.connect(_reject)
        self.selectClientCertificate.connect(lambda selection: selection.selectNone())
        self.authenticationRequired.connect(self._on_log_in_wanted)
        self.renderProcessTerminated.connect(self._on_process_ended)

    def begin_anew(self) -> None:
        """The user went somewhere: what the page did before isn't held against the next one."""
        self._questions = 0

    # What Qt asks

    def acceptNavigationRequest(  # noqa: N802 - Qt's name
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        """Only pages of the web; neither files of this computer nor other programs."""
        scheme = QUrl(url).scheme().lower()
        if scheme in (_WEB if is_main_frame else _IN_FRAMES) or QUrl(url) == QUrl("about:blank"):
            return True
        if is_main_frame:
            self.said.emit(f"The page wanted to open a “{scheme[:20]}:” address; it wasn't let.")
        return False

    def chooseFiles(  # noqa: N802 - Qt's name
        self,
        mode: QWebEnginePage.FileSelectionMode,
        old_files: Sequence[str],
        media_types: Sequence[str],
    ) -> list[str]:
        """Pages get no files."""
        self.said.emit("The page wanted a file of yours. Pages get none here.")
        return []

    def javaScriptAlert(self, origin: QUrl | str, words: str) -> None:  # noqa: N802 - Qt's name
        """Said where it holds nobody up, however often."""
        self.said.emit(f"{_host(origin)} says: {words[:_LONGEST_WORDS]}")

    def javaScriptConfirm(self, origin: QUrl | str, words: str) -> bool:  # noqa: N802 - Qt's name
        """Asked, but not without end."""
        self._questions += 1
        if self._questions > _MOST_QUESTIONS:
            return False
        return PageQuestion.ask(
            _host(origin), words[:_LONGEST_WORDS], self._questions > 1, self._window()
        )

    def javaScriptPrompt(  # noqa: N802 - Qt's name
        self, origin: QUrl | str, words: str, default: str
    ) -> tuple[bool, str]:
        """Answered as if the user had closed it."""
        self.said.emit(f"{_host(origin)} asks: {words[:_LONGEST_WORDS]} (It isn't answered here.)")
        return False, ""

    def javaScriptConsoleMessage(self, *said: object) -> None:  # noqa: N802 - Qt's name
        """What pages write for their makers is nobody's business here."""

    # What Qt tells

    def _on_permission(self, permission: QWebEnginePermission) -> None:
        permission.deny()
        wanted = _WANTED.get(permission.permissionType(), "more than pages get here")
        self.said.emit(f"{_host(permission.origin())} wants {wanted}. Refused.")

    def _on_certificate_error(self, error: QWebEngineCertificateError) -> None:
        error.rejectCertificate()
        if error.isMainFrame():
            self.refused.emit(
                AppError(
                    f"There is no secure connection to {_host(error.url())}: "
                    f"{error.description().rstrip('.')}.",
                    "Somebody may be listening in, or the site is ill kept. It isn't opened here.",
                )
            )

    def _on_new_window(self, request: QWebEngineNewWindowRequest) -> None:
        """There is one window. What the user clicked is shown in it, the rest is offered."""
        url = request.requestedUrl()
        if not self.acceptNavigationRequest(
            url, QWebEnginePage.NavigationType.NavigationTypeOther, True
        ):
            return
        if request.isUserInitiated():
            self.setUrl(url)
        else:
            self.other_wanted.emit(url)

    def _on_log_in_wanted(self, url: QUrl, authenticator: QAuthenticator) -> None:
        LogInDialog.ask(url, authenticator, self._window())

    def _window(self) -> QWidget | None:
        view = QWebEngineView.forPage(self)
        return view.window() if view is not None else None

    def _on_process_ended(
        self, status: QWebEnginePage.RenderProcessTerminationStatus, _code: int
    ) -> None:
        if status is not QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            self.refused.emit(
                AppError("The page ended the process that showed it.", "Load it again (F5).")
            )


def _reject(
    request: QWebEngineFullScreenRequest
    | QWebEngineRegisterProtocolHandlerRequest
    | QWebEngineFileSystemAccessRequest,
) -> None:
    request.reject()


def _host(url: QUrl | str) -> str:
    return QUrl(url).host() or "The page"

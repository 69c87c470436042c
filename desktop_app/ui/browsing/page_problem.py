"""What stands in the place of a page that isn't shown: why, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWebEngineCore import QWebEngineLoadingInfo
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.errors import AppError
from desktop_app.ui.base.theme import GRID

_HTTP = QWebEngineLoadingInfo.ErrorDomain.HttpStatusCodeDomain


class PageProblem(QWidget):
    """``shown_changed`` tells whether it is wanted in the page's place."""

    retried = Signal()
    shown_changed = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_shown = False
        self.message = self._label("large")
        self.next_step = self._label("hint")
        self.retry_button = QPushButton("Try again", self)
        self.retry_button.clicked.connect(self.retried)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * GRID, 0, 6 * GRID, 0)
        column.setSpacing(2 * GRID)
        column.addStretch(1)
        column.addWidget(self.message)
        column.addWidget(self.next_step)
        column.addWidget(self.retry_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def show_failure(self, failure: AppError) -> None:
        """Say why."""
        self.message.setText(failure.message)
        self.next_step.setText(failure.next_step)
        self.is_shown = True
        self.shown_changed.emit(True)

    def clear(self) -> None:
        """Make way for the page."""
        if self.is_shown:
            self.is_shown = False
            self.shown_changed.emit(False)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label


def loading_failure(info: QWebEngineLoadingInfo) -> AppError | None:
    """Why a page couldn't be loaded; None where it was, or the site's own page says why."""
    is_failure = info.status() is QWebEngineLoadingInfo.LoadStatus.LoadFailedStatus
    if not is_failure or info.errorDomain() is _HTTP:
        return None
    # Chromium's name of the error, such as net::ERR_CONNECTION_REFUSED.
    words = info.errorString().removeprefix("net::").removeprefix("ERR_").replace("_", " ").lower()
    return AppError(
        f"{info.url().host() or 'The address'} couldn't be shown ({words or 'no answer'}).",
        "Check the address and your connection, and try again.",
    )

"""What the sheet shows when a page couldn't be had: why, and the ways to go on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.errors import AppError, CaptureError
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.clipping.clip_draft import ClipDraft

_ARCHIVE = "https://web.archive.org/web/2/"
#: Failures that a copy at the Internet Archive may get round.
_ARCHIVE_HELPS = frozenset(
    {"gone", "server", "busy", "client", "refused", "no-such-host", "timeout", "tls", "redirects"}
)

#: Failures that come of asking without a log-in, cookies or scripts.
_BROWSER_HELPS = frozenset(
    {"login", "client", "busy", "server", "redirects", "empty", "robots", "not-a-page"}
)


class ClipFailure(QWidget):
    """A failure in words, with buttons for what may help."""

    retried = Signal()
    address_chosen = Signal(str)
    paste_chosen = Signal()
    browser_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = ""
        self.message = self._label("large")
        self.next_step = self._label("hint")
        self.problem = self._label("problem")
        self.retry_button = self._button("Try again", self.retried.emit)
        self.archive_button = self._button("Look at web.archive.org", self._ask_archive)
        self.archive_button.setToolTip("Fetch the copy that the Internet Archive may have")
        self.browser_button = self._button("Open as my browser would", self.browser_chosen.emit)
        self.browser_button.setToolTip(
            "Opens the page in a window of Cuttings, to log in, answer its questions and clip it"
        )
        self.paste_button = self._button("Paste the page's text instead", self.paste_chosen.emit)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (
            self.retry_button,
            self.browser_button,
            self.archive_button,
            self.paste_button,
        ):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * GRID)
        layout.addStretch(1)
        for label in (self.message, self.next_step):
            layout.addWidget(label)
        layout.addLayout(buttons)
        layout.addWidget(self.problem)
        layout.addStretch(2)

    def show_failure(self, draft: ClipDraft) -> None:
        """Show why a draft failed, and what is possible for it."""
        failure = draft.failure or AppError("")
        self._address = draft.address or ""
        self.message.setText(failure.message)
        self.next_step.setText(failure.next_step)
        self.problem.clear()
        kind = failure.kind if isinstance(failure, CaptureError) else ""
        archived = self._address.startswith(_ARCHIVE)
        self.archive_button.setVisible(kind in _ARCHIVE_HELPS and not archived)
        self.browser_button.setVisible(kind in _BROWSER_HELPS)
        self.paste_button.setVisible(bool(self._address))

    def show_problem(self, failure: AppError) -> None:
        """Show why what was tried instead didn't work."""
        self.problem.setText(str(failure))

    def _ask_archive(self) -> None:
        self.address_chosen.emit(_ARCHIVE + self._address)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _button(self, text: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: slot())
        return button

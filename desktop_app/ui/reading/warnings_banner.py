"""The quiet banner above an article: what cleaning wasn't sure of, and whether its page is gone."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.cleaning.warning_messages import WALLS
from desktop_app.core.article import CleaningWarning
from desktop_app.core.dates_in_words import moment_in_words
from desktop_app.core.refetch import LastLook
from desktop_app.ui.base.theme import GRID


class WarningsBanner(QFrame):
    """One line for each warning; hidden when there is none."""

    archived_copy_wanted = Signal()
    browser_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "warning")
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.copy_button = QPushButton("Fetch the archived copy", self)
        self.copy_button.setAutoDefault(False)
        self.copy_button.setToolTip(
            "Asks the Internet Archive for its copy nearest to the day of the capture"
        )
        self.copy_button.clicked.connect(self.archived_copy_wanted)
        self.browser_button = QPushButton("Open as my browser would", self)
        self.browser_button.setAutoDefault(False)
        self.browser_button.setToolTip(
            "Opens the page in a window of Cuttings, to log in and clip it as a new version"
        )
        self.browser_button.clicked.connect(self.browser_wanted)
        for button in (self.copy_button, self.browser_button):
            button.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.browser_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_warnings(
        self,
        warnings: Iterable[CleaningWarning],
        look: LastLook | None = None,
        address: str | None = None,
    ) -> None:
        """Show the warnings' sentences, and what the last look at the address found."""
        given = list(warnings)
        lines = [warning.message for warning in given]
        is_gone = look is not None and look.gone_since is not None
        if look is not None and is_gone:
            lines.insert(0, f"Gone since {moment_in_words(look.gone_since or '')}. {look.message}")
        elif look is not None and look.outcome == "refused":
            lines.insert(0, f"Last looked {moment_in_words(look.looked)}: {look.message}")
        words = "\n".join(lines)
        self.text.setText(words)
        self.setAccessibleName(words)
        self.copy_button.setVisible(is_gone)
        is_walled = any(warning.code in WALLS for warning in given)
        self.browser_button.setVisible(is_walled and address is not None)
        self.setVisible(bool(words))

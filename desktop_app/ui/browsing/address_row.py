"""The row above a page: ways to go, the address, what is done with the page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.capture.addresses import MAX_ADDRESS_LENGTH
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.browsing.icon_button import IconButton

_KEEP_TIP = (
    "Keep the cookies of this site when this window is closed, so that you stay logged in. "
    "Those of all other sites are forgotten then."
)


class AddressRow(QWidget):
    """Tells what the user wants through its buttons and ``entered``."""

    entered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.back_button = IconButton("back", "Back (Alt+Left)", self)
        self.forward_button = IconButton("forward", "Forward (Alt+Right)", self)
        self.reload_button = IconButton("reload", "Load again (F5)", self)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Address of a page")
        self.field.setAccessibleName("Address of the page")
        self.field.setMaxLength(MAX_ADDRESS_LENGTH)
        self.field.returnPressed.connect(lambda: self.entered.emit(self.field.text()))
        self.keep_button = QToolButton(self)
        self.keep_button.toggled.connect(self._show_kept)
        self._show_kept(False)
        self.keep_button.setToolTip(_KEEP_TIP)
        self.keep_button.setCheckable(True)
        self.keep_button.setAccessibleName("Stay logged in at this site")
        self.keep_button.setProperty("segment", "true")
        self.more_button = IconButton("more", "More", self)
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.clip_button = QPushButton("Clip", self)
        self.clip_button.setProperty("primary", "true")
        self.clip_button.setToolTip("Clip what is shown, or what is selected (Ctrl+Enter)")
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setObjectName("pageProgress")
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the page doesn't jump
        self.progress.setSizePolicy(policy)
        self.progress.setAccessibleName("How far the page is loaded")
        self._arrange()

    def show_address(self, address: str) -> None:
        """Show where the page is, unless the user is typing."""
        if not (self.field.hasFocus() and self.field.isModified()):
            self.field.setText(address)
            self.field.setCursorPosition(0)

    def show_loading(self, loading: bool) -> None:
        """Let the page be stopped while it loads, and loaded again when it has."""
        if loading:
            self.reload_button.show_as("close", "Stop (Escape)")
        else:
            self.reload_button.show_as("reload", "Load again (F5)")
        self.progress.setValue(0)
        self.progress.setVisible(loading)

    def edit_address(self) -> None:
        """Put the cursor into the address."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _show_kept(self, kept: bool) -> None:
        self.keep_button.setText(f"{'✓' if kept else '   '} Stay logged in")

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(GRID, GRID, 2 * GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        for button in (self.back_button, self.forward_button, self.reload_button):
            row.addWidget(button)
        row.addSpacing(GRID // 2)
        row.addWidget(self.field, 1)
        row.addSpacing(GRID // 2)
        row.addWidget(self.keep_button)
        row.addWidget(self.more_button)
        row.addSpacing(GRID // 2)
        row.addWidget(self.clip_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.progress)

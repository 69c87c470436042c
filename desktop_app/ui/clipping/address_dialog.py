"""Clip from address…: asks for one address or several, one a line."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.base.theme import GRID
from desktop_app.ui.clipping.clipboard_data import MAX_DROPPED_ITEMS, address_on_clipboard
from desktop_app.ui.widgets.held_dialog import HeldDialog

_LONGEST_ADDRESS = 8_000
_OTHER_SCHEMES = ("javascript", "data", "mailto", "file", "about")


class AddressDialog(HeldDialog):
    """Takes addresses; ``addresses()`` gives them after it was accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Clip from an address")
        self.setMinimumWidth(64 * GRID)
        words = QLabel("The address of the article; several, one a line.", self)
        self.edit = QPlainTextEdit(self)
        self.edit.setPlaceholderText("https://www.example.org/an-article")
        self.edit.setAccessibleName("Addresses, one a line")
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(10 * GRID)
        self.edit.setPlainText(address_on_clipboard(QGuiApplication.clipboard().mimeData()))
        self.edit.selectAll()
        self.problem = QLabel(self)
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.fetch_button = self.buttons.addButton("Fetch", QDialogButtonBox.ButtonRole.AcceptRole)
        self.fetch_button.setDefault(True)
        self.fetch_button.setToolTip("Fetch and clean (Ctrl+Enter)")
        self.fetch_button.setShortcut("Ctrl+Return")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.edit.textChanged.connect(self._on_text_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID + GRID // 2)
        for widget in (words, self.edit, self.problem, self.buttons):
            layout.addWidget(widget)
        self._on_text_changed()

    def addresses(self) -> list[str]:
        """What was entered, in order, each once; a missing ``https://`` is put before it."""
        lines = (line.strip() for line in self.edit.toPlainText().splitlines())
        return list(dict.fromkeys(with_scheme(line) for line in lines if line))

    def accept(self) -> None:
        """Close when every line can be an address; else say which can't."""
        found = self.addresses()
        wrong = next((one for one in found if not looks_like_address(one)), None)
        if len(found) > MAX_DROPPED_ITEMS:
            self._complain(f"Those are {len(found):,}; at most {MAX_DROPPED_ITEMS:,} at once.")
        elif wrong is not None:
            shown = wrong if len(wrong) <= 80 else f"{wrong[:79]}…"
            self._complain(f"“{shown}” isn't a web address; it begins with http:// or https://.")
        elif found:
            super().accept()

    def _complain(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()

    def _on_text_changed(self) -> None:
        self.problem.hide()
        self.fetch_button.setEnabled(bool(self.edit.toPlainText().strip()))


def with_scheme(text: str) -> str:
    """The address with ``https://`` before it, where it has no scheme of its own."""
    has_scheme = "://" in text or text.partition(":")[0] in _OTHER_SCHEMES
    return text if has_scheme else f"https://{text}"


def looks_like_address(text: str) -> bool:
    """Whether it is worth trying: http or https, one word, of a bearable length."""
    is_web = text.lower().startswith(("http://", "https://"))
    has_host = len(text.split("//", 1)[-1].strip("/")) > 0
    return is_web and has_host and len(text.split()) == 1 and len(text) <= _LONGEST_ADDRESS

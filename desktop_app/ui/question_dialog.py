"""The form of small dialogs: a question, what answers it, a button that says the act."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.theme import GRID


class QuestionDialog(QDialog):
    """Words on top, something to choose, a button that says what it will do."""

    def __init__(self, title: str, words: str, act: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(52 * GRID)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        self.column.setSpacing(GRID + GRID // 2)
        label = QLabel(words, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.column.addWidget(label)
        cancel = QDialogButtonBox.StandardButton.Cancel
        self.buttons = QDialogButtonBox(cancel, self)
        self.act_button = self.buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
        # Cancel isn't what Return does, also not while there is nothing to act on yet.
        self.buttons.button(cancel).setAutoDefault(False)
        self.act_button.setDefault(True)
        # Else Enter would cancel as long as the act can't be done yet.
        self.buttons.button(cancel).setAutoDefault(False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

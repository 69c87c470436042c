"""Asks what becomes of a clip whose address is saved already."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from desktop_app.ui.widgets.question_dialog import QuestionDialog


class KnownAddressDialog(QuestionDialog):
    """A new version of the article that is there, or a second article; ``chosen`` tells which."""

    #: True for a new version.
    chosen = Signal(bool)

    def __init__(self, captured: str, parent: QWidget | None) -> None:
        super().__init__(
            "Already saved",
            f"This address is already saved, on {captured}. A new version keeps both texts in one "
            "article, where they can be compared.",
            "Save as a new version",
            parent,
        )
        self.second_button = self.buttons.addButton(
            "Save as a second article", QDialogButtonBox.ButtonRole.ActionRole
        )
        self.second_button.setAutoDefault(False)
        self.second_button.clicked.connect(self._on_second)
        self.accepted.connect(lambda: self.chosen.emit(True))
        self.column.addWidget(self.buttons)

    def _on_second(self) -> None:
        self.chosen.emit(False)
        self.reject()

"""Asks what becomes of a clip whose address is saved already, or of several such at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from desktop_app.core.counted import counted
from desktop_app.ui.widgets.question_dialog import QuestionDialog


class _KnownDialog(QuestionDialog):
    """Begins at the button for a new version, which Return presses: the others are buttons too."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.act_button.setFocus()


class KnownAddressDialog(_KnownDialog):
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


class KnownAddressesDialog(_KnownDialog):
    """What becomes of several; ``chosen`` says ``version``, ``second`` or ``skip``."""

    chosen = Signal(str)

    def __init__(self, known: int, total: int, parent: QWidget | None) -> None:
        are = "is" if known == 1 else "are"
        super().__init__(
            "Already saved",
            f"{known:,} of {counted(total, 'clip')} {are} saved already. A new version keeps both"
            " texts in one article, where they can be compared; where the text is as it was,"
            " nothing is added to it.",
            "Add as new versions",
            parent,
        )
        self.second_button = self._other("Keep both", "second")
        self.skip_button = self._other("Skip them", "skip")
        self.accepted.connect(lambda: self.chosen.emit("version"))
        self.column.addWidget(self.buttons)

    def _other(self, words: str, choice: str) -> QPushButton:
        button = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)

        def choose() -> None:
            self.chosen.emit(choice)
            self.reject()

        button.clicked.connect(choose)
        return button

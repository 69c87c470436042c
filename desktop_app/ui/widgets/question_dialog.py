"""The form of small dialogs: a question, what answers it, a button that says the act."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from desktop_app.ui.base.theme import GRID
from desktop_app.ui.widgets.held_dialog import HeldDialog


class QuestionDialog(HeldDialog):
    """Words on top, something to choose, a button that says what it will do."""

    def __init__(self, title: str, words: str, act: str, parent: QWidget | None) -> None:
        super().__init__(parent)
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

    def showEvent(self, event: QShowEvent) -> None:
        """Begin where something is asked; the buttons come last."""
        super().showEvent(event)
        answers = [self.act_button, self.buttons.button(QDialogButtonBox.StandardButton.Cancel)]
        asking = [each for each in self._in_tab_order() if each not in answers]
        if asking:
            for one, after in pairwise((asking[-1], *answers)):
                QWidget.setTabOrder(one, after)
            if self.focusWidget() in (None, *answers):
                asking[0].setFocus()

    def _in_tab_order(self) -> list[QWidget]:
        """What Tab leads to, in the order in which it was made.

        Not along Qt's chain of focus: PySide takes each widget that leads to the next for its
        parent, so that the dialog would hang by one of its own fields, and be taken for garbage.
        """
        return [
            each
            for each in self.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
        ]

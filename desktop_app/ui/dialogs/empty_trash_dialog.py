"""Asks whether the trash shall be emptied for good."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from desktop_app.core.counted import count_articles
from desktop_app.ui.widgets.question_dialog import QuestionDialog


class EmptyTrashDialog(QuestionDialog):
    """Enter cancels: what is deleted here, no undo brings back."""

    def __init__(self, articles: int, parent: QWidget | None = None) -> None:
        counted = count_articles(articles)
        words = (
            f"Delete the {counted} in the trash for good, with the pages as captured, every "
            "version of the text, notes and highlights? This can’t be undone."
        )
        super().__init__("Empty the trash", words, f"Delete {counted}", parent)
        self.column.addWidget(self.buttons)
        self.act_button.setDefault(False)
        self.act_button.setAutoDefault(False)
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setDefault(True)
        cancel.setFocus()

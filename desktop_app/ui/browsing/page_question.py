"""A question that a page asks, so that nobody takes it for one of Cuttings' own."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.ui.widgets.question_dialog import QuestionDialog


class PageQuestion(QuestionDialog):
    """What a page wants to know; closed, the answer is no."""

    def __init__(self, host: str, words: str, again: bool, parent: QWidget | None) -> None:
        told = f"{words}\n\n(It asks again; soon it won't be heard.)" if again else words
        super().__init__(f"{host} asks", told, "OK", parent)
        self.column.addWidget(self.buttons)

    @staticmethod
    def ask(host: str, words: str, again: bool, parent: QWidget | None) -> bool:
        """Ask and wait, as the page does."""
        question = PageQuestion(host, words, again, parent)
        return question.exec() == QDialog.DialogCode.Accepted

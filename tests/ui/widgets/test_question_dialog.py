"""A question stays until it is answered."""

from __future__ import annotations

import gc

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.question_dialog import QuestionDialog


def test_a_question_nobody_else_holds_is_not_taken_for_garbage(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = QuestionDialog("Name", "Which name?", "Rename", window)
    dialog.column.addWidget(QLineEdit(dialog))
    dialog.column.addWidget(dialog.buttons)
    with qtbot.waitExposed(dialog):
        dialog.open()

    del dialog
    gc.collect()

    left = window.findChild(QuestionDialog)
    assert left is not None
    assert left.isVisible()
    left.reject()

"""A dialog stays until it is closed, whoever has let go of it."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.held_dialog import HeldDialog


def dialog_with_a_field(window: QWidget) -> HeldDialog:
    """A dialog that hangs by its own field: PySide takes what leads to a widget for its parent."""
    dialog = HeldDialog(window)
    QVBoxLayout(dialog).addWidget(QLineEdit(dialog))
    each: QWidget = dialog
    for _ in range(6):
        each = each.nextInFocusChain()
    return dialog


def test_a_shown_dialog_that_nobody_else_holds_is_not_taken_for_garbage(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = dialog_with_a_field(window)
    known = weakref.ref(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()

    del dialog
    gc.collect()

    left = known()
    assert left is not None
    assert left.isVisible()
    left.reject()


def test_a_closed_dialog_is_let_go_of(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = dialog_with_a_field(window)
    known = weakref.ref(dialog)
    dialog.open()

    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
    del dialog
    gc.collect()

    assert known() is None

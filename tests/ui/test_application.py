from __future__ import annotations

import sys

from PySide6.QtCore import QTimer

from desktop_app.ui.base.qt_application import make_application


def test_a_signal_that_is_emitted_often_does_not_wear_out_true() -> None:
    timer = QTimer()
    before = sys.getrefcount(True)

    for _ in range(50):
        timer.timeout.emit()

    assert abs(sys.getrefcount(True) - before) < 10


def test_there_is_one_application_with_our_name() -> None:
    assert make_application() is make_application()

from __future__ import annotations

import time
from typing import Any

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from desktop_app.ui.base import theme as window_code
from tests.ui.loop_watchdog import LONGEST_WAIT, LoopWatchdog

PAUSE = 1.5 * LONGEST_WAIT


def test_a_loop_that_turns_is_left_in_peace(qtbot: QtBot) -> None:
    with LoopWatchdog().watching() as watchdog:
        qtbot.wait(int(PAUSE * 1_000))

    assert watchdog.pauses == []


def test_what_the_test_itself_does_is_no_pause(qtbot: QtBot) -> None:
    with LoopWatchdog().watching() as watchdog:
        time.sleep(PAUSE)

    assert watchdog.pauses == []


def test_window_code_that_holds_the_loop_is_told(qtbot: QtBot) -> None:
    slow = compile("def work(): pause(length)", str(window_code.__file__), "exec")
    names: dict[str, Any] = {"pause": time.sleep, "length": PAUSE}
    exec(slow, names)
    with LoopWatchdog().watching() as watchdog:
        QTimer.singleShot(0, names["work"])
        qtbot.wait(50)

    assert len(watchdog.pauses) == 1
    assert "in work" in watchdog.pauses[0]

"""When a window has come to rest: nothing runs in the background, and no pause is under way.

Asked are the tasks and Qt's timers themselves, not the clock: a test goes on as soon as the
window has done what it was told, on a slow machine too.
"""

from __future__ import annotations

from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.base.task_runner import TaskRunner

#: The longest pause that is waited for, in ms: those between keys and those before what is shown
#: is read. Longer ones (a message's time, the time until an article counts as read) are a test's
#: own business.
_LONGEST_PAUSE_MS = 300
#: Qt paints, and Xorg answers, some ms after they were asked to.
_PAINTED_WITHIN_MS = 15


def pauses_under_way() -> Iterator[QTimer]:
    """The timers that will soon go off once, and those that do something in small pieces."""
    for wrapper in shiboken6.getAllValidWrappers():
        if isinstance(wrapper, QTimer) and wrapper.isActive():
            limit = _LONGEST_PAUSE_MS if wrapper.isSingleShot() else 0
            if wrapper.interval() <= limit:
                yield wrapper


def is_at_rest(tasks: TaskRunner) -> bool:
    """Whether nothing is under way that will change what is shown."""
    return tasks.task_count == 0 and next(pauses_under_way(), None) is None


def wait_for_rest(qtbot: QtBot, tasks: TaskRunner) -> None:
    """Let Qt work until the window is at rest, and still is after it was painted."""
    for _ in range(2):
        QGuiApplication.sync()
        qtbot.wait(_PAINTED_WITHIN_MS)
        qtbot.waitUntil(lambda: is_at_rest(tasks), timeout=10_000)

"""Watches whether the window's thread stands still, and tells in which line it stood.

A timer beats on the window's thread; another thread looks on. A pause counts only while our
window's code or Qt's loop has the thread: what a test itself does between two acts doesn't.
"""

from __future__ import annotations

import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from PySide6.QtCore import QTimer

#: The longest work in one go, in seconds of the thread's own processor time. A user should wait
#: for 50 ms at most; a first call, with all it imports, is let pass here.
LONGEST_PAUSE = 0.5
#: The longest pause on the wall's clock, which a shared machine lengthens.
LONGEST_WAIT = 2.0
_BEAT_MS = 10
_LOOK_EVERY = 0.02
#: Before that no stack is looked at.
_SUSPICIOUS = 0.1


class LoopWatchdog:
    """Collects the places where the thread stood still; made and used on the window's thread."""

    def __init__(self) -> None:
        self.pauses: list[str] = []
        self._watched = threading.get_ident()
        self._beats = 0
        self._ended = threading.Event()
        self._timer = QTimer()
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._thread = threading.Thread(target=self._look, daemon=True, name="loop-watchdog")

    @contextmanager
    def watching(self) -> Iterator[LoopWatchdog]:
        """Watch until the block is left."""
        self._timer.start()
        self._thread.start()
        try:
            yield self
        finally:
            self._timer.stop()
            self._ended.set()
            self._thread.join()

    def _beat(self) -> None:
        self._beats += 1

    def _work(self) -> float:
        """The processor time of the watched thread, in seconds; 0 where the system doesn't tell."""
        if sys.platform != "linux":
            return 0.0
        return time.clock_gettime(time.pthread_getcpuclockid(self._watched))

    def _look(self) -> None:
        beats, since, worked, told = -1, time.monotonic(), self._work(), False
        while not self._ended.wait(_LOOK_EVERY):
            if self._beats == beats and time.monotonic() - since < _SUSPICIOUS:
                continue
            if self._beats != beats or not _holds_the_loop(self._frame()):
                beats, since, told = self._beats, time.monotonic(), False
                worked = self._work()
            elif not told and (
                self._work() - worked > LONGEST_PAUSE or time.monotonic() - since > LONGEST_WAIT
            ):
                self.pauses.append("".join(traceback.format_stack(self._frame(), limit=12)))
                told = True

    def _frame(self) -> FrameType | None:
        return sys._current_frames().get(self._watched)  # the only way to see another's stack


def _holds_the_loop(frame: FrameType | None) -> bool:
    """Whether our window's code is on the stack, or Qt's loop runs and calls no Python."""
    if frame is not None and "pytestqt" in frame.f_code.co_filename:
        return True
    caller = frame
    while caller is not None:
        if "desktop_app/ui/" in caller.f_code.co_filename.replace("\\", "/"):
            return True
        caller = caller.f_back
    return False

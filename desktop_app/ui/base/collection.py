"""Python's search for garbage cycles: on the window's thread alone, and not while much is read.

It frees whatever it finds on the thread that happens to be running, and a widget that is freed on
a worker's thread ends the process. It also goes through every object there is, and holds the
interpreter's lock meanwhile: with the parts of a long text in memory the window would stand still
for a tenth of a second and more.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 300
_lock = threading.Lock()
_holders = 0


class WindowCollector(QObject):
    """Collects by a timer as often as Python itself would have begun to; until ``stop``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what was imported stays as long as the window: it isn't gone through again
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Look for cycles among the generations that have grown enough, unless that is held off."""
        if _holders:
            return
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation] > 0:
                gc.collect(generation)
                return

    def stop(self) -> None:
        """Leave the search to Python again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


@contextmanager
def collection_paused() -> Iterator[None]:
    """No search for cycles until everybody who asked for that is done; on any thread."""
    global _holders  # noqa: PLW0603 - the collector is one for the whole process
    with _lock:
        _holders += 1
    try:
        yield
    finally:
        with _lock:
            _holders -= 1

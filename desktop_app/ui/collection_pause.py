"""Holds Python's search for garbage cycles off while something large is read.

It goes through every object there is, and holds the interpreter's lock meanwhile: with the parts
of a long text in memory the window would stand still for a tenth of a second and more.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_holders = 0


@contextmanager
def collection_paused() -> Iterator[None]:
    """No search for cycles until everybody who asked for that is done; on any thread."""
    global _holders  # noqa: PLW0603 - the collector is one for the whole process
    with _lock:
        _holders += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _holders -= 1
            if not _holders:
                gc.enable()

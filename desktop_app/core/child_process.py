"""For processes that work for another one: they end with it, and when something takes too long."""

from __future__ import annotations

import ctypes
import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

_Result = TypeVar("_Result")

#: Of ``mallopt`` in glibc's ``malloc.h``: the size in bytes from which a block is mapped alone.
_MMAP_THRESHOLD = -3
_MAPPED_ALONE = 65_536


def end_with_parent() -> None:
    """Watch the parent: one that is killed can't tell this process to stop, and it would wait.

    Ctrl+C in a terminal goes to all of them; what it means is the parent's business.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for_end, args=(parent.sentinel,), daemon=True).start()


def _wait_for_end(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)


def give_back_memory() -> None:
    """From now on give large blocks back to the system once they are free.

    glibc raises the size of what it gives back each time that it frees a larger block, and keeps
    the rest, up to a tenth of all. Other systems' C libraries have nothing of the kind to be told.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None) if os.name == "posix" else None
    if mallopt is not None:
        mallopt(_MMAP_THRESHOLD, _MAPPED_ALONE)


def end_first() -> None:
    """Let Linux end this process before others, the window above all, where memory runs out."""
    with suppress(OSError):  # other systems have no such file
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


def within(longest: float, call: Callable[[], _Result]) -> _Result:
    """What the call gives; where it takes more than so many seconds, the process ends.

    An alarm of the system ends it wherever it is, also within a parser that Python can't
    interrupt. Windows has none: there a thread does it, once the parser lets it run.
    """
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, longest)
        try:
            return call()
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    timer = threading.Timer(longest, os._exit, (1,))
    timer.daemon = True
    timer.start()
    try:
        return call()
    finally:
        timer.cancel()

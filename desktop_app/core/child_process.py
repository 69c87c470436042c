"""For processes that work for another one: they end with it, and when something takes too long."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections.abc import Callable
from typing import TypeVar

_Result = TypeVar("_Result")


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

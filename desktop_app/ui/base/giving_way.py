"""Threads that let the window's go first: what they do, nobody waits for that very moment.

Python's lock knows no priorities, and a system shares two processors among seven busy threads so
that the window's waits its turn behind all of them. Lowering the others' share is for Linux, where
a thread has a niceness of its own (setpriority(2), "C library/kernel differences"); Windows and
macOS lift the thread that a user acts on by themselves.
"""

from __future__ import annotations

import os
import sys
import threading

#: About a thirtieth of an ordinary thread's share: with the least there is, a thread that holds the
#: interpreter's lock while other programs are busy would come to it too late, and the window waits
#: for it; with a tenth the window's worst wait in an import was a third longer.
_NICENESS = 15


def give_way() -> None:
    """Let the calling thread, and those it starts, yield to the window's; for good."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)

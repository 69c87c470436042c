"""Processes that clean pages, so that parsing holds up nothing else; they end with their parent."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import threading
from concurrent.futures import ProcessPoolExecutor


def cleaning_pool(processes: int) -> ProcessPoolExecutor:
    """A pool of fresh processes (not forked: Qt and SQLite don't survive that)."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, mp_context=context, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """Watch the parent: one that is killed can't tell its workers to stop, and they would wait."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for_end, args=(parent.sentinel,), daemon=True).start()


def _wait_for_end(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)

"""Processes that clean pages, so that parsing holds up nothing else; they end with their parent."""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
#: Below this many items a second process costs more than it brings.
_WORTH_A_POOL = 4
#: How many results may wait to be taken, for each process.
_AHEAD = 8


def cleaning_pool(processes: int) -> ProcessPoolExecutor:
    """A pool of fresh processes (not forked: Qt and SQLite don't survive that)."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, mp_context=context, initializer=_end_with_parent)


def in_order(
    function: Callable[[_Item], _Result], items: Iterable[_Item], count: int, jobs: int | None
) -> Generator[_Result, None, None]:
    """The function's result for each of ``count`` items, in their order, from several processes.

    ``jobs`` is how many processes, by default one a core; items are drawn only a little ahead.
    Function, items and results are pickled.
    """
    jobs = max(1, min(jobs or os.cpu_count() or 1, count))
    if jobs == 1 or count < _WORTH_A_POOL:
        yield from map(function, items)
        return
    with cleaning_pool(jobs) as pool:
        waiting: deque[Future[_Result]] = deque()
        try:
            for item in items:
                waiting.append(pool.submit(function, item))
                if len(waiting) >= jobs * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _end_with_parent() -> None:
    """Watch the parent: one that is killed can't tell its workers to stop, and they would wait."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for_end, args=(parent.sentinel,), daemon=True).start()


def _wait_for_end(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)

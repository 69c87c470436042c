"""Processes that clean pages, so that parsing holds up nothing else; they end with their parent."""

from __future__ import annotations

import itertools
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TypeVar

from desktop_app.core.child_process import end_with_parent, within

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
#: Below this many items a second process costs more than it brings.
_WORTH_A_POOL = 4
#: How long one item may take, in seconds: minutes, as machines are slow and whole books come in.
_LONGEST = 300.0
#: As many processes as cores clean what is imported: the window shares the cores with them.
_NICENESS = 10
#: How many results may wait to be taken, for each process.
_AHEAD = 8


def cleaning_pool(processes: int, *, longest: float = _LONGEST) -> ProcessPoolExecutor:
    """A pool of fresh processes (not forked: Qt and SQLite don't survive that).

    One that works on an item for more than ``longest`` seconds ends, and its pool with it: pages
    can be made on which a parser's time grows with the square of their size.
    """
    return _BoundedPool(processes, longest)


class _BoundedPool(ProcessPoolExecutor):
    """Gives each item so many seconds."""

    def __init__(self, processes: int, longest: float) -> None:
        context = multiprocessing.get_context("spawn")
        super().__init__(processes, mp_context=context, initializer=_begin)
        self._longest = longest

    def submit(
        self, fn: Callable[..., _Result], /, *args: object, **keywords: object
    ) -> Future[_Result]:
        """Run the function in one of the processes; all of it is pickled."""
        return super().submit(_in_time, self._longest, fn, args, keywords)


def _in_time(
    longest: float,
    function: Callable[..., _Result],
    args: Sequence[object],
    keywords: Mapping[str, object],
) -> _Result:
    return within(longest, partial(function, *args, **keywords))


def in_order(
    function: Callable[[_Item], _Result],
    items: Iterable[_Item],
    *,
    count: int,
    jobs: int | None,
    lost: Callable[[_Item], _Result],
) -> Generator[_Result, None, None]:
    """The function's result for each of ``count`` items, in their order, from several processes.

    ``jobs`` is how many processes, by default one a core; items are drawn only a little ahead.
    ``lost`` gives the result for an item whose process ended without one, also when it was tried
    once more by itself. Function, items and results are pickled.
    """
    jobs = max(1, min(jobs or os.cpu_count() or 1, count))
    if jobs == 1 or count < _WORTH_A_POOL:
        yield from map(function, items)
        return
    remaining = iter(items)
    left: deque[_Item] = deque()
    while True:
        yield from _through_pool(function, remaining, jobs, left)
        if not left:
            return
        # A process that ended takes its whole pool with it: what was under way is done one by one.
        yield from _one_by_one(function, left, lost)


def _through_pool(
    function: Callable[[_Item], _Result], items: Iterator[_Item], jobs: int, left: deque[_Item]
) -> Generator[_Result, None, None]:
    """Results until the items or the pool end; ``left`` holds the items that have none yet."""
    futures: deque[Future[_Result]] = deque()
    with cleaning_pool(jobs) as pool:
        try:
            while True:
                for item in itertools.islice(items, jobs * _AHEAD - len(futures)):
                    left.append(item)
                    futures.append(pool.submit(function, item))
                if not futures:
                    return
                result = futures[0].result()
                futures.popleft()
                left.popleft()
                yield result
        except BrokenProcessPool:
            return
        finally:
            for future in futures:
                future.cancel()


def _one_by_one(
    function: Callable[[_Item], _Result], left: deque[_Item], lost: Callable[[_Item], _Result]
) -> Iterator[_Result]:
    """A result for each item, from one process, which is begun again behind one that ended it."""
    while left:
        with cleaning_pool(1) as pool:
            try:
                while left:
                    result = pool.submit(function, left[0]).result()
                    left.popleft()
                    yield result
            except BrokenProcessPool:
                yield lost(left.popleft())


def _begin() -> None:
    """Give way to the window, where the system lets a process do that by itself; end with it."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    end_with_parent()

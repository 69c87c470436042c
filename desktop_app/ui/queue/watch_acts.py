"""Watching the pages of chosen articles, and watching them no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop_app.core.counted import counted
from desktop_app.core.fetch_states import Interval
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner


class WatchActs:
    """Says what it did; the pages are looked at by ``QueueWork``."""

    def __init__(self, library: Library, tasks: TaskRunner, notifier: Notifier) -> None:
        self._library, self._tasks, self._notifier = library, tasks, notifier

    def watch(self, ids: Sequence[int], every: Interval) -> None:
        """Have the pages of these articles fetched again so often."""
        task = self._tasks.write(
            lambda: self._library.watching.watch(ids, every),
            label="Watch pages",
            changes=("articles",),
            ids=ids,
        )
        task.succeeded(lambda watched: self._say(watched, len(ids), every))

    def forget(self, ids: Sequence[int]) -> None:
        """Watch these pages no more."""
        task = self._tasks.write(
            lambda: self._forgotten(ids),
            label="Watch no more",
            changes=("articles",),
            ids=ids,
        )
        task.succeeded(self._say_forgotten)

    def _forgotten(self, ids: Sequence[int]) -> dict[int, Interval]:
        """Watch these no more; gives how often each was."""
        intervals = self._library.watching.intervals(ids)
        self._library.watching.forget(ids)
        return intervals

    def _watch_again(self, intervals: Mapping[int, Interval]) -> None:
        def watch() -> None:
            for every in Interval:
                ids = [each for each, known in intervals.items() if known is every]
                self._library.watching.watch(ids, every)

        self._tasks.write(watch, label="Watch pages", changes=("articles",), ids=tuple(intervals))

    def _say_forgotten(self, intervals: Mapping[int, Interval]) -> None:
        said = f"{counted(len(intervals), 'page is', 'pages are')} watched no more."
        self._notifier.info(said, undo=lambda: self._watch_again(intervals))

    def _say(self, watched: int, wanted: int, every: Interval) -> None:
        said = f"{counted(watched, 'page is', 'pages are')} fetched again {every}."
        if watched < wanted:
            said += f" {counted(wanted - watched, 'article has', 'articles have')} no address."
        self._notifier.info(said)

"""Articles fetched again from the window: one after another, off its thread, each told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.counted import count_articles
from desktop_app.core.errors import AppError
from desktop_app.core.refetch import RefetchResult, outcomes_in_words
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task import Task
from desktop_app.ui.base.task_runner import TaskRunner

if TYPE_CHECKING:
    from desktop_app.services.versions.refetch import Look

_KINDS = ("articles", "people", "tags")


class FetchingAgain(QObject):
    """Looks at addresses and keeps what is new; several go one by one, and can be stopped."""

    versions_wanted = Signal(int)

    def __init__(
        self, library: Library, tasks: TaskRunner, notifier: Notifier, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._tasks = tasks
        self._notifier = notifier
        self._waiting: list[int] = []
        self._count = 0
        self._told: dict[str, int] = {}
        self._task: Task | None = None

    def fetch(self, ids: Sequence[int]) -> None:
        """Fetch articles again, behind those that wait already."""
        new = [each for each in ids if each not in self._waiting]
        self._waiting += new
        self._count += len(new)
        if self._task is None and self._waiting:
            self._next()

    def fetch_archived(self, article_id: int) -> None:
        """Fetch the Internet Archive's copy of one article."""
        versions = self._library.versions
        self._notifier.info("Asking the Internet Archive for its copy…")
        task = self._tasks.fetch(
            lambda context: versions.look_in_archive(article_id, cancelled=context.cancelled),
            label="Fetching the Internet Archive's copy",
        )
        task.succeeded(lambda look: self._keep(look, self._tell))

    def stop(self) -> None:
        """Fetch no more of those that wait."""
        self._waiting.clear()
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._finish()

    def _next(self) -> None:
        if not self._waiting:
            self._task = None
            self._finish()
            return
        article_id = self._waiting.pop(0)
        number = self._count - len(self._waiting)
        words = "Fetching the article again…"
        if self._count > 1:
            words = f"Fetching {number:,} of {count_articles(self._count)} again…"
        self._notifier.offer(words, "Stop", self.stop)
        versions = self._library.versions
        self._task = self._tasks.fetch(
            lambda context: versions.look(article_id, cancelled=context.cancelled), label=words
        )
        self._task.succeeded(lambda look: self._keep(look, self._on_kept))
        self._task.failed(self._on_failed)

    def _keep(self, look: Look, told: Callable[[RefetchResult], object]) -> None:
        task = self._tasks.write(
            lambda: self._library.versions.keep(look),
            label="Keeping what is new",
            changes=_KINDS,
            ids=(look.article_id,),
        )
        task.succeeded(told).failed(self._on_failed)

    def _on_kept(self, result: RefetchResult) -> None:
        self._told[result.outcome] = self._told.get(result.outcome, 0) + 1
        if self._count == 1:
            self._tell(result)
        self._next()

    def _on_failed(self, failure: AppError) -> None:
        self._told["failed"] = self._told.get("failed", 0) + 1
        if self._count == 1:
            self._notifier.failure(failure)
        self._next()

    def _finish(self) -> None:
        several, told = self._count > 1, self._told
        self._count, self._told = 0, {}
        if several:
            done = count_articles(sum(told.values()))
            self._notifier.info(f"{done} fetched again: {outcomes_in_words(told) or 'none'}.")

    def _tell(self, result: RefetchResult) -> None:
        """What came of one article, with what can be done about it."""
        said = result.message
        if result.revision_id is not None:
            show = partial(self.versions_wanted.emit, result.article_id)
            self._notifier.offer(said, "Compare", show)
        elif result.archived_url is not None:
            fetch = partial(self.fetch_archived, result.article_id)
            self._notifier.offer(said, "Fetch the archived copy", fetch)
        elif result.outcome == "same":
            self._notifier.info(said)
        else:
            self._notifier.warn(said)

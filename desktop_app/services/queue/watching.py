"""Watched pages: fetched again on a schedule, less often where nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from desktop_app.core.errors import AppError, CaptureError
from desktop_app.core.fetch_queue import WatchedPage
from desktop_app.core.fetch_states import Interval
from desktop_app.core.refetch import RefetchResult
from desktop_app.services.base.clock import now_utc, seconds_now
from desktop_app.services.base.listeners import never
from desktop_app.services.queue.queueing import Queueing, host_of
from desktop_app.services.queue.schedule import next_look, slept
from desktop_app.services.versions.versions import Versions
from desktop_app.store.archive import Archive

#: So many looks in a row may find nothing before the page is looked at less often.
_STILL = 3
_OUTCOMES = frozenset({"same", "changed", "beside"})


class Watching:
    """The watched pages of one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive], versions: Versions, queue: Queueing) -> None:
        self._archive = archive
        self._versions = versions
        self._queue = queue

    def pages(self) -> list[WatchedPage]:
        """Every watched page, the next one first."""
        return self._archive().watched_pages.all()

    def intervals(self, ids: Sequence[int]) -> dict[int, Interval]:
        """How often these articles are watched; those that aren't are left out."""
        return self._archive().watched_pages.intervals(ids)

    def watch(self, ids: Sequence[int], every: Interval) -> int:
        """Watch the pages of these articles; gives how many have an address to be watched."""
        archive, watched = self._archive(), 0
        for article_id in ids:
            if archive.articles.get(article_id).clean.url:
                archive.watched_pages.watch(article_id, every, seconds_now() + every.seconds)
                watched += 1
        return watched

    def forget(self, ids: Sequence[int]) -> None:
        """Watch these no more."""
        self._archive().watched_pages.forget(ids)

    def look_soon(self, ids: Sequence[int]) -> None:
        """Have these looked at when pages are looked at next, whenever their time is."""
        self._archive().watched_pages.look_soon(ids)

    def is_due(self) -> bool:
        """Whether a page's time has come."""
        return bool(self._archive().watched_pages.due(seconds_now()))

    def look_at_due(
        self,
        *,
        pause: float = 2.0,
        write: Callable[[Callable[[], object]], object] = lambda call: call(),
        cancelled: Callable[[], bool] = never,
    ) -> Iterator[RefetchResult]:
        """Fetch again what is due, one page after another, as robots.txt allows.

        ``pause`` are the seconds between two pages; ``write`` runs a change where changes are made.
        """
        manners = self._queue.robots_manners(cancelled)
        for number, page in enumerate(self._archive().watched_pages.due(seconds_now())):
            if number and not slept(pause, cancelled):
                return
            result = self._look(page, manners, write, cancelled)
            if cancelled():
                return
            looked = _after(page, result)
            write(lambda looked=looked: self._archive().watched_pages.note_look(looked))  # type: ignore[misc]
            yield result

    def _look(
        self,
        page: WatchedPage,
        manners: Callable[[str, str, bool], float],
        write: Callable[[Callable[[], object]], object],
        cancelled: Callable[[], bool],
    ) -> RefetchResult:
        try:
            manners(page.url, host_of(page.url), False)
            look = self._versions.look(page.article_id, cancelled=cancelled)
            kept: list[RefetchResult] = []
            write(lambda: kept.append(self._versions.keep(look)))
            return kept[0]
        except AppError as failure:
            kind = failure.kind if isinstance(failure, CaptureError) else "archive"
            return RefetchResult(
                page.article_id, page.title, "failed", failure.message, now_utc(), kind
            )


def _after(page: WatchedPage, result: RefetchResult) -> WatchedPage:
    """The page with what came noted and the time of the next look, drawn from a range."""
    is_there = result.outcome in _OUTCOMES
    unchanged = page.unchanged + 1 if result.outcome == "same" else 0
    failures = 0 if is_there else page.failures + 1
    return replace(
        page,
        next_look=next_look(page.every.seconds, max(unchanged - _STILL, failures)),
        last_look=result.looked,
        unchanged=unchanged,
        failures=failures,
        result=result.message,
    )

"""The queue of addresses as the window and the terminal see it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from desktop_app.core.errors import InputError
from desktop_app.core.fetch_queue import Queued, QueueItem
from desktop_app.core.fetch_states import QueueState
from desktop_app.services.base.clock import now_utc
from desktop_app.services.base.listeners import never
from desktop_app.services.queue.manners import Manners
from desktop_app.store.archive import Archive

if TYPE_CHECKING:
    from desktop_app.services.queue.fetch_item import ItemFetcher
    from desktop_app.services.queue.run_queue import QueueReport

__all__ = ["Manners", "Queueing"]

# ruff: noqa: PLC0415 - what fetches and cleans is imported when the queue is worked through


class Queueing:
    """The queue of one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive], locks: Path) -> None:
        self._archive = archive
        self._locks = locks

    # Putting in

    def addresses_in(self, text: str) -> list[str]:
        """The web addresses in any text; InputError where there are far too many."""
        from desktop_app.capture.queue.addresses_in_text import addresses_in

        return addresses_in(text)

    def addresses_in_file(self, path: Path) -> list[str]:
        """The web addresses in a text or HTML file; InputError where it can't be read."""
        from desktop_app.capture.queue.addresses_in_text import addresses_in_file

        return addresses_in_file(path)

    def addresses_in_bytes(self, content: bytes) -> list[str]:
        """The web addresses in what came through a pipe."""
        from desktop_app.capture.queue.addresses_in_text import addresses_in_bytes

        return addresses_in_bytes(content)

    def add(
        self,
        addresses: Sequence[str],
        *,
        tags: Sequence[str] = (),
        ignore_robots: bool = False,
    ) -> list[Queued]:
        """Put addresses in; those already saved with a text are told and not fetched.

        One that had failed or was cancelled is tried again, and so is one whose article is gone.
        """
        from desktop_app.capture.addresses import checked_address
        from desktop_app.services.queue.run_queue import already_saved, is_without_text

        archive, moment, items = self._archive(), now_utc(), []
        for address in addresses:
            url = checked_address(address)
            known = archive.articles.find_by_url(url)
            if known and is_without_text(archive, known[0]):
                known = []  # its text is what is wanted
            items.append(
                QueueItem(
                    0,
                    url,
                    host_of(url),
                    QueueState.KNOWN if known else QueueState.WAITING,
                    already_saved(known[0]) if known else "",
                    added=moment,
                    tags=tuple(tags),
                    ignores_robots=ignore_robots,
                    article_id=known[0] if known else None,
                )
            )
        queue = archive.fetch_queue
        queued = queue.add(items)
        again = {each.item.id for each in queued if not each.is_new and _may_come_again(each.item)}
        if not again:
            return queued
        queue.retry(sorted(again), ignore_robots=ignore_robots)
        return [
            Queued(queue.get(each.item.id) or each.item, is_new=True)
            if each.item.id in again
            else each
            for each in queued
        ]

    # Reading

    def items(
        self, states: Collection[QueueState] = (), *, limit: int = -1, after: int = 0
    ) -> list[QueueItem]:
        """Items in the order in which they came, of these states or of all."""
        return self._archive().fetch_queue.items(states, limit=limit, after=after)

    def counts(self) -> dict[QueueState, int]:
        """How many items are in each state."""
        return self._archive().fetch_queue.counts()

    def next_try(self) -> float | None:
        """When the first of those that wait may be tried, in seconds since 1970."""
        return self._archive().fetch_queue.next_try()

    def is_paused(self) -> bool:
        """Whether nothing is begun for now."""
        return self._archive().fetch_queue.is_paused()

    def hosts_ignoring_robots(self) -> list[str]:
        """The sites whose robots.txt the user set aside."""
        return self._archive().fetch_queue.hosts_ignoring_robots()

    # Changing

    def set_paused(self, paused: bool) -> None:
        """Begin nothing any more, or go on; what is being fetched comes in."""
        self._archive().fetch_queue.set_paused(paused)

    def cancel(self, ids: Sequence[int]) -> int:
        """Don't fetch these; gives how many."""
        return self._archive().fetch_queue.cancel(ids)

    def retry(
        self, ids: Sequence[int], *, ignore_robots: bool = False, take_anything: bool = False
    ) -> int:
        """Fetch these again, and at once; gives how many.

        ``ignore_robots`` is the user's word that the site's robots.txt doesn't count for them,
        ``take_anything`` that what comes is kept even if it is no article.
        """
        return self._archive().fetch_queue.retry(
            ids, ignore_robots=ignore_robots, take_anything=take_anything
        )

    def remove(self, ids: Sequence[int]) -> int:
        """Take items that ended out of the list; gives how many."""
        return self._archive().fetch_queue.remove(ids)

    def set_ignores_robots(self, host: str, ignores: bool) -> None:
        """Set a site's robots.txt aside, or obey it again."""
        self._archive().fetch_queue.set_ignores_robots(host.strip().lower(), ignores)

    # Working

    def run(
        self,
        manners: Manners | None = None,
        *,
        write: Callable[[Callable[[], object]], object] = lambda call: call(),
        told: Callable[[Sequence[QueueItem]], object] = lambda items: None,
        cancelled: Callable[[], bool] = never,
    ) -> QueueReport:
        """Work through the queue, politely, until nothing is left that is due soon.

        ``write`` runs a change where changes are made. Raises InputError where another Cuttings
        is at it, ArchiveError where the archive can't be written.
        """
        from desktop_app.services.queue.run_queue import QueueRun
        from desktop_app.store.queue.runner_lock import RunnerLock

        manners = manners or Manners()
        with RunnerLock(self._lock_path()) as lock:
            if not lock.take():
                raise InputError(
                    "Another Cuttings is working through this queue.",
                    "It takes what you add as well; “cuttings queue list” shows how far it is.",
                )
            return QueueRun(
                self._archive,
                manners,
                self._fetcher_of(manners),
                self._same_address,
                write,
                told,
                cancelled,
            ).run()

    def _same_address(self, url: str) -> list[int]:
        return self._archive().articles.find_by_url(url)

    def robots_manners(self, cancelled: Callable[[], bool]) -> Callable[[str, str, bool], float]:
        """Gives a function of an address, its host, and whether robots.txt is set aside for it.

        It gives the seconds that the site asks to wait, and raises CaptureError where the site
        doesn't want the address fetched by programs.
        """
        from desktop_app.capture.queue.robots import RobotsBook, forbidden

        book = RobotsBook()

        def delay_of(url: str, host: str, ignores_robots: bool) -> float:
            if ignores_robots or self._archive().fetch_queue.ignores_robots(host):
                return 0.0
            rules = book.rules_for(url, cancelled)
            if not rules.allows(url):
                raise forbidden(url, host)
            return rules.delay

        return delay_of

    def _fetcher_of(
        self, manners: Manners
    ) -> Callable[[Callable[[], Executor], Callable[[], bool]], ItemFetcher]:
        from desktop_app.capture.http_transfer import Limits
        from desktop_app.capture.page_chain import fetch_article
        from desktop_app.services.queue.fetch_item import ItemFetcher

        limits = Limits(seconds=manners.page_seconds)

        def make(cleaners: Callable[[], Executor], cancelled: Callable[[], bool]) -> ItemFetcher:
            return ItemFetcher(
                self.robots_manners(cancelled),
                lambda url, moment: fetch_article(
                    url, captured=moment, cancelled=cancelled, limits=limits
                ),
                cleaners,
                manners.images,
                cancelled,
            )

        return make

    def _lock_path(self) -> Path:
        path = str(self._archive().path.resolve())
        return self._locks / f"queue-{hashlib.sha256(path.encode()).hexdigest()[:16]}.lock"


def host_of(url: str) -> str:
    """The site of an address, by which politeness goes."""
    return (urlsplit(url).hostname or "").lower()


def _may_come_again(item: QueueItem) -> bool:
    if item.state in (QueueState.FAILED, QueueState.CANCELLED):
        return True
    return item.state in (QueueState.SAVED, QueueState.KNOWN) and item.article_id is None

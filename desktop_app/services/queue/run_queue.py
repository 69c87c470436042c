"""Work through the queue: which address is fetched when, and what is noted of each.

Politeness is kept here: one page at a time of each site, a pause between two of them, and longer
ones where the site fails or asks for them. Every step is noted in the archive before the next, so
that a program that is killed leaves nothing unaccounted for.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from dataclasses import dataclass, field

from desktop_app.core.errors import AppError, CaptureError, InputError
from desktop_app.core.fetch_queue import QueueItem
from desktop_app.core.fetch_states import QueueState
from desktop_app.services.base.clock import seconds_now
from desktop_app.services.base.listeners import never
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.queue.fetch_item import Fetched, ItemFetcher
from desktop_app.services.queue.manners import Manners
from desktop_app.services.versions.keep_clip import keep_clip
from desktop_app.services.versions.refetch import add_version
from desktop_app.store.archive import Archive
from desktop_app.store.queue.fetch_queue import FetchQueue

_log = logging.getLogger(__name__)
#: How long the loop sleeps at most, in seconds, before it looks whether the user changed something.
_LOOK_AGAIN = 0.25
#: So many pages are cleaned at once; fetching takes longer than cleaning.
CLEANERS = 2
#: After so many failures in a row without an answer, a site is left alone for a while.
_SILENT = 3
_NO_ANSWER = frozenset({"timeout", "refused", "no-such-host", "network"})


@dataclass(frozen=True, slots=True)
class QueueReport:
    """What a run did, in numbers; ``waiting`` are left, the first of them due at ``next_try``."""

    saved: int = 0
    known: int = 0
    failed: int = 0
    waiting: int = 0
    next_try: float | None = None
    article_ids: tuple[int, ...] = ()


@dataclass
class _Host:
    """What is known of a site during a run."""

    rest_until: float = 0.0
    silent: int = 0


@dataclass
class QueueRun:
    """One run through the queue of an archive; ``run`` is called once, on a thread of its own.

    ``write`` runs a change of the archive where changes are made, and returns when it is done.
    ``told`` hears of every item whose state changed. ``same_address`` gives the articles that are
    already saved from an address.
    """

    archive: Callable[[], Archive]
    manners: Manners
    make_fetcher: Callable[[Callable[[], Executor], Callable[[], bool]], ItemFetcher]
    same_address: Callable[[str], Sequence[int]]
    write: Callable[[Callable[[], object]], object] = lambda call: call()
    told: Callable[[Sequence[QueueItem]], object] = lambda items: None
    cancelled: Callable[[], bool] = never
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _under_way: dict[Future[Fetched], QueueItem] = field(default_factory=dict)
    _done: dict[QueueState, int] = field(default_factory=dict)
    _ids: list[int] = field(default_factory=list)
    _cleaners: Executor | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _left: threading.Event = field(default_factory=threading.Event)

    def run(self) -> QueueReport:
        """Fetch until nothing is left that is due soon, the user pauses, or work is cancelled.

        Raises ArchiveError where the archive can't be written; what was under way waits then.
        """
        self.write(lambda: self._queue.release(self.manners.attempts))
        fetcher = self.make_fetcher(self._cleaning, self._is_over)
        threads = ThreadPoolExecutor(self.manners.parallel, thread_name_prefix="queue")
        try:
            while not self.cancelled():
                self._begin_due(threads, fetcher)
                if not self._under_way and not self._is_worth_waiting():
                    break
                self._wait()
                self._settle_finished()
            return self._report()
        finally:
            self._leave(threads)

    @property
    def _queue(self) -> FetchQueue:
        """The queue by the connection of the calling thread."""
        return self.archive().fetch_queue

    def _begin_due(self, threads: Executor, fetcher: ItemFetcher) -> None:
        queue = self._queue
        free = self.manners.parallel - len(self._under_way)
        if free <= 0 or queue.is_paused():
            return
        now = seconds_now()
        busy = {item.host for item in self._under_way.values()}
        resting = {name for name, host in self._hosts.items() if host.rest_until > now}
        due = queue.due(now, but=busy | resting, limit=free)
        if not due:
            return
        self.write(lambda: self._queue.begin([item.id for item in due]))
        for item in due:
            self._under_way[threads.submit(fetcher.fetched, item)] = item
        self._tell([item.id for item in due])

    def _is_worth_waiting(self) -> bool:
        queue = self._queue
        next_try = queue.next_try()
        if next_try is None or queue.is_paused():
            return False
        patience = self.manners.patience
        return patience is None or next_try - seconds_now() <= patience

    def _wait(self) -> None:
        if self._under_way:
            wait(self._under_way, timeout=_LOOK_AGAIN, return_when=FIRST_COMPLETED)
        else:
            now = seconds_now()
            rests = [host.rest_until - now for host in self._hosts.values()]
            time.sleep(min([_LOOK_AGAIN, *(rest for rest in rests if rest > 0)]))

    def _settle_finished(self) -> None:
        finished = [future for future in self._under_way if future.done()]
        if not finished:
            return
        fetched = [_outcome(future, self._under_way[future]) for future in finished]
        for each in fetched:
            self._note_host(each)
        self.write(lambda: self._settle_all(fetched))
        for future in finished:
            del self._under_way[future]
        self._tell([each.item.id for each in fetched])

    # What is noted of an item

    def _settle_all(self, fetched: Sequence[Fetched]) -> None:
        for each in fetched:
            self._settle(each)

    def _settle(self, fetched: Fetched) -> None:
        """Note one item's end in one transaction with the article that it brings."""
        item, queue = fetched.item, self._queue
        current = queue.get(item.id)
        if current is None or current.state is not QueueState.FETCHING:
            return  # the user cancelled it meanwhile
        if fetched.stopped:
            queue.put_back([item.id])
        elif fetched.clip is not None:
            try:
                self._keep(fetched)
            except AppError as failure:
                self._fail(item, failure)
        elif fetched.failure is not None:
            self._fail(item, fetched.failure)

    def _keep(self, fetched: Fetched) -> None:
        item, clip = fetched.item, fetched.clip
        assert clip is not None
        archive = self.archive()
        known = self.same_address(clip.raw.url or item.url)
        if known and is_without_text(archive, known[0]):
            self._keep_text(item, clip, known[0])
            return
        name = clip.clean.title or "an article"
        reason = " ".join(warning.message for warning in clip.clean.warnings[:1])
        with archive.act(f"Clipped “{name}”"):
            kept = keep_clip(archive, clip, tags=item.tags)
            state, told = QueueState.SAVED, ("", reason.partition(". ")[0], "")
            if kept.how == "known":
                state, told = QueueState.KNOWN, ("known", already_saved(kept.article_id), "")
            elif kept.how == "version":
                told = ("", f"Kept as a new version of article {kept.article_id}.", "")
            archive.fetch_queue.settle(item.id, state, told, kept.article_id)
        self._count(state)
        if state is QueueState.SAVED:
            self._ids.append(kept.article_id)

    def _keep_text(self, item: QueueItem, clip: PreparedClip, article_id: int) -> None:
        """Give an article that was known by its address its text; its highlights find it."""
        archive = self.archive()
        with archive.act(f"Fetched the text of “{clip.clean.title or 'an article'}”"):
            add_version(archive, article_id, clip)
            if item.tags:
                archive.tags.add([article_id], item.tags)
            archive.fetch_queue.settle(item.id, QueueState.SAVED, ("", "", ""), article_id)
        self._count(QueueState.SAVED)
        self._ids.append(article_id)

    def _fail(self, item: QueueItem, failure: AppError) -> None:
        kind = failure.kind if isinstance(failure, CaptureError) else "archive"
        told = (kind, failure.message, failure.next_step)
        attempts = item.attempts + 1
        if isinstance(failure, CaptureError) and failure.is_temporary:
            asked = failure.retry_after
            if asked is not None and asked > self.manners.most_retry_after:
                told = (kind, f"{failure.message} It asks to wait {asked // 86_400} days.", "")
            elif attempts < self.manners.attempts:
                until = seconds_now() + self.manners.pause_after(attempts, asked)
                host = item.host if asked is not None else None
                self._queue.postpone(item.id, told, until, host=host)
                return
            else:
                told = (kind, f"{failure.message} Tried {attempts} times.", failure.next_step)
        self._end(item, QueueState.FAILED, told)

    def _end(
        self,
        item: QueueItem,
        state: QueueState,
        told: tuple[str, str, str],
        article_id: int | None = None,
    ) -> None:
        self._queue.settle(item.id, state, told, article_id)
        self._count(state)

    def _count(self, state: QueueState) -> None:
        self._done[state] = self._done.get(state, 0) + 1

    def _note_host(self, fetched: Fetched) -> None:
        host = self._hosts.setdefault(fetched.item.host, _Host())
        failure = fetched.failure
        is_silent = isinstance(failure, CaptureError) and failure.kind in _NO_ANSWER
        host.silent = host.silent + 1 if is_silent else 0
        pause = max(self.manners.delay, fetched.delay)
        if host.silent >= _SILENT:
            pause = max(pause, self.manners.pause_after(host.silent - _SILENT + 1, None))
        host.rest_until = seconds_now() + pause

    # Around it

    def _cleaning(self) -> Executor:
        """The processes that clean, started for the first page and anew where one ended."""
        # Imported here: nothing is cleaned where nothing could be fetched.
        from desktop_app.services.clipping.cleaning_pool import cleaning_pool  # noqa: PLC0415

        with self._lock:
            if self._cleaners is None or getattr(self._cleaners, "_broken", False):
                self._cleaners = cleaning_pool(CLEANERS)
            return self._cleaners

    def _tell(self, ids: Sequence[int]) -> None:
        queue = self._queue
        self.told([item for item in map(queue.get, ids) if item is not None])

    def _leave(self, threads: ThreadPoolExecutor) -> None:
        """Let what is under way wait for the next run; its threads end by themselves."""
        self._left.set()
        left = [item.id for item in self._under_way.values()]
        self._under_way.clear()
        threads.shutdown(wait=False, cancel_futures=True)
        if self._cleaners is not None:
            self._cleaners.shutdown(wait=False, cancel_futures=True)
        # Where that can't be written any more, the next run's beginning does it.
        with suppress(AppError):
            self.write(lambda: self._queue.put_back(left))

    def _is_over(self) -> bool:
        return self._left.is_set() or self.cancelled()

    def _report(self) -> QueueReport:
        queue = self._queue
        counts = queue.counts()
        return QueueReport(
            saved=self._done.get(QueueState.SAVED, 0),
            known=self._done.get(QueueState.KNOWN, 0),
            failed=self._done.get(QueueState.FAILED, 0),
            waiting=counts[QueueState.WAITING] + len(self._under_way),
            next_try=queue.next_try(),
            article_ids=tuple(self._ids),
        )


def _outcome(future: Future[Fetched], item: QueueItem) -> Fetched:
    fault = future.exception()
    if fault is None:
        return future.result()
    # A fault of ours with one page must not keep the others from coming.
    _log.error("fetching %s failed unexpectedly", item.url, exc_info=fault)
    message = f"Something went wrong that shouldn't have ({type(fault).__name__})."
    return Fetched(item, failure=InputError(message, "The log tells more."))


def is_without_text(archive: Archive, article_id: int) -> bool:
    """Whether an article is known by its address alone, as after an import."""
    return any(row.words == 0 for row in archive.rows([article_id]))


def already_saved(article_id: int) -> str:
    """The sentence on an address that needn't be fetched."""
    return f"It is already saved, as article {article_id}."

"""Look at the feeds whose time has come: one at a time of each site, as the queue does it."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace

from desktop_app.core.counted import counted
from desktop_app.core.errors import AppError, CaptureError
from desktop_app.core.feeds import Feed, FeedCheck, ItemState, ReadFeed, ReadItem
from desktop_app.core.item_matching import ItemText, matches
from desktop_app.services.base.clock import now_utc
from desktop_app.services.feeds.look_at_feed import FeedLook, look_at_feed
from desktop_app.services.queue.manners import Manners
from desktop_app.services.queue.queueing import Queueing, host_of
from desktop_app.services.queue.schedule import next_look, slept
from desktop_app.store.archive import Archive

_log = logging.getLogger(__name__)
_Write = Callable[[Callable[[], object]], object]
_SLEEP = 0.1


@dataclass(frozen=True, slots=True)
class _Looked:
    feed: Feed
    look: FeedLook | None = None
    failure: AppError | None = None


@dataclass(frozen=True, slots=True)
class FeedRun:
    """One look at some feeds; each site's go one after another, several sites side by side.

    ``write`` runs a change of the archive where changes are made, and returns when it is done.
    """

    archive: Callable[[], Archive]
    queueing: Queueing
    manners: Manners
    write: _Write
    cancelled: Callable[[], bool]
    _left: threading.Event = field(default_factory=threading.Event)

    def run(self, feeds: Sequence[Feed]) -> Iterator[FeedCheck]:
        """Look at them; what came of each is kept before it is told."""
        by_host: dict[str, list[Feed]] = {}
        for feed in feeds:
            by_host.setdefault(host_of(feed.url), []).append(feed)
        if not by_host:
            return
        looked: queue.SimpleQueue[_Looked] = queue.SimpleQueue()
        delay_of = self.queueing.robots_manners(self._is_over)
        threads = ThreadPoolExecutor(self.manners.parallel, thread_name_prefix="feeds")
        try:
            for some in by_host.values():
                threads.submit(self._look_at_site, some, delay_of, looked)
            for _ in feeds:
                found = self._next(looked)
                if found is None:
                    return
                yield self._keep(found)
        finally:
            self._left.set()
            threads.shutdown(wait=False, cancel_futures=True)

    def _is_over(self) -> bool:
        return self._left.is_set() or self.cancelled()

    def _look_at_site(
        self,
        feeds: Sequence[Feed],
        delay_of: Callable[[str, str, bool], float],
        looked: queue.SimpleQueue[_Looked],
    ) -> None:
        pause = 0.0
        for feed in feeds:
            if not slept(pause, self._is_over):
                return
            pause = self.manners.delay
            try:
                asked = delay_of(feed.url, host_of(feed.url), feed.ignores_robots)
                pause = max(pause, asked)
                looked.put(_Looked(feed, self._look(feed)))
            except AppError as failure:
                looked.put(_Looked(feed, failure=failure))
            except Exception as fault:  # noqa: BLE001 - a fault with one must not cost the others
                _log.exception("looking at a feed failed: %s", feed.url)
                message = f"Something went wrong that shouldn't have ({type(fault).__name__})."
                looked.put(_Looked(feed, failure=AppError(message, "The log tells more.")))

    def _look(self, feed: Feed) -> FeedLook:
        return look_at_feed(
            feed.url,
            etag=feed.etag,
            last_modified=feed.last_modified,
            cancelled=self._is_over,
        )

    def _next(self, looked: queue.SimpleQueue[_Looked]) -> _Looked | None:
        while not self.cancelled():
            try:
                return looked.get(timeout=_SLEEP)
            except queue.Empty:
                continue
        return None

    def _keep(self, looked: _Looked) -> FeedCheck:
        kept: list[FeedCheck] = []
        self.write(lambda: kept.append(_keep(self.archive(), self.queueing, looked)))
        return kept[0]


def keep_look(
    archive: Archive, queueing: Queueing, feed: Feed, look: FeedLook, *, is_first: bool = False
) -> FeedCheck:
    """Keep what a look at a feed gave. What stands in it at first is never clipped unasked."""
    new: list[int] = []
    clipped = 0
    read = look.read
    if read is not None:
        archive.feeds.name(feed.id, read.title, read.site_url)
        feed = archive.feeds.get(feed.id)
        new = archive.feed_items.take(feed.id, read.items, _judge(archive, feed), now_utc())
        if feed.clips_itself and not is_first and new:
            clipped = clip_items(archive, queueing, new)
    moved = look.url if look.url != feed.url else ""
    looked = replace(
        feed,
        etag=look.etag,
        last_modified=look.last_modified,
        next_check=next_look(feed.every.seconds, 0),
        last_check=now_utc(),
        failures=0,
        problem="",
        moved_to=moved,
    )
    archive.feeds.note_check(looked)
    outcome = "new" if new else "same"
    message = _message(read, len(new), clipped)
    return FeedCheck(looked, outcome, message, len(new) - clipped, clipped)


def clip_items(archive: Archive, queueing: Queueing, ids: Sequence[int]) -> int:
    """Put new items' addresses into the queue, with their feeds' tags; gives how many."""
    feeds = {feed.id: feed for feed in archive.feeds.all()}
    wanted: dict[tuple[tuple[str, ...], bool], list[str]] = {}
    items = [item for item in archive.feed_items.get(ids) if item.state is ItemState.NEW]
    for item in items:
        feed = feeds[item.feed_id]
        wanted.setdefault((feed.tags, feed.ignores_robots), []).append(item.url)
    for (tags, ignores_robots), urls in wanted.items():
        queueing.add(urls, tags=tags, ignore_robots=ignores_robots)
    chosen = [item.id for item in items]
    return archive.feed_items.set_state(chosen, ItemState.CLIPPED, before=ItemState.NEW)


def passes(feed: Feed, item: ReadItem, moment: str) -> bool:
    """Whether a feed's filter lets an item through."""
    text = ItemText(
        item.title,
        item.summary,
        item.author,
        feed.name,
        item.url,
        feed.tags,
        item.published,
        moment,
    )
    return matches(feed.query, text)


def _judge(archive: Archive, feed: Feed) -> Callable[[ReadItem, str], ItemState]:
    moment = now_utc()

    def state_of(item: ReadItem, key: str) -> ItemState:
        if not passes(feed, item, moment):
            return ItemState.LEFT_OUT
        is_known = archive.feed_items.is_known_elsewhere(feed.id, key)
        if is_known or archive.articles.find_by_url(item.url):
            return ItemState.KNOWN
        return ItemState.NEW

    return state_of


def _keep(archive: Archive, queueing: Queueing, looked: _Looked) -> FeedCheck:
    if looked.look is not None:
        return keep_look(archive, queueing, looked.feed, looked.look)
    failure = looked.failure or AppError("The feed couldn't be read.")
    asked = failure.retry_after if isinstance(failure, CaptureError) else None
    feed = looked.feed
    failed = replace(
        feed,
        next_check=next_look(feed.every.seconds, feed.failures + 1, asked),
        last_check=now_utc(),
        failures=feed.failures + 1,
        problem=failure.message,
    )
    archive.feeds.note_check(failed)
    return FeedCheck(failed, "failed", failure.message)


def _message(read: ReadFeed | None, new: int, clipped: int) -> str:
    told = [f"{counted(new, 'new item')}." if new else "Nothing new."]
    if clipped:
        told.append(f"{clipped:,} of them went to the queue.")
    if read is not None and read.unusable:
        told.append(f"{counted(read.unusable, 'item has', 'items have')} no address on the web.")
    if read is not None and read.left:
        told.append(f"{counted(read.left, 'item', 'items')} beyond the first were left.")
    return " ".join(told)

"""Feeds as the window and the terminal see them: followed, looked at, decided on item by item."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.counted import counted
from desktop_app.core.errors import InputError
from desktop_app.core.feeds import Feed, FeedCheck, FeedItem, ItemState, OutlineFeed, ReadItem
from desktop_app.core.fetch_states import Interval
from desktop_app.services.base.clock import now_utc, seconds_now
from desktop_app.services.base.listeners import never
from desktop_app.services.queue.manners import Manners
from desktop_app.services.queue.queueing import Queueing, host_of
from desktop_app.store.archive import Archive

if TYPE_CHECKING:
    from desktop_app.services.feeds.look_at_feed import FeedLook

# ruff: noqa: PLC0415 - what fetches and reads feeds is imported when one is looked at


class Feeds:
    """The feeds of one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive], queueing: Queueing) -> None:
        self._archive = archive
        self._queueing = queueing

    # Reading

    def all(self) -> list[Feed]:
        """Every feed with how many new items it has, by its title."""
        return self._archive().feeds.all()

    def get(self, feed_id: int) -> Feed:
        """One feed; raises InputError where there is none."""
        return self._archive().feeds.get(feed_id)

    def items(
        self, state: ItemState = ItemState.NEW, feed_id: int | None = None, limit: int = -1
    ) -> list[FeedItem]:
        """Items in this state, of one feed or all, the newest first."""
        return self._archive().feed_items.in_state(state, feed_id, limit)

    def counts(self, feed_id: int | None = None) -> dict[ItemState, int]:
        """How many items are in each state, of one feed or all."""
        return self._archive().feed_items.counts(feed_id)

    def is_paused(self) -> bool:
        """Whether no feed is looked at for now."""
        return self._archive().feeds.is_paused()

    def is_due(self) -> bool:
        """Whether a feed's time has come."""
        return bool(self._archive().feeds.due(seconds_now()))

    # Following

    def look(
        self,
        address: str,
        *,
        ignore_robots: bool = False,
        cancelled: Callable[[], bool] = never,
    ) -> FeedLook:
        """What is at an address: a feed, or a page that names its feeds; nothing is kept.

        Raises CaptureError where it can't be had, or where there is no feed.
        """
        from desktop_app.capture.addresses import checked_address
        from desktop_app.services.feeds.look_at_feed import look_at_feed

        url = checked_address(_plain_scheme(address))
        self._queueing.robots_manners(cancelled)(url, host_of(url), ignore_robots)
        return look_at_feed(url, cancelled=cancelled, as_page=True)

    def follow(self, look: FeedLook, like: Feed | None = None) -> FeedCheck:
        """Follow the feed that was looked at, in the way of ``like``; what it has comes in.

        Raises InputError where it is followed already.
        """
        from desktop_app.services.feeds.check_feeds import keep_look

        archive = self._archive()
        wanted = checked(like or Feed(0, look.url))
        known = archive.feeds.find(look.url)
        if known is not None:
            raise InputError(f"“{known.name}” is followed already.", "See `cuttings feeds`.")
        read = look.read
        named = replace(
            wanted,
            url=look.url,
            title=wanted.title or (read.title if read else ""),
            site_url=read.site_url if read else "",
        )
        with archive.act(f"Followed the feed “{named.name}”"):
            feed = archive.feeds.get(archive.feeds.add(named))
        return keep_look(archive, self._queueing, feed, look, is_first=True)

    def change(self, feed: Feed) -> Feed:
        """Follow a feed in another way; another filter judges again what waits."""
        from desktop_app.services.feeds.check_feeds import passes

        archive = self._archive()
        feed, before, moment = checked(feed), archive.feeds.get(feed.id), now_utc()

        def state_of(item: ReadItem) -> ItemState:
            return ItemState.NEW if passes(feed, item, moment) else ItemState.LEFT_OUT

        with archive.act(f"Changed the feed “{feed.name}”"):
            archive.feeds.change(feed)
            if (feed.query, feed.tags) != (before.query, before.tags):
                archive.feed_items.sort_anew(feed.id, state_of)
        if feed.every is not before.every:
            archive.feeds.look_soon([feed.id])
        return archive.feeds.get(feed.id)

    def remove(self, ids: Sequence[int]) -> int:
        """Follow these no more; articles made of their items stay. Gives how many."""
        archive = self._archive()
        feeds = [archive.feeds.get(each) for each in ids]
        name = f"the feed “{feeds[0].name}”" if len(feeds) == 1 else counted(len(feeds), "feed")
        with archive.act(f"Removed {name}"):
            archive.feeds.remove(ids)
        return len(feeds)

    def set_paused(self, paused: bool) -> None:
        """Look at no feed any more, or go on."""
        self._archive().feeds.set_paused(paused)

    # Deciding

    def clip(self, ids: Sequence[int]) -> int:
        """Put items into the queue of addresses, which fetches them; gives how many."""
        from desktop_app.services.feeds.check_feeds import clip_items

        archive = self._archive()
        with archive.act(f"Queued {counted(len(ids), 'item of a feed', 'items of feeds')}"):
            return clip_items(archive, self._queueing, ids)

    def dismiss(self, ids: Sequence[int]) -> int:
        """Take new items out of the inbox for good; gives how many."""
        archive = self._archive()
        with archive.act(f"Dismissed {counted(len(ids), 'item of a feed', 'items of feeds')}"):
            return archive.feed_items.set_state(ids, ItemState.DISMISSED, before=ItemState.NEW)

    def bring_back(self, ids: Sequence[int]) -> int:
        """Put items into the inbox again, whatever became of them; gives how many."""
        archive, count = self._archive(), 0
        with archive.act(f"Brought {counted(len(ids), 'item')} back to the inbox"):
            for state in ItemState:
                if state is not ItemState.NEW:
                    count += archive.feed_items.set_state(ids, ItemState.NEW, before=state)
        return count

    # Looking

    def check(
        self,
        ids: Sequence[int] | None = None,
        *,
        manners: Manners | None = None,
        write: Callable[[Callable[[], object]], object] = lambda call: call(),
        cancelled: Callable[[], bool] = never,
    ) -> Iterator[FeedCheck]:
        """Look at these feeds now, or at those whose time has come, and tell what came of each.

        ``write`` runs a change where changes are made.
        """
        from desktop_app.services.feeds.check_feeds import FeedRun

        archive = self._archive()
        named = None if ids is None else [archive.feeds.get(each) for each in ids]
        feeds = archive.feeds.due(seconds_now()) if named is None else named
        run = FeedRun(self._archive, self._queueing, manners or Manners(), write, cancelled)
        yield from run.run(feeds)

    # Lists

    def opml(self) -> bytes:
        """All feeds as OPML, in folders by their tags."""
        from desktop_app.capture.feeds.opml import opml_of

        feeds = self.all()
        listed = [OutlineFeed(each.url, each.title, each.site_url, each.tags) for each in feeds]
        return opml_of(listed, now_utc())

    def write_opml(self, to: Path) -> None:
        """Write all feeds to a file; raises ExportError where it can't be written."""
        from desktop_app.export.base.write_file import write_file

        write_file(to, self.opml())

    def read_opml(self, path: Path) -> list[OutlineFeed]:
        """The feeds of an OPML file; InputError where it is none."""
        from desktop_app.capture.feeds.opml import read_opml

        return read_opml(path)

    def follow_all(self, listed: Sequence[OutlineFeed], every: Interval = Interval.HOURLY) -> int:
        """Follow the feeds of a list, to be looked at next; gives how many are new."""
        archive, new = self._archive(), 0
        with archive.act(f"Followed the feeds of a list ({len(listed):,})"):
            for each in listed:
                if archive.feeds.find(each.url) is None:
                    feed = Feed(0, each.url, each.title, each.site_url, every, tags=each.tags)
                    archive.feeds.add(checked(feed))
                    new += 1
        return new


def checked(feed: Feed) -> Feed:
    """The feed with tidy tags and filter; InputError for a filter that no item can be asked."""
    from desktop_app.core.item_matching import unanswerable
    from desktop_app.store.articles.tags import checked_path

    query = " ".join(feed.query.split())
    bad = unanswerable(query)
    if bad:
        raise InputError(
            f"A feed's items can't be asked for “{bad[0]}”, which only articles have.",
            "Filter by words, title:, person:, author:, url: or published:.",
        )
    tags = []
    for tag in feed.tags:
        with suppress(InputError):  # a folder of a list may be called anything
            tags.append(checked_path(tag))
    return replace(feed, query=query, tags=tuple(dict.fromkeys(tags)))


def _plain_scheme(address: str) -> str:
    """Addresses as feed readers register for them: ``feed://example.org/rss``."""
    for scheme in ("feed://", "feed:"):
        if address.strip().lower().startswith(scheme):
            rest = address.strip()[len(scheme) :]
            return rest if "://" in rest else f"https://{rest}"
    return address

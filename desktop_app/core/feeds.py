"""Feeds that outlets offer, the items that stand in them, and what is to become of those."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.core.fetch_queue import utc_text
from desktop_app.core.fetch_states import Interval


class ItemState(StrEnum):
    """What became of an item: only new ones wait in the inbox for the user's word.

    ``left-out`` are those that the feed's filter doesn't match, ``known`` those whose article is
    in the archive or that came by another feed.
    """

    NEW = "new"
    CLIPPED = "clipped"
    DISMISSED = "dismissed"
    LEFT_OUT = "left-out"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class ReadItem:
    """An item as its feed tells it, in plain words; ``published`` is ISO 8601 in UTC, or empty.

    ``guid`` is what the feed knows it by; empty where it isn't the item's alone.
    """

    url: str
    title: str = ""
    author: str = ""
    published: str = ""
    summary: str = ""
    guid: str = ""


@dataclass(frozen=True, slots=True)
class ReadFeed:
    """What a feed's document holds; ``unusable`` of its items have no address on the web."""

    title: str = ""
    site_url: str = ""
    items: tuple[ReadItem, ...] = ()
    unusable: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class OfferedFeed:
    """A feed that a page names; its title may be empty."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that the user follows, how it is followed, and what came of looking last.

    ``query`` filters its items, in the grammar of the search; empty for all. ``clips_itself``
    sends what passes to the queue unasked. ``next_check`` is in seconds since 1970, 0 for at once;
    ``problem`` the sentence on the last failure, empty where there was none; ``moved_to`` the
    address that answered in the feed's place.
    """

    id: int
    url: str
    title: str = ""
    site_url: str = ""
    every: Interval = Interval.HOURLY
    query: str = ""
    clips_itself: bool = False
    tags: tuple[str, ...] = ()
    ignores_robots: bool = False
    etag: str = ""
    last_modified: str = ""
    next_check: float = 0.0
    last_check: str | None = None
    failures: int = 0
    problem: str = ""
    moved_to: str = ""
    new: int = 0

    @property
    def name(self) -> str:
        """The title, or the address where it has none."""
        return self.title or self.url.partition("://")[2]


@dataclass(frozen=True, slots=True)
class FeedItem:
    """An item that a feed brought, and what became of it.

    ``added`` is when it was first seen. Of a clipped one, ``queue_state`` and ``reason`` tell how
    far the queue of addresses is with it, and ``article_id`` which article it became.
    """

    id: int
    feed_id: int
    feed: str
    url: str
    title: str
    author: str
    published: str
    summary: str
    added: str
    state: ItemState
    queue_state: str = ""
    reason: str = ""
    article_id: int | None = None


@dataclass(frozen=True, slots=True)
class FeedCheck:
    """What came of looking at one feed, for a person and for programs.

    ``outcome`` is ``new``, ``same`` or ``failed``; ``new`` counts what came into the inbox,
    ``clipped`` what went to the queue unasked.
    """

    feed: Feed
    outcome: str
    message: str
    new: int = 0
    clipped: int = 0


@dataclass(frozen=True, slots=True)
class OutlineFeed:
    """A feed of an OPML file; the names of the folders above it are its tag."""

    url: str
    title: str = ""
    site_url: str = ""
    tags: tuple[str, ...] = ()


def feed_to_json(feed: Feed) -> dict[str, object]:
    """A feed as the terminal prints it."""
    return {
        "id": feed.id,
        "url": feed.url,
        "title": feed.title or None,
        "site": feed.site_url or None,
        "every": str(feed.every),
        "query": feed.query or None,
        "clips_itself": feed.clips_itself,
        "tags": list(feed.tags),
        "ignores_robots": feed.ignores_robots,
        "new": feed.new,
        "last_check": feed.last_check,
        "next_check": utc_text(feed.next_check) if feed.next_check else None,
        "failures": feed.failures,
        "problem": feed.problem or None,
        "moved_to": feed.moved_to or None,
    }


def feed_item_to_json(item: FeedItem) -> dict[str, object]:
    """An item as the terminal prints it."""
    return {
        "id": item.id,
        "feed": item.feed_id,
        "feed_title": item.feed,
        "url": item.url,
        "title": item.title or None,
        "author": item.author or None,
        "published": item.published or None,
        "summary": item.summary or None,
        "added": item.added,
        "state": str(item.state),
        "queue": item.queue_state or None,
        "reason": item.reason or None,
        "article": item.article_id,
    }


def feed_check_to_json(check: FeedCheck) -> dict[str, object]:
    """What came of looking at a feed, as the terminal prints it."""
    return {
        **feed_to_json(check.feed),
        "outcome": check.outcome,
        "message": check.message,
        "came": check.new,
        "clipped": check.clipped,
    }

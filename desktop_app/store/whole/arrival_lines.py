"""Lines of what brings articles in: browsers, the queue of addresses, feeds, watched folders."""

from __future__ import annotations

from typing import ClassVar

from desktop_app.core.feeds import ItemState
from desktop_app.core.fetch_states import Interval, QueueState
from desktop_app.core.watched_folder import FileState
from desktop_app.store.whole.line import Count, Id, Line, Seconds, Time, Whole


class ReceivedClipLine(Line, tag="received_clip"):
    """What a browser sent; ``content`` is its message, compressed with zstd, until it is read."""

    table: ClassVar[str] = "received_clips"

    id: Id
    key: str
    received: Time
    state: str
    claimed: Time | None
    tries: Count
    content: bytes | None
    article_id: Id | None
    message: str | None


class QueuedAddressLine(Line, tag="queued_address"):
    """An address that waits to be fetched, or was."""

    table: ClassVar[str] = "fetch_queue"

    id: Id
    url: str
    host: str
    state: QueueState
    reason: str
    advice: str
    kind: str
    attempts: Count
    next_try: Seconds
    added: Time
    tags: list[str]
    ignores_robots: bool
    takes_anything: bool
    article_id: Id | None


class FetchHostLine(Line, tag="fetch_host"):
    """A site that is fetched from otherwise than others."""

    table: ClassVar[str] = "fetch_hosts"
    order: ClassVar[str] = "host"

    host: str
    ignores_robots: bool


class FetchPauseLine(Line, tag="fetch_pause"):
    """Whether the queue rests."""

    table: ClassVar[str] = "fetch_pause"
    order: ClassVar[str] = "paused"

    paused: bool


class WatchedPageLine(Line, tag="watched_page"):
    """An article whose page is fetched again."""

    table: ClassVar[str] = "watched_pages"
    order: ClassVar[str] = "article_id"

    article_id: Id
    every: Interval
    next_look: Seconds
    last_look: Time | None
    unchanged: Count
    failures: Count
    result: str


class FeedLine(Line, tag="feed"):
    """A feed that is followed."""

    table: ClassVar[str] = "feeds"

    id: Id
    url: str
    title: str
    site_url: str
    every: Interval
    query: str
    clips_itself: bool
    tags: list[str]
    ignores_robots: bool


class FeedCheckLine(Line, tag="feed_check"):
    """When a feed was looked at the last time, and what came."""

    table: ClassVar[str] = "feed_checks"
    order: ClassVar[str] = "feed_id"

    feed_id: Id
    etag: str
    last_modified: str
    next_check: Seconds
    last_check: Time | None
    failures: Count
    problem: str
    moved_to: str


class FeedItemLine(Line, tag="feed_item"):
    """An item that a feed brought, and what became of it."""

    table: ClassVar[str] = "feed_items"

    id: Id
    feed_id: Id
    key: str
    guid: str
    url: str
    title: str
    author: str
    published: str
    summary: str
    added: str
    sorted: str
    seen: str
    state: ItemState


class FeedPauseLine(Line, tag="feed_pause"):
    """Whether feeds rest."""

    table: ClassVar[str] = "feed_pause"
    order: ClassVar[str] = "paused"

    paused: bool


class WatchedFolderLine(Line, tag="watched_folder"):
    """A folder whose files are clipped."""

    table: ClassVar[str] = "watched_folders"

    id: Id
    path: str
    tags: list[str]
    problem: str


class FolderFileLine(Line, tag="folder_file"):
    """A file of such a folder, and what became of it; ``modified`` in nanoseconds since 1970."""

    table: ClassVar[str] = "folder_files"
    order: ClassVar[str] = "folder_id, name"

    folder_id: Id
    name: str
    size: Count
    modified: Whole
    state: FileState
    reason: str
    article_id: Id | None
    looked: str

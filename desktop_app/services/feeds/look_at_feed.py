"""One look at one feed: asked for politely, read; no archive is touched here."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import BrokenExecutor
from dataclasses import dataclass, replace

from desktop_app.core.errors import CaptureError
from desktop_app.core.feeds import OfferedFeed, ReadFeed

#: Larger documents are read by a process of their own: reading holds the interpreter's lock.
_LARGE = 2**20


@dataclass(frozen=True, slots=True)
class FeedLook:
    """What an address gave: ``read`` is None where nothing changed, or where it is no feed.

    ``offered`` are the feeds that a page names which is none itself.
    """

    url: str
    read: ReadFeed | None = None
    etag: str = ""
    last_modified: str = ""
    offered: tuple[OfferedFeed, ...] = ()


def look_at_feed(
    url: str,
    *,
    etag: str = "",
    last_modified: str = "",
    cancelled: Callable[[], bool],
    as_page: bool = False,
) -> FeedLook:
    """Ask for a feed and read it; ``as_page`` also looks for the feeds that a page names.

    Raises CaptureError where it can't be had, or where there is no feed.
    """
    # Imported here: the window's start doesn't wait for what fetches and reads feeds.
    from desktop_app.capture.feeds.fetch_feed import fetch_feed  # noqa: PLC0415
    from desktop_app.capture.feeds.offered_feeds import offered_feeds  # noqa: PLC0415

    answer = fetch_feed(url, etag=etag, last_modified=last_modified, cancelled=cancelled)
    look = FeedLook(answer.url, None, answer.etag, answer.last_modified)
    if answer.content is None:
        return look
    try:
        return replace(look, read=_read(answer.content, answer.url, answer.charset))
    except CaptureError:
        if not as_page:
            raise
        offered = offered_feeds(answer.content, url=answer.url, charset=answer.charset)
        if not offered:
            raise
        return replace(look, offered=tuple(offered))


def _read(content: bytes, url: str, charset: str | None) -> ReadFeed:
    from desktop_app.capture.feeds.read_feed import not_a_feed, read_feed  # noqa: PLC0415

    if len(content) <= _LARGE:
        return read_feed(content, url=url, charset=charset)
    from desktop_app.services.clipping.cleaning_pool import cleaning_pool  # noqa: PLC0415

    with cleaning_pool(1) as pool:
        try:
            return pool.submit(read_feed, content, url=url, charset=charset).result()
        except BrokenExecutor as fault:
            raise not_a_feed(url) from fault

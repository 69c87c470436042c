"""A feed fetched as its server likes it: asked whether it changed, answered once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from email.message import Message

from desktop_app.capture import fetch_failures as failures
from desktop_app.capture.content_coding import UnfoldsTooFarError, UnknownCodingError, decoded
from desktop_app.core.errors import CaptureError

#: The largest feed that is read, in bytes after decompression.
MAX_BYTES = 10 * 2**20
_SECONDS = 30.0
_ACCEPT = (
    "application/atom+xml,application/rss+xml,application/feed+json,application/rdf+xml;q=0.9,"
    "application/xml;q=0.8,text/xml;q=0.8,application/json;q=0.7,text/html;q=0.5,*/*;q=0.1"
)
#: What a header's value may be, sent back to whom it came from.
_VALUE = re.compile(r"[\x20-\x7e]{1,500}")


@dataclass(frozen=True, slots=True)
class FeedAnswer:
    """What a server sent: ``content`` is None where nothing changed since it was last asked.

    ``etag`` and ``last_modified`` are to be given the next time; ``url`` is the address that
    answered, which is another one after a redirect.
    """

    url: str
    content: bytes | None
    charset: str | None = None
    media_type: str = ""
    etag: str = ""
    last_modified: str = ""


def fetch_feed(
    url: str, *, etag: str = "", last_modified: str = "", cancelled: Callable[[], bool]
) -> FeedAnswer:
    """Ask for a feed, telling what is known of it. Raises CaptureError.

    A 304 that answers no question is a fault of the server's, told as such.
    """
    # Imported here since the HTTP client takes long to load and most starts fetch nothing.
    from desktop_app.capture.http_transfer import Limits, transfer  # noqa: PLC0415

    headers = {"Accept": _ACCEPT}
    if _VALUE.fullmatch(etag):
        headers["If-None-Match"] = etag
    if _VALUE.fullmatch(last_modified):
        headers["If-Modified-Since"] = last_modified
    limits = Limits(seconds=_SECONDS, size=MAX_BYTES)
    answer = transfer(url, limits, cancelled, headers=headers)
    kept = answer.header("etag") or "", answer.header("last-modified") or ""
    if answer.is_unchanged:
        return FeedAnswer(answer.url, None, "", "", kept[0] or etag, kept[1] or last_modified)
    try:
        content, _ = decoded(answer.body, answer.codings, limit=MAX_BYTES)
    except UnfoldsTooFarError as fault:
        raise failures.too_large(answer.url, MAX_BYTES) from fault
    except UnknownCodingError as fault:
        raise failures.unreadable_coding(answer.url, str(fault)) from fault
    if not content.strip():
        raise CaptureError("empty", f"{failures.host_of(url)} sent an empty feed.", "")
    told = Message()
    told["content-type"] = (answer.header("content-type") or "")[:500] or "text/xml"
    return FeedAnswer(
        answer.url, content, told.get_content_charset(), told.get_content_type(), *kept
    )

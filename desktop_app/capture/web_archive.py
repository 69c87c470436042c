"""Copies of pages in the Internet Archive's Wayback Machine: their addresses, and what it adds.

``https://web.archive.org/web/20230414093000/https://news.example/a`` shows the copy nearest to a
time; with ``id_`` behind the time the page comes as it was archived, without the archive's banner
and with its own links (https://archive.org/help/wayback_api.php speaks of the form). Pages that a
user fetched or saved with the banner lose it here, before they are cleaned.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from desktop_app.capture.addresses import checked_address
from desktop_app.core.article import RawCapture
from desktop_app.core.errors import CaptureError

HOST = "web.archive.org"
_PATH = re.compile(r"/web/(\d{4,14})(?:[a-z]{2}_)?/((?:https?:/{1,2})?[^/].*)", re.IGNORECASE)
_BANNER = (b"<!-- BEGIN WAYBACK TOOLBAR INSERT -->", b"<!-- END WAYBACK TOOLBAR INSERT -->")
_HEAD = (b'src="https://web-static.archive.org/', b"<!-- End Wayback Rewrite JS Include -->")
_REMARK = (b"FILE ARCHIVED ON ", b"-->")
_REWRITTEN = re.compile(
    rb"(?:(?:https?:)?//web\.archive\.org)?/web/\d{14}(?:[a-z]{2}_)?/(?=(?:https?:|mailto:)|//)"
)


@dataclass(frozen=True, slots=True)
class ArchivedAddress:
    """The page that an archive's address is the copy of, and when that was taken (UTC)."""

    url: str
    moment: str


def archived_page(url: str | None) -> ArchivedAddress | None:
    """What the address of a copy is a copy of; None for every other address."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    found = _PATH.fullmatch(parts.path)
    if host != HOST or found is None:
        return None
    query = f"?{parts.query}" if parts.query else ""
    inner = re.sub(r"^(https?):/+", r"\1://", found[2], flags=re.IGNORECASE)
    try:
        original = checked_address(inner if "://" in inner else f"http://{inner}")
        return ArchivedAddress(f"{original}{query}", _moment(found[1]))
    except (CaptureError, ValueError):
        return None


def plain_copy_address(url: str) -> str:
    """The address of an archive's copy at which it comes as it was archived."""
    return re.sub(r"(/web/\d{1,14})(?:[a-z]{2}_)?/", r"\1id_/", url, count=1)


def without_banner(raw: RawCapture) -> RawCapture:
    """A page from the archive as its outlet had it, under its own address and of its own time.

    Any other page is given back as it is.
    """
    copy = archived_page(raw.url)
    if copy is None:
        return raw
    content = _without(raw.content, *_HEAD, opening=b"<script")
    content = _without(content, *_BANNER)
    content = _without(content, *_REMARK, opening=b"<!--")
    content = _REWRITTEN.sub(b"", content)
    return replace(raw, content=content, url=copy.url, captured=copy.moment)


def _without(content: bytes, begin: bytes, end: bytes, *, opening: bytes = b"") -> bytes:
    """The page without what stands between two marks; ``opening`` is the tag round the first."""
    first = content.find(begin)
    last = content.find(end, first)
    if first < 0 or last < 0:
        return content
    if opening:
        first = max(content.rfind(opening, max(0, first - 300), first), 0) or first
    return content[:first] + content[last + len(end) :]


def _moment(digits: str) -> str:
    """The time that the digits tell, what isn't told being the earliest."""
    whole = digits + "00000101000000"[len(digits) :]
    moment = datetime.strptime(whole, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")

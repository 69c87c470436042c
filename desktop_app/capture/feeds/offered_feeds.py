"""The feeds that a page names in its head: ``<link rel="alternate" type="application/rss+xml">``.

After the RSS Advisory Board's “RSS Autodiscovery” and the HTML standard's “alternate”.
"""

from __future__ import annotations

from urllib.parse import urljoin

from desktop_app.capture.addresses import checked_address
from desktop_app.capture.feeds.read_feed import words
from desktop_app.capture.text_encoding import decode
from desktop_app.core.errors import CaptureError
from desktop_app.core.feeds import OfferedFeed

_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "application/json",
        "application/xml",
        "text/xml",
    }
)
_LONGEST, _MOST = 2 * 2**20, 50


def offered_feeds(content: bytes, *, url: str, charset: str | None = None) -> list[OfferedFeed]:
    """The feeds that the page at ``url`` names, in its order, each once."""
    from lxml import etree  # noqa: PLC0415 - slow to load, and most starts look at no page

    text = decode(content[:_LONGEST], header_charset=charset, media_type="text/html")[0]
    parser = etree.HTMLParser(encoding="utf-8", recover=True, no_network=True, huge_tree=False)
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        return []
    base = next((each.get("href") or "" for each in root.iter("base")), "")
    found: dict[str, OfferedFeed] = {}
    for link in root.iter("link"):
        rel = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        is_feed = "feed" in rel or ("alternate" in rel and kind in _TYPES)
        address = _address(link.get("href") or "", base, url) if is_feed else ""
        if address and "stylesheet" not in rel and len(found) < _MOST:
            found.setdefault(address, OfferedFeed(address, words(link.get("title"), 200)))
    return list(found.values())


def _address(href: str, base: str, url: str) -> str:
    try:
        return checked_address(urljoin(urljoin(url, base), href.strip()))
    except (CaptureError, ValueError):
        return ""

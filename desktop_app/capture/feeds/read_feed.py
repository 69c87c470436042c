"""From a feed's bytes to its items: RSS, Atom, RDF and JSON Feed, whatever their faults.

What comes from a feed is never markup here: titles and summaries are plain words of bounded
length, addresses are http or https. fastfeedparser does the reading (why: decisions/feeds.md).
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from html.entities import html5
from typing import Any
from urllib.parse import urljoin

from desktop_app.capture.addresses import checked_address
from desktop_app.capture.text_encoding import decode
from desktop_app.core.errors import CaptureError
from desktop_app.core.feeds import ReadFeed, ReadItem

#: So many items of one document are taken; the first ones are the newest.
MAX_ITEMS = 1_000
_MAX_TITLE, _MAX_SUMMARY, _MAX_NAME, _MAX_GUID = 300, 1_000, 120, 500
#: So much markup of one field is looked at.
_MAX_MARKUP = 20_000
#: Where a document's head ends; entities are declared before the first element.
_DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_DOCTYPE_WHOLE = re.compile(r"<!DOCTYPE[^>\[]*(\[.*?\]\s*)?>", re.IGNORECASE | re.DOTALL)
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30};)")
_BLOCK = re.compile(r"<(?=/?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|th|blockquote|figure)\b)", re.I)
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_HEAD = 4_096
#: libxml2 compares each attribute of an element with all before it; no feed has so many.
_ATTRIBUTE = r"""\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)"""
_CROWDED = re.compile(rf"<[\w:.-]+(?:{_ATTRIBUTE}){{500}}")


def read_feed(content: bytes, *, url: str, charset: str | None = None) -> ReadFeed:
    """The feed in ``content``, which came from ``url``; ``charset`` is what the server said.

    Raises CaptureError ``not-a-feed`` for anything else, and for XML that declares entities.
    """
    # Imported here, as it is slow to load and most starts read no feed.
    from fastfeedparser import parse  # noqa: PLC0415

    text = decode(content, header_charset=charset, media_type="text/xml")[0]
    if _CROWDED.search(text):
        raise not_a_feed(url)
    try:
        parsed = parse(_plainly_encoded(text), include_media=False, include_enclosures=False)
    except CaptureError:
        raise
    except Exception as fault:
        raise not_a_feed(url) from fault
    if not isinstance(parsed, Mapping):
        raise not_a_feed(url)
    head = parsed.get("feed") or {}
    entries = parsed.get("entries") or []
    site_url = _address(head.get("link"), url)
    items = [_item(entry, site_url or url) for entry in entries[:MAX_ITEMS]]
    usable = _once_each(item for item in items if item is not None)
    return ReadFeed(
        title=words(head.get("title"), _MAX_TITLE),
        site_url=site_url,
        items=_with_own_ids(usable),
        unusable=sum(item is None for item in items),
        left=max(len(entries) - MAX_ITEMS, 0),
    )


def not_a_feed(url: str) -> CaptureError:
    """The failure of an address behind which no feed is."""
    return CaptureError(
        "not-a-feed",
        f"There is no feed at {url[:200]}.",
        "Give the address of a feed, or of a page that names its feeds.",
    )


def words(value: object, longest: int) -> str:
    """A field as plain words in one line: markup, scripts and what turns text round are gone."""
    import nh3  # noqa: PLC0415 - as above

    if not isinstance(value, str):
        return ""
    marked = _BLOCK.sub(" <", value[:_MAX_MARKUP])
    if "<" in marked:
        marked = nh3.clean(marked, tags=set(), clean_content_tags={"script", "style"})
    plain = " ".join(_UNSEEN.sub(" ", html.unescape(marked)).split())
    return plain if len(plain) <= longest else f"{plain[: longest - 1].rstrip()}…"


def _plainly_encoded(text: str) -> bytes:
    """The document in UTF-8 without what only makes reading it fail or dangerous."""
    text = _DECLARATION.sub("", text.lstrip("\ufeff"))
    if text.lstrip()[:1] in ("{", "["):
        return text.encode("utf-8", "replace")
    root = re.search(r"<[A-Za-z]", text)
    head = text[: root.start()] if root else text[:_HEAD]
    if _ENTITY.search(head):
        raise CaptureError(
            "not-a-feed", "The feed declares entities, which no feed needs; it isn't read.", ""
        )
    # Of HTML's named characters XML knows five; a feed with another one would be read no further.
    body = _NAMED.sub(_character, _without_doctype(head) + text[len(head) :])
    return body.encode("utf-8", "replace")


def _without_doctype(head: str) -> str:
    # A document has one: to look for a second after each that doesn't end takes the square of time.
    begins = _DOCTYPE.search(head)
    found = _DOCTYPE_WHOLE.match(head, begins.start()) if begins else None
    return head[: found.start()] + head[found.end() :] if found else head


def _character(found: re.Match[str]) -> str:
    known = html5.get(found[1])
    return html.escape(known) if known else f"&amp;{found[1]}"


def _item(entry: Mapping[str, Any], base: str) -> ReadItem | None:
    """An entry as an item, None where it has no address."""
    url = next(filter(None, (_address(link, base) for link in _links(entry))), "")
    if not url:
        return None
    summary = entry.get("summary") or entry.get("description") or _content(entry)
    return ReadItem(
        url=url,
        title=words(entry.get("title"), _MAX_TITLE),
        author=words(entry.get("author"), _MAX_NAME),
        published=_moment(entry.get("published") or entry.get("updated")),
        summary=words(summary, _MAX_SUMMARY),
        guid=str(entry.get("id") or "")[:_MAX_GUID],
    )


def _links(entry: Mapping[str, Any]) -> list[object]:
    """Where the item may be read, the likeliest first; not its comments, nor its enclosures."""
    links = [each for each in entry.get("links") or [] if isinstance(each, Mapping)]
    own = [each.get("href") for each in links if each.get("rel") in (None, "", "alternate")]
    others = {each.get("href") for each in links} - set(own)
    told = entry.get("link")
    return [*own, *([] if told in others else [told]), entry.get("id")]


def _content(entry: Mapping[str, Any]) -> object:
    parts = entry.get("content") or []
    return parts[0].get("value") if parts and isinstance(parts[0], Mapping) else ""


def _address(value: object, base: str) -> str:
    """An address on the web, whole; empty for anything else, ``javascript:`` for one."""
    if not isinstance(value, str) or not value.strip():
        return ""
    try:
        return checked_address(urljoin(base, value.strip()))
    except (CaptureError, ValueError):
        return ""


def _moment(value: object) -> str:
    try:
        found = datetime.fromisoformat(str(value))
        in_utc = found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return ""
    return in_utc.strftime("%Y-%m-%dT%H:%M:%SZ") if 1900 < in_utc.year < 2200 else ""


def _once_each(items: Iterable[ReadItem]) -> list[ReadItem]:
    found: dict[str, ReadItem] = {}
    for item in items:
        found.setdefault(item.url, item)
    return list(found.values())


def _with_own_ids(items: list[ReadItem]) -> tuple[ReadItem, ...]:
    """Without the ids that several items share, by which none could be known again."""
    count = Counter(item.guid for item in items)
    return tuple(
        item if count[item.guid] == 1 else ReadItem(*_fields(item), guid="") for item in items
    )


def _fields(item: ReadItem) -> tuple[str, str, str, str, str]:
    return item.url, item.title, item.author, item.published, item.summary

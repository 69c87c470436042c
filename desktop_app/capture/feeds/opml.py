"""Lists of feeds as OPML 2.0, which every feed reader writes and reads: folders become tags."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from desktop_app.capture.addresses import checked_address
from desktop_app.capture.feeds.read_feed import words
from desktop_app.capture.importers.values import folder
from desktop_app.capture.untrusted_xml import DECLARES_ENTITY, untrusted_parser
from desktop_app.core.errors import CaptureError, InputError
from desktop_app.core.feeds import OutlineFeed
from desktop_app.core.held_files import require_not_held

#: The largest list that is read, in bytes, and how many feeds of it.
MAX_BYTES, MAX_FEEDS = 10 * 2**20, 5_000
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ADVICE = "Export the list of feeds from your feed reader as OPML."


def read_opml(path: Path) -> list[OutlineFeed]:
    """The feeds of an OPML file, each once; InputError where it is none or can't be read."""
    require_not_held(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as fault:
        raise InputError(f"“{path.name}” can't be read: {fault.strerror}.", _ADVICE) from fault
    if len(content) > MAX_BYTES:
        raise InputError(f"“{path.name}” has more than {MAX_BYTES // 2**20} MB.", _ADVICE)
    return outlined_feeds(content, path.name)


def outlined_feeds(content: bytes, name: str) -> list[OutlineFeed]:
    """The feeds of an OPML document; ``name`` is what it is called to the user.

    A feed in several folders gets a tag of each. Raises InputError for what is no OPML.
    """
    if DECLARES_ENTITY.search(content):
        raise InputError(f"“{name}” declares entities, which no list needs.", _ADVICE)
    parser = untrusted_parser(recover=True)
    root = etree.fromstring(content, parser) if content.strip() else None
    if root is None or etree.QName(root).localname.lower() != "opml":
        raise InputError(f"“{name}” is no OPML list of feeds.", _ADVICE)
    found: dict[str, OutlineFeed] = {}
    for outline in root.iter("outline"):
        feed = _feed(outline)
        if feed is None:
            continue
        known = found.get(feed.url, feed)
        tags = tuple(dict.fromkeys((*known.tags, *feed.tags)))
        found[feed.url] = OutlineFeed(known.url, known.title, known.site_url, tags)
        if len(found) > MAX_FEEDS:
            raise InputError(f"“{name}” lists more than {MAX_FEEDS:,} feeds.", "Split it.")
    return list(found.values())


def opml_of(feeds: Iterable[OutlineFeed], moment: str) -> bytes:
    """The feeds as an OPML document, in folders by their tags; ``moment`` is when it was made."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = "Feeds of Cuttings"
    etree.SubElement(head, "dateCreated").text = moment
    body = etree.SubElement(root, "body")
    folders: dict[tuple[str, ...], etree._Element] = {(): body}
    for feed in feeds:
        for tag in feed.tags or ("",):
            _write(_folder(folders, tuple(filter(None, tag.split("/")))), feed)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _feed(outline: etree._Element) -> OutlineFeed | None:
    """An outline as a feed; None for a folder, a comment or what has no address on the web."""
    told = {str(name).lower(): str(value) for name, value in outline.attrib.items()}
    url = _address(told.get("xmlurl") or told.get("url", ""))
    if not url or told.get("type", "rss").lower() == "link":
        return None
    path = [_name(each) for each in reversed(list(outline.iterancestors("outline")))]
    tag = folder(filter(None, path))
    title = words(told.get("title") or told.get("text"), 300)
    return OutlineFeed(url, title, _address(told.get("htmlurl", "")), (tag,) if tag else ())


def _name(outline: etree._Element) -> str:
    return str(outline.get("text") or outline.get("title") or "")


def _address(text: str) -> str:
    try:
        return checked_address(text) if text.strip() else ""
    except CaptureError:
        return ""


def _folder(
    folders: dict[tuple[str, ...], etree._Element], path: tuple[str, ...]
) -> etree._Element:
    if path not in folders:
        above = _folder(folders, path[:-1])
        name = _fit(path[-1])
        folders[path] = etree.SubElement(above, "outline", text=name, title=name)
    return folders[path]


def _write(above: etree._Element, feed: OutlineFeed) -> None:
    name = _fit(feed.title or feed.url)
    told = {"type": "rss", "text": name, "title": name, "xmlUrl": _fit(feed.url)}
    if feed.site_url:
        told["htmlUrl"] = _fit(feed.site_url)
    etree.SubElement(above, "outline", told)


def _fit(text: str) -> str:
    """The text without the characters that XML can't hold."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", text)

"""Images that travel with a page: told apart by content, and given an address of their own.

An image in a ``data:`` or ``cid:`` address is called ``cuttings-image:`` and the SHA-256 of its
bytes from here on, so that the page stays small and nothing is loaded from outside to show it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from urllib.parse import unquote

from desktop_app.capture.media_types import image_type
from desktop_app.capture.mhtml import decoded_base64
from desktop_app.capture.saved_page import web_address
from desktop_app.capture.web_bundle import BundledImage
from desktop_app.core.article import StoredImage

#: What the addresses of embedded images begin with; the SHA-256 of the bytes follows.
SCHEME = "cuttings-image:"

_MOST_IMAGES = 500
_MOST_BYTES_EACH = 20 * 2**20
_MOST_BYTES = 50 * 2**20
# Smaller ones stand in for an image that is yet to load, or count visits.
_LEAST_BYTES = 200
_SHOWN = frozenset(f"image/{kind}" for kind in ("png", "jpeg", "gif", "webp", "avif", "bmp"))

_EMBEDDED = re.compile(
    r"data:(?P<kind>[a-z]{1,20}/[A-Za-z0-9.+-]{1,60})(?:;[A-Za-z0-9=_-]{1,40}){0,3};base64,"
    r"(?P<data>[A-Za-z0-9+/=%]{64,})",
    re.IGNORECASE,
)
_CONTENT_ID = re.compile(r"cid:(?P<id>[^\s\"'<>)]{1,300})", re.IGNORECASE)


def address_of(content: bytes) -> str:
    """The address of an embedded image."""
    return SCHEME + hashlib.sha256(content).hexdigest()


def stored_image(content: bytes, address: str | None = None) -> StoredImage | None:
    """An image worth keeping, or None for what is none, too small or too large.

    SVG is none: it can hold scripts.
    """
    kind = image_type(content[:64]) if _LEAST_BYTES <= len(content) <= _MOST_BYTES_EACH else None
    if kind not in _SHOWN:
        return None
    return StoredImage(address or address_of(content), kind, content)


def images_of_bundle(images: Iterable[BundledImage]) -> list[StoredImage]:
    """The images beside a page, under their web address, or their own where it says ``cid:``."""
    found = []
    for image in images:
        addresses = [web_address(image.address)]
        if image.content_id is not None or addresses == [None]:
            addresses.append(address_of(image.content))
        for address in filter(None, addresses):
            if kept := stored_image(image.content, address):
                found.append(kept)
    return found


def embedded_in_text(html: str) -> list[StoredImage]:
    """The images in the page's own ``data:`` addresses."""
    found = []
    for match in _EMBEDDED.finditer(html):
        if (kept := stored_image(_data(match))) is not None:
            found.append(kept)
        if len(found) >= _MOST_IMAGES:
            break
    return found


def bounded(images: Iterable[StoredImage]) -> tuple[StoredImage, ...]:
    """Each address once, in order, so many and so large together at most."""
    kept: dict[str, StoredImage] = {}
    room = _MOST_BYTES
    for image in images:
        if image.url not in kept and len(image.content) <= room and len(kept) < _MOST_IMAGES:
            kept[image.url] = image
            room -= len(image.content)
    return tuple(kept.values())


def with_own_addresses(html: str, bundled: Iterable[BundledImage] = ()) -> str:
    """The page with every embedded image called by its own address.

    Fonts and other embedded data are emptied, placeholders stay as they are.
    """
    if "base64," in html:
        html = _EMBEDDED.sub(_renamed, html)
    known = {image.content_id: image.content for image in bundled if image.content_id}
    if known:
        html = _CONTENT_ID.sub(lambda match: _called(match, known), html)
    return html


def _renamed(match: re.Match[str]) -> str:
    content = _data(match)
    if stored_image(content) is not None:
        return address_of(content)
    return match[0] if len(content) < _LEAST_BYTES else "data:,"


def _called(match: re.Match[str], known: dict[str, bytes]) -> str:
    content = known.get(match["id"]) or known.get(unquote(match["id"]))
    return address_of(content) if content is not None else match[0]


def _data(match: re.Match[str]) -> bytes:
    data = match["data"]
    if "%" in data:
        data = unquote(data, errors="replace")
    return decoded_base64(data.encode("ascii", "replace"))

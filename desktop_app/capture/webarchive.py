"""Safari's webarchive: a property list with the page and what it loaded."""

from __future__ import annotations

import plistlib
from collections.abc import Mapping
from xml.parsers.expat import ExpatError

from desktop_app.capture.binary_plist import read_binary_plist
from desktop_app.capture.web_bundle import BundledImage, WebBundle

_MOST_RESOURCES = 3000
# A web archive in XML has a dozen elements for each thing that the page loaded.
_MOST_ELEMENTS = 300_000
# What plistlib's parser lets out on damaged XML; entities it refuses by itself.
_DAMAGE = (
    plistlib.InvalidFileException,
    ExpatError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    RecursionError,
)


def read_webarchive(content: bytes) -> WebBundle:
    """The page in a webarchive with its images; ``page`` is None where there is none.

    Never raises: what is damaged is left out.
    """
    try:
        archive = _property_list(content)
    except _DAMAGE:
        return WebBundle()
    if not isinstance(archive, dict):
        return WebBundle()
    main = _mapping(archive, "WebMainResource")
    page = _data(main)
    if page is None:
        return WebBundle(url=_text(main, "WebResourceURL"))
    return WebBundle(
        page=page,
        media_type=(_text(main, "WebResourceMIMEType") or "text/html").lower(),
        charset=_text(main, "WebResourceTextEncodingName"),
        url=_text(main, "WebResourceURL"),
        images=tuple(_images(archive)),
    )


def _property_list(content: bytes) -> object:
    if content.startswith(b"bplist00"):
        return read_binary_plist(content)
    if content.count(b"<") > _MOST_ELEMENTS:
        raise ValueError("more elements than any web archive has")
    found: object = plistlib.loads(content, fmt=plistlib.FMT_XML)
    return found


def _images(archive: Mapping[str, object]) -> list[BundledImage]:
    resources = archive.get("WebSubresources")
    found = []
    for resource in resources[:_MOST_RESOURCES] if isinstance(resources, list) else ():
        kind = _text(resource, "WebResourceMIMEType") or ""
        data = _data(resource)
        if kind.startswith("image/") and data is not None:
            found.append(BundledImage(data, address=_text(resource, "WebResourceURL")))
    return found


def _mapping(value: object, key: str) -> Mapping[str, object]:
    inner = value.get(key) if isinstance(value, dict) else None
    return inner if isinstance(inner, dict) else {}


def _text(value: object, key: str) -> str | None:
    inner = value.get(key) if isinstance(value, Mapping) else None
    return inner[:8000] if isinstance(inner, str) else None


def _data(value: object) -> bytes | None:
    inner = value.get("WebResourceData") if isinstance(value, Mapping) else None
    return inner if isinstance(inner, bytes) else None

"""The readable page inside what was captured, and the images that came with it.

The snapshot keeps the bytes as they came; everything here is worked out from it again whenever it
is needed, and nothing here raises: a container that can't be read gives an empty page with a
warning that says so.
"""

from __future__ import annotations

from dataclasses import replace

from desktop_app.capture import page_images
from desktop_app.capture.clipboard_html import is_from_clipboard, tidied
from desktop_app.capture.media_types import (
    DOCUMENTS,
    HTML,
    MHTML,
    PDF,
    PLAIN,
    TEXTUAL,
    WEBARCHIVE,
    XHTML,
)
from desktop_app.capture.mhtml import read_mhtml
from desktop_app.capture.pdf_text import pdf_text
from desktop_app.capture.saved_page import origin_of_html, web_address
from desktop_app.capture.text_encoding import decode
from desktop_app.capture.web_archive import without_banner
from desktop_app.capture.web_bundle import BundledImage, WebBundle
from desktop_app.capture.webarchive import read_webarchive
from desktop_app.core.article import CleaningWarning, RawCapture, StoredImage

_DAMAGED = CleaningWarning(
    "no-text",
    "No page could be read from this file, which may be damaged. It is kept as it came; "
    "open it in your browser and paste the text.",
)


def page_of(raw: RawCapture) -> RawCapture:
    """The page to clean: HTML or text, with the address and time that its container tells.

    ``captured`` becomes the time when the page was saved, where that is told.
    """
    if raw.media_type == PDF:
        text, warnings = pdf_text(raw.content)
        return replace(_as_text(raw, text, PLAIN), warnings=warnings)
    bundle = _bundle(raw)
    if bundle is not None:
        return _page_of_bundle(raw, bundle)
    if raw.media_type in (HTML, XHTML):
        return _page_of_html(raw)
    return raw


def embedded_images(raw: RawCapture) -> tuple[StoredImage, ...]:
    """The images that came with a page, each under the address that ``page_of`` calls it by."""
    bundle = _bundle(raw)
    images: list[StoredImage] = []
    if bundle is not None and bundle.page is not None:
        images += page_images.images_of_bundle(bundle.images)
        raw = _page_in(raw, bundle.page, bundle)
    if raw.media_type in (HTML, XHTML) and b"base64," in raw.content:
        images += page_images.embedded_in_text(_text(raw))
    return page_images.bounded(images)


def _bundle(raw: RawCapture) -> WebBundle | None:
    if raw.media_type == MHTML:
        return read_mhtml(raw.content)
    if raw.media_type == WEBARCHIVE:
        return read_webarchive(raw.content)
    if raw.media_type in DOCUMENTS:
        # Imported here: few clippings come from a word processor.
        from desktop_app.capture.documents.read_document import read_document  # noqa: PLC0415

        return read_document(raw.content, raw.media_type)
    return None


def _page_of_bundle(raw: RawCapture, bundle: WebBundle) -> RawCapture:
    if bundle.page is None or not bundle.page.strip():
        return replace(_as_text(raw, "", PLAIN), warnings=(_DAMAGED,))
    page = _page_in(raw, bundle.page, bundle)
    return _page_of_html(page, bundle.images) if page.media_type == HTML else page


def _page_in(raw: RawCapture, content: bytes, bundle: WebBundle) -> RawCapture:
    media_type = PLAIN if bundle.media_type in TEXTUAL - {HTML, XHTML} else HTML
    charset = decode(content, header_charset=bundle.charset, media_type=media_type)[1]
    return replace(
        raw,
        content=content,
        media_type=media_type,
        charset=charset,
        url=raw.url or web_address(bundle.url),
        captured=bundle.saved or raw.captured,
        warnings=(),
    )


def _page_of_html(raw: RawCapture, bundled: tuple[BundledImage, ...] = ()) -> RawCapture:
    raw = without_banner(raw)
    origin = origin_of_html(raw.content)
    page = replace(
        raw,
        media_type=HTML,
        url=raw.url or origin.url,
        captured=origin.saved or raw.captured,
        warnings=(),
    )
    pasted = is_from_clipboard(raw.content)
    if not pasted and not bundled and b"base64," not in raw.content:
        return page
    html = _text(raw)
    changed = page_images.with_own_addresses(tidied(html) if pasted else html, bundled)
    return page if changed == html else _as_text(page, changed, HTML)


def _text(raw: RawCapture) -> str:
    return raw.content.decode(raw.charset or "utf-8", errors="replace")


def _as_text(raw: RawCapture, text: str, media_type: str) -> RawCapture:
    content = text.encode("utf-8", errors="replace")
    return replace(raw, content=content, media_type=media_type, charset="utf-8")

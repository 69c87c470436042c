"""What a browser sends as a raw capture: a page as it was rendered, a part of it, or a text."""

from __future__ import annotations

import html as markup
from typing import Literal

from desktop_app.capture.addresses import checked_address
from desktop_app.capture.files import capture_from_bytes
from desktop_app.capture.media_types import HTML, PLAIN
from desktop_app.core.article import RawCapture
from desktop_app.core.errors import AppError, InputError


def browser_capture(
    kind: Literal["page", "selection", "text"],
    *,
    html: str,
    text: str,
    url: str,
    title: str,
    canonical_url: str | None,
    captured: str,
) -> RawCapture:
    """The capture; a selection gets a head with the page's title and address round it.

    Raises CaptureError for an address that is none, InputError for nothing at all.
    """
    address = checked_address(url)
    content = {"page": html, "selection": _page_of(html, title, canonical_url), "text": text}[kind]
    if not (text if kind == "text" else html).strip():
        raise InputError("The browser sent nothing to clip.", "Send the page again.")
    encoded = content.encode("utf-8", errors="replace")
    # Checks the size; what it is, is known.
    found = capture_from_bytes(encoded, name=title or address, captured=captured, url=address)
    return RawCapture(
        content=found.content,
        media_type=PLAIN if kind == "text" else HTML,
        captured=captured,
        url=address,
        charset="utf-8",
        name=found.name,
    )


def _page_of(selection: str, title: str, canonical_url: str | None) -> str:
    head = f"<meta charset=utf-8><title>{markup.escape(title)}</title>"
    if canonical_url:
        try:
            checked = checked_address(canonical_url)
        except AppError:
            checked = ""
        if checked:
            head += f'<link rel="canonical" href="{markup.escape(checked)}">'
    return f"<!doctype html><html><head>{head}</head><body>{selection}</body></html>"

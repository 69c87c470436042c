"""The page as it is shown, read by the browser extension's own script: one source for both."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Literal
from uuid import uuid4

import msgspec

from desktop_app.capture.addresses import MAX_ADDRESS_LENGTH
from desktop_app.capture.endpoint.messages import Clip
from desktop_app.core.errors import AppError
from desktop_app.core.resource_path import resource_path
from desktop_app.services.browsing.messages import MAX_PAGE_BYTES, Clipped

Wish = Literal["auto", "page", "selection"]
_MAX_TITLE = 2000


def capture_script(wish: Wish) -> str:
    """A script that gives the page as JSON, as ``page_from`` reads it.

    The whole page, what is selected in it, or of the two what the user more likely means. A page
    that is too large gives only its length.
    """
    return f"""(() => {{
{_source()}
const page = capturePage({json.dumps(wish)});
return JSON.stringify(page.html.length > {MAX_PAGE_BYTES} ? {{...page, html: ""}} : page);
}})()"""


def page_from(text: str) -> Clipped:
    """What the script gave, as a message. Raises AppError for a page that can't be clipped."""
    page = json.loads(text)
    media_type = str(page.get("content_type"))
    if not (media_type.startswith("text/") or media_type.endswith("+xml")):
        raise AppError(
            f"What is shown is no page but a file ({media_type}).",
            "Save it with your browser and clip the file.",
        )
    if not page["html"] or len(page["html"].encode("utf-8", "replace")) > MAX_PAGE_BYTES:
        raise AppError(
            f"This page has more than {MAX_PAGE_BYTES / 2**20:.0f} MB.",
            "Select the part that you need, and clip that.",
        )
    try:
        return Clipped(msgspec.convert(_fields(page), Clip))
    except msgspec.ValidationError as fault:
        raise AppError("Only pages of the web can be clipped.", "Open one first.") from fault


def _fields(page: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": str(uuid4()),
        "kind": page["kind"],
        "url": _characters(page["url"]),
        "captured": page["captured"],
        "title": _characters(page["title"][:_MAX_TITLE]),
        "canonical_url": _short(page["canonical_url"]),
        "referrer": _short(page["referrer"]),
        "html": _characters(page["html"]),
    }


def _short(address: str | None) -> str | None:
    return _characters(address) if address and len(address) <= MAX_ADDRESS_LENGTH else None


def _characters(text: str) -> str:
    """The text without lone surrogates, which JavaScript's strings may hold and no message can."""
    return text.encode("utf-8", "replace").decode("utf-8")


@cache
def _source() -> str:
    """The script as it is where there are no modules."""
    path = resource_path("browser_extension", "page_capture.js")
    return path.read_text(encoding="utf-8").replace("export function", "function")

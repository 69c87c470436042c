"""What the clipboard or a drop holds, made ready to be clipped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_app.capture.clipboard import (
    AddressToFetch,
    ClipboardContent,
    FileToRead,
    captures_from_clipboard,
)
from desktop_app.core.article import RawCapture
from desktop_app.services.base.clock import now_utc


def read_clipboard(
    html: str | None = None, text: str | None = None, urls: Sequence[str] = ()
) -> list[RawCapture | str | Path]:
    """Pages to clean, addresses (str) to fetch and files (Path) to read, in their order.

    Raises InputError with a friendly line where there is nothing to clip.
    """
    content = ClipboardContent.from_flavours(html=html, text=text, urls=tuple(urls))
    found: list[RawCapture | str | Path] = []
    for item in captures_from_clipboard(content, captured=now_utc()):
        match item:
            case AddressToFetch(url):
                found.append(url)
            case FileToRead(path):
                found.append(path)
            case _:
                found.append(item)
    return found

"""What the clipboard or a drop holds: pages to clean, addresses to fetch, files to read.

It takes the flavours as plain strings, so that nothing here knows of a window system.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from desktop_app.capture.addresses import checked_address, is_address
from desktop_app.capture.clipboard_html import source_address, visible_text
from desktop_app.capture.media_types import HTML, PLAIN, SUFFIXES
from desktop_app.core.article import RawCapture
from desktop_app.core.errors import AppError, InputError

#: The largest flavour that is taken, in characters.
MAX_CHARACTERS = 50 * 2**20
#: How many addresses or files one paste may name.
MAX_ITEMS = 1000

_NAME = "clipboard"
_COMPARED = 200_000
_LETTER = re.compile(r"[^\W_]")
_ADVICE = "Copy an article, its address or a file first, then paste again."


@dataclass(frozen=True, slots=True)
class AddressToFetch:
    """A web address on the clipboard."""

    url: str


@dataclass(frozen=True, slots=True)
class FileToRead:
    """A file on the clipboard or dropped."""

    path: Path


@dataclass(frozen=True, slots=True)
class ClipboardContent:
    """The flavours that matter: HTML, plain text, and addresses of pages or files."""

    html: str = ""
    text: str = ""
    urls: tuple[str, ...] = ()

    @classmethod
    def from_flavours(
        cls, *, html: str | None = None, text: str | None = None, urls: Sequence[str] = ()
    ) -> ClipboardContent:
        """The content as a window system gives it: missing flavours are None or empty."""
        return cls(_without_nul(html), _without_nul(text), tuple(urls))


def captures_from_clipboard(
    content: ClipboardContent, *, captured: str
) -> list[RawCapture | AddressToFetch | FileToRead]:
    """What there is to clip, in order; HTML is preferred and the plain text kept beside it.

    Addresses are fetched rather than clipped as text where there is nothing but addresses. Raises
    InputError with a friendly line where there is nothing to clip.
    """
    if max(len(content.html), len(content.text)) > MAX_CHARACTERS:
        raise InputError(
            f"The clipboard holds more than {MAX_CHARACTERS // 2**20} MB.",
            "Copy only the part you need, or save the page and clip the file.",
        )
    named = _named_things(content)
    if named:
        return list(named)
    page = _page(content, captured)
    if page is None:
        raise InputError(_nothing(content), _ADVICE)
    return [page]


def _named_things(content: ClipboardContent) -> list[AddressToFetch | FileToRead]:
    """Addresses and files, where the clipboard names such and holds no text of its own."""
    flavour = [thing for url in content.urls[:MAX_ITEMS] if (thing := _thing(url)) is not None]
    if flavour:
        return _unique(flavour)
    lines = [line for line in content.text[: MAX_ITEMS * 8000].splitlines() if line.strip()]
    if not lines or len(lines) > MAX_ITEMS:
        return []
    things = [_thing(line) for line in lines]
    found = [thing for thing in things if thing is not None]
    return _unique(found) if len(found) == len(things) else []


def _unique(things: list[AddressToFetch | FileToRead]) -> list[AddressToFetch | FileToRead]:
    return list(dict.fromkeys(things))


def _thing(line: str) -> AddressToFetch | FileToRead | None:
    line = line.strip()
    if is_address(line):
        try:
            return AddressToFetch(checked_address(line))
        except AppError:
            return None
    path = _path(line)
    return FileToRead(path) if path is not None else None


def _path(line: str) -> Path | None:
    """A file URL's path, or an absolute path that is a file of a kind we read."""
    if len(line) > 4096:
        return None
    if line.lower().startswith("file:"):
        return _path_of_file_url(line)
    path = Path(line.strip("\"'"))
    try:
        readable = path.is_absolute() and path.suffix.lower() in SUFFIXES and path.is_file()
    except (OSError, ValueError):
        return None
    return path if readable else None


def _path_of_file_url(line: str) -> Path | None:
    try:
        path = unquote(urlsplit(line).path)
    except ValueError:
        return None
    # Windows writes a slash before the drive: file:///C:/page.html
    return Path(path.removeprefix("/") if os.name == "nt" else path) if path else None


def _page(content: ClipboardContent, captured: str) -> RawCapture | None:
    text = _capture(content.text, PLAIN, captured) if _LETTER.search(content.text) else None
    if not _worth_more(visible_text(content.html), content.text):
        return text
    return _capture(content.html, HTML, captured, url=source_address(content.html), companion=text)


def _worth_more(html_text: str, text: str) -> bool:
    """Whether the HTML has words, and not far fewer than the plain text beside it."""
    words = len(html_text[:_COMPARED].split())
    return _LETTER.search(html_text) is not None and words * 2 >= len(text[:_COMPARED].split())


def _capture(
    text: str,
    media_type: str,
    captured: str,
    *,
    url: str | None = None,
    companion: RawCapture | None = None,
) -> RawCapture:
    return RawCapture(
        content=text.encode("utf-8", errors="replace"),
        media_type=media_type,
        captured=captured,
        url=url,
        charset="utf-8",
        companion=companion,
        name=_NAME,
    )


def _without_nul(flavour: str | None) -> str:
    # Some programs count the closing NUL of C's strings to the text.
    return (flavour or "").replace("\x00", "")


def _nothing(content: ClipboardContent) -> str:
    if "<img" in content.html.lower():
        return "There’s only an image on the clipboard, and no text to clip."
    return "There’s nothing to clip on the clipboard: it holds no text, no page and no address."

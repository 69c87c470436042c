"""From what Qt's clipboard or a drop carries to items that can be clipped; no widgets here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QMimeData

from desktop_app.core.errors import InputError

if TYPE_CHECKING:
    from desktop_app.core.article import RawCapture

ClipItem: TypeAlias = "RawCapture | str | Path"

#: The longest clipboard text that is looked at, in characters.
MAX_CLIPBOARD_CHARACTERS = 20_000_000
#: Endings of files that hold many articles of another program; a page is never called so.
EXPORT_SUFFIXES = frozenset({".zip", ".csv", ".tsv", ".json", ".jsonl", ".gz", ".tgz", ".tar"})
#: The most files or addresses taken from one drop.
MAX_DROPPED_ITEMS = 2_000


def items_from_mime(mime: QMimeData | None) -> list[ClipItem]:
    """Pages, addresses and files in their order.

    Raises InputError, with a friendly line, where there is nothing to clip or far too much.
    """
    if mime is None or not mime.formats():
        raise InputError(
            "There is nothing on the clipboard to clip.",
            "Copy an article's page or text, or its address, and paste again.",
        )
    html = mime.html() if mime.hasHtml() else None
    text = mime.text() if mime.hasText() else None
    urls = _addresses(mime)
    if html is None and not text and not urls and mime.hasImage():
        raise InputError(
            "The clipboard holds a picture, not an article.",
            "Copy the article's text, or the page's address, and paste again.",
        )
    for flavour in (html, text):
        if flavour is not None and len(flavour) > MAX_CLIPBOARD_CHARACTERS:
            raise InputError(
                "The clipboard holds more than an article could be.",
                "Copy one article, or save the page as a file and drop it here.",
            )
    # Imported here: the window's start doesn't wait for what reads pages.
    from desktop_app.services.clipping.paste import read_clipboard  # noqa: PLC0415

    return read_clipboard(html=html, text=text, urls=urls)


def carries_something(mime: QMimeData | None) -> bool:
    """Whether a drop of this data is worth accepting; cheap enough for every drag move."""
    return mime is not None and (mime.hasUrls() or mime.hasHtml() or mime.hasText())


def dropped_export(mime: QMimeData | None) -> Path | None:
    """The one file dropped, where its name is that of an export of many articles."""
    path = dropped_file(mime)
    return path if path is not None and path.suffix.lower() in EXPORT_SUFFIXES else None


def dropped_file(mime: QMimeData | None) -> Path | None:
    """The file or folder dropped, where it is one alone."""
    urls = mime.urls() if mime is not None and mime.hasUrls() else []
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())


def address_on_clipboard(mime: QMimeData | None) -> str:
    """The web address on the clipboard, empty where there is none."""
    if mime is None or not mime.hasText():
        return ""
    text = mime.text()[:4_096].strip()
    is_address = text.lower().startswith(("http://", "https://")) and len(text.split()) == 1
    return text if is_address else ""


def _addresses(mime: QMimeData) -> list[str]:
    if not mime.hasUrls():
        return []
    urls = mime.urls()
    if len(urls) > MAX_DROPPED_ITEMS:
        raise InputError(
            f"That is {len(urls):,} files at once; at most {MAX_DROPPED_ITEMS:,} are taken.",
            "Drop fewer, or use “cuttings clip” in a terminal.",
        )
    return [url.toString() for url in urls]

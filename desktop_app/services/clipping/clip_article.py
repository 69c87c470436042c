"""Clip an article: from an address, a file or standard input into the archive."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from desktop_app.core.article import CleanArticle, Provenance, RawCapture
from desktop_app.core.errors import InputError
from desktop_app.services.base.clock import now_utc
from desktop_app.services.base.field_values import FieldValue, checked_changes
from desktop_app.services.base.listeners import never
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.store.archive import Archive

#: The largest paste or piped page, in bytes.
MAX_STDIN_BYTES = 50 * 2**20
_ADDRESS = re.compile(
    r"[a-z][a-z0-9+.-]*://|www\.|(?:javascript|data|mailto|about|file):", re.IGNORECASE
)


def capture_source(
    source: str | Path,
    *,
    url: str | None = None,
    captured: str | None = None,
    cancelled: Callable[[], bool] = never,
) -> RawCapture:
    """The raw bytes behind an address, a path, or ``-`` for standard input.

    ``url`` is the address of what is in a file or comes through the pipe. Raises CaptureError for
    an address and InputError for a file that can't be had.
    """
    # Imported here: the window's start doesn't wait for what fetches and reads.
    from desktop_app.capture.addresses import checked_address  # noqa: PLC0415
    from desktop_app.capture.files import read_file  # noqa: PLC0415
    from desktop_app.capture.page_chain import fetch_article  # noqa: PLC0415

    moment = captured or now_utc()
    url = checked_address(url) if url else None
    if isinstance(source, Path):
        return read_file(source, captured=moment, url=url)
    if not source.strip():
        raise InputError("The source is empty.", "Give an address, a file, or - for a pipe.")
    if source == "-":
        return _from_standard_input(moment, url)
    if _ADDRESS.match(source):
        return fetch_article(source, captured=moment, cancelled=cancelled)
    return read_file(Path(source), captured=moment, url=url)


def store_clip(
    archive: Archive,
    prepared: PreparedClip,
    *,
    tags: Iterable[str] = (),
    note: str = "",
    changes: Mapping[str, FieldValue] = MappingProxyType({}),
    as_new: bool = False,
) -> int:
    """Keep a clip for good, with the user's corrections; gives its id.

    The very bytes that are already there under the same address aren't kept twice: the article
    that has them gets the new tags, and its id is given; ``as_new`` makes an article of its own.
    """
    earlier = already_stored(archive, prepared.raw)
    if earlier is not None and not (changes or note or as_new):
        if tuple(tags):
            archive.tags.add([earlier], tuple(tags))
        return earlier
    clean = _with_changes(prepared.clean, changes)
    with archive.act(f"Clipped “{clean.title or prepared.raw.name or 'an article'}”"):
        return archive.articles.add(
            prepared.raw,
            clean,
            tags=tuple(tags),
            note=note,
            images=[image for image in prepared.images if image.url in clean.markdown],
        )


def already_stored(archive: Archive, raw: RawCapture) -> int | None:
    """The article that holds these very bytes under this address, if one does."""
    for article_id in archive.articles.find_by_sha256(raw.sha256):
        article = archive.articles.get(article_id)
        snapshot = article.snapshot
        if snapshot is not None and snapshot.url == raw.url and not article.deleted:
            return article_id
    return None


def _with_changes(clean: CleanArticle, changes: Mapping[str, FieldValue]) -> CleanArticle:
    if not changes:
        return clean
    checked = checked_changes(changes)
    provenance = {**clean.provenance, **{name: Provenance("user", 1.0) for name in checked}}
    return replace(clean, provenance=MappingProxyType(provenance), **checked)  # type: ignore[arg-type]


def _from_standard_input(moment: str, url: str | None) -> RawCapture:
    from desktop_app.capture.files import capture_from_bytes  # noqa: PLC0415 - see above

    content = sys.stdin.buffer.read(MAX_STDIN_BYTES + 1)
    if len(content) > MAX_STDIN_BYTES:
        raise InputError(
            f"Standard input holds more than {MAX_STDIN_BYTES // 2**20} MB.",
            "Clip the page as a file, or only the part you need.",
        )
    if not content.strip():
        raise InputError("Standard input is empty.", "Pipe a page or a text into the command.")
    return capture_from_bytes(content, name="standard input", captured=moment, url=url)

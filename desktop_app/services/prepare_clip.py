"""From raw bytes to a cleaned and analysed article, ready to be looked at or stored.

Pure apart from logging, and slow: never called on the window's thread.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from desktop_app.capture.unpack import embedded_images, page_of
from desktop_app.core.article import CleanArticle, CleaningWarning, RawCapture, StoredImage

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PreparedClip:
    """A capture with its readable page, its images, and what cleaning and analysis made of it."""

    raw: RawCapture
    page: RawCapture
    clean: CleanArticle
    images: tuple[StoredImage, ...] = ()


def prepare_clip(raw: RawCapture) -> PreparedClip:
    """Unpack, clean and analyse; a page that defeats the cleaner still gives a clip."""
    page = page_of(raw)
    # A saved page was read on the day it was saved, which is what “today” in it means.
    today = page.captured[:10] or None
    try:
        # Imported when the first page comes: the window's start can't spare the second it takes.
        from desktop_app.services import clean_and_analyse  # noqa: PLC0415

        clean = clean_and_analyse.clean_and_analyse(page, today)
    except Exception:  # noqa: BLE001 - a fault in cleaning must never cost the user the page
        _log.exception("cleaning failed for %s", raw.name or raw.url)
        clean = _uncleaned(raw)
    warnings = (*raw.warnings, *page.warnings, *clean.warnings)
    clean = replace(clean, warnings=tuple(dict.fromkeys(warnings)))
    return PreparedClip(raw, page, clean, embedded_images(raw))


def with_markdown(article: CleanArticle, markdown: str) -> CleanArticle:
    """The article with another body: text, people and events are worked out again."""
    from desktop_app.services import clean_and_analyse  # noqa: PLC0415 - as above

    return clean_and_analyse.with_markdown(article, markdown)


def reprepare_clip(prepared: PreparedClip, markdown: str) -> PreparedClip:
    """The clip after its body was edited before saving."""
    return replace(prepared, clean=with_markdown(prepared.clean, markdown))


def _uncleaned(raw: RawCapture) -> CleanArticle:
    message = (
        "This page couldn't be cleaned. It is kept as it came; "
        "paste its text from the browser, or clean it again with a later version."
    )
    return CleanArticle(
        markdown="",
        text="",
        title=raw.name or None,
        url=raw.url,
        warnings=(CleaningWarning("cleaning-failed", message),),
    )

"""From raw bytes to a cleaned and analysed article: unpack, clean, analyse.

The libraries behind it take a good second to import. That is why nothing imports this module but
the doors in ``prepare_clip``, and those only when they are passed.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from types import MappingProxyType

from desktop_app.analysis.analyse import analyse
from desktop_app.capture.text_encoding import decode
from desktop_app.capture.unpack import embedded_images, page_of
from desktop_app.capture.web_archive import archived_page
from desktop_app.cleaning.clean_capture import clean_capture
from desktop_app.cleaning.correction_notices import correction_notices
from desktop_app.cleaning.join_pages import join_pages
from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.cleaning.restore_block import restore_block
from desktop_app.core.article import CleanArticle, CleaningWarning, Provenance, RawCapture
from desktop_app.services.clipping.prepared_clip import PreparedClip

_log = logging.getLogger(__name__)


def prepare(raw: RawCapture) -> PreparedClip:
    """Unpack, clean and analyse; a page that defeats the cleaner still gives a clip."""
    page = page_of(raw)
    # A saved page was read on the day it was saved, which is what “today” in it means.
    today = page.captured[:10] or None
    try:
        clean = analyse(_clean(page, today))
    except Exception:  # noqa: BLE001 - a fault in cleaning must never cost the user the page
        _log.exception("cleaning failed for %s", raw.name or raw.url)
        clean = _uncleaned(raw)
    if archived_page(raw.url) is not None and clean.url is not None:
        origin = {**clean.provenance, "url": Provenance("web-archive", 1.0)}
        clean = replace(clean, provenance=MappingProxyType(origin))
    corrections = correction_notices(clean)
    warnings = (*raw.warnings, *page.warnings, *clean.warnings, *corrections)
    clean = replace(clean, warnings=tuple(dict.fromkeys(warnings)))
    return PreparedClip(raw, page, clean, embedded_images(raw))


def _clean(page: RawCapture, today: str | None) -> CleanArticle:
    pages = (page, *map(page_of, page.further))
    cleaned = [clean_capture(each, today=today) for each in pages]
    return join_pages(cleaned) if page.further else cleaned[0]


def with_markdown(article: CleanArticle, markdown: str) -> CleanArticle:
    """The article with another body: text, people and events are worked out again."""
    text = plain_text(markdown)
    return analyse(replace(article, markdown=markdown, text=text, people=(), events=()))


def with_block_restored(article: CleanArticle, index: int) -> CleanArticle:
    """The article with a removed block back in its place, and no longer among the removed."""
    removed = article.removed
    restored = with_markdown(article, restore_block(article.markdown, removed[index]))
    return replace(restored, removed=removed[:index] + removed[index + 1 :])


def source_text(raw: RawCapture) -> str:
    """The readable page inside a capture as source text, for a person to look at."""
    page = page_of(raw)
    return decode(page.content, header_charset=page.charset, media_type=page.media_type)[0]


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

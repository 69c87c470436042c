"""An imported article made ready to be stored: its capture, its text and its fields.

A body that another program kept is somebody's cleaned text already: it is turned into Markdown
whole. A page that came as a snapshot is cleaned as any other.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from types import MappingProxyType
from typing import Any

import yaml

from desktop_app.capture.importers.values import tags
from desktop_app.core.article import (
    CleanArticle,
    CleaningWarning,
    Provenance,
    RawCapture,
    StoredImage,
)
from desktop_app.core.highlight import MOST_NOTED, MOST_QUOTED, NewHighlight
from desktop_app.core.imported import RECORD_TYPE, ImportedArticle, ImportedList
from desktop_app.core.quote_search import SearchedText
from desktop_app.core.text_quote import TextQuote
from desktop_app.services.clipping.prepare_clip import prepare_clip, with_markdown
from desktop_app.services.importing.told import FIELDS
from desktop_app.store.articles.article_adding import NewArticle

#: The warning of an article that is known by its address alone.
NOT_FETCHED = "not-fetched"
_NOT_FETCHED = CleaningWarning(
    NOT_FETCHED, "Its text didn't come with the import. Fetch again (F5) gets it."
)
#: Where a field comes from that another program knew.
IMPORTED = Provenance("import", 1.0)
_ARCHIVED = "archived"
_UNTOLD = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class PreparedImport:
    """An article as it will be stored, and the lists that it stands in."""

    article: NewArticle
    lists: tuple[ImportedList, ...] = ()
    citation_key: str = ""


def prepare_import(found: ImportedArticle, now: str) -> PreparedImport:
    """The article ready to be stored; ``now`` is its capture time where none is told."""
    captured = found.captured or now
    raw = _capture(found, captured)
    clean, images = _cleaned(found, raw)
    fields = {name: getattr(found, name) for name in FIELDS if getattr(found, name)}
    provenance = dict.fromkeys(fields, IMPORTED)
    clean = replace(
        clean, **fields, provenance=MappingProxyType({**clean.provenance, **provenance})
    )
    if not clean.text:
        clean = replace(clean, warnings=(*clean.warnings, _NOT_FETCHED))
    paths = (*found.tags, _ARCHIVED) if found.archived else found.tags
    article = NewArticle(
        raw,
        clean,
        tags=tags(paths),
        note=_told(found.note).strip()[:MOST_NOTED],
        images=(*images, *_shown_images(found, clean)),
        unread=not (found.read or found.archived),
        starred=found.starred,
        highlights=_highlights(found, clean.text),
        origin=found.origin,
    )
    return PreparedImport(article, found.lists, found.citation_key)


def _shown_images(found: ImportedArticle, clean: CleanArticle) -> tuple[StoredImage, ...]:
    """The images that came along; of those that lay beside a page, what its text shows."""
    if found.snapshot is None or found.snapshot.media_type == "application/pdf":
        return found.images
    from desktop_app.cleaning.markdown_text import image_addresses  # noqa: PLC0415 - see below

    wanted = set(image_addresses(clean.markdown))
    return tuple(each for each in found.images if each.url in wanted)


def has_body(found: ImportedArticle) -> bool:
    """Whether a text came with it, whose reading takes a while."""
    return bool(found.snapshot or found.html or found.markdown or found.text)


def _capture(found: ImportedArticle, captured: str) -> RawCapture:
    """What is kept as it came: the page, else the body, else the other program's record."""
    name = f"{found.origin.program}, item {found.origin.row}"
    page = found.snapshot
    if page is not None:
        return RawCapture(
            page.content,
            page.media_type,
            captured,
            url=found.url,
            charset=page.charset,
            headers=page.headers,
            name=page.name or name,
            redirects=page.redirects,
        )
    if found.html:
        content, media_type = _as_page(found), "text/html"
    elif found.markdown:
        content, media_type = _as_markdown_file(found), "text/markdown"
    elif found.text:
        content, media_type = found.text, "text/plain"
    else:
        content, media_type = _record(found), RECORD_TYPE
    encoded = content.encode("utf-8", "replace")
    return RawCapture(encoded, media_type, captured, url=found.url, charset="utf-8", name=name)


def _cleaned(
    found: ImportedArticle, raw: RawCapture
) -> tuple[CleanArticle, tuple[StoredImage, ...]]:
    if found.snapshot is not None:
        prepared = prepare_clip(raw)
        clean = prepared.clean
        if not clean.title and found.snapshot.title:
            origins = MappingProxyType({**clean.provenance, "title": IMPORTED})
            clean = replace(clean, title=found.snapshot.title, provenance=origins)
        return clean, prepared.images
    # Imported here: most of what is imported has no text of its own.
    if found.html:
        from desktop_app.cleaning.whole_body import whole_body  # noqa: PLC0415

        markdown = whole_body(_told(found.html))
    elif found.text:
        from desktop_app.cleaning.markdown_text import markdown_paragraphs  # noqa: PLC0415

        markdown = markdown_paragraphs(_told(found.text))
    else:
        markdown = _told(found.markdown or "").strip()
    empty = CleanArticle(markdown="", text="", published=found.published)
    return (with_markdown(empty, markdown) if markdown else empty), ()


def _highlights(found: ImportedArticle, text: str) -> tuple[NewHighlight, ...]:
    searched = SearchedText(text) if text and found.highlights else None
    kept = []
    for each in found.highlights:
        words = _told(each.quote).strip()[:MOST_QUOTED]
        if not words:
            continue
        quote = TextQuote(words, _told(each.prefix), _told(each.suffix))
        place = searched.passage(quote) if searched is not None else None
        note = _told(each.note).strip()[:MOST_NOTED]
        kept.append(NewHighlight(quote, place, each.colour, note, each.created))
    return tuple(kept)


def _as_page(found: ImportedArticle) -> str:
    """The body as a page that tells its own fields, so that it can be cleaned again."""
    told = {"author": "; ".join(found.authors), "article:published_time": found.published or ""}
    metas = "".join(
        f'<meta name="{name}" content="{html.escape(value)}">'
        for name, value in told.items()
        if value
    )
    title = html.escape(found.title or "")
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{metas}</head>'
        f"<body><article><h1>{title}</h1>{found.html}</article></body></html>"
    )


def _as_markdown_file(found: ImportedArticle) -> str:
    told = {name: getattr(found, name) for name in FIELDS if getattr(found, name)}
    told = {name: list(each) if isinstance(each, tuple) else each for name, each in told.items()}
    if not told:
        return found.markdown or ""
    head = yaml.safe_dump(told, allow_unicode=True, sort_keys=False)
    return f"---\n{head}---\n\n{found.markdown}"


def _record(found: ImportedArticle) -> str:
    """What the other program knew, as JSON."""
    told: Mapping[str, Any] = {name: value for name, value in asdict(found).items() if value}
    return json.dumps(told, ensure_ascii=False, default=str)


def _told(text: str) -> str:
    """Text without what no text has: NUL, and halves of surrogate pairs."""
    return _UNTOLD.sub("", text)

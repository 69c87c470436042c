"""The sample archive: a few articles of our own, so that every view has something to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import yaml

from desktop_app.capture.files import read_file
from desktop_app.core.article import CleanArticle, Provenance
from desktop_app.core.resource_path import resource_path
from desktop_app.services.base.clock import now_utc
from desktop_app.services.clipping.clip_article import already_stored
from desktop_app.services.clipping.prepare_clip import with_markdown
from desktop_app.store.archive import Archive

_FIELDS = ("title", "subtitle", "publisher", "language", "published")


def load_sample_archive(archive: Archive) -> int:
    """Add the sample articles that aren't there yet; gives how many were added."""
    added = 0
    with archive.act("Loaded the sample archive"):
        for path in sorted(resource_path("sample_archive").glob("*.md")):
            added += _add(archive, path)
    return added


def _add(archive: Archive, path: Path) -> bool:
    raw = read_file(path, captured=now_utc())
    if path.stem == "README" or already_stored(archive, raw) is not None:
        return False
    head, _, body = path.read_text(encoding="utf-8").removeprefix("---\n").partition("\n---\n")
    front_matter = yaml.safe_load(head)
    article = _article(front_matter, body.strip())
    archive.articles.add(raw, article, tags=tuple(front_matter.get("tags") or ()))
    return True


def _article(front_matter: Mapping[str, object], body: str) -> CleanArticle:
    fields = {name: _text(front_matter.get(name)) for name in _FIELDS}
    authors = front_matter.get("authors")
    names = tuple(map(str, authors)) if isinstance(authors, list) else ()
    known = [name for name, value in (*fields.items(), ("authors", names)) if value]
    provenance = MappingProxyType({name: Provenance("front-matter", 1.0) for name in known})
    article = CleanArticle(markdown="", text="", authors=names, provenance=provenance)
    return with_markdown(replace(article, **fields), body)  # type: ignore[arg-type]


def _text(value: object) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if value else None

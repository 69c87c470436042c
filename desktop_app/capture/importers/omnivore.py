"""Omnivore's export: a zip archive with metadata, the cleaned pages, and highlights as Markdown.

After Omnivore's exporter (omnivore-app/omnivore, ``packages/export-handler/src/job.ts`` and
``highlightToMarkdown`` of its API): ``metadata_0_to_20.json`` are lists of id, slug, title,
description, author, url, state, readingProgress, labels, savedAt, publishedAt; ``content/`` (in
some exports ``contents/``) holds SLUG.html or SLUG.pdf; ``highlights/SLUG.md`` the quotes, each
behind ``>``, then labels behind ``#`` and the note; a note of the whole page has no quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.json_items import json_items
from desktop_app.capture.importers.values import (
    address,
    day,
    moment,
    names,
    row_problem,
    tags,
    title,
    told,
)
from desktop_app.core.errors import InputError
from desktop_app.core.imported import (
    ImportedArticle,
    ImportedHighlight,
    ImportedSnapshot,
    ImportProblem,
    Origin,
)

_METADATA = re.compile(r"(?:^|/)metadata_[^/]*\.json$")
_FILE = re.compile(r"(?:^|/)(contents?|highlights)/([^/]+)\.(html|pdf|md)$")
#: A page is read to its end from here on.
_READ_THROUGH = 95
_NO_PAGE = "https://omnivore.app/"


def _guess(source: ImportSource) -> float:
    return 0.95 if any(map(_METADATA.search, source.names)) else 0.0


def _read(source: ImportSource) -> ImportItems:
    files = {
        (match[1].rstrip("s") if match[1] != "highlights" else match[1], match[2]): name
        for name in source.names
        if (match := _FILE.search(name))
    }
    for name in sorted(filter(_METADATA.search, source.names), key=_number):
        with source.open_text(name) as stream:
            for each in json_items(stream):
                if isinstance(each, ImportProblem):
                    yield replace(each, member=name)
                else:
                    yield from _items(source, files, name, *each)


def _number(name: str) -> tuple[int, str]:
    digits = re.search(r"metadata_(\d{1,9})", name)
    return int(digits[1]) if digits else 0, name


def _items(
    source: ImportSource, files: dict[tuple[str, str], str], name: str, row: int, item: object
) -> ImportItems:
    url = address(item.get("url")) if isinstance(item, dict) else None
    if not isinstance(item, dict) or not (url or told(item.get("slug"))):
        yield ImportProblem(row, row_problem(""), name)
        return
    slug = told(item.get("slug"))
    html, snapshot = None, None
    quotes: list[ImportedHighlight] = []
    notes: list[str] = []
    try:
        content = files.get(("content", slug))
        if content is not None and content.endswith(".pdf"):
            snapshot = ImportedSnapshot(source.read(content), "application/pdf", content)
        elif content is not None:
            html = source.text(content)
        marked = files.get(("highlights", slug))
        if marked is not None:
            quotes, notes = _highlights(source.text(marked))
    except InputError as failure:
        yield ImportProblem(row, failure.message, name)
    state, progress = told(item.get("state")).lower(), item.get("readingProgress")
    is_through = isinstance(progress, int | float) and progress >= _READ_THROUGH
    labels = item.get("labels")
    yield ImportedArticle(
        Origin("omnivore", told(item.get("id")) or url or slug, row),
        url=None if url is None or url.startswith(_NO_PAGE) else url,
        title=title(item.get("title"), url),
        subtitle=told(item.get("description")) or None,
        authors=names(item.get("author")),
        published=day(item.get("publishedAt")),
        captured=moment(item.get("savedAt")),
        html=html,
        snapshot=snapshot,
        tags=tags(labels if isinstance(labels, list) else []),
        note="\n\n".join(notes),
        read=is_through,
        archived=state == "archived",
        highlights=tuple(quotes),
    )


def _highlights(markdown: str) -> tuple[list[ImportedHighlight], list[str]]:
    """The quotes with their notes, and the notes on the whole page."""
    quotes: list[ImportedHighlight] = []
    notes: list[str] = []
    for block in _blocks(markdown):
        if block.startswith(">"):
            lines = (re.sub(r"^>\s?", "", line) for line in block.split("\n"))
            quotes.append(ImportedHighlight("\n".join(lines).strip()))
        elif not quotes:
            notes.append(block)
        else:
            # Labels of a highlight have no place of their own here: they stay with its note.
            known = quotes[-1]
            quotes[-1] = replace(known, note=f"{known.note}\n\n{block}".strip())
    return quotes, notes


def _blocks(markdown: str) -> Iterator[str]:
    text = markdown.replace("\r\n", "\n")
    yield from filter(None, (block.strip() for block in re.split(r"\n[ \t]*\n", text)))


IMPORTER = Importer("omnivore", "Omnivore", _guess, _read)

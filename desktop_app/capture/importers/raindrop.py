"""Raindrop.io's CSV: id, title, note, excerpt, url, folder, tags, created, cover, highlights, …

After Raindrop.io's help (“Import”, CSV format) and the columns that its export has: folders are
nested by `` / ``, tags parted by commas, ``created`` is ISO 8601 or seconds, ``favorite`` true or
false; ``highlights`` holds each as “Highlight:…” with “Note:…” below it, or one a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.capture.importers.csv_rows import CsvRow, csv_articles, header_of
from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.values import (
    folder,
    moment,
    tags,
    title,
)
from desktop_app.core.imported import ImportedArticle, ImportedHighlight, Origin

_COLUMNS = {"url", "folder", "note", "created"}
_OWN_FOLDERS = {"", "unsorted"}
_HIGHLIGHT = re.compile(r"^Highlight:", re.MULTILINE)
_NOTE = re.compile(r"^Note:", re.MULTILINE)


def _guess(source: ImportSource) -> float:
    return 0.9 if set(header_of(source.head)) >= _COLUMNS else 0.0


def _read(source: ImportSource) -> ImportItems:
    return csv_articles(source, source.names[0], _article)


def _article(row: CsvRow, url: str) -> ImportedArticle:
    place = re.split(r"\s*/\s*", row["folder"])
    own = [] if row["folder"].lower() in _OWN_FOLDERS else [folder(place)]
    return ImportedArticle(
        Origin("raindrop", row["id"] or url, row.number),
        url=url,
        title=title(row["title"], url),
        subtitle=row["excerpt"] or None,
        captured=moment(row["created"]),
        tags=tags([*own, *row["tags"].split(",")]),
        note=row["note"],
        starred=row["favorite"].lower() == "true",
        highlights=tuple(_highlights(row["highlights"])),
    )


def _highlights(text: str) -> Iterator[ImportedHighlight]:
    if not _HIGHLIGHT.search(text):
        yield from (ImportedHighlight(line) for line in map(str.strip, text.split("\n")) if line)
        return
    for part in _HIGHLIGHT.split(text)[1:]:
        quote, *notes = _NOTE.split(part)
        if quote.strip():
            yield ImportedHighlight(quote.strip(), note="\n".join(map(str.strip, notes)))


IMPORTER = Importer("raindrop", "Raindrop.io", _guess, _read)

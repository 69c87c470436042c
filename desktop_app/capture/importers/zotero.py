"""Zotero's CSV export; its snapshots and PDFs where its ``storage`` folder lies beside it.

The columns are those of its translator CSV.js (https://github.com/zotero/translators): several
authors, tags, notes and files stand in one cell, with semicolons between them.
"""

from __future__ import annotations

import re

from desktop_app.capture.importers.csv_rows import CsvRow, csv_rows, table_to_read, table_with
from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.references import (
    Attachments,
    note_text,
    persons,
    web_address,
    written_day,
)
from desktop_app.capture.importers.values import moment, tags, title
from desktop_app.core.errors import InputError
from desktop_app.core.imported import ImportedArticle, ImportProblem, Origin

_COLUMNS = frozenset({"key", "item type", "title", "publication title", "url", "manual tags"})
_SEMICOLON = re.compile(r";\s*")


def _guess(source: ImportSource) -> float:
    return 0.96 if table_with(source, _COLUMNS) else 0.0


def _read(source: ImportSource) -> ImportItems:
    name = table_to_read(source, _COLUMNS)
    if name is None:
        return
    attachments = Attachments(source)
    with source.open_text(name) as stream:
        for row in csv_rows(stream):
            if isinstance(row, ImportProblem):
                yield row
            else:
                yield from _items(row, attachments)


def _items(row: CsvRow, attachments: Attachments) -> ImportItems:
    url = web_address(row["url"], row["doi"])
    if not (row["title"] or url):
        yield ImportProblem(row.number, "It has no title and no address.")
        return
    snapshot = None
    try:
        snapshot = attachments.snapshot(_SEMICOLON.split(row["file attachments"]))
    except InputError as failure:
        yield ImportProblem(row.number, failure.message)
    labels = (*_SEMICOLON.split(row["manual tags"]), *_SEMICOLON.split(row["automatic tags"]))
    yield ImportedArticle(
        Origin("zotero", row["key"] or url or row["title"], row.number),
        url=url,
        title=title(row["title"], url),
        subtitle=row["abstract note"] or None,
        authors=persons(_SEMICOLON.split(row["author"])),
        publisher=row.first("publication title", "publisher") or None,
        language=_language(row["language"]),
        published=written_day(row.first("date", "publication year")),
        accessed=written_day(row["access date"]),
        captured=moment(row["date added"]),
        snapshot=snapshot,
        tags=tags(labels),
        note="\n\n".join(filter(None, (note_text(row["notes"]), row["extra"]))),
    )


def _language(text: str) -> str | None:
    return text[:2].lower() if re.fullmatch(r"[A-Za-z]{2}(?:[-_]\w{2,8})?", text) else None


IMPORTER = Importer("zotero", "Zotero (CSV)", _guess, _read)

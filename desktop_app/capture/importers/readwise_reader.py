"""Readwise Reader's CSV of the library, alone or in the zip archive that it comes in.

After the columns of Reader's export, as programs that take it over document them (readwise-to-
raindrop): Title, URL, ID, Document tags (a list as Python writes it), Saved date, Reading progress
(0 to 1), Location (new, later, shortlist, archive, feed) and Seen.
"""

from __future__ import annotations

import ast

from desktop_app.capture.importers.csv_rows import CsvRow, csv_articles, table_to_read, table_with
from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.values import moment, tags, title
from desktop_app.core.imported import ImportedArticle, Origin

_COLUMNS = {"title", "url", "document tags", "location"}
_LONGEST_LIST = 20_000
#: A page is read to its end from here on.
_READ_THROUGH = 0.95


def _guess(source: ImportSource) -> float:
    return 0.95 if table_with(source, _COLUMNS) else 0.0


def _read(source: ImportSource) -> ImportItems:
    return csv_articles(source, table_to_read(source, _COLUMNS), _article)


def _article(row: CsvRow, url: str) -> ImportedArticle:
    place = row["location"].lower()
    return ImportedArticle(
        Origin("readwise-reader", row["id"] or url, row.number),
        url=url,
        title=title(row["title"], url),
        captured=moment(row["saved date"]),
        tags=tags([*_tags(row["document tags"]), *(["shortlist"] if place == "shortlist" else [])]),
        read=_progress(row["reading progress"]) >= _READ_THROUGH,
        archived=place == "archive",
    )


def _tags(text: str) -> list[object]:
    if len(text) > _LONGEST_LIST or not text.startswith("["):
        return list(text.split(","))
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return [each.strip(" '\"") for each in text.strip("[]").split(",")]
    return value if isinstance(value, list) else []


def _progress(text: str) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0


IMPORTER = Importer("readwise-reader", "Readwise Reader", _guess, _read)

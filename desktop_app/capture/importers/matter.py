"""Matter's CSV of the library, alone or in the zip archive that it comes in.

After the columns of Matter's export, as programs that write the same document them: Title, Author,
Publisher, URL, Tags (parted by semicolons), Word Count, In Queue, Favorited, Read, Highlight Count,
Last Interaction Date and File Id.
"""

from __future__ import annotations

import re

from desktop_app.capture.importers.csv_rows import CsvRow, csv_articles, table_to_read, table_with
from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.values import moment, names, tags, title
from desktop_app.core.imported import ImportedArticle, Origin

_COLUMNS = {"title", "url", "in queue", "favorited"}


def _guess(source: ImportSource) -> float:
    return 0.95 if table_with(source, _COLUMNS) else 0.0


def _read(source: ImportSource) -> ImportItems:
    return csv_articles(source, table_to_read(source, _COLUMNS), _article)


def _article(row: CsvRow, url: str) -> ImportedArticle:
    return ImportedArticle(
        Origin("matter", url, row.number),
        url=url,
        title=title(row["title"], url),
        authors=names(row["author"]),
        publisher=row["publisher"] or None,
        captured=moment(row["last interaction date"]),
        tags=tags(re.split(r"[;,]", row["tags"])),
        starred=_is_true(row["favorited"]),
        read=_is_true(row["read"]),
        archived=row["in queue"].lower() == "false" and not _is_true(row["read"]),
    )


def _is_true(text: str) -> bool:
    return text.lower() in ("true", "1", "yes")


IMPORTER = Importer("matter", "Matter", _guess, _read)

"""Instapaper's CSV: URL, Title, Selection, Folder, Timestamp, in later ones Tags.

After the columns that its settings page exports, as wallabag's InstapaperImport reads them too:
Folder is “Unread”, “Archive”, “Starred” or one of the user's own; Timestamp counts seconds; Tags
are a JSON list. The selection is what the user had marked when saving.
"""

from __future__ import annotations

from desktop_app.capture.importers.csv_rows import CsvRow, csv_articles, header_of
from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.json_items import json_value
from desktop_app.capture.importers.values import (
    folder,
    moment,
    tags,
    title,
)
from desktop_app.core.imported import (
    ImportedArticle,
    ImportedHighlight,
    Origin,
)

_COLUMNS = {"url", "title", "selection", "folder"}
_OWN_FOLDERS = {"unread", "archive", "starred", ""}


def _guess(source: ImportSource) -> float:
    return 0.95 if set(header_of(source.head)) >= _COLUMNS else 0.0


def _read(source: ImportSource) -> ImportItems:
    return csv_articles(source, source.names[0], _article)


def _article(row: CsvRow, url: str) -> ImportedArticle:
    place = row["folder"]
    own = [] if place.lower() in _OWN_FOLDERS else [folder([place])]
    selection, saved = row["selection"], moment(row["timestamp"])
    return ImportedArticle(
        Origin("instapaper", url, row.number),
        url=url,
        title=title(row["title"], url),
        captured=saved,
        tags=tags([*own, *_tags(row["tags"])]),
        starred=place.lower() == "starred",
        read=place.lower() == "archive",
        highlights=(ImportedHighlight(selection, created=saved or ""),) if selection else (),
    )


def _tags(text: str) -> list[object]:
    try:
        value = json_value(text)
    except ValueError:
        return list(text.strip("[]").split(","))
    return value if isinstance(value, list) else []


IMPORTER = Importer("instapaper", "Instapaper", _guess, _read)

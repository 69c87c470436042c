"""wallabag's JSON: a list of entries with their texts, tags and annotations.

After wallabag's exporter (wallabag/wallabag, ``src/Helper/EntriesExport.php``, which serialises
``Entry`` in the group ``entries_for_user``) and its own ``WallabagV2Import``: url, title, content
(HTML), is_archived, is_starred, tags (labels, or objects with a label), created_at, published_at,
published_by, language, and annotations with quote, text (the note) and created_at.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.json_items import json_items
from desktop_app.capture.importers.values import (
    address,
    day,
    moment,
    row_problem,
    tags,
    title,
    told,
)
from desktop_app.core.imported import ImportedArticle, ImportedHighlight, ImportProblem, Origin

#: What wallabag writes in place of a text that it couldn't fetch begins so.
_NOT_FETCHED = "wallabag can't retrieve contents for this article"


def _guess(source: ImportSource) -> float:
    head = source.head
    if not head[:64].lstrip("\ufeff \r\n").startswith("["):
        return 0.0
    return 0.95 if '"is_archived"' in head and '"is_starred"' in head else 0.0


def _read(source: ImportSource) -> ImportItems:
    with source.open_text(source.names[0]) as stream:
        for item in json_items(stream):
            yield item if isinstance(item, ImportProblem) else _article(*item)


def _article(row: int, entry: object) -> ImportedArticle | ImportProblem:
    if not isinstance(entry, dict):
        return ImportProblem(row, "It is no entry.")
    url = address(entry.get("url"))
    if url is None:
        return ImportProblem(row, row_problem(told(entry.get("url"))))
    content = told(entry.get("content"))
    is_text = bool(content) and _NOT_FETCHED not in content[:2000]
    return ImportedArticle(
        Origin("wallabag", url, row),
        url=url,
        title=title(entry.get("title"), url),
        authors=_authors(entry.get("published_by")),
        publisher=told(entry.get("domain_name")).removeprefix("www.") or None,
        language=told(entry.get("language")).replace("_", "-")[:2] or None,
        published=day(entry.get("published_at")),
        captured=moment(entry.get("created_at")),
        html=content if is_text else None,
        tags=tags(_labels(entry.get("tags"))),
        read=entry.get("is_archived") in (1, True),
        starred=entry.get("is_starred") in (1, True),
        highlights=tuple(_highlights(entry.get("annotations"))),
    )


def _authors(value: object) -> tuple[str, ...]:
    names = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(filter(None, map(told, names))))


def _labels(value: object) -> Iterator[object]:
    for each in value if isinstance(value, list) else []:
        yield each.get("label") if isinstance(each, dict) else each


def _highlights(value: object) -> Iterator[ImportedHighlight]:
    annotations: list[Any] = value if isinstance(value, list) else []
    for each in annotations:
        if isinstance(each, dict) and told(each.get("quote")):
            created = moment(each.get("created_at")) or ""
            yield ImportedHighlight(
                told(each["quote"]), note=told(each.get("text")), created=created
            )


IMPORTER = Importer("wallabag", "wallabag", _guess, _read)

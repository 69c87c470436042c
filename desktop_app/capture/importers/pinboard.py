"""Pinboard's JSON: a list of bookmarks with href, description (the title), extended, time, tags.

After Pinboard's API documentation (posts/all, format=json), which its export follows: ``tags`` are
parted by blanks, ``toread`` and ``shared`` are “yes” or “no”.
"""

from __future__ import annotations

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.json_items import json_items
from desktop_app.capture.importers.values import address, moment, row_problem, tags, title, told
from desktop_app.core.imported import ImportedArticle, ImportProblem, Origin


def _guess(source: ImportSource) -> float:
    head = source.head[:4096]
    if not head.lstrip("\ufeff \r\n").startswith("["):
        return 0.0
    return 0.95 if '"href"' in head and '"extended"' in head else 0.0


def _read(source: ImportSource) -> ImportItems:
    with source.open_text(source.names[0]) as stream:
        for item in json_items(stream):
            yield item if isinstance(item, ImportProblem) else _article(*item)


def _article(row: int, post: object) -> ImportedArticle | ImportProblem:
    if not isinstance(post, dict):
        return ImportProblem(row, "It is no bookmark.")
    url = address(post.get("href"))
    if url is None:
        return ImportProblem(row, row_problem(told(post.get("href"))))
    return ImportedArticle(
        Origin("pinboard", url, row),
        url=url,
        title=title(post.get("description"), url),
        note=told(post.get("extended")),
        captured=moment(post.get("time")),
        tags=tags(told(post.get("tags")).split()),
        read=told(post.get("toread")) != "yes",
    )


IMPORTER = Importer("pinboard", "Pinboard (JSON)", _guess, _read)

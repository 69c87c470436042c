"""What a list shows of articles, read for the part that is looked at."""

from __future__ import annotations

import json
from collections.abc import Sequence
from sqlite3 import Row

from desktop_app.core.article_row import ArticleRow
from desktop_app.store.base.connection import Connection

_ROW_COLUMNS = (
    "id, title, publisher, authors, published, captured, language, words, unread, starred, excerpt,"
    " (SELECT count(*) FROM revisions r WHERE r.article_id = articles.id) AS versions,"
    " (SELECT every FROM watched_pages w WHERE w.article_id = articles.id) AS watched"
)


def article_rows(connection: Connection, ids: Sequence[int]) -> list[ArticleRow]:
    """The rows of these articles, in the order asked; those gone are left out."""
    found = connection.rows(
        f"SELECT {_ROW_COLUMNS} FROM articles WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    tags = tags_of(connection, ids)
    rows = {row["id"]: _article_row(row, tags.get(row["id"], ())) for row in found}
    return [rows[article_id] for article_id in ids if article_id in rows]


def tags_of(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The tags that each of these articles carries, in order."""
    rows = connection.rows(
        "SELECT article_id, path FROM article_tags JOIN tags ON tags.id = tag_id"
        " WHERE article_id IN (SELECT value FROM json_each(?)) ORDER BY path",
        (json.dumps(list(ids)),),
    )
    found: dict[int, tuple[str, ...]] = {}
    for row in rows:
        found[row[0]] = (*found.get(row[0], ()), row[1])
    return found


def _article_row(row: Row, tags: tuple[str, ...]) -> ArticleRow:
    return ArticleRow(
        id=row["id"],
        title=row["title"] or "",
        publisher=row["publisher"],
        authors=tuple(json.loads(row["authors"])),
        published=row["published"],
        captured=row["captured"],
        language=row["language"],
        words=row["words"],
        tags=tags,
        unread=bool(row["unread"]),
        starred=bool(row["starred"]),
        excerpt=row["excerpt"],
        versions=row["versions"],
        watched=row["watched"],
    )

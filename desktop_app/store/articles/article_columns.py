"""What of an article's state is copied into columns, so that it can be listed and searched."""

from __future__ import annotations

import json
from collections.abc import Mapping

from desktop_app.core.address_key import address_number
from desktop_app.core.article import CORRECTION, CleanArticle
from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError
from desktop_app.core.folding import fold
from desktop_app.store.base.connection import Connection

_EXCERPT_LENGTH = 160

#: The columns that ``column_values`` gives, in its order.
COLUMNS = (
    "title",
    "subtitle",
    "authors",
    "publisher",
    "agency",
    "language",
    "url",
    "canonical_url",
    "published",
    "published_earliest",
    "published_latest",
    "published_sort",
    "title_sort",
    "words",
    "excerpt",
    "warnings",
    "address_key",
    "canonical_key",
    "corrected",
)


def copy_columns(connection: Connection, article_id: int, article: CleanArticle) -> None:
    """Bring an article's columns to its state, the user's edits laid over it."""
    assignments = ", ".join(f"{name} = ?" for name in COLUMNS)
    connection.write(
        f"UPDATE articles SET {assignments} WHERE id = ?",
        (*column_values(article), article_id),
    )


def copy_events(connection: Connection, article_id: int, article: CleanArticle) -> None:
    """Bring an article's event rows to its state."""
    connection.write("DELETE FROM events WHERE article_id = ?", (article_id,))
    connection.write_many(
        "INSERT INTO events (article_id, position, earliest, latest) VALUES (?, ?, ?, ?)",
        [(article_id, *row) for row in event_rows(article)],
    )


def event_rows(article: CleanArticle) -> list[tuple[int, str, str]]:
    """Position, first and last day of each event whose date can be read."""
    found = []
    for position, event in enumerate(article.events):
        earliest, latest = date_bounds(event.date)
        if earliest is not None and latest is not None:
            found.append((position, earliest, latest))
    return found


def column_values(article: CleanArticle) -> tuple[object, ...]:
    """The values for COLUMNS; an article's fields are those with the user's edits laid over."""
    earliest, latest = date_bounds(article.published)
    return (
        article.title,
        article.subtitle,
        json.dumps(article.authors, ensure_ascii=False),
        article.publisher,
        article.agency,
        article.language,
        article.url,
        article.canonical_url,
        article.published,
        earliest,
        latest,
        _published_sort(article.published, earliest),
        fold(article.title or "")[:100],
        article.words,
        _excerpt(article.text),
        len(article.warnings),
        *_address_keys(article.url, article.canonical_url),
        int(any(warning.code == CORRECTION for warning in article.warnings)),
    )


def edited_columns(fields: Mapping[str, str | tuple[str, ...] | None]) -> dict[str, object]:
    """The columns that go with fields which a user sets; some fields have none."""
    columns: dict[str, object] = {}
    for name, value in fields.items():
        if isinstance(value, tuple):
            columns[name] = json.dumps(value, ensure_ascii=False)
        elif name in COLUMNS:
            columns[name] = value
    if "title" in columns:
        columns["title_sort"] = fold(str(fields["title"] or ""))[:100]
    for name, key in (("url", "address_key"), ("canonical_url", "canonical_key")):
        if name in columns:
            columns[key] = _key(None if fields[name] is None else str(fields[name]))
    if "published" in columns:
        published = None if fields["published"] is None else str(fields["published"])
        earliest, latest = date_bounds(published)
        columns |= {
            "published_earliest": earliest,
            "published_latest": latest,
            "published_sort": _published_sort(published, earliest),
        }
    return columns


def date_bounds(text: str | None) -> tuple[str, str] | tuple[None, None]:
    """The first and last day that a date may mean; nothing where it is unknown or unreadable."""
    if not text:
        return None, None
    try:
        date = EdtfDate.parse(text)
    except InputError:
        return None, None
    return date.earliest, date.latest


def _address_keys(url: str | None, canonical: str | None) -> tuple[int | None, int | None]:
    """By what the addresses are found, whatever dressing they are asked for in."""
    return _key(url), _key(canonical)


def _key(url: str | None) -> int | None:
    return address_number(url) or None if url else None


def _published_sort(text: str | None, earliest: str | None) -> str:
    """What sorts by time: the day, and the time of day where it is told."""
    if text and earliest and "T" in text and "/" not in text:
        return text.strip()
    return earliest or ""


def _excerpt(text: str) -> str:
    start = " ".join(text[: _EXCERPT_LENGTH * 2].split())
    return start if len(start) <= _EXCERPT_LENGTH else f"{start[:_EXCERPT_LENGTH].rstrip()}…"

"""New articles, written table by table: what one needs costs little more for many.

Packing an article's state and compressing its page take longer than writing them down. Of many
articles another thread does that for some while SQLite, which Python waits for, writes others.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from desktop_app.core.article import CleanArticle, RawCapture, StoredImage
from desktop_app.core.highlight import NewHighlight
from desktop_app.core.imported import Origin
from desktop_app.store.articles.addresses import AddressStore
from desktop_app.store.articles.article_columns import COLUMNS, column_values, event_rows
from desktop_app.store.articles.highlights import KEEP_HIGHLIGHT, highlight_values
from desktop_app.store.articles.origins import KEEP_ORIGIN
from desktop_app.store.articles.snapshots import (
    ArticleCapture,
    NewSnapshot,
    SnapshotNumbers,
    SnapshotStore,
    captured_parts,
    page_of,
)
from desktop_app.store.articles.tags import TagStore
from desktop_app.store.base.article_state import packed
from desktop_app.store.base.connection import Connection
from desktop_app.store.people.people import PersonStore
from desktop_app.store.words.word_index import WordIndex

#: How many articles are written at once, and how many such parts are prepared before that.
_PART, _AHEAD = 100, 2
_OWN = ("id", "revision_id", "captured", "note", "edits", "unread", "starred", "highlights")
_COLUMNS = (*_OWN, *COLUMNS)
_INSERT_ARTICLE = (
    f"INSERT INTO articles ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' * len(_COLUMNS))})"
)
_INSERT_REVISION = """
    INSERT INTO revisions (id, article_id, number, kind, created, state, snapshot_id)
    VALUES (?, ?, 1, 'cleaned', strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?)
"""
_INSERT_EVENT = "INSERT INTO events (article_id, position, earliest, latest) VALUES (?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class NewArticle:
    """What an article begins with: its capture, its text and fields, and the user's own words."""

    raw: RawCapture
    clean: CleanArticle
    tags: tuple[str, ...] = ()
    note: str = ""
    images: tuple[StoredImage, ...] = ()
    unread: bool = True
    starred: bool = False
    highlights: tuple[NewHighlight, ...] = ()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    """Some of the articles, as they are written."""

    snapshots: list[NewSnapshot]
    captures: list[ArticleCapture]
    articles: list[tuple[object, ...]]
    revisions: list[tuple[object, ...]]
    events: list[tuple[object, ...]]
    highlights: list[tuple[object, ...]]
    origins: list[tuple[object, ...]]


class ArticleAdding:
    """Adds articles within an act."""

    def __init__(
        self,
        connection: Connection,
        snapshots: SnapshotStore,
        addresses: AddressStore,
        words: WordIndex,
        people: PersonStore,
        tags: TagStore,
    ) -> None:
        self._connection = connection
        self._snapshots = snapshots
        self._addresses = addresses
        self._words = words
        self._people = people
        self._tags = tags

    def add(self, articles: Sequence[NewArticle]) -> list[int]:
        """Keep the articles with all that belongs to them; gives their ids, in their order.

        The words come last, as any other statement makes FTS5 write down what it has gathered.
        Raises InputError for a tag that can't be one and a capture that is too large.
        """
        first = self._next_id("articles")
        numbered = list(enumerate(articles, first))
        for part in self._parts(numbered):
            self._connection.write_many(_INSERT_ARTICLE, part.articles)
            self._snapshots.keep(part.snapshots, part.captures)
            self._connection.write_many(_INSERT_REVISION, part.revisions)
            self._connection.write_many(_INSERT_EVENT, part.events)
            self._connection.write_many(KEEP_HIGHLIGHT, part.highlights)
            self._connection.write_many(KEEP_ORIGIN, part.origins)
        self._addresses.keep_redirects((number, each.raw.redirects) for number, each in numbered)
        self._people.assign_new([(number, article.clean) for number, article in numbered])
        self._tags.put_on((number, article.tags) for number, article in numbered)
        self._words.put_new((number, each.clean, _notes(each)) for number, each in numbered)
        return [number for number, _ in numbered]

    def _next_id(self, table: str) -> int:
        last = self._connection.value("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
        return 1 + int(last or 0)

    def _parts(self, articles: Sequence[tuple[int, NewArticle]]) -> Iterator[_Part]:
        """The articles as they are written, some at a time, the next ones being prepared."""
        numbers = SnapshotNumbers(self._connection)
        to_revision = self._next_id("revisions") - articles[0][0] if articles else 0
        parts = (articles[at : at + _PART] for at in range(0, len(articles), _PART))
        if len(articles) <= _PART:
            yield from (_prepared(part, to_revision, *_kept(part, numbers)) for part in parts)
            return
        under_way: deque[Future[_Part]] = deque()
        # One: more would take the interpreter's lock from each other, and from the window's thread.
        with ThreadPoolExecutor(1) as threads:
            for part in parts:
                kept = _kept(part, numbers)
                under_way.append(threads.submit(_prepared, part, to_revision, *kept))
                if len(under_way) > _AHEAD:
                    yield under_way.popleft().result()
            yield from (each.result() for each in under_way)


def _kept(
    articles: Sequence[tuple[int, NewArticle]], numbers: SnapshotNumbers
) -> tuple[list[NewSnapshot], list[ArticleCapture]]:
    return numbers.numbered(
        [
            (article_id, role, raw)
            for article_id, article in articles
            for role, raw in captured_parts(article.raw, article.images)
        ]
    )


def _prepared(
    articles: Sequence[tuple[int, NewArticle]],
    to_revision: int,
    snapshots: list[NewSnapshot],
    captures: list[ArticleCapture],
) -> _Part:
    """The articles' rows; a revision's id is so many behind its article's."""
    for snapshot in snapshots:
        snapshot.frame()
    pages = {each.article_id: each.snapshot_id for each in captures if each.role == "page"}
    rows: list[tuple[object, ...]] = []
    revisions: list[tuple[object, ...]] = []
    events: list[tuple[object, ...]] = []
    highlights: list[tuple[object, ...]] = []
    origins: list[tuple[object, ...]] = []
    for article_id, article in articles:
        clean, revision_id = article.clean, article_id + to_revision
        edits = json.dumps(_user_fields(clean))
        first = (article_id, revision_id, article.raw.captured, article.note, edits)
        state = (int(article.unread), int(article.starred), len(article.highlights))
        rows.append((*first, *state, *column_values(clean)))
        page = page_of(article.raw, pages[article_id])
        snapshot_id, content = page if page is not None else (None, None)
        revisions.append((revision_id, article_id, packed(clean, content), snapshot_id))
        events += [(article_id, *row) for row in event_rows(clean)]
        highlights += [highlight_values(article_id, each) for each in article.highlights]
        if article.origin is not None:
            origin = article.origin
            origins.append((article_id, origin.program, origin.id, origin.told))
    return _Part(snapshots, captures, rows, revisions, events, highlights, origins)


def _notes(article: NewArticle) -> str:
    """What of the user's own words is searched for, as the word index puts it together."""
    return "\n".join((article.note, *(each.note for each in article.highlights)))


def _user_fields(clean: CleanArticle) -> dict[str, Any]:
    return {
        name: getattr(clean, name)
        for name, origin in clean.provenance.items()
        if origin.source == "user" and (name in COLUMNS or name in ("modified", "accessed"))
    }

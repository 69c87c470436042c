"""The word index (FTS5) and how it follows the articles.

The index keeps no text of its own: taking an article out needs the very words that were put in,
which its newest revision, its fields and its notes give. So every change of those is wrapped in
``following``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from desktop_app.core.article import CleanArticle
from desktop_app.store.base.archive_format import FULL_TEXT_COLUMNS, FULL_TEXT_OPTIONS
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.revision_state import STATE, state_text
from desktop_app.store.words.index_text import indexed

_TOLD_AFTER = 200
_COLUMNS = ", ".join(FULL_TEXT_COLUMNS)
_MARKS = ", ".join("?" * len(FULL_TEXT_COLUMNS))
_ENTRY = f"""
    SELECT a.id, a.title, a.subtitle, a.authors, {STATE}, a.note || coalesce(
        (SELECT char(10) || group_concat(h.note, char(10)) FROM
            (SELECT note FROM highlights WHERE article_id = a.id ORDER BY id) h
            WHERE a.highlights > 0), '') AS note
    FROM articles a JOIN revisions r ON r.id = a.revision_id WHERE a.id = ?
"""
_PUT = f"INSERT INTO article_words (rowid, {_COLUMNS}) VALUES (?, {_MARKS})"
Entry = tuple[str, str, str, str, str]


class WordIndex:
    """Puts articles into the index, takes them out, and makes it anew."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, article_id: int) -> None:
        """Index an article that isn't indexed."""
        entry = self.entry(article_id)
        if entry is not None:
            self._connection.write(_PUT, (article_id, *entry))

    def put_new(self, articles: Iterable[tuple[int, CleanArticle, str]]) -> None:
        """Index new articles, each told with its id and the user's note."""
        self._connection.write_many(
            _PUT,
            (
                (article_id, *_entry(clean.text, clean.title, clean.subtitle, clean.authors, note))
                for article_id, clean, note in articles
            ),
        )

    def take_out(self, article_id: int) -> None:
        """Take an article out as it stands now; it must be indexed as such."""
        entry = self.entry(article_id)
        if entry is not None:
            self._connection.write(
                f"INSERT INTO article_words (article_words, rowid, {_COLUMNS})"
                f" VALUES ('delete', ?, {_MARKS})",
                (article_id, *entry),
            )

    @contextmanager
    def following(self, article_ids: Sequence[int]) -> Iterator[None]:
        """Whatever happens to these articles inside, the index tells the same behind it."""
        for article_id in article_ids:
            self.take_out(article_id)
        yield
        for article_id in article_ids:
            self.put(article_id)

    def entry(self, article_id: int) -> Entry | None:
        """What the index holds of an article, in the order of its columns."""
        row = self._connection.row(_ENTRY, (article_id,))
        if row is None:
            return None
        authors = json.loads(row["authors"])
        text = state_text(row)
        return _entry(text, row["title"], row["subtitle"], authors, row["note"])

    def rebuild(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Make the whole index anew, as small as it can be; ``progress`` may raise to end it."""
        self._connection.write("DROP TABLE IF EXISTS article_words")
        self._connection.write(
            f"CREATE VIRTUAL TABLE article_words USING fts5({FULL_TEXT_OPTIONS})"
        )
        ids = self._connection.column("SELECT id FROM articles ORDER BY id")
        for done, article_id in enumerate(ids):
            if progress is not None and done % _TOLD_AFTER == 0:
                progress(done, len(ids))
            self.put(article_id)
        self._connection.write("INSERT INTO article_words (article_words) VALUES ('optimize')")

    def differs(self) -> bool:
        """Whether the index holds other words, or other counts of them, than the articles."""
        self._connection.script(
            "DROP TABLE IF EXISTS temp.fresh_words;"
            f"CREATE VIRTUAL TABLE temp.fresh_words USING fts5({FULL_TEXT_OPTIONS})"
        )
        try:
            self._fill_fresh(self._connection.column("SELECT id FROM articles ORDER BY id"))
            kept, fresh = (self._vocabulary(*each) for each in _BOTH)
            return kept != fresh
        finally:
            self._connection.script("DROP TABLE IF EXISTS temp.fresh_words")

    def _fill_fresh(self, article_ids: Iterable[int]) -> None:
        sql = f"INSERT INTO temp.fresh_words (rowid, {_COLUMNS}) VALUES (?, {_MARKS})"
        for article_id in article_ids:
            entry = self.entry(article_id)
            if entry is not None:
                self._connection.write(sql, (article_id, *entry))

    def _vocabulary(self, schema: str, table: str) -> list[tuple[object, ...]]:
        """Ids with token counts, then terms with how many articles and places have them."""
        sizes = self._connection.rows(f"SELECT id, sz FROM {schema}.{table}_docsize ORDER BY id")
        self._connection.script(
            "DROP TABLE IF EXISTS temp.vocabulary;"
            f"CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab({schema}, {table}, row)"
        )
        terms = self._connection.rows("SELECT term, doc, cnt FROM temp.vocabulary")
        self._connection.script("DROP TABLE temp.vocabulary")
        return [tuple(row) for row in (*sizes, *terms)]


def _entry(
    text: str, title: str | None, subtitle: str | None, authors: Sequence[str], note: str
) -> Entry:
    return (
        indexed(text),
        indexed(title or ""),
        indexed(subtitle or ""),
        indexed("\n".join(authors)),
        indexed(note),
    )


_BOTH = (("main", "article_words"), ("temp", "fresh_words"))

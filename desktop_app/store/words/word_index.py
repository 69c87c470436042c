"""The word index (FTS5) and how it follows the articles.

The index keeps no text of its own: taking an article out needs the very words that were put in,
which its newest revision, its fields and its notes give. So every change of those is wrapped in
``following``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from sqlite3 import Row

from desktop_app.core.article import CleanArticle
from desktop_app.store.base.archive_format import FULL_TEXT_COLUMNS, FULL_TEXT_OPTIONS
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.revision_state import NEWEST_STATE, STATE, state_text
from desktop_app.store.base.stopping import step_of_act
from desktop_app.store.words.index_text import indexed

_TOLD_AFTER = 200
_MERGED_PAGES = 500
_COLUMNS = ", ".join(FULL_TEXT_COLUMNS)
_MARKS = ", ".join("?" * len(FULL_TEXT_COLUMNS))
_FIELDS = """
    a.id, a.title, a.subtitle, a.authors, a.note || coalesce(
        (SELECT char(10) || group_concat(h.note, char(10)) FROM
            (SELECT note FROM highlights WHERE article_id = a.id ORDER BY id) h
            WHERE a.highlights > 0), '') AS note
"""
_ENTRY = f"""
    SELECT {_FIELDS}, {STATE}
    FROM articles a JOIN revisions r ON r.id = a.revision_id WHERE a.id = ?
"""
_IN = "IN (SELECT value FROM json_each(?))"
_PUT = f"INSERT INTO article_words (rowid, {_COLUMNS}) VALUES (?, {_MARKS})"
_TAKE_OUT = f"""
    INSERT INTO article_words (article_words, rowid, {_COLUMNS}) VALUES ('delete', ?, {_MARKS})
"""
#: So many texts are read before their words are written.
_TEXTS_AT_ONCE = 200
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

    @contextmanager
    def following(self, article_ids: Sequence[int], *, texts_stay: bool = False) -> Iterator[None]:
        """Whatever happens to these articles inside, the index tells the same behind it.

        Where only their fields and notes may change, each text is read once rather than twice.
        """
        if texts_stay:
            with self._following_fields(sorted(set(article_ids))):
                yield
            return
        # In the order of their ids, as below.
        ids = sorted(set(article_ids))
        for done, (article_id, entry) in enumerate(self._entries(ids)):
            step_of_act(done, 2 * len(ids))
            self._connection.write(_TAKE_OUT, (article_id, *entry))
        yield
        for done, (article_id, entry) in enumerate(self._entries(ids), len(ids)):
            step_of_act(done, 2 * len(ids))
            self._connection.write(_PUT, (article_id, *entry))

    def _entries(self, article_ids: list[int]) -> Iterator[tuple[int, Entry]]:
        """What the index holds of those of the articles that are there."""
        for first in range(0, len(article_ids), _TEXTS_AT_ONCE):
            some = article_ids[first : first + _TEXTS_AT_ONCE]
            fields = self._fields(some)
            for row in self._texts(some):
                title, subtitle, authors, note = fields[row["id"]]
                text = indexed(state_text(row))
                yield row["id"], (text, title, subtitle, authors, note)

    def _texts(self, article_ids: Sequence[int]) -> list[Row]:
        return self._connection.rows(
            f"{NEWEST_STATE} WHERE a.id {_IN} ORDER BY a.id", (json.dumps(article_ids),)
        )

    @contextmanager
    def _following_fields(self, article_ids: list[int]) -> Iterator[None]:
        before = self._fields(article_ids)
        yield
        after = self._fields(article_ids)
        # In the order of their ids, and each put in right behind its taking out: FTS5 writes down
        # what it has gathered whenever an id comes that is no later one.
        changed = [each for each in article_ids if before.get(each) != after.get(each)]
        for first in range(0, len(changed), _TEXTS_AT_ONCE):
            step_of_act(first, len(changed))
            for row in self._texts(changed[first : first + _TEXTS_AT_ONCE]):
                text = indexed(state_text(row))
                self._connection.write(_TAKE_OUT, (row["id"], text, *before[row["id"]]))
                self._connection.write(_PUT, (row["id"], text, *after[row["id"]]))

    def _fields(self, article_ids: list[int]) -> dict[int, tuple[str, ...]]:
        """What the index holds of the articles beside their texts."""
        rows = self._connection.rows(
            f"SELECT {_FIELDS} FROM articles a WHERE a.id {_IN}", (json.dumps(article_ids),)
        )
        return {row["id"]: _entry("", *_told(row))[1:] for row in rows}

    def entry(self, article_id: int) -> Entry | None:
        """What the index holds of an article, in the order of its columns."""
        row = self._connection.row(_ENTRY, (article_id,))
        if row is None:
            return None
        return _entry(state_text(row), *_told(row))

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

    def merge(self, cancelled: Callable[[], bool]) -> None:
        """Let go of what articles that are gone left in the index: it gets smaller, and quicker.

        In steps, so that others may write between them; see https://sqlite.org/fts5.html (merge).
        """
        sql = "INSERT INTO article_words (article_words, rank) VALUES ('merge', ?)"
        self._connection.write(sql, (-_MERGED_PAGES,))
        while not cancelled():
            before = self._connection.raw.total_changes
            self._connection.write(sql, (_MERGED_PAGES,))
            if self._connection.raw.total_changes - before < 2:
                return

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


def _told(row: Row) -> tuple[str | None, str | None, list[str], str]:
    return row["title"], row["subtitle"], json.loads(row["authors"]), row["note"]


_BOTH = (("main", "article_words"), ("temp", "fresh_words"))

"""The newest few thousand articles, with a word index of their own in memory.

The word index answers with every article that has a word; for the beginning of a word it even puts
all of their places together before it tells the first, which in an archive of a million takes most
of a second. A screen shows some twenty articles, and what is in very many articles is in many of
the newest ones too: asking an index of these alone takes a few milliseconds, whatever the size of
the archive. What is in few articles is found quickly by the other way.

SQLite answers here as well, from an index made alike, so that both ways find the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import numpy as np

from desktop_app.core.query import And, DateRange, Node, Not, Or, ParsedQuery
from desktop_app.store.base.archive_format import FULL_TEXT_COLUMNS, FULL_TEXT_OPTIONS
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.stopping import unstoppable
from desktop_app.store.search.found_masks import Mask
from desktop_app.store.search.query_sql import Condition, compiled
from desktop_app.store.undo.changed_articles import ChangedArticles
from desktop_app.store.words.word_index import WordIndex

#: The more, the fewer searches need the whole list first; a thousand take a quarter of a second
#: to index, and some five megabytes.
SIZE = 4_000
_AT_ONCE = 200
#: So many changed articles are indexed anew while somebody waits for the list.
_FEW = 20
_DAYS = ("published_earliest", "published_latest", "captured")
_UNSEEN = frozenset({"unread", "starred"})
_TABLES = f"""
    CREATE VIRTUAL TABLE article_words USING fts5({FULL_TEXT_OPTIONS});
    CREATE TABLE articles (id INTEGER PRIMARY KEY, {", ".join(_DAYS)})
"""
_PUT_WORDS = f"""
    INSERT INTO article_words (rowid, {", ".join(FULL_TEXT_COLUMNS)})
    VALUES (?{", ?" * len(FULL_TEXT_COLUMNS)})
"""
_PUT_DAYS = f"INSERT INTO articles (id, {', '.join(_DAYS)}) VALUES (?{', ?' * len(_DAYS)})"
_FACTS = f"""
    SELECT id, {", ".join(_DAYS)} FROM articles WHERE id IN (SELECT value FROM json_each(?))
"""


class ListTop:
    """The top of the list in one order; one thread at a time.

    ``first`` gives the ids in that order, so many of them. Each article has a number in the index:
    one that was changed gets another one, and the old one is never looked for again.
    """

    def __init__(
        self, connection: Connection, first: Callable[[int], list[int]], size: int
    ) -> None:
        self._connection = connection
        self._first = first
        self._size = size
        self._words = WordIndex(connection)
        self._changed = ChangedArticles(connection, unseen=_UNSEEN, tied=("highlights",))
        self._state: tuple[int, int] | None = None
        self._ids: list[int] = []
        self._missing: list[int] = []
        self._index: Connection | None = None
        self._numbers: dict[int, int] = {}
        self._used = 0
        self._places = np.zeros(0, np.int64)

    def prepare_step(self) -> bool:
        """Index some more articles; gives whether any are missing still.

        Of an archive that has no more articles than these, there is nothing to do.
        """
        self._follow()
        self._put(_AT_ONCE)
        return bool(self._missing)

    def ids(self, parsed: ParsedQuery, least: int, most: int) -> list[int] | None:
        """The first articles that match, so many at most; None where it doesn't know of enough."""
        if not self._is_known(parsed.root) or parsed.in_trash or self._index is None:
            return None
        self._follow()
        if len(self._missing) <= _FEW:
            self._put(_FEW)
        if self._missing or not self._ids:
            return None
        found = self._of(parsed.root).nonzero()[0]
        if len(found) < least:
            return None
        return [self._ids[place] for place in found[:most].tolist()]

    def close(self) -> None:
        """Forget everything."""
        if self._index is not None:
            self._index.close()
        self._index = None
        self._state = None
        self._changed.forget()
        self._numbers.clear()
        self._ids, self._missing = [], []
        self._used = 0

    # Following the archive

    def _follow(self) -> None:
        """Look what the top of the list is now, and what of it isn't indexed as it stands."""
        with unstoppable():
            state = self._connection.state()
            if state == self._state:
                return
            changes = self._changed.since_last()
            if changes is None or self._used > 2 * self._size:
                self._begin()
            elif not changes.articles:
                self._state = state
                return
            else:
                for article_id in changes.articles:
                    self._numbers.pop(article_id, None)
            ids = self._first(self._size)
            self._ids = ids if len(ids) == self._size else []
            self._missing = [each for each in self._ids if each not in self._numbers]
            self._place()
            self._state = state

    def _begin(self) -> None:
        if self._index is not None:
            self._index.close()
        self._index = Connection.in_memory()
        self._index.script(_TABLES)
        self._numbers.clear()
        self._used = 0

    def _put(self, most: int) -> None:
        some, index = self._missing[:most], self._index
        if not some or index is None:
            return
        entries = [(each, self._words.entry(each)) for each in some]
        facts = {row[0]: tuple(row)[1:] for row in self._facts(some)}
        with unstoppable(), index.transaction():
            for article_id, entry in entries:
                self._used += 1
                self._numbers[article_id] = self._used
                if entry is not None and article_id in facts:
                    index.write(_PUT_WORDS, (self._used, *entry))
                    index.write(_PUT_DAYS, (self._used, *facts[article_id]))
        self._missing = self._missing[most:]
        self._place()

    def _facts(self, ids: Sequence[int]) -> list[Sequence[object]]:
        return list(self._connection.rows(_FACTS, (json.dumps(ids),)))

    def _place(self) -> None:
        """Note the articles' numbers in the index, in the list's order."""
        if not self._missing:
            self._places = np.array([self._numbers[each] for each in self._ids], np.int64)

    # Finding

    def _is_known(self, node: Node) -> bool:
        """Whether words and days of publication or capture are all that is asked."""
        match node:
            case Not(inner):
                return self._is_known(inner)
            case And(parts) | Or(parts):
                return all(map(self._is_known, parts))
            case DateRange(kind):
                return kind != "event"
            case _:
                condition = compiled(node)
                return condition is None or condition.match is not None

    def _of(self, node: Node) -> Mask:
        """For each place in the list whether its article matches; as FoundMasks does."""
        condition = compiled(node)
        if condition is None:
            return np.ones(len(self._ids), np.bool_)
        if condition.match is None:
            match node:
                case Not(inner):
                    return ~self._of(inner)
                case And(parts):
                    return np.asarray(np.logical_and.reduce([self._of(each) for each in parts]))
                case Or(parts):
                    return np.asarray(np.logical_or.reduce([self._of(each) for each in parts]))
        return self._looked_up(condition)

    def _looked_up(self, condition: Condition) -> Mask:
        assert self._index is not None
        if condition.match is not None:
            sql = "SELECT rowid AS id FROM article_words WHERE article_words MATCH ?"
            text = self._index.id_text(sql, (condition.match,))
        else:
            sql = f"SELECT a.id FROM articles a WHERE {condition.sql}"
            text = self._index.id_text(sql, condition.values)
        found = np.zeros(self._used + 1, np.bool_)
        found[np.fromstring(text, np.int64, sep=",")] = True
        return found[self._places]

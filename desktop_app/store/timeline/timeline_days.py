"""Every dated thing of the archive as arrays of days, remembered until the archive changes.

A timeline counts all that a search finds at each turn of the wheel. Grouping half a million rows
anew each time takes SQLite most of a second; arrays take some thousandths of one. Reads only.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.store.articles.tags import with_parents
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.number_text import pieces
from desktop_app.store.base.stopping import unstoppable
from desktop_app.store.search.query_sql import TRASH
from desktop_app.store.undo.changed_articles import ChangedArticles

Numbers = NDArray[np.int32]
#: The first and last day of the calendar: an end that is open.
FIRST_DAY, LAST_DAY = 1, 3_652_059

_FROM = {
    "published": "articles a WHERE a.published_earliest IS NOT NULL",
    "captured": "articles a",
    "event": "events e",
}
_COLUMNS = {
    "published": ("a.id", "0", "a.published_earliest", "a.published_latest"),
    "captured": ("a.id", "0", "substr(a.captured, 1, 10)", "substr(a.captured, 1, 10)"),
    "event": ("e.article_id", "e.position", "e.earliest", "e.latest"),
}
_PAIRS = {
    "person": "(SELECT DISTINCT x.article_id AS article, x.person_id AS lane FROM article_people x"
    " JOIN persons p ON p.id = x.person_id AND p.hidden = 0)",
    "tag": "(SELECT article_id AS article, tag_id AS lane FROM article_tags)",
    "outlet": "(SELECT a.id AS article, o.number AS lane FROM articles a JOIN"
    " (SELECT publisher, min(id) AS number FROM articles"
    " WHERE coalesce(publisher, '') <> '' GROUP BY publisher) o ON o.publisher = a.publisher)",
}


@dataclass(frozen=True, slots=True)
class DatedThings:
    """Articles or events: whose they are, their place in the text, their first and last days.

    ``begin`` and ``end`` are the days by which a thing is placed: an interval with one open end
    stands at the end that is known.
    """

    articles: Numbers
    positions: Numbers
    first: Numbers
    last: Numbers
    begin: Numbers
    end: Numbers

    def at(self, chosen: NDArray[np.bool_] | NDArray[np.int64]) -> DatedThings:
        """The chosen ones, by a mask or by their places."""
        return DatedThings(*(getattr(self, name)[chosen] for name in self.__slots__))


def _placed(articles: Numbers, positions: Numbers, first: Numbers, last: Numbers) -> DatedThings:
    """The things by the first day at which they are placed."""
    begin = np.where((first == FIRST_DAY) & (last < LAST_DAY), last, first)
    end = np.where((last == LAST_DAY) & (first > FIRST_DAY), first, last)
    things = DatedThings(articles, positions, first, last, begin, end)
    return things.at(np.argsort(begin, kind="stable"))


class TimelineDays:
    """The arrays of one archive, each read when it is first wanted.

    Ask ``is_outdated`` before anything else.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changed = ChangedArticles(connection)
        self._state: tuple[int, int] | None = None
        self._live: Numbers | None = None
        self._things: dict[str, DatedThings] = {}
        self._pairs: dict[str, tuple[Numbers, Numbers]] = {}
        #: The tags by the numbers of their lanes, once those were asked for.
        self.tag_paths: list[str] = []

    def is_outdated(self) -> bool:
        """Forget what is outdated; gives whether anything at all was changed in the archive."""
        state = self._connection.state()
        if state == self._state and not self._connection.in_transaction:
            return False
        changes = self._changed.since_last()
        if changes is None or changes.articles or self._connection.in_transaction:
            # Reading or starring an article changes the archive, but no date.
            self._things.clear()
            self._live = None
        self._pairs.clear()
        self._state = state
        if self._connection.in_transaction:
            # What an act has changed so far may yet be taken back without a trace.
            self._state = None
            self._changed.forget()
        return True

    def things(self, kind: str) -> DatedThings:
        """Every article or event with a date of this kind, by its first day."""
        if kind not in self._things:
            self._things[kind] = self._read_things(kind)
        return self._things[kind]

    def pairs(self, grouping: str) -> tuple[Numbers, Numbers]:
        """Article and person, tag or outlet; an outlet's number is its first article's.

        An article stands with each of its tags and with those above them.
        """
        if grouping not in self._pairs:
            articles, lanes = self._numbers(("article", "lane"), _PAIRS[grouping])
            if grouping == "tag":
                articles, lanes = self._with_tags_above(articles, lanes)
            self._pairs[grouping] = (articles, lanes)
        return self._pairs[grouping]

    def _with_tags_above(self, articles: Numbers, tags: Numbers) -> tuple[Numbers, Numbers]:
        paths: dict[str, int] = {}
        lanes_of: dict[int, list[int]] = {
            row[0]: [paths.setdefault(each, len(paths)) for each in with_parents(row[1])]
            for row in self._connection.rows("SELECT id, path FROM tags ORDER BY path")
        }
        self.tag_paths = list(paths)
        lanes = [lanes_of.get(tag, []) for tag in tags.tolist()]
        whose = np.repeat(articles.astype(np.int64), [len(each) for each in lanes])
        flat = np.array([lane for each in lanes for lane in each], np.int64)
        # Once with a tag, however many of its children the article has.
        once = np.unique((whose << 32) | flat)
        return (once >> 32).astype(np.int32), (once & 0xFFFFFFFF).astype(np.int32)

    def live(self) -> Numbers:
        """The articles outside the trash."""
        if self._live is None:
            self._live = self._numbers(("id",), f"articles WHERE id NOT IN ({TRASH})")[0]
        return self._live

    def _read_things(self, kind: str) -> DatedThings:
        article, position, first, last = _COLUMNS[kind]
        days = f"replace({first}, '-', '')", f"replace({last}, '-', '')"
        rows = self._numbers((article, position, *days), _FROM[kind])
        return _placed(rows[0], rows[1], _ordinals(rows[2]), _ordinals(rows[3]))

    def _numbers(self, columns: tuple[str, ...], source: str) -> list[Numbers]:
        """Columns of numbers, read as one text parted by commas: many times faster than by row.

        All in one statement, since two might go through the rows in different orders.
        """
        row = " || ',' || ".join(columns)
        with unstoppable():
            text = self._connection.value(f"SELECT group_concat({row}) FROM {source}")
        if not text:
            return [np.zeros(0, dtype=np.int32) for _ in columns]
        parts = [np.fromstring(piece, dtype=np.int32, sep=",") for piece in pieces(text)]
        table = np.concatenate(parts).reshape(-1, len(columns))
        return [np.ascontiguousarray(column) for column in table.T]


def article_mask(ids: Numbers, size: int) -> NDArray[np.bool_]:
    """For each article number below ``size`` whether it is among these."""
    mask = np.zeros(size, dtype=np.bool_)
    mask[ids[ids < size]] = True
    return mask


def as_numbers(ids: list[int]) -> Numbers:
    """Ids as an array."""
    return np.array(ids, dtype=np.int32)


def _ordinals(days: Numbers) -> Numbers:
    """Days such as 20230413 as ordinals, by the civil calendar's arithmetic.

    Source: https://howardhinnant.github.io/date_algorithms.html#days_from_civil
    """
    year, month, day = days // 10_000, days // 100 % 100, days % 100
    year = year - (month <= 2)
    era, year_of_era = year // 400, year % 400
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return np.asarray(era * 146_097 + day_of_era - 305, dtype=np.int32)

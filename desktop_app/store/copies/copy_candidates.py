"""Which articles may be copies of a text, by their fingerprints, all of which lie in memory.

Comparing a hundred thousand fingerprints of 64 bytes takes a millisecond, and reading them packed
some more; an index of bands, the usual way (P. Indyk and R. Motwani, STOC 1998), would take three
times their room in the file to find as many of those that were cut to a third.
"""

from __future__ import annotations

import json
from sqlite3 import Row

import numpy as np
from numpy.typing import NDArray

from desktop_app.store.base.connection import Connection

#: So many equal bytes are hardly chance: less than one in a hundred thousand texts has them.
_LEAST_EQUAL = 5
_MOST = 8
#: So many of the likeliest are looked at, as some may be earlier texts of one, or gone.
_LOOKED_AT = 64
_THERE = "SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?))"
# In one statement, as somebody else may pack them between two.
_UNSEEN = """
    SELECT last, articles, fingerprints FROM copy_packs WHERE last > ?1 UNION ALL
    SELECT id, article_id, fingerprint FROM copy_fingerprints WHERE id > ?1 ORDER BY 1
"""
_SPARE = 4_096


class CopyCandidates:
    """Remembers the fingerprints of one connection; one thread at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._seen = 0
        self._count = 0
        self._articles: NDArray[np.int64] = np.zeros(0, np.int64)
        #: By place within the fingerprint, then by article: a place is compared in one go.
        self._bytes: NDArray[np.uint8] = np.zeros((0, 0), np.uint8)

    def like(self, fingerprint: bytes, but: int) -> list[int]:
        """The few articles that agree most with a fingerprint, the likeliest first.

        Some may have another text by now.
        """
        self._refresh()
        if not fingerprint or not self._count or len(fingerprint) != len(self._bytes):
            return []
        equal = np.zeros(self._count, np.uint8)
        for place, value in enumerate(fingerprint):
            equal += self._bytes[place, : self._count] == value
        found = np.flatnonzero(equal >= _LEAST_EQUAL)
        order = found[np.argsort(-equal[found].astype(np.int16), kind="stable")]
        likely = dict.fromkeys(self._articles[order[:_LOOKED_AT]].tolist())
        there = set(self._connection.column(_THERE, (json.dumps(list(likely)),)))
        return [each for each in likely if each != but and each in there][:_MOST]

    def _refresh(self) -> None:
        rows = self._connection.rows(_UNSEEN, (self._seen,))
        if not rows:
            return
        self._seen = max(row["last"] for row in rows)
        packs = [_planes(row) for row in rows if isinstance(row["articles"], bytes)]
        alone = [row for row in rows if isinstance(row["articles"], int) and row["fingerprints"]]
        if alone:
            size = len(alone[-1]["fingerprints"])
            alone = [row for row in alone if len(row["fingerprints"]) == size]
            fresh = np.frombuffer(b"".join(row["fingerprints"] for row in alone), np.uint8)
            ids = np.array([row["articles"] for row in alone], np.int64)
            packs.append((ids, fresh.reshape(-1, size).T))
        size = len(self._bytes) or max((len(planes) for _, planes in packs), default=0)
        packs = [(ids, planes) for ids, planes in packs if len(planes) == size]
        self._make_room(size, sum(len(ids) for ids, _ in packs))
        for ids, planes in packs:
            places = slice(self._count, self._count + len(ids))
            self._articles[places] = ids
            self._bytes[:, places] = planes
            self._count += len(ids)

    def _make_room(self, size: int, more: int) -> None:
        wanted = self._count + more
        if len(self._bytes) == size and wanted <= len(self._articles):
            return
        room = wanted + wanted // 8 + _SPARE
        articles, known = self._articles, self._bytes
        self._articles = np.zeros(room, np.int64)
        self._bytes = np.zeros((size, room), np.uint8)
        self._articles[: self._count] = articles[: self._count]
        if len(known) == size:
            self._bytes[:, : self._count] = known[:, : self._count]


def _planes(row: Row) -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
    """A pack's articles and their fingerprints, place by place; nothing of a damaged one."""
    content = row["fingerprints"]
    count = len(row["articles"]) // 8
    if not count or len(row["articles"]) % 8 or len(content) % count:
        return np.zeros(0, np.int64), np.zeros((0, 0), np.uint8)
    ids = np.frombuffer(row["articles"], "<i8").astype(np.int64)
    return ids, np.frombuffer(content, np.uint8).reshape(-1, count)

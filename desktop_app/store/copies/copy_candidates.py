"""Which articles may be copies of a text, by their fingerprints, all of which lie in memory.

Comparing a hundred thousand fingerprints of 64 bytes takes a millisecond; an index of bands, the
usual way (P. Indyk and R. Motwani, STOC 1998), would take three times their room in the file to
find as many of those that were cut to a third.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from desktop_app.store.base.connection import Connection

#: So many equal bytes are hardly chance: less than one in a hundred thousand texts has them.
_LEAST_EQUAL = 5
_MOST = 8
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

        Some may have another text by now, or be gone.
        """
        self._refresh()
        if not fingerprint or not self._count or len(fingerprint) != len(self._bytes):
            return []
        equal = np.zeros(self._count, np.uint8)
        for place, value in enumerate(fingerprint):
            equal += self._bytes[place, : self._count] == value
        found = np.flatnonzero(equal >= _LEAST_EQUAL)
        order = found[np.argsort(-equal[found].astype(np.int16), kind="stable")]
        likely = dict.fromkeys(self._articles[order[: _MOST + 8]].tolist())
        return [each for each in likely if each != but][:_MOST]

    def _refresh(self) -> None:
        last = int(self._connection.value("SELECT coalesce(max(id), 0) FROM copy_fingerprints"))
        if last <= self._seen:
            return
        rows = self._connection.rows(
            "SELECT article_id, fingerprint FROM copy_fingerprints WHERE id > ? AND id <= ?"
            " AND fingerprint <> x'' ORDER BY id",
            (self._seen, last),
        )
        self._seen = last
        if not rows:
            return
        size = len(rows[0][1])
        rows = [row for row in rows if len(row[1]) == size]
        fresh = np.frombuffer(b"".join(row[1] for row in rows), np.uint8).reshape(-1, size)
        self._make_room(size, len(rows))
        places = slice(self._count, self._count + len(rows))
        self._articles[places] = [row[0] for row in rows]
        self._bytes[:, places] = fresh.T
        self._count += len(rows)

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

"""Fingerprints of many articles in one row, so that a session's first look-up reads them at once.

The newest lie one by one in ``copy_fingerprints`` until they are a pack full. A pack never changes:
of an article whose text changed since, or that is gone, it tells something that is not so any more,
which whoever looks for copies finds out by the texts.
"""

from __future__ import annotations

import json
import sys
from array import array
from itertools import compress

from desktop_app.store.base.connection import Connection

#: So many make a pack.
PACKED = 1_024
_NEWEST = "SELECT id, article_id, fingerprint FROM copy_fingerprints ORDER BY id LIMIT ?"
_PUT = "INSERT INTO copy_packs (last, articles, fingerprints) VALUES (?, ?, ?)"
_ID_BYTES = 8
_THERE = "SELECT id FROM articles WHERE id IN (SELECT value FROM json_each(?))"
_COUNT = "SELECT count(*) FROM copy_fingerprints"


def pack(connection: Connection) -> None:
    """Put fingerprints that lie one by one into packs, within a transaction, where they fill one.

    A pack's row has the articles' ids, eight bytes each with the low one first, and of all
    fingerprints the first bytes, then the second ones, and so on.
    """
    for _ in range(int(connection.value(_COUNT)) // PACKED):
        rows = connection.rows(_NEWEST, (PACKED,))
        last = rows[-1]["id"]
        size = len(rows[-1]["fingerprint"]) or max(len(row["fingerprint"]) for row in rows)
        # Too short a text has none; one of another length is of no use.
        told = [row for row in rows if size and len(row["fingerprint"]) == size]
        articles = _in_file_order(array("q", [row["article_id"] for row in told]))
        every = b"".join(row["fingerprint"] for row in told)
        planes = b"".join(every[place::size] for place in range(size))
        if told:
            connection.write(_PUT, (last, articles.tobytes(), planes))
        connection.write("DELETE FROM copy_fingerprints WHERE id <= ?", (last,))


def forget_gone(connection: Connection) -> None:
    """Take out what packs hold of articles that were deleted for good."""
    for last in connection.column("SELECT last FROM copy_packs"):
        row = connection.row(
            "SELECT articles, fingerprints FROM copy_packs WHERE last = ?", (last,)
        )
        if row is None or len(row["articles"]) % _ID_BYTES:
            continue
        ids = _in_file_order(array("q", row["articles"]))
        there = set(connection.column(_THERE, (json.dumps(ids.tolist()),)))
        stays = [each in there for each in ids]
        if all(stays):
            continue
        count, planes = len(ids), row["fingerprints"]
        kept = b"".join(
            bytes(compress(planes[at : at + count], stays)) for at in range(0, len(planes), count)
        )
        articles = _in_file_order(array("q", compress(ids, stays)))
        connection.write(
            "UPDATE copy_packs SET articles = ?, fingerprints = ? WHERE last = ?",
            (articles.tobytes(), kept, last),
        )


def forget(connection: Connection) -> None:
    """Let no fingerprint be kept."""
    connection.write("DELETE FROM copy_packs")
    connection.write("DELETE FROM copy_fingerprints")


def _in_file_order(ids: array[int]) -> array[int]:
    if sys.byteorder == "big":
        ids.byteswap()
    return ids

"""Everything in an archive, line by line, as it was at one moment."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from sqlite3 import Row
from types import MappingProxyType

import msgspec

from desktop_app.core.article import CleanArticle, Provenance
from desktop_app.store.articles.snapshots import MAX_SNAPSHOT_BYTES
from desktop_app.store.base.article_state import decompressed
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.revision_state import STATE, state_of
from desktop_app.store.whole.article_lines import (
    ArticleLine,
    Edits,
    RevisionLine,
    SnapshotLine,
    SnapshotPartLine,
)
from desktop_app.store.whole.columns import columns_of, condition_of, values_told
from desktop_app.store.whole.line import Line
from desktop_app.store.whole.lines import KEPT, SCHEMA, ArchiveLine, EndLine

#: So many bytes of a snapshot stand in a line.
PART_BYTES = 12 * 2**20
#: So many rows are read at once; of what may be large, one or some.
_AT_ONCE = 500
_FEWER = {"snapshots": 1, "received_clips": 1, "revisions": 50}
_encode = msgspec.json.Encoder(enc_hook=dict).encode


def counted_lines(connection: Connection) -> dict[str, int]:
    """How many lines of each type there will be, parts of snapshots not counted."""
    return {
        _name(kind): int(
            connection.value(f"SELECT count(*) FROM {kind.table} r WHERE 1{condition_of(kind)}")
        )
        for kind in KEPT
    }


def lines_of(connection: Connection) -> Iterator[bytes]:
    """The lines with their ends; to be read inside ``Connection.at_one_moment``.

    Raises ArchiveError where something in the archive is damaged.
    """
    digest, number = hashlib.sha256(), 0
    for line in _lines(connection):
        written = _encode(line) + b"\n"
        digest.update(written)
        number += 1
        yield written
    yield _encode(EndLine(lines=number, sha256=digest.hexdigest())) + b"\n"


def _lines(connection: Connection) -> Iterator[Line]:
    yield ArchiveLine(schema=SCHEMA, counts=counted_lines(connection))
    for kind in KEPT:
        for row in _rows(connection, kind):
            if kind is SnapshotLine:
                yield from _snapshot(row)
            elif kind is ArticleLine:
                told = values_told(kind, row)
                yield ArticleLine(**{**told, "edits": msgspec.convert(told["edits"], Edits)})
            elif kind is RevisionLine:
                yield RevisionLine(**values_told(kind, row), state=_plain(state_of(row)))
            else:
                yield kind(**values_told(kind, row))


def _rows(connection: Connection, kind: type[Line]) -> Iterator[Row]:
    columns = ", ".join(f"r.{each.name}" for each in columns_of(kind))
    if kind is SnapshotLine:
        columns += ", content"
    elif kind is RevisionLine:
        columns += f", {STATE}"
    source = f"SELECT {columns} FROM {kind.table} r"
    condition = condition_of(kind)
    if not kind.order.endswith("id"):
        yield from connection.rows(f"{source} WHERE 1{condition} ORDER BY {kind.order}")
        return
    last, limit = 0, _FEWER.get(kind.table, _AT_ONCE)
    sql = f"{source} WHERE r.{kind.order} > ?{condition} ORDER BY r.{kind.order} LIMIT {limit}"
    while rows := connection.rows(sql, (last,)):
        yield from rows
        last = rows[-1][kind.order]


def _snapshot(row: Row) -> Iterator[Line]:
    content = decompressed(row["content"], MAX_SNAPSHOT_BYTES)
    parts = [content[at : at + PART_BYTES] for at in range(0, len(content), PART_BYTES)] or [b""]
    yield SnapshotLine(**values_told(SnapshotLine, row), content=parts[0], parts=len(parts) - 1)
    for part in parts[1:]:
        yield SnapshotPartLine(content=part)


def _plain(state: CleanArticle) -> CleanArticle:
    """The state as it is read again: its confidences are no whole numbers."""
    origins = {
        name: Provenance(each.source, float(each.confidence))
        for name, each in state.provenance.items()
    }
    return replace(state, provenance=MappingProxyType(origins))


def _name(kind: type[Line]) -> str:
    return str(kind.__struct_config__.tag)

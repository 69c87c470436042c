"""How an act's changes are written down and read again: many alike share one row of the log.

While an act is under way its changes are noted in a temporary table, which lies in memory; at its
end they move into ``act_changes``. Consecutive changes of one kind in one table become a row whose
``old`` is a JSON list, so that tagging 50,000 articles costs the log ten rows. Rows of older
archives, one for each change, are read as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.store.base.connection import Connection

#: The temporary table of an act that is under way.
NOTED = "noted_changes"
#: How many acts can be taken back.
MAX_ACTS = 200
#: So many changes share a row at most: the log is read a row at a time.
_MOST_IN_A_ROW = 5_000
_PACKED = {"I": "II", "D": "DD", "U": "UU"}

_KINDS = f"""
    SELECT table_name, kind, min(seq) AS first, max(seq) - min(seq) + 1 = count(*) AS is_one_run
    FROM {NOTED} GROUP BY table_name, kind ORDER BY first
"""
# A run is told by the difference between a change's place among all and among those of its kind;
# where each kind has one run, its changes are numbered already.
_PLACED = f"""
    SELECT *, row_number() OVER (PARTITION BY table_name, kind ORDER BY seq) AS place FROM {NOTED}
"""
_RUNS = f"SELECT *, seq - place AS run, (place - 1) / {_MOST_IN_A_ROW} AS part FROM ({_PLACED})"
_ONE_RUN = f"SELECT *, 0 AS run, seq / {_MOST_IN_A_ROW} AS part FROM {NOTED} ORDER BY seq"
_WRITE = """
    INSERT INTO act_changes (act_id, table_name, kind, row_id, old)
    SELECT ?, table_name, CASE WHEN count(*) = 1 THEN kind ELSE kind || kind END, min(row_id),
        CASE WHEN count(*) = 1 THEN max(old) WHEN kind = 'I' THEN json_group_array(row_id)
        ELSE '[' || group_concat('[' || row_id || ',' || old || ']') || ']' END
    FROM ({runs}) GROUP BY table_name, kind, run, part ORDER BY min(seq)
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One changed row: how it was, where it was there before (kind ``U`` or ``D``)."""

    table: str
    kind: str
    row_id: int
    old: dict[str, Any]


def write_log(connection: Connection, act_id: int) -> bool:
    """Move what was noted into the log; gives whether there was anything."""
    kinds = connection.rows(_KINDS)
    if not kinds:
        return False
    runs = _ONE_RUN if all(kind["is_one_run"] for kind in kinds) else f"{_RUNS} ORDER BY seq"
    connection.write(_WRITE.format(runs=runs), (act_id,))
    connection.write(f"DELETE FROM {NOTED}")
    return True


def write_deletion(connection: Connection, act_id: int, ids: Sequence[int]) -> None:
    """Note which articles an act deleted for good, without how they were."""
    connection.write(
        "INSERT INTO act_changes (act_id, table_name, kind, row_id, old)"
        " VALUES (?, 'articles', ?, ?, ?)",
        (act_id, _PACKED["D"], ids[0], json.dumps([[each, {}] for each in ids])),
    )


def write_insertion(connection: Connection, act_id: int, table: str) -> None:
    """Note all rows of a table as an act's new ones, for whoever asks what came by it."""
    connection.write(
        "INSERT INTO act_changes (act_id, table_name, kind, row_id, old)"
        f" SELECT ?, '{table}', ?, min(id), json_group_array(id) FROM {table}"
        f" GROUP BY id / {_MOST_IN_A_ROW} ORDER BY min(id)",
        (act_id, _PACKED["I"]),
    )


def read_log(connection: Connection, act_id: int, table: str | None = None) -> Iterator[Change]:
    """An act's changes, the last one first; those of one table only, where it is given."""
    rows = connection.rows(
        "SELECT table_name, kind, row_id, old FROM act_changes"
        " WHERE act_id = ?1 AND table_name = coalesce(?2, table_name) ORDER BY seq DESC",
        (act_id, table),
    )
    for row in rows:
        table, kind, old = row["table_name"], row["kind"], row["old"]
        if kind == _PACKED["I"]:
            yield from (Change(table, "I", row_id, {}) for row_id in reversed(json.loads(old)))
        elif kind in _PACKED.values():
            many = reversed(json.loads(old))
            yield from (Change(table, kind[0], row_id, known) for row_id, known in many)
        else:
            yield Change(table, kind, row["row_id"], json.loads(old) if old else {})

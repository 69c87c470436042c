"""Setting rows back as the log of an act tells they were, those alike in one statement."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar

from desktop_app.store.base.connection import Connection
from desktop_app.store.base.stopping import step_of_act
from desktop_app.store.undo.act_log import Change

#: What belongs to an article and is not logged while the article itself is new in the act:
#: taking the article back takes these along.
OF_ARTICLES = (
    "captures",
    "article_redirects",
    "revisions",
    "article_people",
    "events",
    "article_tags",
    "article_person_choices",
    "mention_choices",
    "highlights",
    "copy_choices",
    "article_origins",
)
#: Columns that JSON can't hold; they are noted as hexadecimal digits.
BLOBS = {"revisions": ("state",)}
#: Of so many rows JSON is written without a pause.
_AT_ONCE = 5_000
_Row = TypeVar("_Row")
_IN = "IN (SELECT value FROM json_each(?))"


def take_back(
    connection: Connection, logged: Mapping[str, list[str]], changes: Sequence[Change]
) -> None:
    """Undo the changes in the order given; ``logged`` are the columns of each table of ours."""
    for (table, kind), group in groupby(changes, lambda change: (change.table, change.kind)):
        columns = logged.get(table)
        if columns is None:
            continue  # not a table of ours: a file that was tampered with
        if kind == "I":
            ids = json.dumps([change.row_id for change in group])
            connection.write(f"DELETE FROM {table} WHERE id {_IN}", (ids,))
        elif kind == "D":
            # Nearly in the order in which they lie in the file, which is quicker.
            gone = [change.old for change in group][::-1]
            _put_back(connection, table, columns, _wanted(connection, table, gone, changes))
        else:
            for alike in _alike([(change.row_id, change.old) for change in group]):
                _set_back(connection, table, columns, alike)


def _wanted(
    connection: Connection, table: str, olds: list[dict[str, Any]], changes: Sequence[Change]
) -> list[dict[str, Any]]:
    """Without what belonged to articles that went with the emptied trash since.

    An entry of a dossier comes back as the gap that its article left.
    """
    if table not in (*OF_ARTICLES, "dossier_entries"):
        return olds
    ids = json.dumps(list({old["article_id"] for old in olds}))
    there = set(connection.column(f"SELECT id FROM articles WHERE id {_IN}", (ids,)))
    there.update(
        change.row_id for change in changes if (change.table, change.kind) == ("articles", "D")
    )
    if table == "dossier_entries":
        return [old if old["article_id"] in there else {**old, "article_id": None} for old in olds]
    return [old for old in olds if old["article_id"] in there]


def _put_back(
    connection: Connection, table: str, columns: list[str], olds: list[dict[str, Any]]
) -> None:
    into = f"INSERT INTO {table} ({', '.join(columns)})"
    told = ", ".join(f"value ->> {at}" for at in range(len(columns)))
    for some in _parts(olds):
        given = _as_json(table, [[old.get(name) for name in columns] for old in some])
        if given is not None:
            connection.write(f"{into} SELECT {told} FROM json_each(?)", (given,))
            continue
        connection.write_many(
            f"{into} VALUES ({', '.join('?' * len(columns))})",
            [[_value(table, name, old.get(name)) for name in columns] for old in some],
        )


def _set_back(
    connection: Connection, table: str, columns: list[str], olds: list[tuple[int, dict[str, Any]]]
) -> None:
    """Set rows back of which the same columns were noted; there may be very many."""
    names = [name for name in columns if name in olds[0][1] and name != "id"]
    if not names:
        return
    # Of other tables some have what must be unique at any time: theirs go one after another.
    together = table == "articles" and len({row for row, _ in olds}) == len(olds)
    told = ", ".join(f"{name} = value ->> {at}" for at, name in enumerate(names, 1))
    for some in _parts(sorted(olds, key=itemgetter(0)) if together else olds):
        rows = [[row, *(old[name] for name in names)] for row, old in some]
        given = _as_json(table, rows) if together else None
        if given is not None:
            connection.write(
                f"UPDATE {table} SET {told} FROM json_each(?) WHERE {table}.id = value ->> 0",
                (given,),
            )
            continue
        connection.write_many(
            f"UPDATE {table} SET {', '.join(f'{name} = ?' for name in names)} WHERE id = ?",
            [(*(_value(table, name, old[name]) for name in names), row) for row, old in some],
        )


def _parts(rows: Sequence[_Row]) -> Iterator[Sequence[_Row]]:
    """So many rows at once: other threads have their turn between, and an act can be stopped."""
    for first in range(0, len(rows), _AT_ONCE):
        step_of_act(first, len(rows))
        yield rows[first : first + _AT_ONCE]


def _alike(olds: list[tuple[int, dict[str, Any]]]) -> list[list[tuple[int, dict[str, Any]]]]:
    """Rows by the columns noted of them; in their order, where a column may be set twice."""
    alike: dict[tuple[str, ...], list[tuple[int, dict[str, Any]]]] = {}
    for each in olds:
        alike.setdefault(tuple(each[1]), []).append(each)
    names = [name for columns in alike for name in columns]
    if len(set(names)) == len(names):
        return list(alike.values())
    return [list(run) for _, run in groupby(olds, lambda each: list(each[1]))]


def _as_json(table: str, rows: list[list[Any]]) -> str | None:
    """The rows for one statement that reads them all; None where JSON can't tell them exactly."""
    if table in BLOBS:
        return None
    text = json.dumps(rows, ensure_ascii=False)
    # SQLite ends a text at a NUL.
    return None if r"\u0000" in text else text


def _value(table: str, column: str, value: Any) -> object:  # noqa: ANN401 - what JSON gives
    return bytes.fromhex(value) if column in BLOBS.get(table, ()) else value

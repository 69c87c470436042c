"""Whether the dossiers of an archive are as they should be, and what can be mended."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from desktop_app.core.dossier import LEVELS, EntryKind
from desktop_app.core.folding import fold
from desktop_app.core.order_keys import is_order_key, keys_between
from desktop_app.store.base.connection import Connection

_KINDS = frozenset(kind.name.lower() for kind in EntryKind)


class DossierFault(NamedTuple):
    """What is wrong, in a sentence, and what mends it; None where nothing can."""

    message: str
    mend: Callable[[], None] | None = None


def dossier_faults(connection: Connection) -> list[DossierFault]:
    """What is wrong with the dossiers; each mend leaves what the user wrote as it is."""
    found = [
        *_names(connection),
        *_kinds(connection),
        *_levels(connection),
        *_excerpts(connection),
    ]
    for dossier_id in connection.column("SELECT id FROM dossiers ORDER BY id"):
        found += _order(connection, dossier_id)
    return found


def _names(connection: Connection) -> list[DossierFault]:
    """A key that isn't its name's, by which the dossier wouldn't be found."""
    rows = connection.rows("SELECT id, name, key FROM dossiers")
    return [
        DossierFault(
            f"The dossier “{name}” isn't found by its name.",
            partial(_set, connection, "dossiers", "key", dossier_id, fold(name)),
        )
        for dossier_id, name, key in map(tuple, rows)
        if key != fold(name)
    ]


def _kinds(connection: Connection) -> list[DossierFault]:
    rows = connection.rows("SELECT DISTINCT kind FROM dossier_entries")
    unknown = [row[0] for row in rows if row[0] not in _KINDS]
    return [
        DossierFault(f"A dossier holds an entry of an unknown kind, “{each}”.") for each in unknown
    ]


def _levels(connection: Connection) -> list[DossierFault]:
    wrong = connection.column(
        "SELECT id FROM dossier_entries WHERE level NOT BETWEEN 1 AND ?", (LEVELS,)
    )
    return [
        DossierFault(
            f"The heading {each} of a dossier has a level that there isn't.",
            partial(_set, connection, "dossier_entries", "level", each, LEVELS),
        )
        for each in wrong
    ]


def _excerpts(connection: Connection) -> list[DossierFault]:
    """What doesn't tell highlights; the article stands there whole then."""
    rows = connection.rows("SELECT id, excerpts FROM dossier_entries WHERE excerpts IS NOT NULL")
    return [
        DossierFault(
            f"The excerpts of entry {entry_id} of a dossier can't be read.",
            partial(_set, connection, "dossier_entries", "excerpts", entry_id, None),
        )
        for entry_id, excerpts in map(tuple, rows)
        if not _tells_ids(excerpts)
    ]


def _tells_ids(excerpts: str) -> bool:
    try:
        ids = json.loads(excerpts)
    except ValueError:
        return False
    return isinstance(ids, list) and all(type(each) is int for each in ids)


def _order(connection: Connection, dossier_id: int) -> list[DossierFault]:
    """Keys that are none or that two entries share: nothing could be put between these."""
    places = connection.column(
        "SELECT place FROM dossier_entries WHERE dossier_id = ? ORDER BY place, id", (dossier_id,)
    )
    if all(map(is_order_key, places)) and len(set(places)) == len(places):
        return []
    message = f"The order of dossier {dossier_id} isn't kept as it should be."
    return [DossierFault(message, partial(_number_anew, connection, dossier_id))]


def _number_anew(connection: Connection, dossier_id: int) -> None:
    ids = connection.column(
        "SELECT id FROM dossier_entries WHERE dossier_id = ? ORDER BY place, id", (dossier_id,)
    )
    connection.write_many(
        "UPDATE dossier_entries SET place = ? WHERE id = ?",
        list(zip(keys_between(None, None, len(ids)), ids, strict=True)),
    )


def _set(connection: Connection, table: str, column: str, row_id: int, value: object) -> None:
    connection.write(f"UPDATE {table} SET {column} = ? WHERE id = ?", (value, row_id))

"""What Datasette is told of the tables: what they and their columns hold, and how to show them."""

from __future__ import annotations

import json
from collections.abc import Sequence

from desktop_app.core.readable_tables import Table

#: Units that Datasette knows; the others stand in the descriptions.
_KNOWN_UNITS = {"bytes": "byte"}


def datasette_metadata(database: str, tables: Sequence[Table]) -> bytes:
    """The file for ``datasette --metadata``, for a database of that name.

    See https://docs.datasette.io/en/stable/metadata.html.
    """
    told = {
        "title": "A Cuttings archive",
        "description": "Press articles with who is named in them and what they tell, and when.",
        "databases": {database: {"tables": {table.name: _table(table) for table in tables}}},
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _table(table: Table) -> dict[str, object]:
    units = {
        each.name: _KNOWN_UNITS[each.unit] for each in table.columns if each.unit in _KNOWN_UNITS
    }
    told: dict[str, object] = {
        "description": table.words,
        "columns": {
            each.name: f"{each.words} In {each.unit}." if each.unit else each.words
            for each in table.columns
        },
    }
    if units:
        told["units"] = units
    if table.facets:
        told["facets"] = list(table.facets)
    if table.label:
        told["label_column"] = table.label
    if table.sort:
        counts = next(each for each in table.columns if each.name == table.sort).kind == "integer"
        told["sort_desc" if counts and table.sort != "position" else "sort"] = table.sort
    return told

"""How the fields of a line stand in the columns of its table."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from sqlite3 import Row
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

import msgspec

from desktop_app.store.whole.article_lines import Edits, SnapshotLine
from desktop_app.store.whole.line import Line
from desktop_app.store.whole.lines import LEFT_OUT, LastIdLine

_HALF = re.compile(r"\\u[dD][89a-fA-F]")


class Column(NamedTuple):
    """A field with a column of its name; in the table a flag is 0 or 1, and a list is JSON."""

    name: str
    is_flag: bool
    is_json: bool

    def told(self, value: object) -> object:
        """The field's value, of the column's."""
        if value is None:
            return None
        if self.is_flag:
            return bool(value)
        if not self.is_json or not isinstance(value, str):
            return value
        read = json.loads(value)
        if _HALF.search(value):
            # Escaped in JSON halves of surrogate pairs may be kept, which no UTF-8 can hold.
            whole = json.dumps(read, ensure_ascii=False).encode("utf-8", "replace")
            return json.loads(whole)
        return read

    def kept(self, value: object) -> object:
        """The column's value, of the field's."""
        if value is None or not self.is_json:
            return value
        return json.dumps(msgspec.to_builtins(value), ensure_ascii=False)


# What only an act that could be taken back still refers to is no part of the archive.
_IN_USE = """ AND (EXISTS (SELECT 1 FROM captures WHERE snapshot_id = r.id)
    OR EXISTS (SELECT 1 FROM revisions WHERE snapshot_id = r.id))"""


def condition_of(line: type[Line]) -> str:
    """Which rows ``r`` of the table are told, to stand behind another condition."""
    if line is SnapshotLine:
        return _IN_USE
    if line is LastIdLine:
        names = ", ".join(f"'{name}'" for name in sorted(LEFT_OUT))
        return f" AND r.name NOT IN ({names})"
    return ""


@cache
def columns_of(line: type[Line]) -> tuple[Column, ...]:
    """The columns that are read for lines of this type, but for those that stand apart."""
    found = []
    for each in msgspec.structs.fields(line):
        if each.name in line.apart:
            continue
        kinds = _kinds(each.type)
        is_json = bool(kinds & {list, Edits})
        found.append(Column(each.name, bool in kinds, is_json))
    return tuple(found)


def values_told(line: type[Line], row: Row) -> dict[str, Any]:
    """What a line tells of a row that has its columns."""
    return {each.name: each.told(row[each.name]) for each in columns_of(line)}


def values_kept(line: Line) -> Mapping[str, object]:
    """The columns of a line's row with their values, without those that are only told."""
    kind = type(line)
    return {
        each.name: each.kept(getattr(line, each.name))
        for each in columns_of(kind)
        if each.name not in kind.only_told
    }


def _kinds(kind: Any) -> set[Any]:  # noqa: ANN401 - what a type hint is
    """The classes of which a value may be one."""
    origin = get_origin(kind)
    if origin is Annotated:
        return _kinds(get_args(kind)[0])
    if origin in (Union, UnionType):
        return {each for part in get_args(kind) for each in _kinds(part)} - {NoneType}
    return {origin or kind}

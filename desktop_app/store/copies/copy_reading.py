"""Which articles have copies: read for lists, which wait for nothing that writing needs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from desktop_app.store.base.connection import Connection
from desktop_app.store.search.query_sql import TRASH

_OTHERS = f"""
    SELECT m.article_id, o.article_id FROM copy_members m
    JOIN copy_members o ON o.group_id = m.group_id AND o.article_id <> m.article_id
    WHERE m.article_id IN (SELECT value FROM json_each(?))
    AND o.article_id NOT IN ({TRASH}) ORDER BY m.article_id, o.article_id
"""
_GROUPS = "SELECT json_group_array(article_id), json_group_array(group_id) FROM copy_members"


def copies_of(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The other articles of each one's group, outside the trash; those without are left out."""
    found: dict[int, list[int]] = {}
    for article_id, other in connection.rows(_OTHERS, (json.dumps(list(ids)),)):
        found.setdefault(article_id, []).append(other)
    return {article_id: tuple(others) for article_id, others in found.items()}


def group_ids(connection: Connection) -> dict[int, int]:
    """The group of every article that is in one, those in the trash too."""
    row = connection.row(_GROUPS)
    return {} if row is None else dict(zip(json.loads(row[0]), json.loads(row[1]), strict=True))


_AMONG = """
    SELECT article_id, group_id FROM copy_members
    WHERE article_id IN (SELECT value FROM json_each(?))
"""
#: Of more articles than these, the groups of all are read no slower.
_FEW = 2_000


class CopyGroups:
    """The group of every article that is in one, remembered until the archive changes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._state: tuple[int, int] | None = None
        self._ids: dict[int, int] = {}

    def ids(self) -> dict[int, int]:
        """By article; not to be changed by the caller."""
        state = None if self._connection.in_transaction else self._connection.state()
        if state is None or state != self._state:
            self._ids = group_ids(self._connection)
            self._state = state
        return self._ids

    def among(self, ids: Sequence[int]) -> dict[int, int]:
        """The groups of these articles at least; those of few are looked up one by one."""
        if len(ids) > _FEW:
            return self.ids()
        return dict(map(tuple, self._connection.rows(_AMONG, (json.dumps(list(ids)),))))

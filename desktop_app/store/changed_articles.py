"""Which articles were changed since one last asked, by whichever window, as the undo log tells.

What is kept in memory about articles is brought up to date by it, rather than read whole again.
Only what is tied to dates, outlets, languages, tags, persons and the trash counts as a change here.
"""

from __future__ import annotations

import json

from desktop_app.store.act_log import MAX_ACTS, Change, read_log
from desktop_app.store.connection import Connection

_TIED = ("article_people", "article_tags")
_UNSEEN = {"unread", "starred", "note"}


class ChangedArticles:
    """Remembers which acts were seen; ask it from one thread at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._acts: dict[int, int] | None = None

    def since_last(self) -> set[int] | None:
        """The articles changed since the last call; None where it may be any, as at first."""
        now = self._read_acts()
        changed = self._changed_since(self._acts, now)
        self._acts = now
        return changed

    def forget(self) -> None:
        """From now on it may be any article."""
        self._acts = None

    def _changed_since(self, before: dict[int, int] | None, now: dict[int, int]) -> set[int] | None:
        if before is None or _is_beyond(before, now):
            return None
        changed: set[int] = set()
        for act_id in (each for each, undone in now.items() if before.get(each) != undone):
            found = self._changed_by(act_id)
            if found is None:
                return None
            changed |= found
        return changed

    def _read_acts(self) -> dict[int, int]:
        return {row[0]: row[1] for row in self._connection.rows("SELECT id, undone FROM acts")}

    def _changed_by(self, act_id: int) -> set[int] | None:
        changed: set[int] = set()
        for change in read_log(self._connection, act_id, "tags"):
            if change.kind == "U":
                return None  # another path for whoever has the tag
        for change in read_log(self._connection, act_id, "articles"):
            if change.kind != "U" or not set(change.old) <= _UNSEEN:
                changed.add(change.row_id)
        for table in _TIED:
            changed |= self._tied(table, list(read_log(self._connection, act_id, table)))
        return changed

    def _tied(self, table: str, changes: list[Change]) -> set[int]:
        """Whose the changed rows are; those that a later act took away are told by that act."""
        ids = [change.row_id for change in changes if "article_id" not in change.old]
        sql = f"SELECT article_id FROM {table} WHERE id IN (SELECT value FROM json_each(?))"
        found = self._connection.column(sql, (json.dumps(ids),)) if ids else []
        told = (change.old["article_id"] for change in changes if "article_id" in change.old)
        return {*found, *told}


def _is_beyond(before: dict[int, int], now: dict[int, int]) -> bool:
    """Whether acts were done or taken back of which nothing is known any more."""
    last_seen, oldest = max(before, default=0), min(now, default=0)
    if last_seen and oldest > last_seen + 1:
        return True
    kept_from = max(now, default=0) - MAX_ACTS
    lost = (each for each, undone in before.items() if each not in now and each > kept_from)
    return any(not before[each] for each in lost)

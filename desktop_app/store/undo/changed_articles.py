"""Which articles were changed since one last asked, by whichever window, as the undo log tells.

What is kept in memory about articles is brought up to date by it, rather than read whole again.
Unless told otherwise, only what is tied to dates, outlets, languages, tags, persons and the trash
counts as a change here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.store.base.connection import Connection
from desktop_app.store.undo.act_log import MAX_ACTS, Change, read_log

#: Anything about tags, and of persons whatever isn't new.
_NAMES = """
    SELECT EXISTS (SELECT 1 FROM act_changes WHERE act_id = ? AND
        (table_name = 'tags' OR (table_name = 'persons' AND kind NOT IN ('I', 'II'))))
"""
_TIED = ("article_people", "article_tags")
_UNSEEN = frozenset({"unread", "starred", "note"})


@dataclass(frozen=True, slots=True)
class Changes:
    """The articles that were changed, and whether tags or persons were, whoever has them."""

    articles: frozenset[int] = frozenset()
    names: bool = False


class ChangedArticles:
    """Remembers which acts were seen; ask it from one thread at a time.

    ``unseen`` are the articles' columns whose change doesn't count; ``tied`` the tables with an
    ``article_id`` whose rows belong to what is remembered of an article.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        unseen: frozenset[str] = _UNSEEN,
        tied: tuple[str, ...] = _TIED,
    ) -> None:
        self._connection = connection
        self._unseen = unseen
        self._tables = tied
        self._acts: dict[int, int] | None = None

    def since_last(self) -> Changes | None:
        """What was changed since the last call; None where it may be anything, as at first."""
        now = self._read_acts()
        changes = self._since(self._acts, now)
        self._acts = now
        return changes

    @property
    def seen(self) -> dict[int, int]:
        """The acts that were seen, each with whether it was undone."""
        return dict(self._acts or {})

    def resume(self, seen: Mapping[int, int]) -> None:
        """Go on where these acts had been seen."""
        self._acts = dict(seen)

    def forget(self) -> None:
        """From now on it may be any article."""
        self._acts = None

    def _since(self, before: dict[int, int] | None, now: dict[int, int]) -> Changes | None:
        if before is None or _is_beyond(before, now):
            return None
        articles: set[int] = set()
        acts = [each for each, undone in now.items() if before.get(each) != undone]
        for act_id in acts:
            found = self._changed_by(act_id)
            if found is None:
                return None
            articles |= found
        # What was taken back or done again may bring persons with all that they were.
        names = any(each in before or self._connection.value(_NAMES, (each,)) for each in acts)
        return Changes(frozenset(articles), names)

    def _read_acts(self) -> dict[int, int]:
        return {row[0]: row[1] for row in self._connection.rows("SELECT id, undone FROM acts")}

    def _changed_by(self, act_id: int) -> set[int] | None:
        changed: set[int] = set()
        if "article_tags" in self._tables:
            for change in read_log(self._connection, act_id, "tags"):
                if change.kind == "U":
                    return None  # another path for whoever has the tag
        for change in read_log(self._connection, act_id, "articles"):
            if change.kind != "U" or not set(change.old) <= self._unseen:
                changed.add(change.row_id)
        for table in self._tables:
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

"""The queue of addresses: what waits, what is under way, and what became of the rest."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from sqlite3 import Row

from desktop_app.core.fetch_queue import Queued, QueueItem
from desktop_app.core.fetch_states import QueueState
from desktop_app.store.base.connection import Connection

_INTERRUPTED = "Cuttings ended each time while this page was being fetched or cleaned."
#: States from which an address is fetched again when the user asks for it.
_ENDED = ("failed", "cancelled", "saved", "known")


class FetchQueue:
    """The addresses of an archive's queue, each of them once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Reading

    def get(self, item_id: int) -> QueueItem | None:
        """One item; None where there is none."""
        row = self._connection.row("SELECT * FROM fetch_queue WHERE id = ?", (item_id,))
        return None if row is None else _item(row)

    def items(
        self, states: Collection[str] = (), *, limit: int = -1, after: int = 0
    ) -> list[QueueItem]:
        """Items in the order in which they came, of these states or of all, ``after`` an id."""
        rows = self._connection.rows(
            "SELECT * FROM fetch_queue WHERE id > ?1"
            " AND (?2 = '[]' OR state IN (SELECT value FROM json_each(?2)))"
            " ORDER BY id LIMIT ?3",
            (after, json.dumps(sorted(states)), limit),
        )
        return [_item(row) for row in rows]

    def counts(self) -> dict[QueueState, int]:
        """How many items are in each state."""
        rows = self._connection.rows("SELECT state, count(*) FROM fetch_queue GROUP BY state")
        found = {QueueState(row[0]): int(row[1]) for row in rows}
        return {state: found.get(state, 0) for state in QueueState}

    def due(self, now: float, *, but: Collection[str], limit: int) -> list[QueueItem]:
        """What may be fetched now, at most one of each host; nothing of the hosts in ``but``."""
        rows = self._connection.rows(
            "SELECT *, min(id) FROM fetch_queue WHERE state = 'waiting' AND next_try <= ?1"
            " AND host NOT IN (SELECT value FROM json_each(?2))"
            " GROUP BY host ORDER BY min(id) LIMIT ?3",
            (now, json.dumps(sorted(but)), limit),
        )
        return [_item(row) for row in rows]

    def next_try(self) -> float | None:
        """When the first of those that wait may be tried; None where none waits."""
        found = self._connection.value(
            "SELECT min(next_try) FROM fetch_queue WHERE state = 'waiting'"
        )
        return None if found is None else float(found)

    def is_paused(self) -> bool:
        """Whether the user wants nothing to be fetched for now."""
        return bool(self._connection.value("SELECT paused FROM fetch_pause"))

    def hosts_ignoring_robots(self) -> list[str]:
        """The sites whose robots.txt the user set aside."""
        return self._connection.column(
            "SELECT host FROM fetch_hosts WHERE ignores_robots = 1 ORDER BY host"
        )

    def ignores_robots(self, host: str) -> bool:
        """Whether the user set this site's robots.txt aside."""
        return host in self.hosts_ignoring_robots()

    # What the user does

    def add(self, items: Iterable[QueueItem]) -> list[Queued]:
        """Put addresses in; one that is there already is left as it is. Ids are given here."""
        queued = []
        with self._connection.transaction():
            for item in items:
                known = self._connection.row("SELECT * FROM fetch_queue WHERE url = ?", (item.url,))
                if known is not None:
                    queued.append(Queued(_item(known), is_new=False))
                    continue
                item_id = self._connection.write(
                    "INSERT INTO fetch_queue (url, host, state, reason, added, tags,"
                    " ignores_robots, takes_anything, article_id) VALUES (?,?,?,?,?,?,?,?,?)",
                    (
                        item.url,
                        item.host,
                        str(item.state),
                        item.reason,
                        item.added,
                        json.dumps(item.tags, ensure_ascii=False),
                        item.ignores_robots,
                        item.takes_anything,
                        item.article_id,
                    ),
                )
                added = self.get(item_id)
                assert added is not None
                queued.append(Queued(added, is_new=True))
        return queued

    def retry(
        self, ids: Sequence[int], *, ignore_robots: bool = False, take_anything: bool = False
    ) -> int:
        """Let items that ended, or wait for a later time, be fetched at once; gives how many."""
        return self._changed(
            "UPDATE fetch_queue SET state = 'waiting', attempts = 0, next_try = 0, reason = '',"
            " advice = '', kind = '', ignores_robots = max(ignores_robots, ?2),"
            " takes_anything = max(takes_anything, ?3)"
            " WHERE id IN (SELECT value FROM json_each(?1)) AND state <> 'fetching'",
            (json.dumps(list(ids)), ignore_robots, take_anything),
        )

    def cancel(self, ids: Sequence[int]) -> int:
        """Don't fetch these; what is under way is dropped when it comes. Gives how many."""
        return self._changed(
            "UPDATE fetch_queue SET state = 'cancelled', reason = 'You cancelled it.', advice = '',"
            " kind = 'cancelled', next_try = 0"
            " WHERE id IN (SELECT value FROM json_each(?)) AND state IN ('waiting', 'fetching')",
            (json.dumps(list(ids)),),
        )

    def remove(self, ids: Sequence[int]) -> int:
        """Take items that ended out of the list; their articles stay. Gives how many."""
        ended = ", ".join(f"'{state}'" for state in _ENDED)
        return self._changed(
            "DELETE FROM fetch_queue WHERE id IN (SELECT value FROM json_each(?))"
            f" AND state IN ({ended})",
            (json.dumps(list(ids)),),
        )

    def set_paused(self, paused: bool) -> None:
        """Let nothing be begun any more, or go on."""
        with self._connection.transaction():
            self._connection.write("DELETE FROM fetch_pause")
            self._connection.write("INSERT INTO fetch_pause (paused) VALUES (?)", (paused,))

    def set_ignores_robots(self, host: str, ignores: bool) -> None:
        """Set a site's robots.txt aside, or obey it again."""
        self._connection.write(
            "INSERT INTO fetch_hosts (host, ignores_robots) VALUES (?, ?)"
            " ON CONFLICT (host) DO UPDATE SET ignores_robots = excluded.ignores_robots",
            (host, ignores),
        )

    # What the work tells

    def release(self, attempts: int) -> int:
        """Let what an ended program had under way wait again; gives how many.

        What was tried so often already has failed.
        """
        with self._connection.transaction():
            self._connection.write(
                "UPDATE fetch_queue SET state = 'failed', reason = ?, kind = 'interrupted'"
                " WHERE state = 'fetching' AND attempts >= ?",
                (_INTERRUPTED, attempts),
            )
            return self._changed(
                "UPDATE fetch_queue SET state = 'waiting' WHERE state = 'fetching'"
            )

    def begin(self, ids: Sequence[int]) -> None:
        """Note that these are being fetched; it counts as an attempt even if the program ends."""
        self._connection.write(
            "UPDATE fetch_queue SET state = 'fetching', attempts = attempts + 1"
            " WHERE id IN (SELECT value FROM json_each(?)) AND state = 'waiting'",
            (json.dumps(list(ids)),),
        )

    def put_back(self, ids: Sequence[int]) -> None:
        """Let items wait whose fetching was stopped; that was no attempt."""
        self._connection.write(
            "UPDATE fetch_queue SET state = 'waiting', attempts = max(attempts - 1, 0)"
            " WHERE id IN (SELECT value FROM json_each(?)) AND state = 'fetching'",
            (json.dumps(list(ids)),),
        )

    def postpone(
        self, item_id: int, failure: tuple[str, str, str], until: float, *, host: str | None = None
    ) -> None:
        """Try again later; with ``host``, nothing of that site is tried earlier either.

        ``failure`` is its kind, its sentence and what to do.
        """
        with self._connection.transaction():
            self._connection.write(
                "UPDATE fetch_queue SET state = 'waiting', kind = ?, reason = ?, advice = ?,"
                " next_try = ? WHERE id = ? AND state = 'fetching'",
                (*failure, until, item_id),
            )
            if host is not None:
                self._connection.write(
                    "UPDATE fetch_queue SET next_try = ?1"
                    " WHERE host = ?2 AND state = 'waiting' AND next_try < ?1",
                    (until, host),
                )

    def settle(
        self,
        item_id: int,
        state: QueueState,
        failure: tuple[str, str, str] = ("", "", ""),
        article_id: int | None = None,
    ) -> None:
        """Note what became of an item; what was cancelled meanwhile stays so."""
        self._connection.write(
            "UPDATE fetch_queue SET state = ?, kind = ?, reason = ?, advice = ?, article_id = ?,"
            " next_try = 0 WHERE id = ? AND state = 'fetching'",
            (str(state), *failure, article_id, item_id),
        )

    def _changed(self, sql: str, parameters: Sequence[object] = ()) -> int:
        before = self._connection.raw.total_changes
        self._connection.write(sql, parameters)
        return self._connection.raw.total_changes - before


def _item(row: Row) -> QueueItem:
    return QueueItem(
        row["id"],
        row["url"],
        row["host"],
        QueueState(row["state"]),
        row["reason"],
        row["advice"],
        row["kind"],
        row["attempts"],
        row["next_try"],
        row["added"],
        tuple(json.loads(row["tags"])),
        bool(row["ignores_robots"]),
        bool(row["takes_anything"]),
        row["article_id"],
    )

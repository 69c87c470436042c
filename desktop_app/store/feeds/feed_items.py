"""The items that feeds brought: kept once each, so that what was dismissed never comes again."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from sqlite3 import Row

from desktop_app.core.address_key import address_key
from desktop_app.core.feeds import FeedItem, ItemState, ReadItem
from desktop_app.store.base.connection import Connection

#: For so many days an item is remembered that its feed has no longer.
_REMEMBERED_DAYS = 120
_ITEMS = """
    SELECT i.*, CASE f.title WHEN '' THEN f.url ELSE f.title END AS feed,
        coalesce(q.state, '') AS queue_state, coalesce(q.reason, '') AS reason, q.article_id
    FROM feed_items i JOIN feeds f ON f.id = i.feed_id
    LEFT JOIN fetch_queue q ON i.state = 'clipped' AND q.url = i.url
"""
_SOME = "IN (SELECT value FROM json_each(?))"


class FeedItemStore:
    """An item is known by the key of its address, and by its guid where that is its alone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Reading

    def in_state(
        self, state: ItemState = ItemState.NEW, feed_id: int | None = None, limit: int = -1
    ) -> list[FeedItem]:
        """Items in this state, of one feed or all, the newest first."""
        rows = self._connection.rows(
            f"{_ITEMS} WHERE i.state = ?1 AND (?2 IS NULL OR i.feed_id = ?2)"
            " ORDER BY i.sorted DESC, i.id DESC LIMIT ?3",
            (str(state), feed_id, limit),
        )
        return [_item(row) for row in rows]

    def get(self, ids: Sequence[int]) -> list[FeedItem]:
        """These items, by their ids; those gone are left out."""
        rows = self._connection.rows(
            f"{_ITEMS} WHERE i.id {_SOME} ORDER BY i.id", (json.dumps(list(ids)),)
        )
        return [_item(row) for row in rows]

    def counts(self, feed_id: int | None = None) -> dict[ItemState, int]:
        """How many items are in each state, of one feed or all."""
        rows = self._connection.rows(
            "SELECT state, count(*) FROM feed_items WHERE ?1 IS NULL OR feed_id = ?1"
            " GROUP BY state",
            (feed_id,),
        )
        found = {ItemState(row[0]): int(row[1]) for row in rows}
        return {state: found.get(state, 0) for state in ItemState}

    def is_known_elsewhere(self, feed_id: int, key: str) -> bool:
        """Whether another feed brought this page and let it pass."""
        return bool(
            self._connection.value(
                "SELECT EXISTS (SELECT 1 FROM feed_items WHERE key = ? AND feed_id <> ?"
                " AND state IN ('new', 'clipped', 'dismissed'))",
                (key, feed_id),
            )
        )

    # Changing

    def take(
        self,
        feed_id: int,
        items: Sequence[ReadItem],
        state_of: Callable[[ReadItem, str], ItemState],
        moment: str,
    ) -> list[int]:
        """Keep a feed's items as it has them now; gives the ids of those that are new here.

        ``state_of`` says in which state a new one begins, by it and its key.
        """
        new: list[int] = []
        with self._connection.transaction():
            for item in reversed(items):  # the newest last, as their ids tell
                key = address_key(item.url)
                known = self._known(feed_id, key, item.guid)
                if known is None:
                    state = state_of(item, key)
                    added = self._add(feed_id, key, item, state, moment)
                    new += [added] if state is ItemState.NEW else []
                else:
                    self._follow(known, item, moment)
            self._forget_old(feed_id, moment)
        return new

    def set_state(self, ids: Sequence[int], state: ItemState, *, before: ItemState) -> int:
        """Say what became of items that were in another state; gives how many."""
        self._connection.write(
            f"UPDATE feed_items SET state = ? WHERE state = ? AND id {_SOME}",
            (str(state), str(before), json.dumps(list(ids))),
        )
        return int(self._connection.value("SELECT changes()"))  # without what triggers wrote

    def sort_anew(self, feed_id: int, state_of: Callable[[ReadItem], ItemState]) -> None:
        """Judge again what nobody decided on yet, by another filter."""
        waiting = [
            item
            for state in (ItemState.NEW, ItemState.LEFT_OUT)
            for item in self.in_state(state, feed_id)
        ]
        for item in waiting:
            read = ReadItem(item.url, item.title, item.author, item.published, item.summary)
            state = state_of(read)
            if state is not item.state:
                self._connection.write(
                    "UPDATE feed_items SET state = ? WHERE id = ?", (str(state), item.id)
                )

    def _known(self, feed_id: int, key: str, guid: str) -> Row | None:
        known = self._connection.row(
            "SELECT * FROM feed_items WHERE feed_id = ? AND key = ?", (feed_id, key)
        )
        if known is not None or not guid:
            return known
        return self._connection.row(
            "SELECT * FROM feed_items WHERE feed_id = ? AND guid = ? AND guid <> '' LIMIT 1",
            (feed_id, guid),
        )

    def _add(self, feed_id: int, key: str, item: ReadItem, state: ItemState, moment: str) -> int:
        is_past = item.published and item.published <= moment
        return self._connection.write(
            "INSERT INTO feed_items (feed_id, key, guid, url, title, author, published, summary,"
            " added, sorted, seen, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                feed_id,
                key,
                item.guid,
                item.url,
                item.title,
                item.author,
                item.published,
                item.summary,
                moment,
                item.published if is_past else moment,
                moment[:10],
                str(state),
            ),
        )

    def _follow(self, known: Row, item: ReadItem, moment: str) -> None:
        """Show an item as its feed has it now; what the user said of it stays."""
        told = (item.title, item.author, item.published, item.summary)
        kept = (known["title"], known["author"], known["published"], known["summary"])
        if told != kept or known["seen"] != moment[:10]:
            self._connection.write(
                "UPDATE feed_items SET title = ?, author = ?, published = ?, summary = ?, seen = ?"
                " WHERE id = ?",
                (*told, moment[:10], known["id"]),
            )

    def _forget_old(self, feed_id: int, moment: str) -> None:
        self._connection.write(
            "DELETE FROM feed_items WHERE feed_id = ? AND state <> 'new'"
            f" AND seen < date(?, '-{_REMEMBERED_DAYS} days')",
            (feed_id, moment[:10]),
        )


def _item(row: Row) -> FeedItem:
    return FeedItem(
        row["id"],
        row["feed_id"],
        row["feed"],
        row["url"],
        row["title"],
        row["author"],
        row["published"],
        row["summary"],
        row["added"],
        ItemState(row["state"]),
        row["queue_state"],
        row["reason"],
        row["article_id"],
    )

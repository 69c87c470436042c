"""Which articles an address leads to, whatever its dressing: see ``core.address_key``."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop_app.core.address_key import address_number, is_front_page
from desktop_app.store.base.connection import Connection

# The plus keeps SQLite from going along all articles outside the trash.
_FIND = """
    SELECT id FROM articles WHERE +deleted IS NULL AND id IN (
        SELECT id FROM articles WHERE address_key = ?1
        UNION SELECT id FROM articles WHERE canonical_key = ?1
        UNION SELECT article_id FROM article_redirects WHERE address_key = ?1
    ) ORDER BY id
"""
_FIND_FRONT_PAGE = "SELECT id FROM articles WHERE +deleted IS NULL AND address_key = ? ORDER BY id"
_BATCH = 2_000


class AddressStore:
    """The addresses of an archive's articles."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, url: str) -> list[int]:
        """The articles outside the trash that have this address, or were once reached by it."""
        number = address_number(url)
        if not number:
            return []
        # Sites name their front page as the canonical one of every article, or lead there.
        sql = _FIND_FRONT_PAGE if is_front_page(url) else _FIND
        return self._connection.column(sql, (number,))

    def redirects(self, article_id: int) -> tuple[str, ...]:
        """The addresses that led to an article's own, in order."""
        sql = "SELECT url FROM article_redirects WHERE article_id = ? ORDER BY id"
        return tuple(self._connection.column(sql, (article_id,)))

    def keep_redirects(self, redirects: Iterable[tuple[int, tuple[str, ...]]]) -> None:
        """Note the addresses that led to articles; to be called within an act."""
        rows = [
            (article_id, url, address_number(url))
            for article_id, urls in redirects
            for url in urls
            if address_number(url)
        ]
        if rows:
            self._connection.write_many(
                "INSERT INTO article_redirects (article_id, url, address_key) SELECT ?1, ?2, ?3"
                " WHERE NOT EXISTS (SELECT 1 FROM article_redirects"
                " WHERE article_id = ?1 AND url = ?2)",
                rows,
            )


def fill_address_keys(connection: Connection, progress: Callable[[int, int], None]) -> None:
    """Give every article of an older archive the keys that its addresses have by today's rules.

    ``progress`` may raise to end it.
    """
    ids = connection.column(
        "SELECT id FROM articles WHERE coalesce(url, canonical_url) IS NOT NULL ORDER BY id"
    )
    for first in range(0, len(ids), _BATCH):
        progress(first, len(ids))
        some = ids[first : first + _BATCH]
        rows = connection.rows(
            "SELECT id, url, canonical_url FROM articles WHERE id BETWEEN ? AND ?",
            (some[0], some[-1]),
        )
        connection.write_many(
            "UPDATE articles SET address_key = ?, canonical_key = ? WHERE id = ?",
            [
                (*(address_number(url) or None if url else None for url in row[1:]), row[0])
                for row in rows
            ],
        )
    redirects = connection.rows("SELECT id, url FROM article_redirects")
    connection.write_many(
        "UPDATE article_redirects SET address_key = ? WHERE id = ?",
        [(address_number(url), row_id) for row_id, url in redirects],
    )

"""What the archive offers to somebody who types a query: tags, persons, outlets, dossiers…"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from sqlite3 import Row

from desktop_app.core.folding import fold, name_key
from desktop_app.store.articles.tags import with_parents
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.person_counts import renew
from desktop_app.store.words.person_words import names_where, within_name

#: Of a letter or two that begin very many names, only so many persons are looked at first.
_MOST_NAMED = 3_000
#: Words of so many letters begin few enough names to look at each.
_TELLING_LETTERS = 3
_MAX_LENGTH = 200
_TAGGED = """
    SELECT count(DISTINCT article_id) FROM article_tags WHERE tag_id IN
    (SELECT id FROM tags WHERE path = ?1 OR substr(path, 1, length(?1) + 1) = ?1 || '/')
"""
_SPELT = """
    SELECT p.name, {articles} AS articles,
        (SELECT n.name FROM person_names n WHERE n.person_id = p.id AND {tests}
            LIMIT 1) AS spelt
    FROM {source} WHERE p.hidden = 0 AND spelt IS NOT NULL
"""
_OUTLETS = """
    SELECT publisher, count(*) AS articles FROM articles
    WHERE publisher > '' GROUP BY publisher ORDER BY articles DESC
"""
_DOSSIERS = """
    SELECT name, (SELECT count(DISTINCT article_id) FROM dossier_entries WHERE dossier_id = d.id)
    FROM dossiers d ORDER BY key
"""
_LANGUAGES = """
    SELECT DISTINCT language FROM articles WHERE language > '' AND deleted IS NULL
"""
_DAYS = {
    "published": "published_earliest FROM articles WHERE deleted IS NULL AND published_sort > ''"
    " ORDER BY published_sort",
    "captured": "captured FROM articles WHERE deleted IS NULL ORDER BY captured",
    "event": "earliest FROM events ORDER BY earliest",
}


class Completions:
    """Looks up what begins as what was typed; never more than asked for."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._state: tuple[int, int] | None = None
        self._remembered: dict[str, list[tuple[str, int]]] = {}

    def tags(self, text: str, limit: int) -> list[tuple[str, int]]:
        """Tags, parents too, of which a part begins so; whole paths first, with their articles."""
        wanted = fold(text[:_MAX_LENGTH].strip())
        found = [
            (rank, path.count("/"), fold(path), path)
            for path, _ in self._all("tags", self._read_tags)
            if (rank := _tag_rank(fold(path), wanted)) is not None
        ]
        best = [path for *_, path in heapq.nsmallest(limit, found)]
        return [(path, int(self._connection.value(_TAGGED, (path,)))) for path in best]

    def persons(self, text: str, limit: int) -> list[tuple[str, str, int]]:
        """Persons with a name whose words begin so: main name, that spelling, articles."""
        tokens = name_key(text[:_MAX_LENGTH]).split()
        tests = " AND ".join(["instr(' ' || n.key || ' ', ?)"] * len(tokens)) or "1"
        values = tuple(within_name(token, prefix=True) for token in tokens)
        rows: list[Row] = []
        renew(self._connection)
        if max(map(len, tokens), default=0) < _TELLING_LETTERS:
            named_most = (
                "(SELECT person_id, articles FROM person_counts WHERE articles > 0"
                f" ORDER BY articles DESC, mentions DESC LIMIT {_MOST_NAMED}) c"
                " CROSS JOIN persons p ON p.id = c.person_id"
            )
            often = _SPELT.format(source=named_most, articles="c.articles", tests=tests)
            rows = self._connection.rows(f"{often} LIMIT ?", (*values, limit))
        if len(rows) < limit and tokens:
            everybody = "persons p LEFT JOIN person_counts c ON c.person_id = p.id"
            all_of_them = _SPELT.format(
                source=everybody, articles="coalesce(c.articles, 0)", tests=tests
            )
            named, names = names_where(text, "p.id", prefix=True)
            rows = self._connection.rows(
                f"{all_of_them} AND {named} ORDER BY 2 DESC, p.name LIMIT ?",
                (*values, *names, limit),
            )
        return [
            (name, name if all(part in f" {name_key(name)} " for part in values) else spelt, count)
            for name, count, spelt in map(tuple, rows)
        ]

    def outlets(self, text: str, limit: int) -> list[tuple[str, int]]:
        """Outlets with a word that begins so, those with most articles first."""
        wanted = fold(text[:_MAX_LENGTH].strip())
        ranked = sorted(
            (not fold(name).startswith(wanted), -articles, name)
            for name, articles in self._all("outlets", self._read_outlets)
            if f" {wanted}" in f" {fold(name)}"
        )
        return [(name, -articles) for _, articles, name in ranked[:limit]]

    def dossiers(self, text: str, limit: int) -> list[tuple[str, int]]:
        """Dossiers with a word that begins so, with the articles in them."""
        wanted = fold(text[:_MAX_LENGTH].strip())
        found = [
            (not fold(name).startswith(wanted), name, articles)
            for name, articles in self._all("dossiers", self._read_dossiers)
            if f" {wanted}" in f" {fold(name)}"
        ]
        return [(name, articles) for _, name, articles in sorted(found)[:limit]]

    def languages(self, text: str, limit: int) -> list[str]:
        """Codes of languages that begin so."""
        codes = (code for code, _ in self._all("languages", self._read_languages))
        return [code for code in codes if code.startswith(fold(text))][:limit]

    def years(self, kind: str, limit: int, text: str = "") -> list[str]:
        """The years of one kind of date that begin so, newest first."""
        first, last = (
            str(self._connection.value(f"SELECT {_DAYS[kind]} {end} LIMIT 1") or "")[:4]
            for end in ("", "DESC")
        )
        if not (first.isdigit() and last.isdigit()):
            return []
        years = (f"{year:04}" for year in range(int(last), int(first) - 1, -1))
        found = (year for year in years if year.startswith(text))
        return [year for year, _ in zip(found, range(limit), strict=False)]

    # What each key asks for is remembered until the archive changes.

    def _all(self, what: str, read: Callable[[], list[tuple[str, int]]]) -> list[tuple[str, int]]:
        state = self._connection.state()
        if state != self._state:
            self._remembered.clear()
            self._state = state
        if what not in self._remembered:
            self._remembered[what] = read()
        return self._remembered[what]

    def _read_tags(self) -> list[tuple[str, int]]:
        paths = self._connection.column("SELECT path FROM tags")
        return [(path, 0) for path in {above for path in paths for above in with_parents(path)}]

    def _read_outlets(self) -> list[tuple[str, int]]:
        return [(row[0], row[1]) for row in self._connection.rows(_OUTLETS)]

    def _read_dossiers(self) -> list[tuple[str, int]]:
        return [(row[0], row[1]) for row in self._connection.rows(_DOSSIERS)]

    def _read_languages(self) -> list[tuple[str, int]]:
        codes = {code.partition("-")[0] for code in self._connection.column(_LANGUAGES)}
        return [(code, 0) for code in sorted(codes)]


def _tag_rank(key: str, wanted: str) -> int | None:
    """0 where the path begins so, 1 where a level does, 2 where a word does; else None."""
    if key.startswith(wanted):
        return 0
    if f"/{wanted}" in key:
        return 1
    return 2 if f" {wanted}" in key or f"-{wanted}" in key else None

"""Which persons the names in many new articles are: what the archive knows of them is read at once.

A new article has no earlier ties and no choices of the user, and while it is stored nobody takes a
name from its owner; so what was read stays true, and what is learnt is remembered beside it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from desktop_app.core.article import CleanArticle
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.person_counts import counted_together
from desktop_app.store.people.article_choices import ToldName
from desktop_app.store.people.person_assignment import WRITE_TIE, PersonAssignment
from desktop_app.store.people.person_names import bounded_name, person_key

_OWNERS = """
    SELECT n.key, n.person_id FROM json_each(?) w
    CROSS JOIN person_names n ON n.key = w.value AND n.owns = 1
"""
_SPELLINGS = """
    SELECT n.person_id, n.name, n.owns FROM json_each(?) w
    CROSS JOIN person_names n ON n.person_id = w.value ->> 0 AND n.name = w.value ->> 1
"""
#: From so many articles on, counting each person once is quicker than following every tie.
_MANY = 50


class NewAssignment(PersonAssignment):
    """Ties the names of new articles, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._owners: dict[str, int] = {}
        self._spellings: dict[tuple[int, str], int] = {}
        self._split: frozenset[int] = frozenset()
        self._ties: list[tuple[object, ...]] = []

    def assign_new(self, articles: Sequence[tuple[int, CleanArticle]]) -> None:
        """Tie every name of these articles to its person."""
        self._read([clean for _, clean in articles])
        for article_id, clean in articles:
            for position, named in enumerate(clean.people):
                self.assign_name(article_id, ToldName(position, named))
        if len(articles) < _MANY:
            self._connection.write_many(WRITE_TIE, self._ties)
            return
        with counted_together(self._connection):
            self._connection.write_many(WRITE_TIE, self._ties)

    def _read(self, articles: Sequence[CleanArticle]) -> None:
        people = [named for clean in articles for named in clean.people]
        names = {named.name for named in people}
        keys = json.dumps(sorted({person_key(name) for name in names}))
        self._owners = dict(map(tuple, self._connection.rows(_OWNERS, (keys,))))
        self._split = frozenset(
            self._connection.column("SELECT DISTINCT person_id FROM person_splits")
        )
        owners = {name: self._owners.get(person_key(name)) for name in names}
        wanted = sorted(
            {
                (owner, bounded_name(spelling))
                for named in people
                for spelling in named.aliases
                if (owner := owners[named.name]) is not None
            }
        )
        rows = self._connection.rows(_SPELLINGS, (json.dumps(wanted),))
        self._spellings = {(row[0], row[1]): row[2] for row in rows}

    def owner(self, name: str) -> int | None:
        """The person to whom this full name belongs."""
        found = self._owners.get(person_key(name))
        return super().owner(name) if found is None else found

    def splits(self, person_id: int) -> dict[str, int]:
        """The keys that the user split off a person, and whose they are."""
        return super().splits(person_id) if person_id in self._split else {}

    def spelling(self, person_id: int, name: str) -> int | None:
        """Whether a person owns a name that they are known by; None where they aren't."""
        found = self._spellings.get((person_id, name))
        return super().spelling(person_id, name) if found is None else found

    def note_spelling(self, person_id: int, name: str, *, owns: bool) -> None:
        """Write a spelling down, and remember it for the articles that follow."""
        super().note_spelling(person_id, name, owns=owns)
        found = super().spelling(person_id, name)
        if found is not None:
            self._spellings[person_id, name] = found
        if found:
            self._owners[person_key(name)] = person_id

    def write_tie(self, row: tuple[object, ...]) -> None:
        """Put a row by until those of all articles are written."""
        self._ties.append(row)

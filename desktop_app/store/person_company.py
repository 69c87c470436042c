"""What stands round persons: who is named with whom, under which tags, by which outlets.

Reads only; who the persons are is kept by ``people``.
"""

from __future__ import annotations

import json

from desktop_app.core.network import NetworkPerson, PersonNetwork, Tie
from desktop_app.core.query import ParsedQuery
from desktop_app.store.article_ids import bounded_id
from desktop_app.store.connection import Connection
from desktop_app.store.query_sql import TRASH, matching

#: A network has at most so many persons and ties, whatever is asked for.
MOST_PERSONS, MOST_TIES = 2_000, 20_000
_NAMING = (
    "SELECT DISTINCT t.article_id FROM article_people t WHERE t.person_id ="
    " (SELECT coalesce(merged_into, id) FROM persons WHERE id = ?)"
    f" AND t.article_id NOT IN ({TRASH})"
)


class PersonCompany:
    """Counts over the articles of a person or of a query; persons that are hidden don't count."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def tags(self, person_id: int) -> list[tuple[str, int]]:
        """The tags of the articles naming a person, with their counts, most often first."""
        rows = self._connection.rows(
            "SELECT g.path, count(*) AS articles FROM article_tags x JOIN tags g ON g.id = x.tag_id"
            f" WHERE x.article_id IN ({_NAMING}) GROUP BY g.id ORDER BY articles DESC, g.path",
            (bounded_id(person_id),),
        )
        return [(row[0], row[1]) for row in rows]

    def outlets(self, person_id: int) -> list[tuple[str, int]]:
        """The outlets that published the articles naming a person, most often first."""
        rows = self._connection.rows(
            "SELECT a.publisher, count(*) AS articles FROM articles a"
            f" WHERE a.id IN ({_NAMING}) AND coalesce(a.publisher, '') <> ''"
            " GROUP BY a.publisher ORDER BY articles DESC, a.publisher",
            (bounded_id(person_id),),
        )
        return [(row[0], row[1]) for row in rows]

    def round_person(self, person_id: int, most: int = MOST_PERSONS) -> PersonNetwork:
        """A person and those named with them most often, tied within the articles naming them."""
        return self._network(f"t.article_id IN ({_NAMING})", (bounded_id(person_id),), most)

    def in_articles(self, parsed: ParsedQuery | None, most: int = MOST_PERSONS) -> PersonNetwork:
        """The persons named most in the articles that a query finds, and their ties."""
        where, values = matching(parsed, "t.article_id")
        return self._network(where, values, most)

    def _network(self, where: str, values: tuple[object, ...], most: int) -> PersonNetwork:
        rows = self._connection.rows(
            "SELECT p.id, p.name, count(DISTINCT t.article_id) AS articles FROM article_people t"
            f" JOIN persons p ON p.id = t.person_id AND p.hidden = 0 WHERE {where}"
            " GROUP BY p.id ORDER BY articles DESC, p.name, p.id LIMIT ?",
            (*values, max(1, min(most, MOST_PERSONS))),
        )
        persons = tuple(NetworkPerson(row[0], row[1], row[2]) for row in rows)
        ids = json.dumps([person.id for person in persons])
        ties = self._connection.rows(
            "WITH named AS MATERIALIZED (SELECT DISTINCT t.article_id, t.person_id"
            f" FROM article_people t WHERE {where}"
            " AND t.person_id IN (SELECT value FROM json_each(?)))"
            " SELECT one.person_id, other.person_id, count(*) AS articles FROM named one"
            " JOIN named other ON other.article_id = one.article_id"
            " AND other.person_id > one.person_id"
            " GROUP BY 1, 2 ORDER BY articles DESC, 1, 2 LIMIT ?",
            (*values, ids, MOST_TIES),
        )
        return PersonNetwork(persons, tuple(Tie(*row) for row in ties))

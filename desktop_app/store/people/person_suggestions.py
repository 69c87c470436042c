"""The queue of persons who may be one: read a page at a time, answered by the user.

A refusal is kept for good, so the same question never comes again; every answer can be undone.
"""

from __future__ import annotations

import builtins

from desktop_app.core.article import PersonSuggestion
from desktop_app.core.errors import InputError
from desktop_app.store.base.article_ids import bounded_id
from desktop_app.store.base.connection import Connection
from desktop_app.store.people.people import PersonStore
from desktop_app.store.undo.acts import Acts

# Whom no article names now, or whom the user hid, is no question; nor are two items of Wikidata.
_OPEN = """
    FROM person_suggestions s
    JOIN persons p ON p.id = s.person_id AND p.hidden = 0
    JOIN persons o ON o.id = s.other_id AND o.hidden = 0
    WHERE s.refused = 0 AND (p.wikidata <> o.wikidata) IS NOT 1
    AND EXISTS (SELECT 1 FROM article_people t JOIN articles a ON a.id = t.article_id
        AND a.deleted IS NULL WHERE t.person_id = s.person_id)
    AND EXISTS (SELECT 1 FROM article_people t JOIN articles a ON a.id = t.article_id
        AND a.deleted IS NULL WHERE t.person_id = s.other_id)
"""


class PersonSuggestionStore:
    """Suggestions by id; one that is answered or was never there raises InputError."""

    def __init__(self, connection: Connection, acts: Acts, people: PersonStore) -> None:
        self._connection = connection
        self._acts = acts
        self._people = people

    def list(self, limit: int = 50, offset: int = 0) -> list[PersonSuggestion]:
        """The open suggestions, oldest first; those put off come last."""
        rows = self._connection.rows(
            f"SELECT s.id, s.person_id, s.other_id, s.reason {_OPEN}"
            " ORDER BY s.postponed, s.id LIMIT ? OFFSET ?",
            (max(0, limit), max(0, offset)),
        )
        ids = list(dict.fromkeys(each for row in rows for each in (row[1], row[2])))
        persons = {person.id: person for person in self._people.several(ids)}
        told = {each: self._people.example(each) for each in ids}
        return [
            PersonSuggestion(found, persons[one], persons[other], reason, told[one], told[other])
            for found, one, other, reason in rows
        ]

    def count(self) -> int:
        """How many are open."""
        return int(self._connection.value(f"SELECT count(*) {_OPEN}"))

    def accept(self, suggestion_id: int) -> int:
        """Merge the two; gives the person they are now."""
        person_id, other_id = self._pair(suggestion_id)
        self._people.merge(person_id, [other_id])
        return person_id

    def accept_spelling(self, suggestion_id: int) -> int:
        """Merge the later one of the two with everybody it may be; gives the person of all.

        Whom the user keeps apart, by a refusal or by another item of Wikidata, stays apart.
        """
        person_id, other_id = self._pair(suggestion_id)
        joined = [person_id, other_id]
        for each in self._asked_with(other_id):
            if each not in joined and not any(self._kept_apart(each, one) for one in joined):
                joined.append(each)
        self._people.merge(person_id, joined[1:])
        return person_id

    def refuse(self, suggestion_id: int) -> None:
        """Keep the two apart for good."""
        self._pair(suggestion_id)
        with self._acts.act("Kept two persons apart"):
            self._connection.write(
                "UPDATE person_suggestions SET refused = 1 WHERE id = ?", (suggestion_id,)
            )

    def postpone(self, suggestion_id: int) -> None:
        """Ask again later: behind all others."""
        self._pair(suggestion_id)
        with self._acts.act("Put a question about two persons off"):
            self._connection.write(
                "UPDATE person_suggestions SET postponed ="
                " (SELECT max(postponed) + 1 FROM person_suggestions) WHERE id = ?",
                (suggestion_id,),
            )

    def _asked_with(self, person_id: int) -> builtins.list[int]:
        """Everybody with whom an open question asks about a person."""
        return self._connection.column(
            "SELECT person_id + other_id - ?1 FROM person_suggestions WHERE refused = 0"
            " AND (person_id = ?1 OR other_id = ?1) ORDER BY id",
            (person_id,),
        )

    def _kept_apart(self, one: int, other: int) -> bool:
        return bool(
            self._connection.value(
                "SELECT EXISTS (SELECT 1 FROM person_suggestions WHERE refused = 1"
                " AND person_id IN (?1, ?2) AND other_id IN (?1, ?2))"
                " OR EXISTS (SELECT 1 FROM persons p JOIN persons o ON o.wikidata <> p.wikidata"
                " WHERE p.id = ?1 AND o.id = ?2)",
                (one, other),
            )
        )

    def _pair(self, suggestion_id: int) -> tuple[int, int]:
        row = self._connection.row(
            "SELECT person_id, other_id FROM person_suggestions WHERE id = ? AND refused = 0",
            (bounded_id(suggestion_id),),
        )
        if row is None:
            raise InputError(
                f"There is no open suggestion {suggestion_id}.",
                "“cuttings people suggestions” shows those that are open.",
            )
        return int(row[0]), int(row[1])

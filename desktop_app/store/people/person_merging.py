"""One person made a part of another: names, rules, choices and questions go along."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.store.base.connection import Connection
from desktop_app.store.base.revision_state import STATE, state_of
from desktop_app.store.people.article_choices import ArticleChoices
from desktop_app.store.people.person_assignment import PersonAssignment
from desktop_app.store.people.person_names import person_key

#: With the survivor as ?1 and the other as ?2.
_MERGE = (
    # Of a spelling that both have, the one stays that owns its key.
    "DELETE FROM person_names WHERE person_id = ?1 AND name IN"
    " (SELECT name FROM person_names WHERE person_id = ?2 AND owns = 1)",
    "DELETE FROM person_names WHERE person_id = ?2 AND name IN"
    " (SELECT name FROM person_names WHERE person_id = ?1)",
    "UPDATE person_names SET person_id = ?1 WHERE person_id = ?2",
    "DELETE FROM person_splits WHERE (person_id = ?2 AND key IN"
    " (SELECT key FROM person_splits WHERE person_id = ?1))"
    " OR (person_id, to_person_id) IN ((?1, ?2), (?2, ?1))",
    "UPDATE person_splits SET person_id = ?1 WHERE person_id = ?2",
    "UPDATE person_splits SET to_person_id = ?1 WHERE to_person_id = ?2",
    "UPDATE article_people SET person_id = ?1 WHERE person_id = ?2",
    # A name that the one has by the user's word isn't refused any more; other refusals go along.
    "UPDATE OR IGNORE person_refusals SET person_id = ?1 WHERE person_id = ?2",
    "DELETE FROM person_refusals WHERE person_id = ?2 OR (person_id = ?1 AND key IN"
    " (SELECT key FROM person_names WHERE person_id = ?1))",
    # Of two notes both stay; of two items of Wikidata the one's.
    "UPDATE persons SET note = trim((SELECT note FROM persons WHERE id = ?1) || char(10, 10)"
    " || (SELECT note FROM persons WHERE id = ?2), char(10)), wikidata = coalesce(wikidata,"
    " (SELECT wikidata FROM persons WHERE id = ?2)) WHERE id = ?1",
    "UPDATE mention_choices SET person_id = ?1 WHERE person_id = ?2",
    "UPDATE article_person_choices SET person_id = ?1 WHERE person_id = ?2",
    # Questions: the one about the two is answered; of two about the same third, a refusal holds.
    "DELETE FROM person_suggestions WHERE person_id IN (?1, ?2) AND other_id IN (?1, ?2)",
    "UPDATE person_suggestions SET refused = 1 WHERE (person_id = ?1 OR other_id = ?1)"
    " AND person_id + other_id - ?1 IN (SELECT person_id + other_id - ?2 FROM person_suggestions"
    " WHERE (person_id = ?2 OR other_id = ?2) AND refused = 1)",
    "DELETE FROM person_suggestions WHERE (person_id = ?2 OR other_id = ?2)"
    " AND person_id + other_id - ?2 IN (SELECT person_id + other_id - ?1 FROM person_suggestions"
    " WHERE person_id = ?1 OR other_id = ?1)",
    "UPDATE person_suggestions SET person_id = ?1 WHERE person_id = ?2",
    "UPDATE person_suggestions SET other_id = ?1 WHERE other_id = ?2",
    "UPDATE persons SET merged_into = ?1 WHERE id = ?2 OR merged_into = ?2",
)


# What was split off one of them is split off all that they are now, and whom the user named at two
# places of an article may be one there now: such articles are tied again.
_TOUCHED = """
    SELECT article_id FROM mention_choices WHERE person_id = ?1
    UNION SELECT t.article_id FROM person_splits s JOIN article_people t
    ON t.person_id IN (s.person_id, s.to_person_id) WHERE s.person_id = ?1
"""
# Mentions split off the other (?2) by words that are split off the one (?1) for somebody else.
_HELD = f"""
    SELECT t.article_id, t.position, s.key, s.to_person_id, {STATE} FROM person_splits s
    JOIN person_splits o ON o.person_id = ?1 AND o.key = s.key AND o.to_person_id <> s.to_person_id
    JOIN article_people t ON t.person_id = s.to_person_id AND t.part = s.key
    JOIN articles a ON a.id = t.article_id JOIN revisions r ON r.id = a.revision_id
    WHERE s.person_id = ?2
"""


class PersonMerging:
    """Merges persons; the caller's act is what is undone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._choices = ArticleChoices(connection)
        self._assignment = PersonAssignment(connection)

    def merge(self, into_id: int, others: Iterable[int]) -> None:
        """Give everything that is the others' to the one; their ids lead to the one."""
        for other in others:
            self._hold_places(into_id, other)
            for sql in _MERGE:
                self._connection.write(sql, (into_id, other))
        self._assignment.assign_again(self._connection.column(_TOUCHED, (into_id,)))

    def _hold_places(self, into_id: int, other: int) -> None:
        """Keep whose those mentions are for which the one will have another rule.

        One person can't give the same words to two: the other's become chosen places.
        """
        for row in self._connection.rows(_HELD, (into_id, other)):
            clean = state_of(row)
            for told in self._choices.told(row["article_id"], clean).names:
                for mention in told.named.mentions if told.position == row["position"] else ():
                    if person_key(mention.text) == row["key"]:
                        self._choices.set_place(
                            row["article_id"], clean.text, mention, row["to_person_id"]
                        )

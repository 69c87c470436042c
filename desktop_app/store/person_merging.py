"""One person made a part of another: names, rules, choices and questions go along."""

from __future__ import annotations

from desktop_app.store.connection import Connection

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


def merge_person(connection: Connection, into_id: int, other: int) -> None:
    """Give everything that is the other's to the one; the other's id leads to the one."""
    for sql in _MERGE:
        connection.write(sql, (into_id, other))

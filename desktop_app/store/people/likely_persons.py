"""Which persons of the archive a new name may be: found by block keys, never by reading all.

The keys of every name by which a person is known lie in an index; a new name is compared with
those alone that share one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.name_comparison import Comparison, Verdict, compare_names
from desktop_app.core.name_spelling import block_keys, search_keys
from desktop_app.store.base.archive_format import BLOCKS_A_NAME
from desktop_app.store.base.connection import Connection

#: Of more names than this with a key in common, those with the most in common are compared.
_MOST_COMPARED = 40
#: Above the id of every name.
_ANY_NAME = 2**62
#: More possible persons than this are no question that a user can answer.
MOST_SUGGESTED = 5


@dataclass(frozen=True, slots=True)
class Likely:
    """A person whom a name may be; ``doubtful`` where another name of theirs speaks against it."""

    person_id: int
    hidden: bool
    verdict: Verdict
    reason: str
    doubtful: bool


class LikelyPersons:
    """Finds who a name may be and keeps what to ask of the user."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def note(self, person_id: int, name: str) -> None:
        """Make a person's name findable by its block keys."""
        self._connection.write_many(
            f"INSERT OR IGNORE INTO person_blocks (id, key) SELECT id * {BLOCKS_A_NAME} + ?4, ?3"
            " FROM person_names WHERE person_id = ?1 AND name = ?2",
            [
                (person_id, name, key, number)
                for number, key in enumerate(sorted(block_keys(name))[:BLOCKS_A_NAME])
            ],
        )

    def persons(self, name: str, before: int | None = None) -> list[Likely]:
        """Who the name may be, the likeliest first.

        ``before`` is the id of the name itself where it is known: earlier names alone are compared.
        """
        keys = search_keys(name)
        if not keys:
            return []
        rows = self._connection.rows(
            "SELECT n.person_id, p.hidden, n.name FROM person_blocks b"
            f" JOIN person_names n ON n.id = b.id / {BLOCKS_A_NAME} AND n.owns = 1"
            " JOIN persons p ON p.id = n.person_id"
            " WHERE b.key IN (SELECT value FROM json_each(?)) AND n.id < ?"
            " GROUP BY n.id ORDER BY count(*) DESC, n.id LIMIT ?",
            (json.dumps(sorted(keys)), _ANY_NAME if before is None else before, _MOST_COMPARED),
        )
        compared: dict[tuple[int, bool], list[Comparison]] = {}
        for person_id, hidden, known in rows:
            person = (person_id, bool(hidden))
            compared.setdefault(person, []).append(compare_names(known, name))
        found = [_likely(*person, all_of) for person, all_of in compared.items()]
        return sorted(
            (each for each in found if each.verdict is not Verdict.DIFFERENT),
            key=lambda each: (-each.verdict, each.person_id),
        )

    def suggest(self, person_id: int, likely: Sequence[Likely]) -> None:
        """Put into the queue whether the new person is one of these, hidden ones left out."""
        asked = [each for each in likely if not each.hidden][:MOST_SUGGESTED]
        self._connection.write_many(
            "INSERT OR IGNORE INTO person_suggestions (person_id, other_id, reason)"
            " VALUES (?, ?, ?)",
            [(each.person_id, person_id, each.reason) for each in asked],
        )


def _likely(person_id: int, hidden: bool, compared: Sequence[Comparison]) -> Likely:
    best = max(compared, key=lambda each: each.verdict)
    doubtful = any(each.verdict is Verdict.DIFFERENT for each in compared)
    return Likely(person_id, hidden, best.verdict, best.reason, doubtful)

"""Compares the names of an archive with one another, as each new name is when it comes in.

For names that were there before names were compared. What is surely the same is joined by one act;
what may be the same is asked. The user's word stands: persons kept apart, refused names, hidden
persons and two different items of Wikidata are never joined, nor are two persons whom the user has
made or changed. Nothing is written until the end, so it can be stopped at any time, and what was
not reached waits for the next time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from sqlite3 import Row

from desktop_app.core.name_comparison import Verdict
from desktop_app.store.base.connection import Connection
from desktop_app.store.people.likely_persons import MOST_SUGGESTED, Likely, LikelyPersons
from desktop_app.store.people.person_merging import PersonMerging
from desktop_app.store.undo.acts import Acts

#: After so many names it is told how far the work is, and asked whether to go on.
_STEP = 100


@dataclass(frozen=True, slots=True)
class NamesCompared:
    """How many names were compared, how many persons joined others, how many questions came."""

    compared: int
    joined: int
    asked: int
    cancelled: bool = False


@dataclass(slots=True)
class _Found:
    """What the reading came to: whom each person joins, and which pairs to ask about."""

    names: list[int] = field(default_factory=list)
    joins: dict[int, int] = field(default_factory=dict)
    questions: dict[tuple[int, int], str] = field(default_factory=dict)

    def whose(self, person_id: int) -> int:
        """The person whom this one has become."""
        while person_id in self.joins:
            person_id = self.joins[person_id]
        return person_id


class NameComparing:
    """Compares the names that wait to be compared."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts
        self._likely = LikelyPersons(connection)
        self._merging = PersonMerging(connection)

    def waiting(self) -> int:
        """How many names were never compared with those before them."""
        return int(self._connection.value("SELECT count(*) FROM names_to_compare"))

    def ask_for_all(self) -> None:
        """Let every name be compared again."""
        self._connection.write(
            "INSERT OR IGNORE INTO names_to_compare SELECT id FROM person_names WHERE owns = 1"
        )

    def run(
        self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> NamesCompared:
        """Compare the names that wait, in the order in which they came."""
        found, total, stopped = _Found(), self.waiting(), False
        for name in self._waiting_names():
            if len(found.names) % _STEP == 0:
                progress(len(found.names), total)
                stopped = cancelled()
                if stopped:
                    break
            self._compare(name, found)
            found.names.append(name["id"])
        joined, asked = self._write(found)
        progress(len(found.names), total)
        return NamesCompared(len(found.names), joined, asked, stopped)

    def _waiting_names(self) -> Iterator[Row]:
        """The names in order; those of hidden persons need no comparing."""
        last = 0
        while rows := self._connection.rows(
            "SELECT n.id, n.name, n.key, n.person_id, p.chosen, p.hidden FROM names_to_compare c"
            " JOIN person_names n ON n.id = c.name_id JOIN persons p ON p.id = n.person_id"
            " WHERE n.id > ? ORDER BY n.id LIMIT ?",
            (last, _STEP),
        ):
            yield from rows
            last = rows[-1]["id"]

    def _compare(self, name: Row, found: _Found) -> None:
        if name["hidden"]:
            return
        own = found.whose(name["person_id"])
        likely = _by_person(self._likely.persons(name["name"], name["id"]), own, found)
        likely = [each for each in likely if not self._kept_apart(name, own, each)]
        sure = [each for each in likely if each.verdict is Verdict.SAME]
        if len(sure) == 1 and not sure[0].doubtful and self._may_join(own, sure[0].person_id):
            into, other = self._order(own, sure[0].person_id)
            found.joins[other] = into
            return
        for each in likely[:MOST_SUGGESTED]:
            pair = (min(own, each.person_id), max(own, each.person_id))
            found.questions.setdefault(pair, each.reason)

    def _kept_apart(self, name: Row, own: int, other: Likely) -> bool:
        """Whether the user said that the two aren't one."""
        return other.hidden or bool(
            self._connection.value(
                "SELECT EXISTS (SELECT 1 FROM person_suggestions WHERE refused = 1"
                " AND person_id IN (?1, ?2) AND other_id IN (?1, ?2))"
                " OR EXISTS (SELECT 1 FROM person_refusals r WHERE r.person_id = ?2 AND r.key = ?3)"
                " OR EXISTS (SELECT 1 FROM person_refusals r JOIN person_names n ON n.key = r.key"
                " AND n.person_id = ?2 WHERE r.person_id = ?1)"
                " OR EXISTS (SELECT 1 FROM persons p JOIN persons o ON o.wikidata <> p.wikidata"
                " WHERE p.id = ?1 AND o.id = ?2)",
                (own, other.person_id, name["key"]),
            )
        )

    def _may_join(self, one: int, other: int) -> bool:
        """Whether the user has left at least one of the two as it came."""
        return self._chosen(one) + self._chosen(other) < 2

    def _order(self, one: int, other: int) -> tuple[int, int]:
        """The one that stays, which is the user's or the earlier, and the one that goes."""
        stays, goes = sorted((one, other), key=lambda each: (-self._chosen(each), each))
        return stays, goes

    def _chosen(self, person_id: int) -> int:
        return int(
            self._connection.value(
                "SELECT coalesce(max(chosen), 0) FROM persons WHERE id = ?1 OR merged_into = ?1",
                (person_id,),
            )
        )

    def _write(self, found: _Found) -> tuple[int, int]:
        """Join and ask, and forget what was waiting; gives how many of each."""
        with self._acts.act(f"Joined {len(found.joins):,} spellings of the same persons"):
            joined = sum(self._join(found.whose(other), other) for other in found.joins)
        with self._connection.transaction():
            asked = sum(self._ask(found, *pair, why) for pair, why in found.questions.items())
            self._connection.write_many(
                "DELETE FROM names_to_compare WHERE name_id = ?", [(each,) for each in found.names]
            )
        return joined, asked

    def _join(self, into: int, other: int) -> bool:
        """Join, unless somebody merged or took away one of the two meanwhile."""
        if not self._both_there(into, other):
            return False
        self._merging.merge(into, [other])
        return True

    def _ask(self, found: _Found, one: int, other: int, reason: str) -> bool:
        """Put a question into the queue, unless it is there in either order or has its answer."""
        one, other = sorted((found.whose(one), found.whose(other)))
        if one == other or not self._both_there(one, other):
            return False
        known = self._connection.value(
            "SELECT EXISTS (SELECT 1 FROM person_suggestions"
            " WHERE person_id IN (?1, ?2) AND other_id IN (?1, ?2))",
            (one, other),
        )
        if not known:
            self._connection.write(
                "INSERT INTO person_suggestions (person_id, other_id, reason) VALUES (?, ?, ?)",
                (one, other, reason),
            )
        return not known

    def _both_there(self, one: int, other: int) -> bool:
        count = self._connection.value(
            "SELECT count(*) FROM persons WHERE id IN (?, ?) AND merged_into IS NULL", (one, other)
        )
        return one != other and int(count) == 2


def _by_person(likely: list[Likely], own: int, found: _Found) -> list[Likely]:
    """One entry for each other person, after what is to be joined; the likeliest first."""
    grouped: dict[int, Likely] = {}
    for each in likely:
        person_id = found.whose(each.person_id)
        if person_id == own:
            continue
        known = grouped.get(person_id)
        doubtful = each.doubtful or (known is not None and known.doubtful)
        best = known if known is not None and known.verdict >= each.verdict else each
        grouped[person_id] = Likely(person_id, best.hidden, best.verdict, best.reason, doubtful)
    return sorted(grouped.values(), key=lambda each: (-each.verdict, each.person_id))

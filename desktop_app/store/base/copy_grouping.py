"""Which articles make a copy group: worked out from pairs of copies and the user's word on them.

A group is whatever hangs together by pairs, the closest first. The user's word goes before: what
they joined is one group however the texts differ, and two that they parted are never in one,
whatever later article is a copy of both.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby

from desktop_app.store.base.connection import Connection

_IN = "IN (SELECT value FROM json_each(?1))"
_TIED = f"""
    SELECT other_id FROM copy_pairs WHERE article_id {_IN}
    UNION SELECT article_id FROM copy_pairs WHERE other_id {_IN}
    UNION SELECT other_id FROM copy_choices WHERE same = 1 AND article_id {_IN}
    UNION SELECT article_id FROM copy_choices WHERE same = 1 AND other_id {_IN}
    UNION SELECT m.article_id FROM copy_members m WHERE m.group_id IN
        (SELECT group_id FROM copy_members WHERE article_id {_IN})
"""
_PAIRS = f"""
    SELECT article_id, other_id FROM copy_pairs WHERE article_id {_IN}
    ORDER BY share DESC, article_id, other_id
"""
_KNOWN = """(SELECT article_id FROM copy_pairs UNION SELECT other_id FROM copy_pairs
    UNION SELECT article_id FROM copy_choices UNION SELECT other_id FROM copy_choices
    UNION SELECT article_id FROM copy_members)"""
_CHOICES = f"""
    SELECT article_id, other_id FROM copy_choices
    WHERE same = ?2 AND article_id {_IN} AND other_id {_IN} ORDER BY article_id, other_id
"""


def regroup(connection: Connection) -> int:
    """Bring the groups up to date; gives how many articles have another group than before.

    For the end of an act, and for when pairs were found; costs next to nothing where there is
    nothing to do.
    """
    waiting = connection.column("SELECT article_id FROM copies_to_group")
    if not waiting:
        return 0
    ids = _tied(connection, waiting)
    wanted = json.dumps(sorted(ids))
    before = set(
        map(
            tuple,
            connection.rows(
                f"SELECT article_id, group_id FROM copy_members WHERE article_id {_IN}", (wanted,)
            ),
        )
    )
    after = set(_members(connection, wanted))
    connection.write_many(
        "DELETE FROM copy_members WHERE article_id = ?", [(one,) for one, _ in before - after]
    )
    connection.write_many(
        "INSERT INTO copy_members (article_id, group_id) VALUES (?, ?)", sorted(after - before)
    )
    connection.write("DELETE FROM copies_to_group")
    return len({article_id for article_id, _ in before ^ after})


def groups_differ(connection: Connection) -> bool:
    """Whether the groups kept aren't those that the pairs and the user's word make."""
    wanted = json.dumps(connection.column("SELECT id FROM articles WHERE id IN " + _KNOWN))
    kept = connection.rows("SELECT article_id, group_id FROM copy_members")
    return set(map(tuple, kept)) != set(_members(connection, wanted))


def group_anew(connection: Connection) -> None:
    """Work every group out again."""
    connection.write(f"INSERT OR IGNORE INTO copies_to_group {_KNOWN[1:-1]}")
    regroup(connection)


def _tied(connection: Connection, ids: Iterable[int]) -> set[int]:
    """These articles and whatever hangs together with them, or did so before."""
    known: set[int] = set()
    fresh = set(ids)
    while fresh:
        known |= fresh
        fresh = set(connection.column(_TIED, (json.dumps(sorted(fresh)),))) - known
    there = f"SELECT id FROM articles WHERE id {_IN}"
    return set(connection.column(there, (json.dumps(sorted(known)),)))


def _members(connection: Connection, wanted: str) -> Iterable[tuple[int, int]]:
    """Each of these articles that has copies, with its group."""
    sets = _Sets(json.loads(wanted), connection.rows(_CHOICES, (wanted, 0)))
    for one, other in connection.rows(_CHOICES, (wanted, 1)):
        sets.join(one, other, anyhow=True)
    for one, other in connection.rows(_PAIRS, (wanted,)):
        sets.join(one, other)
    for _, group in groupby(sorted(json.loads(wanted), key=sets.first), sets.first):
        members = list(group)
        if len(members) > 1:
            yield from ((each, members[0]) for each in members)


class _Sets:
    """Disjoint sets, each called by its least member; some of them may not become one."""

    def __init__(self, ids: Iterable[int], parted: Iterable[Iterable[int]]) -> None:
        self._above = {each: each for each in ids}
        self._parted: dict[int, set[int]] = {}
        for one, other in parted:
            self._parted.setdefault(one, set()).add(other)
            self._parted.setdefault(other, set()).add(one)

    def first(self, member: int) -> int:
        above = self._above
        while above[member] != member:
            above[member] = above[above[member]]
            member = above[member]
        return member

    def join(self, one: int, other: int, *, anyhow: bool = False) -> None:
        """Make two sets one, unless members of them are parted."""
        if one not in self._above or other not in self._above:
            return
        first, last = sorted((self.first(one), self.first(other)))
        if first == last:
            return
        if not anyhow and any(self.first(each) == last for each in self._parted.get(first, ())):
            return
        self._above[last] = first
        # What is parted from a member is parted from the set, which its first one stands for.
        self._parted.setdefault(first, set()).update(self._parted.get(last, ()))

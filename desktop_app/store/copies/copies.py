"""Copy groups: what is kept of them, and the user's word on which articles are copies."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop_app.core.copies import CopyGroup, FoundPair, GroupedCopy
from desktop_app.core.counted import count_articles
from desktop_app.core.errors import InputError
from desktop_app.store.base.article_ids import require_articles
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.copy_grouping import regroup
from desktop_app.store.copies.copy_packs import forget, pack
from desktop_app.store.copies.copy_reading import copies_of, group_ids
from desktop_app.store.undo.acts import Acts

if TYPE_CHECKING:
    from desktop_app.store.copies.copy_candidates import CopyCandidates

_IN = "IN (SELECT value FROM json_each(?))"
_CHOOSE = """
    INSERT INTO copy_choices (article_id, other_id, same) VALUES (?1, ?2, ?3)
    ON CONFLICT (article_id, other_id) DO UPDATE SET same = excluded.same
    WHERE same <> excluded.same
"""


class CopyStore:
    """The copy groups of an archive; articles in the trash are in none that is told."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    @cached_property
    def candidates(self) -> CopyCandidates:
        """The fingerprints, to be asked for what is like one."""
        # Imported here: it brings NumPy with it.
        from desktop_app.store.copies.copy_candidates import CopyCandidates  # noqa: PLC0415

        return CopyCandidates(self._connection)

    # Finding

    def waiting(self) -> int:
        """How many texts were never compared with the others."""
        return int(self._connection.value("SELECT count(*) FROM copies_to_find"))

    def waiting_ids(self, most: int, after: int = 0) -> list[int]:
        """The first of them, in the order in which they came."""
        return self._connection.column(
            "SELECT article_id FROM copies_to_find WHERE article_id > ?"
            " ORDER BY article_id LIMIT ?",
            (after, most),
        )

    def ask_for_all(self) -> None:
        """Let every text be compared again."""
        with self._connection.transaction():
            # Each text is compared with those that were compared anew before it, all in the end.
            forget(self._connection)
            self._connection.write("INSERT OR IGNORE INTO copies_to_find SELECT id FROM articles")

    def revisions(self, ids: Sequence[int]) -> dict[int, int]:
        """Which revision of these articles is the newest; those gone are left out."""
        rows = self._connection.rows(
            f"SELECT id, revision_id FROM articles WHERE id {_IN}", (json.dumps(list(ids)),)
        )
        return {row[0]: row[1] for row in rows}

    def keep(self, fingerprints: dict[int, tuple[int, bytes]], pairs: Iterable[FoundPair]) -> int:
        """Keep what was found of texts, by article the revision looked at and its fingerprint.

        Their earlier pairs are forgotten; a text that changed meanwhile waits on. Gives how many
        articles have another group than before.
        """
        connection = self._connection
        with connection.transaction():
            now = self.revisions(list(fingerprints))
            kept = {each: told for each, told in fingerprints.items() if now.get(each) == told[0]}
            wanted = json.dumps(sorted(kept))
            for column in ("article_id", "other_id"):
                connection.write(f"DELETE FROM copy_pairs WHERE {column} {_IN}", (wanted,))
            connection.write_many(
                # Anew, not changed in its place: whoever remembers the others sees it by its id.
                "INSERT OR REPLACE INTO copy_fingerprints (article_id, revision_id, fingerprint)"
                " VALUES (?, ?, ?)",
                [(each, *told) for each, told in kept.items()],
            )
            pack(connection)
            found = [each for each in pairs if each.later in kept or each.earlier in kept]
            connection.write_many(
                "INSERT OR REPLACE INTO copy_pairs (article_id, other_id, share)"
                " SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM articles WHERE id = ?1)"
                " AND EXISTS (SELECT 1 FROM articles WHERE id = ?2)",
                [(*sorted((each.earlier, each.later)), each.share) for each in found],
            )
            touched = {one for each in found for one in (each.earlier, each.later)}
            connection.write_many(
                "INSERT OR IGNORE INTO copies_to_group (article_id) VALUES (?)",
                [(each,) for each in touched | set(kept)],
            )
            # Those that are gone have nothing to wait for.
            done = [(each,) for each in fingerprints if each in kept or each not in now]
            connection.write_many("DELETE FROM copies_to_find WHERE article_id = ?", done)
            return regroup(connection)

    # Reading

    def of(self, ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
        """The other articles of the group that each of these is in, those without left out."""
        return copies_of(self._connection, ids)

    def groups(self, ids: Iterable[int]) -> list[CopyGroup]:
        """The groups with any of these articles, whole, in the order in which they are met."""
        known = group_ids(self._connection)
        wanted = dict.fromkeys(known[each] for each in ids if each in known)
        members: dict[int, list[GroupedCopy]] = {each: [] for each in wanted}
        rows = self._connection.rows(
            "SELECT m.group_id, a.id, a.title, a.publisher, a.agency, a.published, a.words, a.url"
            " FROM copy_members m JOIN articles a ON a.id = m.article_id AND a.deleted IS NULL"
            f" WHERE m.group_id {_IN} ORDER BY a.published_sort = '', a.published_sort, a.id",
            (json.dumps(list(wanted)),),
        )
        for group_id, *facts in rows:
            members[group_id].append(GroupedCopy(*facts))
        return [CopyGroup(tuple(each)) for each in members.values() if len(each) > 1]

    # The user's word

    def join(self, ids: Sequence[int]) -> None:
        """Make these articles, with the groups they are in, one group for good."""
        wanted = sorted(set(ids))
        require_articles(self._connection, wanted)
        if len(wanted) < 2:
            raise InputError("One article alone has no copies.", "Choose two articles or more.")
        with self._acts.act(f"Joined {count_articles(len(wanted))} as copies"):
            whole = self._whole(wanted)
            self._connection.write(
                "DELETE FROM copy_choices WHERE same = 0 AND article_id IN"
                " (SELECT value FROM json_each(?1)) AND other_id IN"
                " (SELECT value FROM json_each(?1))",
                (json.dumps(sorted(whole)),),
            )
            self._choose(pairwise(wanted), same=True)

    def split(self, article_id: int) -> int:
        """Say that an article is no copy of the others of its group; gives how many those are."""
        require_articles(self._connection, [article_id])
        others = sorted(self._whole([article_id]) - {article_id})
        if not others:
            raise InputError(
                f"Article {article_id} is in no copy group.", "See them with “cuttings copies”."
            )
        with self._acts.act("Took an article out of its copies"):
            # Those that the user joined by way of it stay joined.
            joined = sorted(
                self._connection.column(
                    "SELECT other_id FROM copy_choices WHERE same = 1 AND article_id = ?1"
                    " UNION SELECT article_id FROM copy_choices WHERE same = 1 AND other_id = ?1",
                    (article_id,),
                )
            )
            self._choose(pairwise(joined), same=True)
            self._choose(((article_id, other) for other in others), same=False)
        return len(others)

    def _whole(self, ids: Sequence[int]) -> set[int]:
        """These articles with all of their groups, those in the trash too."""
        rows = self._connection.column(
            "SELECT article_id FROM copy_members WHERE group_id IN"
            f" (SELECT group_id FROM copy_members WHERE article_id {_IN})",
            (json.dumps(list(ids)),),
        )
        return {*ids, *rows}

    def _choose(self, pairs: Iterable[tuple[int, int]], *, same: bool) -> None:
        self._connection.write_many(_CHOOSE, [(min(pair), max(pair), int(same)) for pair in pairs])

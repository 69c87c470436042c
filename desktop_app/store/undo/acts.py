"""The undo log: every act is one transaction whose changes can be taken back and done again.

Triggers of the connection note each changed row of the tables below as it was; taking an act back
replays them in reverse, while the same triggers note what doing it again needs. The log lies in
the archive, so it outlives a restart and is shared by all windows. Snapshots are never logged, as
they never change; the word index follows through ``WordIndex``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from desktop_app.core.errors import InputError
from desktop_app.core.recent_act import RecentAct
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.copy_grouping import regroup
from desktop_app.store.base.person_counts import counted_once, refresh
from desktop_app.store.base.stopping import step_of_act
from desktop_app.store.undo.act_log import (
    MAX_ACTS,
    NOTED,
    Change,
    read_log,
    write_deletion,
    write_log,
)
from desktop_app.store.undo.taking_back import BLOBS, OF_ARTICLES, take_back
from desktop_app.store.words.word_index import WordIndex

#: What ``acts.undone`` is for an act that can't be taken back, beside 0 (done) and 1 (undone).
FINAL = 2
_LOGGED = (
    "articles",
    *OF_ARTICLES,
    "persons",
    "person_names",
    "person_blocks",
    "person_splits",
    "person_refusals",
    "person_suggestions",
    "tags",
    "tag_colours",
    "saved_searches",
    "dossiers",
    "dossier_entries",
    "feeds",
    "feed_items",
    "watched_folders",
)
#: Columns of an article that change alone and for many at once; noted without the rest.
_LIGHT = ("unread", "starred", "deleted", "note", "edits", "publisher", "agency", "language")
#: Those of a published date change together.
_PUBLISHED = ("published", "published_earliest", "published_latest", "published_sort")
#: What an entry of a dossier changes by itself. Its article is none of it: that is taken away only
#: where it was deleted for good, and could not be set back.
_ENTRY = ("place", "title", "level", "markdown", "excerpts")
#: What isn't in the word index.
_WORDLESS = {*_LIGHT, *_PUBLISHED} - {"note"}
#: What persons are counted by, and what of an article is nothing to it.
_COUNTED = ("articles", "article_people")
_UNCOUNTED = {*_LIGHT} - {"deleted"}


class Acts:
    """Does, takes back and does again. One act at a time in a connection."""

    def __init__(self, connection: Connection, words: WordIndex) -> None:
        self._connection = connection
        self._words = words
        self._columns: dict[str, list[str]] = {}
        self._open = False

    @contextmanager
    def act(self, description: str) -> Iterator[int]:
        """One transaction and one thing to take back; inside another act a part of it.

        Gives the act's id, 0 inside another.
        """
        if self._open:
            with self._connection.transaction():
                yield 0
            return
        self._watch()
        with self._connection.transaction():
            act_id = self._begin(description)
            with self._noting(act_id):
                yield act_id
            refresh(self._connection)
            regroup(self._connection)
            if write_log(self._connection, act_id):
                self._forget_undone()
            else:
                self._connection.write("DELETE FROM acts WHERE id = ?", (act_id,))
            self._connection.write(
                "DELETE FROM acts WHERE id <= (SELECT max(id) FROM acts) - ?", (MAX_ACTS,)
            )

    @contextmanager
    def going_on(self, act_id: int, description: str) -> Iterator[int]:
        """``act`` that goes on with the one of this id, where no other came after it; gives its id.

        Only what that act changed already may be changed again: it is noted how that was before.
        """
        # Within the transaction the tables would go with it where it fails.
        self._watch()
        with self._connection.transaction():
            last = self._connection.row("SELECT id, undone FROM acts ORDER BY id DESC LIMIT 1")
            if last is None or tuple(last) != (act_id, 0):
                with self.act(description) as begun:
                    yield begun
                return
            self._open = True
            try:
                yield act_id
            finally:
                self._open = False

    def undo(self) -> str | None:
        """Take the last act back; gives its description, None where there is none.

        An act all of whose articles were deleted for good since then can't be taken back: it is
        passed over, and noted as final.
        """
        return self._replay_first("SELECT * FROM acts WHERE undone = 0 ORDER BY id DESC LIMIT 1", 1)

    def redo(self) -> str | None:
        """Do the act again that was taken back last."""
        return self._replay_first("SELECT * FROM acts WHERE undone = 1 ORDER BY id LIMIT 1", 0)

    def recent(self, limit: int) -> list[RecentAct]:
        """The last acts, the newest first, also those that were taken back."""
        rows = self._connection.rows(
            "SELECT id, description, done, undone FROM acts ORDER BY id DESC LIMIT ?", (limit,)
        )
        return [
            RecentAct(row[0], row[1], row[2], row[3] == 1, final=row[3] == FINAL) for row in rows
        ]

    def note_deletion(self, description: str, ids: Sequence[int]) -> None:
        """Note that articles were deleted for good: an act that no undo takes back."""
        write_deletion(self._connection, self.note_final(description), ids)

    def note_final(self, description: str) -> int:
        """Note, within a transaction, what no undo takes back; gives the act's id."""
        self._forget_undone()
        act_id = self._begin(description)
        self._connection.write("UPDATE acts SET undone = ? WHERE id = ?", (FINAL, act_id))
        return act_id

    def undo_to(self, act_id: int) -> int:
        """Take an act and all that came after it back; gives how many that were."""
        return self._replay_all(act_id, "undone = 0 AND id >= ? ORDER BY id DESC", 1)

    def redo_to(self, act_id: int) -> int:
        """Do an act and all before it again that were taken back; gives how many that were."""
        return self._replay_all(act_id, "undone = 1 AND id <= ? ORDER BY id", 0)

    def _replay_all(self, act_id: int, which: str, undone: int) -> int:
        self._watch()
        with self._connection.transaction():
            known = "SELECT EXISTS (SELECT 1 FROM acts WHERE id = ?)"
            if not self._connection.value(known, (act_id,)):
                message = "That change is no longer kept."
                raise InputError(message, "Look at the list of changes again.")
            ids = self._connection.column(f"SELECT id FROM acts WHERE {which}", (act_id,))
            replayed = 0
            for at, each in enumerate(ids):
                step_of_act(at, len(ids))
                replayed += self._replay(each, undone)
        return replayed

    def _begin(self, description: str) -> int:
        return self._connection.write(
            "INSERT INTO acts (description, done)"
            " VALUES (?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
            (description,),
        )

    @contextmanager
    def _noting(self, act_id: int) -> Iterator[None]:
        self._open = True
        try:
            self._connection.write("INSERT INTO current_act (id) VALUES (?)", (act_id,))
            yield
            self._connection.script("DELETE FROM current_act; DELETE FROM new_articles")
        finally:
            # Where the act failed, its transaction's end has emptied the tables above.
            self._open = False

    def _forget_undone(self) -> None:
        """What was taken back can't be done again after something new; its bytes may go too."""
        if not self._connection.value("SELECT EXISTS (SELECT 1 FROM acts WHERE undone = 1)"):
            return
        released = {
            change.old["snapshot_id"]
            for act_id in self._connection.column("SELECT id FROM acts WHERE undone = 1")
            for change in read_log(self._connection, act_id, table="captures")
            if change.kind == "D"
        }
        self._connection.write("DELETE FROM acts WHERE undone = 1")
        self._connection.write_many(
            "DELETE FROM snapshots WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM captures WHERE snapshot_id = ?1)",
            [(snapshot_id,) for snapshot_id in released],
        )

    def _replay_first(self, which: str, undone: int) -> str | None:
        """Replay the first of the acts by which something changes; tell its description."""
        self._watch()
        with self._connection.transaction():
            while (act := self._connection.row(which)) is not None:
                if self._replay(act["id"], undone):
                    return str(act["description"])
        return None

    def _replay(self, act_id: int, undone: int) -> bool:
        """Take an act back or do it again; whether anything changed by it."""
        self._connection.script("PRAGMA defer_foreign_keys = ON")
        changes = list(read_log(self._connection, act_id))
        with self._words.following(self._reworded(changes), texts_stay=_texts_stay(changes)):
            self._connection.write("DELETE FROM act_changes WHERE act_id = ?", (act_id,))
            with self._noting(act_id), counted_once(self._connection, _counted(changes)):
                take_back(self._connection, self._columns, changes)
            has_changed = write_log(self._connection, act_id)
        refresh(self._connection)
        regroup(self._connection)
        state = undone if has_changed else FINAL
        self._connection.write("UPDATE acts SET undone = ? WHERE id = ?", (state, act_id))
        return has_changed

    def _reworded(self, changes: list[Change]) -> list[int]:
        """The articles whose indexed words the changes touch."""
        touched = (
            change.row_id
            for change in changes
            if change.table == "articles"
            and (change.kind != "U" or not set(change.old) <= _WORDLESS)
        )
        return list(dict.fromkeys(touched))

    def _watch(self) -> None:
        """Set the triggers up, once in a connection: only one that writes needs them."""
        if self._columns:
            return
        script = [
            "CREATE TEMP TABLE current_act (id INTEGER)",
            "CREATE TEMP TABLE new_articles (id INTEGER PRIMARY KEY)",
            f"CREATE TEMP TABLE {NOTED} (seq INTEGER PRIMARY KEY,"
            " table_name TEXT, kind TEXT, row_id INTEGER, old TEXT)",
        ]
        columns = {}
        for table in _LOGGED:
            names = self._connection.column("SELECT name FROM pragma_table_info(?)", (table,))
            columns[table] = names
            script += _triggers(table, names)
        with self._connection.transaction():
            for statement in script:
                self._connection.write(statement)
        self._columns = columns


def _counted(changes: Sequence[Change]) -> int:
    """How many of the changes may have persons counted otherwise."""
    return sum(change.table in _COUNTED and not set(change.old) <= _UNCOUNTED for change in changes)


def _texts_stay(changes: Sequence[Change]) -> bool:
    """Whether no article comes, goes, or shows another revision."""
    return not any(
        change.table == "revisions" or (change.table == "articles" and change.kind != "U")
        for change in changes
    )


def _triggers(table: str, columns: list[str]) -> list[str]:
    """The statements that make a table's changes be noted."""
    owner = {"articles": "id"}.get(table, "article_id" if table in OF_ARTICLES else None)
    fresh = f" AND NOT EXISTS (SELECT 1 FROM new_articles WHERE id = new.{owner})" if owner else ""
    on = "WHEN EXISTS (SELECT 1 FROM current_act)"
    mark = "INSERT OR IGNORE INTO new_articles (id) VALUES (new.id);" if owner == "id" else ""
    made = [
        _trigger(f"AFTER INSERT ON main.{table}", on + fresh, table, "I", "NULL", mark),
        _trigger(f"AFTER DELETE ON main.{table}", on, table, "D", _old(table, columns)),
    ]
    for names, noted, condition in _groups(table, columns):
        when = f"AFTER UPDATE OF {', '.join(names)} ON main.{table}"
        made.append(_trigger(when, on + fresh + condition, table, "U", _old(table, noted)))
    return made


def _trigger(when: str, on: str, table: str, kind: str, old: str, also: str = "") -> str:
    row = "new" if kind == "I" else "old"
    name = "note_" + re.sub(r"\W+", "_", when)
    return (
        f"CREATE TEMP TRIGGER {name} {when} {on} BEGIN"
        f" INSERT INTO {NOTED} (table_name, kind, row_id, old)"
        f" VALUES ('{table}', '{kind}', {row}.id, {old}); {also} END"
    )


def _groups(table: str, columns: list[str]) -> list[tuple[list[str], list[str], str]]:
    """Which columns change together, which are noted then, and on what condition."""
    if table == "dossier_entries":
        return [([name], [name], "") for name in _ENTRY]
    if table == "feed_items":
        # Only what the user says of an item is an act's; how its feed words it may change besides.
        return [(["state"], ["state"], "")]
    if table != "articles":
        every = [name for name in columns if name != "id"]
        return [(every, every, "")]
    rest = [name for name in columns if name not in (*_LIGHT, *_PUBLISHED, "id")]
    redated = " OR ".join(f"old.{name} IS NOT new.{name}" for name in _PUBLISHED)
    dates = list(_PUBLISHED)
    # Another date is nearly always the user's: one note for the date and what tells of that.
    return [
        *(([name], [name], "") for name in _LIGHT if name != "edits"),
        (["edits"], ["edits"], f" AND NOT ({redated})"),
        (dates, [*dates, "edits"], f" AND ({redated})"),
        (rest, rest, ""),
    ]


def _old(table: str, columns: list[str]) -> str:
    blobs = BLOBS.get(table, ())
    pairs = (
        f"'{name}', {f'hex(old.{name})' if name in blobs else f'old.{name}'}" for name in columns
    )
    return f"json_object({', '.join(pairs)})"

"""An archive made of its lines again: all of it, or nothing where one of them is wrong."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from sqlite3 import Error, IntegrityError
from types import MappingProxyType

from desktop_app.core.address_key import address_number
from desktop_app.core.article import CleanArticle
from desktop_app.core.citation_key import kept_key
from desktop_app.core.errors import InputError
from desktop_app.core.name_spelling import block_keys
from desktop_app.store.articles.article_columns import copy_columns, copy_events
from desktop_app.store.articles.snapshots import MAX_SNAPSHOT_BYTES, SNAPSHOT_LEVEL
from desktop_app.store.base.archive_format import BLOCKS_A_NAME, FORGET_KEPT
from desktop_app.store.base.article_state import (
    MAX_PAGE_BYTES,
    compressed,
    decompressed,
    packed,
    with_edits,
)
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.copy_grouping import regroup
from desktop_app.store.base.person_counts import pause, recount
from desktop_app.store.dossiers.dossier_check import dossier_faults
from desktop_app.store.whole.arrival_lines import FeedPauseLine, FetchPauseLine
from desktop_app.store.whole.article_lines import (
    ArticleLine,
    ArticleRedirectLine,
    CitationKeyLine,
    HighlightLine,
    RevisionLine,
    SnapshotLine,
    SnapshotPartLine,
)
from desktop_app.store.whole.columns import condition_of, values_kept
from desktop_app.store.whole.line import Line
from desktop_app.store.whole.line_reader import LineReader
from desktop_app.store.whole.lines import KEPT, LEFT_OUT, MIGRATIONS, LastIdLine
from desktop_app.store.whole.people_lines import PersonLine, PersonNameLine
from desktop_app.store.words.word_index import WordIndex

#: Rules that the tables themselves don't hold: what is asked of whom, and what is said of it.
_RULES: tuple[tuple[type[Line], str, str], ...] = (
    (
        PersonLine,
        "SELECT min(p.id) FROM persons p JOIN persons o ON o.id = p.merged_into"
        " WHERE o.merged_into IS NOT NULL",
        "is merged into a person who is merged into another",
    ),
    (
        ArticleLine,
        "SELECT min(id) FROM articles a WHERE NOT EXISTS"
        " (SELECT 1 FROM revisions r WHERE r.id = a.revision_id AND r.article_id = a.id)",
        "is an article whose revision isn't there",
    ),
    (
        ArticleLine,
        "SELECT min(id) FROM articles WHERE id NOT IN"
        " (SELECT article_id FROM captures WHERE role = 'page')",
        "is an article whose page isn't there",
    ),
)


#: What may be in an archive into which nothing was put.
_NOTHING_YET = (LastIdLine, FetchPauseLine, FeedPauseLine, CitationKeyLine)


def is_empty(connection: Connection) -> bool:
    """Whether nothing is in an archive that an export would tell."""
    return not any(
        connection.value(
            f"SELECT EXISTS (SELECT 1 FROM {kind.table} r WHERE 1{condition_of(kind)})"
        )
        for kind in KEPT
        if kind not in _NOTHING_YET
    )


class PuttingIn:
    """Writes lines into an empty archive, within one transaction of the caller's."""

    def __init__(self, connection: Connection, words: WordIndex, reader: LineReader) -> None:
        self._connection = connection
        self._words = words
        self._reader = reader
        self._statements: dict[type[Line], str] = {}
        self._page: tuple[int | None, bytes | None] = (None, None)
        self._lengths: dict[int, int] = {}

    def run(self, step: Callable[[int], None]) -> None:
        """Put everything in; ``step`` is told the line that was put, and may raise to end it.

        Raises InputError with the number of the line that is wrong.
        """
        # What is left of what was in the archive before it was empty; ids mean others now.
        left = sorted(LEFT_OUT - {MIGRATIONS})
        for kind in (*_NOTHING_YET, SnapshotLine):
            # But for the last ids of acts: by these, other windows know which they have seen.
            condition = condition_of(kind) if kind is LastIdLine else ""
            self._connection.write(f"DELETE FROM {kind.table} AS r WHERE 1{condition}")
        for table in left:
            self._connection.write(f"DELETE FROM {table}")
        pause(self._connection)
        whole: list[bytes] = []
        opened: SnapshotLine | None = None
        for line in self._reader.lines():
            step(self._reader.number)
            if isinstance(line, SnapshotPartLine) != bool(opened):
                raise self._reader.wrong("stands where no line of its type can stand")
            if isinstance(line, SnapshotLine):
                opened, whole = line, []
            if isinstance(line, SnapshotLine | SnapshotPartLine):
                assert opened is not None
                whole.append(line.content)
                if len(whole) > opened.parts:
                    self._put_snapshot(opened, b"".join(whole))
                    opened, whole = None, []
            else:
                self._put(line)
        self._check()
        self._make_the_rest(step)

    # Line by line

    def _put(self, line: Line) -> None:
        values = dict(values_kept(line))
        if isinstance(line, RevisionLine):
            values["state"] = self._packed(line)
        elif isinstance(line, ArticleRedirectLine):
            values["address_key"] = address_number(line.url)
        elif isinstance(line, HighlightLine):
            self._check_place(line)
        elif isinstance(line, CitationKeyLine) and kept_key(line.key) != line.key:
            raise self._reader.wrong("has a key that isn't safe to cite by")
        elif isinstance(line, LastIdLine):
            self._make_way(line)
        self._insert(type(line), values)
        if isinstance(line, RevisionLine):
            self._show(line)
        elif isinstance(line, PersonNameLine) and line.owns:
            self._connection.write_many(
                "INSERT INTO person_blocks (id, key) VALUES (?, ?)",
                enumerate(sorted(block_keys(line.name))[:BLOCKS_A_NAME], line.id * BLOCKS_A_NAME),
            )

    def _insert(self, kind: type[Line], values: dict[str, object]) -> None:
        sql = self._statements.get(kind)
        if sql is None:
            marks = ", ".join("?" * len(values))
            sql = f"INSERT INTO {kind.table} ({', '.join(values)}) VALUES ({marks})"
            self._statements[kind] = sql
        try:
            self._connection.write(sql, tuple(values.values()))
        except IntegrityError as failure:
            raise self._reader.wrong(_told(failure)) from failure
        except (Error, OverflowError) as failure:
            raise self._reader.wrong("holds what no archive can hold") from failure

    def _put_snapshot(self, line: SnapshotLine, content: bytes) -> None:
        if len(content) != line.size or len(content) > MAX_SNAPSHOT_BYTES:
            raise self._reader.wrong(f"has {len(content):,} bytes of a snapshot of {line.size:,}")
        if hashlib.sha256(content).hexdigest() != line.sha256:
            raise self._reader.wrong("isn't what was captured: its SHA-256 is another one")
        values = {"id": line.id, "sha256": line.sha256, "size": line.size}
        values = {**values, "content": compressed(content, SNAPSHOT_LEVEL)}
        self._insert(SnapshotLine, values)

    def _packed(self, line: RevisionLine) -> bytes:
        state = line.state
        length = len(state.text)
        spans = [(each.start, each.end) for person in state.people for each in person.mentions]
        spans += [(each.mention.start, each.mention.end) for each in state.unassigned]
        spans += [(event.start, event.end) for event in state.events]
        if not all(0 <= start <= end <= length for start, end in spans):
            raise self._reader.wrong("has a person or event outside its text")
        page = None if line.snapshot_id is None else self._page_of(line.snapshot_id)
        return packed(state, page)

    def _page_of(self, snapshot_id: int) -> bytes:
        """The page of a revision; that of the last one is remembered, as versions share pages."""
        known, page = self._page
        if known != snapshot_id or page is None:
            row = self._connection.row(
                "SELECT content, size FROM snapshots WHERE id = ?", (snapshot_id,)
            )
            if row is None or row["size"] > MAX_PAGE_BYTES:
                raise self._reader.wrong("refers to a page that can't be its own")
            page = decompressed(row["content"], MAX_PAGE_BYTES)
            self._page = snapshot_id, page
        return page

    def _show(self, line: RevisionLine) -> None:
        """Copy into the article's columns what the revision that is shown says."""
        edits = self._connection.value(
            "SELECT edits FROM articles WHERE id = ? AND revision_id = ?",
            (line.article_id, line.id),
        )
        if edits is None:
            return
        state: CleanArticle = replace(line.state, provenance=MappingProxyType({}))
        clean = with_edits(state, json.loads(edits))
        copy_columns(self._connection, line.article_id, clean)
        copy_events(self._connection, line.article_id, clean)
        self._lengths[line.article_id] = len(clean.text)

    def _check_place(self, line: HighlightLine) -> None:
        if line.start is None and line.end is None:
            return
        length = self._lengths.get(line.article_id, 0)
        if line.start is None or line.end is None or not line.start <= line.end <= length:
            raise self._reader.wrong("is a highlight outside its article's text")

    def _make_way(self, line: LastIdLine) -> None:
        """Take out what SQLite wrote down itself when the rows came."""
        if line.name not in _TABLES:
            raise self._reader.wrong("tells of a table that isn't there")
        last = self._connection.value(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (line.name,)
        )
        if last is not None and last > line.seq:
            raise self._reader.wrong(f"has the last id {line.seq}, but there is a {last}")
        self._connection.write("DELETE FROM sqlite_sequence WHERE name = ?", (line.name,))

    # Behind the last line

    def _check(self) -> None:
        """Raise InputError, naming the line, for a reference to nothing or a broken rule."""
        broken = self._connection.row('SELECT "table", rowid FROM pragma_foreign_key_check LIMIT 1')
        if broken is not None:
            kind = next(each for each in KEPT if each.table == broken[0])
            raise self._wrong_row(kind, broken[1], "refers to something that isn't there")
        for kind, sql, words in _RULES:
            row_id = self._connection.value(sql)
            if row_id is not None:
                raise self._wrong_row(kind, row_id, words)

    def _wrong_row(self, kind: type[Line], row_id: int | None, words: str) -> InputError:
        """As ``LineReader.wrong``: lines of a type stand together in the order of their ids."""
        first = self._reader.first[kind]
        if row_id is None or not kind.order.endswith("id"):
            return self._reader.wrong(f"or one of its type behind it {words}", first)
        before = f"SELECT count(*) FROM {kind.table} WHERE {kind.order} < ?"
        return self._reader.wrong(words, first + int(self._connection.value(before, (row_id,))))

    def _make_the_rest(self, step: Callable[[int], None]) -> None:
        """What follows from what was put in, and what is out of order in dossiers mended."""
        for fault in dossier_faults(self._connection):
            try:
                if fault.mend is not None:
                    fault.mend()
            except IntegrityError as failure:
                raise InputError(f"{self._reader.name} is wrong: {fault.message}") from failure
        self._connection.write(
            "UPDATE articles SET highlights ="
            " (SELECT count(*) FROM highlights WHERE article_id = articles.id)"
            " WHERE id IN (SELECT article_id FROM highlights)"
        )
        self._words.rebuild(lambda _done, _total: step(self._reader.number))
        recount(self._connection)
        regroup(self._connection)
        self._connection.write(FORGET_KEPT)


def _told(failure: IntegrityError) -> str:
    match getattr(failure, "sqlite_errorname", ""):
        case "SQLITE_CONSTRAINT_FOREIGNKEY":
            return "refers to something that isn't there"
        case "SQLITE_CONSTRAINT_UNIQUE" | "SQLITE_CONSTRAINT_PRIMARYKEY":
            return "says the same as a line before it, where each must be another"
        case _:
            return "breaks a rule of the archive"


_TABLES = frozenset(kind.table for kind in KEPT)

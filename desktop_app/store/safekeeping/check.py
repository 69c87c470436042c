"""Whether all is well with an archive: every hash, index, copy and reference.

What was captured and written by the user can't be made anew and is only reported; what is derived
from it (columns, people, events, the word index) can be repaired.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from sqlite3 import Row

from desktop_app.core.article import CleanArticle
from desktop_app.core.errors import AppError, ArchiveError
from desktop_app.store.articles.article_columns import (
    COLUMNS,
    column_values,
    copy_columns,
    copy_events,
    event_rows,
)
from desktop_app.store.articles.snapshots import damaged_snapshots
from desktop_app.store.base.archive_format import FORGET_KEPT
from desktop_app.store.base.article_state import with_edits
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.copy_grouping import group_anew, groups_differ
from desktop_app.store.base.person_counts import counts_differ, recount, refresh
from desktop_app.store.base.revision_state import STATE, state_of
from desktop_app.store.dossiers.dossier_check import dossier_faults
from desktop_app.store.people.article_choices import ArticleChoices
from desktop_app.store.people.person_assignment import PersonAssignment
from desktop_app.store.safekeeping.backup import copy_archive
from desktop_app.store.words.person_words import put_words, words_differ
from desktop_app.store.words.word_index import WordIndex


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that isn't as it should be, told in a sentence."""

    message: str


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What was looked at and found; ``problems`` are those that remain."""

    articles: int
    snapshots: int
    problems: tuple[Problem, ...] = ()
    repaired: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong, or nothing any more."""
        return not self.problems


@dataclass(frozen=True, slots=True)
class _Finding:
    message: str
    mend: Callable[[], None] | None = None


def check_archive(connection: Connection, words: WordIndex, *, repair: bool) -> CheckReport:
    """Look at everything; with ``repair``, mend what can be, after copying the archive.

    Where a part of the file is damaged, that is told and the other parts are looked at.
    """
    damage = _looked_at("The file", lambda: _file(connection))
    findings = [
        *damage,
        *_looked_at("The references", lambda: _references(connection)),
        *_looked_at("The snapshots", lambda: _snapshots(connection)),
        *_looked_at("The articles", lambda: _articles(connection)),
        *_looked_at("The word index", lambda: _words(words)),
        *_looked_at("The persons", lambda: _persons(connection)),
        *_looked_at("The dossiers", lambda: _dossiers(connection)),
        *_looked_at("The copies", lambda: _copy_groups(connection)),
    ]
    mended: list[_Finding] = []
    # Nothing is written into a file whose pages are broken: that would break more of them.
    if repair and not damage and any(finding.mend for finding in findings):
        mended = _repair(connection, findings)
    return CheckReport(
        articles=_count(connection, "articles"),
        snapshots=_count(connection, "snapshots"),
        problems=tuple(Problem(each.message) for each in findings if each not in mended),
        repaired=tuple(Problem(f"Repaired: {each.message}") for each in mended),
    )


def _looked_at(what: str, look: Callable[[], list[_Finding]]) -> list[_Finding]:
    """What looking finds; where damage keeps from looking, that is the finding."""
    try:
        return look()
    except ArchiveError as failure:
        return [_Finding(f"{what} couldn't be read: {failure.message}")]


def _count(connection: Connection, table: str) -> int:
    """How many rows can be counted; none in a table too damaged for it, which was told."""
    try:
        return int(connection.value(f"SELECT count(*) FROM {table}"))
    except ArchiveError:
        return 0


def _repair(connection: Connection, findings: list[_Finding]) -> list[_Finding]:
    path = connection.path
    today = date.today().isoformat()
    copy_archive(connection, path.with_name(f"{path.stem}-before-repair-{today}{path.suffix}"))
    mended = []
    with connection.transaction():
        for finding in findings:
            if finding.mend is not None:
                finding.mend()
                mended.append(finding)
        refresh(connection)
        connection.write(FORGET_KEPT)
    return mended


def _file(connection: Connection) -> list[_Finding]:
    lines = connection.column("PRAGMA integrity_check(20)")
    return [_Finding(f"The file is damaged: {line}.") for line in lines if line != "ok"]


def _references(connection: Connection) -> list[_Finding]:
    rows = connection.rows('SELECT DISTINCT "table", parent FROM pragma_foreign_key_check')
    found = [
        _Finding(f"Something in “{row[0]}” refers to something missing in “{row[1]}”.")
        for row in rows
    ]
    lost = connection.column(
        "SELECT id FROM articles WHERE id NOT IN"
        " (SELECT article_id FROM captures WHERE role = 'page')"
    )
    return found + [_Finding(f"Article {article_id} has no snapshot.") for article_id in lost]


def _snapshots(connection: Connection) -> list[_Finding]:
    return [
        _Finding(f"The snapshot {sha256} isn't what was captured any more.")
        for sha256 in damaged_snapshots(connection)
    ]


def _articles(connection: Connection) -> list[_Finding]:
    found = []
    for article_id in connection.column("SELECT id FROM articles ORDER BY id"):
        name = f"Article {article_id}"
        found += _looked_at(name, lambda: _article(connection, article_id))  # noqa: B023 - at once
    return found


def _article(connection: Connection, article_id: int) -> list[_Finding]:
    row = connection.row(
        f"SELECT a.*, {STATE} FROM articles a LEFT JOIN revisions r"
        " ON r.id = a.revision_id AND r.article_id = a.id WHERE a.id = ?",
        (article_id,),
    )
    if row is None:
        return []
    if row["state"] is None:
        return [_Finding(f"Article {article_id} has no text.")]
    try:
        clean = with_edits(state_of(row), json.loads(row["edits"]))
    except (AppError, ValueError):
        return [_Finding(f"The text of article {article_id} can't be read.")]
    return [*_offsets(article_id, clean), *_copies(connection, row, clean)]


def _offsets(article_id: int, clean: CleanArticle) -> list[_Finding]:
    length = len(clean.text)
    spans = [(each.start, each.end) for person in clean.people for each in person.mentions]
    spans += [(each.mention.start, each.mention.end) for each in clean.unassigned]
    spans += [(event.start, event.end) for event in clean.events]
    if all(0 <= start <= end <= length for start, end in spans):
        return []
    return [_Finding(f"Article {article_id} has a person or event outside its text.")]


def _copies(connection: Connection, row: Row, clean: CleanArticle) -> list[_Finding]:
    """What was copied from the state, where it says something else than the state."""
    article_id = row["id"]
    found = []
    if tuple(row[name] for name in COLUMNS) != column_values(clean):
        message = f"The list's line of article {article_id} isn't up to date."
        found.append(_Finding(message, lambda: copy_columns(connection, article_id, clean)))
    events = connection.rows(
        "SELECT position, earliest, latest FROM events WHERE article_id = ? ORDER BY position",
        (article_id,),
    )
    if [tuple(event) for event in events] != event_rows(clean):
        message = f"The events of article {article_id} aren't up to date."
        found.append(_Finding(message, lambda: copy_events(connection, article_id, clean)))
    if not _people_match(connection, article_id, clean):
        assignment = PersonAssignment(connection)
        message = f"The people of article {article_id} aren't up to date."
        found.append(_Finding(message, lambda: assignment.assign(article_id, clean)))
    return found


def _people_match(connection: Connection, article_id: int, clean: CleanArticle) -> bool:
    rows = connection.rows(
        "SELECT position, sum(mentions) FROM article_people WHERE article_id = ?"
        " GROUP BY position ORDER BY position",
        (article_id,),
    )
    told = ArticleChoices(connection).told(article_id, clean)
    counts = [(each.position, len(each.named.mentions)) for each in told.names]
    return [tuple(row) for row in rows] == counts


def _words(words: WordIndex) -> list[_Finding]:
    if words.differs():
        return [_Finding("The word index isn't up to date.", words.rebuild)]
    return []


def _persons(connection: Connection) -> list[_Finding]:
    found = []
    if words_differ(connection):
        message = "The words of the persons' names aren't up to date."
        found.append(_Finding(message, lambda: put_words(connection)))
    if counts_differ(connection):
        message = "How often persons are named isn't up to date."
        found.append(_Finding(message, lambda: recount(connection)))
    return found


def _dossiers(connection: Connection) -> list[_Finding]:
    return [_Finding(each.message, each.mend) for each in dossier_faults(connection)]


def _copy_groups(connection: Connection) -> list[_Finding]:
    if groups_differ(connection):
        return [_Finding("The copy groups aren't up to date.", lambda: group_anew(connection))]
    return []

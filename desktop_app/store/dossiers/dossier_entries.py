"""What stands in dossiers: articles, headings, the user's own text, each at its place."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import islice
from sqlite3 import Row

from desktop_app.core.dossier import (
    LEVELS,
    MOST_ENTRIES,
    MOST_TITLED,
    MOST_WRITTEN,
    DossierEntry,
    EntryKind,
    HandPlace,
    by_published,
    hand_place,
)
from desktop_app.core.errors import InputError
from desktop_app.core.order_keys import keys_between
from desktop_app.store.base.article_ids import bounded_id, require_articles
from desktop_app.store.base.connection import Connection
from desktop_app.store.undo.acts import Acts

_READ = """
    SELECT e.id, e.kind, e.article_id, e.level, e.markdown, e.excerpts, a.publisher, a.highlights,
        CASE WHEN e.excerpts IS NULL THEN a.words ELSE (
            SELECT sum(length(trim(h.exact)) - length(replace(trim(h.exact), ' ', '')) + 1)
            FROM json_each(e.excerpts) chosen JOIN highlights h ON h.id = chosen.value
        ) END AS words,
        a.deleted, CASE WHEN a.id IS NULL THEN e.title ELSE coalesce(a.title, '') END AS title,
        CASE WHEN a.id IS NULL THEN e.published ELSE a.published END AS published,
        CASE WHEN a.id IS NULL THEN e.published_sort ELSE a.published_sort END AS published_sort
    FROM dossier_entries e LEFT JOIN articles a ON a.id = e.article_id
"""
_ADD_ARTICLES = """
    INSERT INTO dossier_entries
        (dossier_id, place, kind, article_id, title, published, published_sort)
    SELECT ?, ?, 'article', id, coalesce(title, ''), published, published_sort
    FROM articles WHERE id = ?
"""
_KEEP_TITLES = """
    UPDATE dossier_entries SET title = coalesce(a.title, ''), published = a.published,
        published_sort = a.published_sort
    FROM articles a WHERE a.id = dossier_entries.article_id
        AND dossier_entries.article_id IN (SELECT value FROM json_each(?))
"""
#: Comes behind every key.
_BEYOND = "~"
_IN = "IN (SELECT value FROM json_each(?))"


class DossierEntryStore:
    """The entries of the dossiers of an archive. Ids that aren't there raise InputError."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts

    # Reading

    def in_order(self, dossier_id: int) -> list[DossierEntry]:
        """What stands in a dossier, in the order chosen for it."""
        is_by_date = self._connection.value(
            "SELECT by_date FROM dossiers WHERE id = ?", (bounded_id(dossier_id),)
        )
        found = self.by_hand(dossier_id)
        return by_published(found) if is_by_date else found

    def by_hand(self, dossier_id: int) -> list[DossierEntry]:
        """What stands in a dossier, as the user put it."""
        rows = self._connection.rows(
            f"{_READ} WHERE e.dossier_id = ? ORDER BY e.place, e.id", (bounded_id(dossier_id),)
        )
        return [_entry(row) for row in rows]

    def get(self, entry_id: int) -> DossierEntry:
        """One entry."""
        row = self._connection.row(f"{_READ} WHERE e.id = ?", (bounded_id(entry_id),))
        if row is None:
            raise _no_entry(entry_id)
        return _entry(row)

    # Changing

    def add_articles(
        self,
        dossier_id: int,
        ids: Sequence[int],
        before: int | None = None,
        *,
        again: bool = False,
    ) -> list[int]:
        """Put articles before an entry, or last; gives the new entries' ids.

        Those that are in the dossier already stay where they are; with ``again`` they come in
        once more too.
        """
        require_articles(self._connection, ids)
        there = set() if again else self._articles_in(dossier_id)
        new = [article_id for article_id in dict.fromkeys(ids) if article_id not in there]
        with self._acts.act("Added articles to a dossier"):
            places = self._places(dossier_id, EntryKind.ARTICLE, len(new), before)
            return [
                self._connection.write(_ADD_ARTICLES, (dossier_id, place, article_id))
                for place, article_id in zip(places, new, strict=True)
            ]

    def add_heading(
        self, dossier_id: int, words: str, level: int = 1, before: int | None = None
    ) -> int:
        """Put a heading before an entry, or last; gives its id."""
        tidy = _checked_heading(words, level)
        with self._acts.act("Added a heading to a dossier"):
            (place,) = self._places(dossier_id, EntryKind.HEADING, 1, before)
            return self._connection.write(
                "INSERT INTO dossier_entries (dossier_id, place, kind, title, level)"
                " VALUES (?, ?, 'heading', ?, ?)",
                (dossier_id, place, tidy, level),
            )

    def add_text(self, dossier_id: int, markdown: str, before: int | None = None) -> int:
        """Put text of the user's own before an entry, or last; gives its id."""
        _check_text(markdown)
        with self._acts.act("Added text to a dossier"):
            (place,) = self._places(dossier_id, EntryKind.TEXT, 1, before)
            return self._connection.write(
                "INSERT INTO dossier_entries (dossier_id, place, kind, markdown)"
                " VALUES (?, ?, 'text', ?)",
                (dossier_id, place, markdown),
            )

    def change_heading(self, entry_id: int, words: str, level: int) -> None:
        """Give a heading other words and another level."""
        self._require(entry_id, EntryKind.HEADING)
        tidy = _checked_heading(words, level)
        with self._acts.act("Changed a heading"):
            self._set(entry_id, "title", tidy)
            self._set(entry_id, "level", level)

    def change_text(self, entry_id: int, markdown: str) -> None:
        """Replace text of the user's own."""
        self._require(entry_id, EntryKind.TEXT)
        _check_text(markdown)
        with self._acts.act("Changed a text of a dossier"):
            self._set(entry_id, "markdown", markdown)

    def set_excerpts(self, entry_id: int, highlights: Sequence[int] | None) -> None:
        """Have these highlights stand for an article, in the order of its text; None: the whole."""
        article_id = self._require(entry_id, EntryKind.ARTICLE).article_id
        kept = None
        if highlights is not None:
            own = self._connection.column(
                "SELECT id FROM highlights WHERE article_id = ?"
                " ORDER BY start IS NULL, start, end, id",
                (article_id,),
            )
            strange = [each for each in highlights if each not in own]
            if strange:
                raise InputError(
                    f"Highlight {strange[0]} isn't one of that article's.",
                    "“cuttings highlights” lists them.",
                )
            kept = json.dumps([each for each in own if each in highlights])
        with self._acts.act("Chose excerpts"):
            self._set(entry_id, "excerpts", kept)

    def move(self, entry_ids: Sequence[int], before: int | None) -> None:
        """Put entries of one dossier, in their order, before another of it, or last.

        Only their own rows change, and none where they stand there already.
        """
        moved = self._of_one_dossier(entry_ids)
        dossier_id = moved[0]["dossier_id"]
        if before is not None and before in set(entry_ids):
            before = self._after(dossier_id, before, set(entry_ids))
        ids, places = ([row[name] for row in moved] for name in ("id", "place"))
        low, high = self._neighbours(dossier_id, before, without=ids)
        if (low is None or low < places[0]) and (high is None or places[-1] < high):
            return
        with self._acts.act("Moved entries of a dossier"):
            for entry_id, place in zip(ids, keys_between(low, high, len(ids)), strict=True):
                self._set(entry_id, "place", place)

    def remove(self, entry_ids: Sequence[int]) -> None:
        """Take entries out; an article stays in the archive."""
        self._of_one_dossier(entry_ids)
        with self._acts.act("Took entries out of a dossier"):
            self._connection.write(
                f"DELETE FROM dossier_entries WHERE id {_IN}", (json.dumps(list(entry_ids)),)
            )

    # How it is kept

    def _articles_in(self, dossier_id: int) -> set[int]:
        return set(
            self._connection.column(
                "SELECT article_id FROM dossier_entries WHERE dossier_id = ?"
                " AND article_id IS NOT NULL",
                (bounded_id(dossier_id),),
            )
        )

    def _places(
        self, dossier_id: int, kind: EntryKind, count: int, before: int | None
    ) -> list[str]:
        """Keys for so many new entries before another one as it is shown, or behind all."""
        row = self._connection.row(
            "SELECT by_date, (SELECT count(*) FROM dossier_entries e WHERE e.dossier_id = d.id)"
            " AS held FROM dossiers d WHERE d.id = ?",
            (bounded_id(dossier_id),),
        )
        if row is None:
            raise InputError(f"There is no dossier {dossier_id}.", "It may have been deleted.")
        if row["held"] + count > MOST_ENTRIES:
            raise InputError(
                f"A dossier can't hold more than {MOST_ENTRIES:,} entries.", "Make another one."
            )
        place = HandPlace(before)
        if row["by_date"] and before is not None:
            place = self._by_hand(dossier_id, kind, before)
        neighbours = self._neighbours(dossier_id, place.before, place.moved)
        keys = keys_between(*neighbours, count + len(place.moved))
        for entry_id, key in zip(place.moved, keys[count:], strict=True):
            self._set(entry_id, "place", key)
        return keys[:count]

    def _by_hand(self, dossier_id: int, kind: EntryKind, before: int) -> HandPlace:
        try:
            return hand_place(self.by_hand(dossier_id), kind, bounded_id(before))
        except ValueError:
            raise _no_entry(before) from None

    def _neighbours(
        self, dossier_id: int, before: int | None, without: Sequence[int] = ()
    ) -> tuple[str | None, str | None]:
        """The keys of the entries between which something comes, some entries left aside."""
        high = None
        if before is not None:
            high = self._connection.value(
                "SELECT place FROM dossier_entries WHERE id = ? AND dossier_id = ?",
                (bounded_id(before), dossier_id),
            )
            if high is None:
                raise _no_entry(before)
        low = self._connection.value(
            "SELECT place FROM dossier_entries WHERE dossier_id = ?1 AND place < ?2"
            " AND id NOT IN (SELECT value FROM json_each(?3)) ORDER BY place DESC LIMIT 1",
            (dossier_id, high or _BEYOND, json.dumps(list(without))),
        )
        return low, high

    def _after(self, dossier_id: int, entry_id: int, skipped: set[int]) -> int | None:
        """The first entry behind one that isn't among those skipped."""
        ids = self._connection.column(
            "SELECT id FROM dossier_entries WHERE dossier_id = ? ORDER BY place, id", (dossier_id,)
        )
        behind = islice(ids, ids.index(entry_id), None)
        return next((each for each in behind if each not in skipped), None)

    def _of_one_dossier(self, entry_ids: Sequence[int]) -> list[Row]:
        rows = self._connection.rows(
            f"SELECT id, dossier_id, place FROM dossier_entries WHERE id {_IN} ORDER BY place, id",
            (json.dumps([bounded_id(each) for each in entry_ids]),),
        )
        missing = set(entry_ids) - {row["id"] for row in rows}
        if missing or not rows:
            raise _no_entry(min(missing, default=0))
        if len({row["dossier_id"] for row in rows}) > 1:
            raise InputError(
                "These entries stand in several dossiers.", "Name entries of one dossier."
            )
        return rows

    def _require(self, entry_id: int, kind: EntryKind) -> DossierEntry:
        entry = self.get(entry_id)
        if entry.kind is not kind or entry.is_gap:
            wanted = {"article": "an article", "heading": "a heading", "text": "a text"}
            raise InputError(
                f"Entry {entry_id} isn't {wanted[kind.name.lower()]}.", "Choose another entry."
            )
        return entry

    def _set(self, entry_id: int, column: str, value: object) -> None:
        self._connection.write(
            f"UPDATE dossier_entries SET {column} = ?1 WHERE id = ?2 AND {column} IS NOT ?1",
            (value, entry_id),
        )


def keep_titles(connection: Connection, ids: str) -> None:
    """Keep title and date of articles that are about to be deleted for good, as a JSON list."""
    connection.write(_KEEP_TITLES, (ids,))


def _no_entry(entry_id: int) -> InputError:
    return InputError(
        f"The dossier has no entry {entry_id}.", "“cuttings dossier show” lists the entries."
    )


def _checked_heading(words: str, level: int) -> str:
    tidy = " ".join(words.split())
    if not tidy or len(tidy) > MOST_TITLED:
        raise InputError("A heading needs words.", f"Write at most {MOST_TITLED} characters.")
    if not 1 <= level <= LEVELS:
        raise InputError(f"Headings have the levels 1 to {LEVELS}.", "Choose one of these.")
    return tidy


def _check_text(markdown: str) -> None:
    if not markdown.strip():
        raise InputError("There is no text.", "Write some words.")
    if len(markdown) > MOST_WRITTEN:
        raise InputError(
            f"The text is too long to be kept: it has {len(markdown):,} characters.",
            f"Make two of it: each can have {MOST_WRITTEN:,}.",
        )


def _entry(row: Row) -> DossierEntry:
    return DossierEntry(
        id=row["id"],
        kind=EntryKind[row["kind"].upper()],
        title=row["title"],
        article_id=row["article_id"],
        published=row["published"],
        publisher=row["publisher"],
        in_trash=row["deleted"] is not None,
        highlights=row["highlights"] or 0,
        excerpts=None if row["excerpts"] is None else tuple(json.loads(row["excerpts"])),
        level=row["level"],
        markdown=row["markdown"],
        date_key=row["published_sort"],
        words=row["words"] or 0,
    )

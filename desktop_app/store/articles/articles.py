"""Articles: kept whole or not at all, listed, changed, and every state of their text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sqlite3 import Row

from desktop_app.core.article import (
    Article,
    CleanArticle,
    RawCapture,
    Revision,
    StoredImage,
)
from desktop_app.core.common_value import COMMON_FIELDS, CommonValue
from desktop_app.core.counted import count_articles
from desktop_app.core.errors import InputError
from desktop_app.core.refetch import RefusedPage
from desktop_app.store.articles.addresses import AddressStore
from desktop_app.store.articles.article_adding import ArticleAdding, NewArticle
from desktop_app.store.articles.article_columns import copy_columns, copy_events, edited_columns
from desktop_app.store.articles.article_reading import ArticleReader
from desktop_app.store.articles.highlights import HighlightStore
from desktop_app.store.articles.snapshots import Page, SnapshotStore, captured_parts
from desktop_app.store.articles.tags import TagStore
from desktop_app.store.base.article_ids import bounded_id, no_article, require_articles
from desktop_app.store.base.article_state import packed, with_edits
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.person_counts import counted_once
from desktop_app.store.base.revision_state import STATE, state_of
from desktop_app.store.people.people import PersonStore
from desktop_app.store.undo.acts import Acts
from desktop_app.store.words.word_index import WordIndex

_NOW = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"
_IN = "IN (SELECT value FROM json_each(?))"
#: Kinds of revision whose text is the user's own choice, which cleaning again never replaces.
_OWN_TEXT = ("edited", "restored")
#: Fields whose words are searched for.
_INDEXED_FIELDS = {"title", "subtitle", "authors"}


class ArticleStore:
    """The articles of an archive. Ids that aren't there raise InputError."""

    def __init__(
        self,
        connection: Connection,
        acts: Acts,
        words: WordIndex,
        people: PersonStore,
        tags: TagStore,
        highlights: HighlightStore,
    ) -> None:
        self._connection = connection
        self._acts = acts
        self._words = words
        self._people = people
        self._tags = tags
        self._highlights = highlights
        self._snapshots = SnapshotStore(connection)
        self._addresses = AddressStore(connection)
        self._reader = ArticleReader(connection, people, highlights, self._snapshots)
        self._adding = ArticleAdding(
            connection, self._snapshots, self._addresses, words, people, tags
        )

    # Adding

    def add(
        self,
        raw: RawCapture,
        clean: CleanArticle,
        *,
        tags: Sequence[str] = (),
        note: str = "",
        images: Sequence[StoredImage] = (),
    ) -> int:
        """Keep an article with its snapshot, people and events; gives its id.

        Fields that ``clean`` has from the user are the user's edits from the start.
        """
        return self.add_all([NewArticle(raw, clean, tuple(tags), note, tuple(images))])[0]

    def add_all(self, articles: Iterable[NewArticle]) -> list[int]:
        """Keep all of these articles or none of them, as one act; gives their ids.

        Many at once are several times quicker than one at a time.
        """
        several = list(articles)
        said = "an article" if len(several) == 1 else count_articles(len(several))
        with self._acts.act(f"Added {said}"):
            return self._adding.add(several)

    def add_revision(self, article_id: int, clean: CleanArticle, *, kind: str) -> int:
        """Keep and show another state of the text; gives the revision's id.

        ``kind`` is ``recleaned``, ``edited``, ``fetched``, ``imported`` or ``restored``. The
        user's fields stay.
        """
        row = self._row(article_id)
        with self._acts.act("Added a revision"), self._words.following([article_id]):
            page = self._snapshots.page(article_id)
            revision_id = self._keep_revision(article_id, clean, kind, page)
            self._show(article_id, revision_id, with_edits(clean, json.loads(row["edits"])))
            if kind in _OWN_TEXT:
                self._connection.write(
                    "UPDATE articles SET text_edited = 1 WHERE id = ?", (article_id,)
                )
            return revision_id

    def add_fetched(
        self,
        article_id: int,
        raw: RawCapture,
        clean: CleanArticle,
        *,
        images: Sequence[StoredImage] = (),
        shown: bool = True,
    ) -> int:
        """Keep another capture of the article with its text; gives the new revision's id.

        Where it isn't ``shown``, the text that is shown stays.
        """
        row = self._row(article_id)
        reworded = [article_id] if shown else []
        with self._acts.act("Added a version"), self._words.following(reworded):
            self._snapshots.add(article_id, captured_parts(raw, images))
            self._addresses.keep_redirects([(article_id, raw.redirects)])
            page = self._snapshots.page(article_id)
            revision_id = self._keep_revision(article_id, clean, "fetched", page)
            if shown:
                self._show(article_id, revision_id, with_edits(clean, json.loads(row["edits"])))
            return revision_id

    def add_imported(
        self,
        article_id: int,
        raw: RawCapture,
        clean: CleanArticle,
        *,
        images: Sequence[StoredImage] = (),
        shown: bool,
    ) -> int:
        """Keep what another program has of an article, with its text; gives the revision's id.

        Where it isn't ``shown``, it is kept beside: the page of what is shown stays the article's.
        """
        row = self._row(article_id)
        with self._acts.act("Added a version"), self._words.following([article_id] * shown):
            parts = captured_parts(raw, images)
            self._snapshots.add(article_id, parts if shown else _beside(parts))
            page = self._snapshots.page(article_id)
            revision_id = self._keep_revision(article_id, clean, "imported", page)
            if shown:
                self._show(article_id, revision_id, with_edits(clean, json.loads(row["edits"])))
            return revision_id

    def keep_beside(self, article_id: int, raw: RawCapture) -> None:
        """Keep what another program knows of an article; it changes nothing else."""
        self._row(article_id)
        with self._acts.act("Kept what another program knows"):
            self._snapshots.add(article_id, _beside(captured_parts(raw, ())))

    def keep_refused(self, article_id: int, raw: RawCapture) -> None:
        """Keep what came in the article's place, with its warnings; it changes nothing else."""
        self._row(article_id)
        with self._acts.act("Kept what came in an article's place"):
            self._snapshots.add(article_id, [("refused", raw)])

    def refused(self, article_id: int) -> list[RefusedPage]:
        """The pages that came in the article's place and were kept beside it, oldest first."""
        return self._snapshots.refused(article_id)

    def refused_capture(self, article_id: int, capture_id: int) -> RawCapture:
        """One of those pages as it came; raises InputError where it isn't one."""
        return self._snapshots.refused_capture(article_id, capture_id)

    def last_fetched(self, article_id: int) -> CleanArticle:
        """The newest state that came from cleaning a page, not from the user."""
        row = self._connection.row(
            f"SELECT {STATE} FROM revisions r WHERE r.article_id = ?"
            " AND r.kind IN ('cleaned', 'recleaned', 'fetched') ORDER BY r.number DESC LIMIT 1",
            (article_id,),
        )
        return self.as_found(article_id) if row is None else state_of(row)

    def restore_revision(self, article_id: int, revision_id: int) -> int:
        """Show an earlier state again, as a new revision; gives the new revision's id."""
        row = self._connection.row(
            f"SELECT {STATE} FROM revisions r WHERE r.id = ? AND r.article_id = ?",
            (revision_id, article_id),
        )
        if row is None:
            raise InputError(
                f"Article {article_id} has no revision {revision_id}.",
                f"See “cuttings show {article_id} --revisions”.",
            )
        return self.add_revision(article_id, state_of(row), kind="restored")

    # Reading

    def get(self, article_id: int) -> Article:
        """One article whole, also from the trash."""
        for article in self.several([bounded_id(article_id)]):
            return article
        raise no_article(article_id)

    def several(self, ids: Sequence[int]) -> Iterator[Article]:
        """These articles whole, in the order asked, also from the trash; those gone are left out.

        Many are read several times quicker than one by one, and few are in memory at a time.
        """
        return self._reader.several(ids)

    def require(self, ids: Sequence[int]) -> None:
        """Raise InputError unless each of these articles is there."""
        require_articles(self._connection, ids)

    def as_found(self, article_id: int) -> CleanArticle:
        """The newest state as cleaning and analysis made it, without what the user set since."""
        return self._state(self._row(article_id)["revision_id"])

    def snapshot(self, article_id: int) -> RawCapture:
        """The latest capture as it came, with its companion."""
        self._row(article_id)
        return self._snapshots.capture(article_id)

    def captures(self, article_id: int) -> Iterator[tuple[str, RawCapture]]:
        """All that was kept of the article, oldest first, each with its role, read in its turn.

        Roles are ``page``, and of what came with one ``companion``, ``further`` and ``image``;
        ``beside`` for what isn't shown, ``refused`` for what came in a page's place.
        """
        return self._snapshots.captures(article_id)

    def images(self, article_id: int) -> dict[str, StoredImage]:
        """The pictures kept with the article, by the address that the Markdown gives them."""
        return self._snapshots.images(article_id)

    def image_digests(self, article_id: int) -> dict[str, str]:
        """The SHA-256 of the pictures kept with the article, by their address."""
        return self._snapshots.image_digests(article_id)

    def revisions(self, article_id: int) -> list[Revision]:
        """Every state of the text, oldest first."""
        self._row(article_id)
        rows = self._connection.rows(
            f"SELECT r.*, {STATE} FROM revisions r WHERE r.article_id = ? ORDER BY r.number",
            (article_id,),
        )
        return [_revision(row) for row in rows]

    def find_by_sha256(self, sha256: str) -> list[int]:
        """The articles captured as these very bytes, those in the trash included."""
        return self._snapshots.article_ids(sha256)

    def find_by_url(self, url: str) -> list[int]:
        """The articles outside the trash at this address, whatever its dressing.

        Canonical addresses count, and those that led to an article when it was fetched.
        """
        return self._addresses.find(url)

    # Changing

    def set_fields(
        self, article_id: int, fields: Mapping[str, str | tuple[str, ...] | None]
    ) -> None:
        """Set fields to checked values; they are the user's and outlast any cleaning."""
        self.set_fields_of([article_id], fields)

    def set_fields_of(
        self, ids: Sequence[int], fields: Mapping[str, str | tuple[str, ...] | None]
    ) -> None:
        """Set fields of several articles to the same values; InputError where one isn't there."""
        require_articles(self._connection, ids)
        if not fields:
            return
        edits, columns = json.dumps(fields, ensure_ascii=False), edited_columns(fields)
        paths = ", ".join(f"'$.{name}', ?1 -> '$.{name}'" for name in fields)
        sets = "".join(f", {name} = ?{number}" for number, name in enumerate(columns, start=3))
        indexed = ids if _INDEXED_FIELDS & set(fields) else ()
        counted = len(ids) if "published" in fields else 0
        with (
            self._acts.act("Edited articles"),
            self._words.following(indexed, texts_stay=True),
            counted_once(self._connection, counted),
        ):
            self._connection.write(
                f"UPDATE articles SET edits = json_set(edits, {paths}){sets}"
                " WHERE id IN (SELECT value FROM json_each(?2))",
                (edits, json.dumps(sorted(ids)), *columns.values()),
            )

    def common_fields(self, ids: Sequence[int]) -> dict[str, CommonValue]:
        """For each field that a list tells of, how many values these articles have, and one."""
        require_articles(self._connection, ids)
        counted = ", ".join(
            f"count(DISTINCT coalesce({name}, '')), min(coalesce({name}, ''))"
            for name in COMMON_FIELDS
        )
        row = self._connection.row(
            f"SELECT {counted} FROM articles WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(ids)),),
        )
        assert row is not None
        return {
            name: CommonValue(_shown_value(name, row[2 * at + 1]), row[2 * at] > 1)
            for at, name in enumerate(COMMON_FIELDS)
        }

    def set_note(self, article_id: int, note: str) -> None:
        """Replace the user's note."""
        self._row(article_id)
        with self._acts.act("Changed a note"), self._words.following([article_id]):
            self._connection.write("UPDATE articles SET note = ? WHERE id = ?", (note, article_id))

    def set_read(self, ids: Sequence[int], read: bool) -> None:
        """Mark articles read or unread."""
        self._set(ids, "unread", "Marked articles read or unread", int(not read))

    def note_seen(self, article_id: int) -> None:
        """Mark an article read because it was looked at: no act, so undo never takes it back."""
        self._connection.write(
            "UPDATE articles SET unread = 0 WHERE id = ? AND unread = 1", (article_id,)
        )

    def set_starred(self, ids: Sequence[int], starred: bool) -> None:
        """Star articles, or take the star away."""
        self._set(ids, "starred", "Starred articles", int(starred))

    def delete(self, ids: Sequence[int]) -> None:
        """Move articles to the trash."""
        now = self._connection.value(f"SELECT {_NOW}")
        self._set(ids, "deleted", "Moved articles to the trash", now)

    def restore(self, ids: Sequence[int]) -> None:
        """Bring articles back from the trash."""
        self._set(ids, "deleted", "Restored articles", None)

    # How it is kept

    def _set(self, ids: Sequence[int], column: str, description: str, value: object) -> None:
        require_articles(self._connection, ids)
        test = "IS NULL" if column == "deleted" and value is not None else "IS NOT ?2"
        counted = len(ids) if column == "deleted" else 0
        with self._acts.act(description), counted_once(self._connection, counted):
            self._connection.write(
                f"UPDATE articles SET {column} = ?2"
                f" WHERE id IN (SELECT value FROM json_each(?1)) AND {column} {test}",
                (json.dumps(sorted(ids)), value),
            )

    def _keep_revision(
        self, article_id: int, clean: CleanArticle, kind: str, page: Page | None
    ) -> int:
        snapshot_id, content = page if page is not None else (None, None)
        return self._connection.write(
            "INSERT INTO revisions (article_id, number, kind, created, state, snapshot_id)"
            " SELECT ?1, 1 + coalesce(max(number), 0), ?2, "
            f"{_NOW}, ?3, ?4 FROM revisions WHERE article_id = ?1",
            (article_id, kind, packed(clean, content), snapshot_id),
        )

    def _show(self, article_id: int, revision_id: int, clean: CleanArticle) -> None:
        """Make a revision the one that is shown, with its columns, people and events."""
        self._connection.write(
            "UPDATE articles SET revision_id = ? WHERE id = ?", (revision_id, article_id)
        )
        copy_columns(self._connection, article_id, clean)
        copy_events(self._connection, article_id, clean)
        self._people.assign(article_id, clean)
        self._highlights.find_again(article_id, clean.text)

    def _row(self, article_id: int) -> Row:
        row = self._connection.row("SELECT * FROM articles WHERE id = ?", (bounded_id(article_id),))
        if row is None:
            raise no_article(article_id)
        return row

    def _state(self, revision_id: int) -> CleanArticle:
        row = self._connection.row(
            f"SELECT {STATE} FROM revisions r WHERE r.id = ?", (revision_id,)
        )
        assert row is not None
        return state_of(row)


def _revision(row: Row) -> Revision:
    clean = state_of(row)
    return Revision(
        id=row["id"],
        article_id=row["article_id"],
        number=row["number"],
        kind=row["kind"],
        created=row["created"],
        markdown=clean.markdown,
        text=clean.text,
        title=clean.title,
    )


def _beside(parts: list[tuple[str, RawCapture]]) -> list[tuple[str, RawCapture]]:
    """A capture whose text isn't shown; its pictures belong to the article all the same."""
    return [(role if role == "image" else "beside", raw) for role, raw in parts]


def _shown_value(name: str, value: str) -> str:
    return "; ".join(json.loads(value)) if name == "authors" else value

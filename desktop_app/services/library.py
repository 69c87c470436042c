"""The archive as the window and the terminal see it: every reading and every act, thread-safe.

Each thread gets a connection of its own, so reads never wait for one another; whoever calls from
a window does so off its thread. What an act needs is imported with the act: the window's first
list waits for nothing but finding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop_app.core.copy_folding import folded
from desktop_app.core.counted import count_articles
from desktop_app.core.folding import fold
from desktop_app.core.query import parse_query
from desktop_app.services.base.listeners import never, no_progress
from desktop_app.services.features import LibraryFeatures

if TYPE_CHECKING:
    from desktop_app.core.arrangement import Arrangement, ArticleGroup
    from desktop_app.core.article import (
        Article,
        ArticleEvent,
        RawCapture,
        Revision,
        StoredImage,
        TimelineBucket,
    )
    from desktop_app.core.article_row import ArticleRow
    from desktop_app.core.common_value import CommonValue
    from desktop_app.core.completion import Offer, Typed
    from desktop_app.core.network import PersonNetwork
    from desktop_app.core.query import ParsedQuery, Words
    from desktop_app.core.recent_act import RecentAct
    from desktop_app.core.timeline import TimelineRequest, TimelineScreen
    from desktop_app.core.word_matches import FoundText
    from desktop_app.export.base.result import ExportResult
    from desktop_app.services.base.field_values import FieldValue
    from desktop_app.services.clipping.prepared_clip import PreparedClip
    from desktop_app.services.clipping.reclean import RecleanReport
    from desktop_app.services.doctor import Finding
    from desktop_app.services.exporting.export_job import What
    from desktop_app.services.exporting.export_options import OptionValue
    from desktop_app.services.exporting.print_articles import PrintedPages
    from desktop_app.services.finding.spelling import BetterQuery
    from desktop_app.store.safekeeping.check import CheckReport
    from desktop_app.store.safekeeping.compacting import Compacted

# ruff: noqa: PLC0415 - see above


#: How many characters of a text are shown round the words that were found.
_PIECE = 240


class SearchResult(NamedTuple):
    """The ids a query finds, in order; what the parser has to say; words to mark; groups.

    Where copies are folded, those behind one of the ids.
    """

    ids: tuple[int, ...]
    notes: tuple[str, ...]
    words: tuple[Words, ...]
    groups: tuple[ArticleGroup, ...] = ()
    copies: Mapping[int, tuple[int, ...]] = MappingProxyType({})


class Library(LibraryFeatures):
    """One open archive. Every method may raise AppError; no reading waits for a writing."""

    # Finding

    def is_empty(self) -> bool:
        """Whether nothing was ever clipped, the trash included."""
        everything = self.count("") + self.count("in:trash")
        return everything == 0

    def search(self, query: str, sort: str = "published", limit: int | None = None) -> SearchResult:
        """The articles that match, newest first, or as ``sort`` says; the first few of them."""
        parsed = parse_query(query)
        ids = tuple(self.archive.search.ids(parsed, sort=sort, limit=limit))
        return SearchResult(ids, self._notes(parsed), parsed.words())

    def arranged(
        self, query: str, arrangement: Arrangement, limit: int | None = None
    ) -> SearchResult:
        """The articles that match in an order, and in groups where it has some."""
        parsed = parse_query(query)
        found = self.archive.search.ids(
            parsed, sort=arrangement.sort, limit=limit, is_reversed=arrangement.is_reversed
        )
        if arrangement.grouping == "none":
            groups = self.archive.copy_groups.among(found) if arrangement.folds_copies else {}
            ids, copies = folded(found, groups)
            return SearchResult(ids, self._notes(parsed), parsed.words(), copies=copies)
        ordered, parts = self.finding.groups(found, arrangement)
        return SearchResult(tuple(ordered), self._notes(parsed), parsed.words(), tuple(parts))

    def _notes(self, parsed: ParsedQuery) -> tuple[str, ...]:
        """What is told about a query: what its words lack, and which dossiers aren't there."""
        wanted = parsed.dossiers()
        if not wanted:
            return parsed.notes
        known = {fold(each.name) for each in self.dossiers.all()}
        known |= {name.replace(" ", "-") for name in known}
        missing = (f"There is no dossier “{name}”." for name in wanted if fold(name) not in known)
        return (*parsed.notes, *missing)

    def first_screen(
        self, query: str, arrangement: Arrangement, least: int, most: int
    ) -> SearchResult | None:
        """The first rows of ``arranged``, not yet told what is behind them.

        None where not even the least of them are known any sooner than the whole list.
        """
        ids = self.first_screens.ids(query, arrangement, least, most)
        if ids is None:
            return None
        parsed = parse_query(query)
        return SearchResult(ids, parsed.notes, parsed.words())

    def count(self, query: str) -> int:
        """How many articles match."""
        return self.archive.search.count(parse_query(query))

    def offers(self, typed: Typed) -> list[Offer]:
        """What can be offered for what is being typed into the search field."""
        from desktop_app.services.finding.completing import QueryCompletion

        return QueryCompletion(lambda: self.archive).offers(typed)

    def better_query(self, scope: str, typed: str) -> BetterQuery | None:
        """What may have been meant by a query that finds little in a place of the library."""
        from desktop_app.services.finding.spelling import better_query

        return better_query(self.archive, scope, typed)

    def rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """What a list shows of these articles, in the order asked."""
        return self.archive.rows(ids)

    def found_texts(self, ids: Sequence[int], words: Sequence[Words]) -> dict[int, FoundText]:
        """The places in these articles' texts where the words of a search stand, where they do."""
        from desktop_app.core.word_matches import WordMatcher

        matcher = WordMatcher(words)
        texts = self.archive.texts(ids)
        found = {each: matcher.piece(text, _PIECE) for each, text in texts.items()}
        return {each: piece for each, piece in found.items() if piece is not None}

    def article(self, article_id: int) -> Article:
        """One article whole; raises InputError where there is none."""
        return self.archive.articles.get(article_id)

    def images(self, article_id: int) -> dict[str, StoredImage]:
        """The images that came with an article, by the address its text calls them by."""
        return self.archive.articles.images(article_id)

    def timeline(self, query: str, *, by: str, date: str) -> list[TimelineBucket]:
        """Counts per day, week, month or year of one of the three kinds of date."""
        return self.archive.dated.timeline(parse_query(query), by=by, date=date)

    def timeline_screen(self, query: str, wanted: TimelineRequest) -> TimelineScreen:
        """Lanes of bars or single items for a stretch of time; one at a time, on any thread."""
        return self.finding.timeline_screen(query, wanted)

    def events(self, query: str) -> list[ArticleEvent]:
        """What the matching articles tell, in the order in which it happened."""
        return self.archive.dated.events(parse_query(query))

    # Organising

    def set_read(self, ids: Sequence[int], read: bool) -> None:
        """Mark articles read or unread."""
        with self.archive.act(f"Marked {count_articles(len(ids))} {'read' if read else 'unread'}"):
            self.archive.articles.set_read(ids, read)

    def note_seen(self, article_id: int) -> None:
        """Mark an article read because it was looked at; unlike an act, it isn't undone."""
        self.archive.articles.note_seen(article_id)

    def set_starred(self, ids: Sequence[int], starred: bool) -> None:
        """Star articles, or take the star away."""
        with self.archive.act(
            f"{'Starred' if starred else 'Unstarred'} {count_articles(len(ids))}"
        ):
            self.archive.articles.set_starred(ids, starred)

    def set_note(self, article_id: int, note: str) -> None:
        """Write the user's note on an article."""
        with self.archive.act("Changed a note"):
            self.archive.articles.set_note(article_id, note)

    def delete(self, ids: Sequence[int]) -> None:
        """Move articles to the trash."""
        with self.archive.act(f"Moved {count_articles(len(ids))} to the trash"):
            self.archive.articles.delete(ids)

    def restore(self, ids: Sequence[int]) -> None:
        """Bring articles back from the trash."""
        with self.archive.act(f"Restored {count_articles(len(ids))}"):
            self.archive.articles.restore(ids)

    # Editing

    def common_fields(self, ids: Sequence[int]) -> dict[str, CommonValue]:
        """What these articles have in common, by field."""
        return self.archive.articles.common_fields(ids)

    def edit_fields_of(self, ids: Sequence[int], changes: Mapping[str, FieldValue]) -> None:
        """Set fields of several articles to the same values, as one act."""
        from desktop_app.services.articles.edit_article import edit_fields_of

        edit_fields_of(self.archive, ids, changes)

    def edit_fields(self, article_id: int, changes: Mapping[str, FieldValue]) -> None:
        """Set an article's fields."""
        from desktop_app.services.articles.edit_article import edit_fields

        edit_fields(self.archive, article_id, changes)

    def edit_markdown(self, article_id: int, markdown: str) -> None:
        """Replace an article's text by a new revision."""
        from desktop_app.services.articles.edit_article import edit_markdown

        edit_markdown(self.archive, article_id, markdown)

    def restore_removed(self, article_id: int, index: int) -> None:
        """Put a block that cleaning removed back in its place."""
        from desktop_app.services.articles.edit_article import restore_removed

        restore_removed(self.archive, article_id, index)

    def revisions(self, article_id: int) -> list[Revision]:
        """Every state of an article's text, oldest first."""
        return self.archive.articles.revisions(article_id)

    def restore_revision(self, article_id: int, revision_id: int) -> None:
        """Show an earlier state of the text again."""
        from desktop_app.services.articles.edit_article import restore_revision

        restore_revision(self.archive, article_id, revision_id)

    def snapshot(self, article_id: int) -> RawCapture:
        """The capture as it came, byte for byte."""
        return self.archive.articles.snapshot(article_id)

    def raw_text(self, article_id: int) -> str:
        """The snapshot as readable source text."""
        from desktop_app.services.clipping.prepare_clip import source_text

        return source_text(self.archive.articles.snapshot(article_id))

    def trash_count(self) -> int:
        """How many articles are in the trash."""
        return self.archive.trash.count()

    def empty_trash(
        self,
        progress: Callable[[int, int], None] = no_progress,
        cancelled: Callable[[], bool] = never,
    ) -> int:
        """Delete what is in the trash for good, which no undo takes back; gives how many."""
        return self.archive.trash.empty(progress, cancelled)

    def recent_acts(self, limit: int = 100) -> list[RecentAct]:
        """The last acts, the newest first, also those that were taken back."""
        return self.archive.recent_acts(limit)

    def undo_to(self, act_id: int) -> int:
        """Take an act and all that came after it back, or none of them; gives how many."""
        return self.archive.undo_to(act_id)

    def redo_to(self, act_id: int) -> int:
        """Do an act and all before it again that were taken back; gives how many."""
        return self.archive.redo_to(act_id)

    def undo(self) -> str | None:
        """Take the last act back; gives what it was, None where there is none."""
        return self.archive.undo()

    def redo(self) -> str | None:
        """Do the last undone act again."""
        return self.archive.redo()

    # Clipping

    def prepare(
        self,
        source: RawCapture | str | Path,
        *,
        url: str | None = None,
        cancelled: Callable[[], bool] = never,
    ) -> PreparedClip:
        """Fetch or read, then clean and analyse; touches no archive."""
        from desktop_app.core.article import RawCapture
        from desktop_app.services.clipping.clip_article import capture_source
        from desktop_app.services.clipping.prepare_clip import prepare_clip

        if not isinstance(source, RawCapture):
            source = capture_source(source, url=url, cancelled=cancelled)
        return prepare_clip(source)

    def known_address(self, url: str) -> list[int]:
        """The articles already saved from this address."""
        return self.archive.articles.find_by_url(url)

    def store(
        self,
        prepared: PreparedClip,
        *,
        tags: Sequence[str] = (),
        note: str = "",
        changes: Mapping[str, FieldValue] = MappingProxyType({}),
        as_new: bool = False,
    ) -> int:
        """Keep a clip for good; gives its id. ``as_new`` even where its very bytes are there."""
        from desktop_app.services.clipping.clip_article import store_clip

        return store_clip(
            self.archive, prepared, tags=tags, note=note, changes=changes, as_new=as_new
        )

    def store_all(self, clips: Sequence[PreparedClip], *, tags: Sequence[str] = ()) -> list[int]:
        """Keep all of these clips or none of them; one undo takes all of them back."""
        if len(clips) == 1:
            return [self.store(clips[0], tags=tags)]
        with self.archive.act(f"Clipped {len(clips)} articles"):
            return [self.store(clip, tags=tags) for clip in clips]

    # Out and safety

    def export(
        self,
        what: What,
        format_name: str,
        to: Path,
        *,
        options: Mapping[str, OptionValue] = MappingProxyType({}),
        progress: Callable[[int, int], None] = no_progress,
        cancelled: Callable[[], bool] = never,
    ) -> ExportResult:
        """Write articles to files; ``options`` are those of the format, by name."""
        from desktop_app.services.exporting.export_articles import export_articles

        return export_articles(
            self.archive,
            what,
            format_name,
            to,
            options=options,
            progress=progress,
            cancelled=cancelled,
        )

    def printed_pages(self, ids: Sequence[int], paper: Literal["a4", "us-letter"]) -> PrintedPages:
        """Articles as pages to print."""
        from desktop_app.services.exporting.print_articles import printed_pages

        return printed_pages(self.archive, ids, paper)

    def export_network(self, network: PersonNetwork, to: Path) -> None:
        """Write a network as GEXF or GraphML, as the file's name tells."""
        from desktop_app.export.records.network_files import write_network

        write_network(network, to)

    def load_sample(self) -> int:
        """Add the sample articles; gives how many."""
        from desktop_app.services.clipping.sample_archive import load_sample_archive

        return load_sample_archive(self.archive)

    def backup(self, to: Path) -> None:
        """Copy the whole archive while it is in use."""
        self.archive.backup(to)

    def compact(
        self,
        progress: Callable[[int, int], None] = no_progress,
        cancelled: Callable[[], bool] = never,
    ) -> Compacted:
        """Give the free room inside the archive's file back to the disk."""
        return self.archive.compact(progress, cancelled)

    def data_version(self) -> int:
        """A number that is another one once somebody else's connection wrote to the archive."""
        return self.archive.data_version()

    def reclean(
        self,
        query: str,
        *,
        jobs: int | None = None,
        progress: Callable[[int, int], None] = no_progress,
        cancelled: Callable[[], bool] = never,
    ) -> RecleanReport:
        """Clean and analyse the matching articles again from their snapshots."""
        from desktop_app.services.clipping.reclean import reclean

        return reclean(self.archive, query, jobs=jobs, progress=progress, cancelled=cancelled)

    def check(self, *, repair: bool = False) -> CheckReport:
        """Verify every hash, index and reference; mend what can be mended where asked."""
        report = self.archive.check(repair=repair)
        if repair:
            # Mending is no act, by which what is remembered would be brought up to date.
            self.finding.close()
            self.first_screens.close()
        return report

    def diagnose(self) -> tuple[Finding, ...]:
        """What this machine or the archive lacks."""
        from desktop_app.services.doctor import diagnose

        return diagnose(self.settings)

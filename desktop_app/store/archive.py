"""An open archive: one SQLite file with everything in it, and the doors to its parts.

How each part is kept lies in the modules beside this one; here is only what concerns the whole.
Each part is imported when it is first asked for: the window's first list waits for none but
``search`` and ``rows``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.store.articles.article_rows import article_rows
from desktop_app.store.base.connection import Connection
from desktop_app.store.safekeeping.opening import inspect_archive, is_older, open_archive
from desktop_app.store.search.search import Search

if TYPE_CHECKING:
    from desktop_app.core.article_row import ArticleRow
    from desktop_app.core.recent_act import RecentAct
    from desktop_app.store.articles.articles import ArticleStore
    from desktop_app.store.articles.citation_keys import CitationKeyStore
    from desktop_app.store.articles.highlights import HighlightStore
    from desktop_app.store.articles.looks import LookStore
    from desktop_app.store.articles.origins import OriginStore
    from desktop_app.store.articles.reading_places import ReadingPlaceStore
    from desktop_app.store.articles.received_clips import ReceivedClipStore
    from desktop_app.store.articles.similar_articles import SimilarArticles
    from desktop_app.store.articles.tags import TagStore
    from desktop_app.store.copies.copies import CopyStore
    from desktop_app.store.copies.copy_reading import CopyGroups
    from desktop_app.store.counting.completions import Completions
    from desktop_app.store.counting.counting import Counting
    from desktop_app.store.dossiers.dossier_entries import DossierEntryStore
    from desktop_app.store.dossiers.dossiers import DossierStore
    from desktop_app.store.feeds.feed_items import FeedItemStore
    from desktop_app.store.feeds.feeds import FeedStore
    from desktop_app.store.folders.watched_folders import WatchedFolders
    from desktop_app.store.people.mention_assignment import MentionAssignment
    from desktop_app.store.people.name_comparing import NameComparing
    from desktop_app.store.people.people import PersonStore
    from desktop_app.store.people.person_company import PersonCompany
    from desktop_app.store.people.person_suggestions import PersonSuggestionStore
    from desktop_app.store.queue.fetch_queue import FetchQueue
    from desktop_app.store.queue.watched_pages import WatchedPages
    from desktop_app.store.safekeeping.check import CheckReport
    from desktop_app.store.safekeeping.compacting import Compacted
    from desktop_app.store.safekeeping.trash import Trash
    from desktop_app.store.safekeeping.upgrading import UpgradeListener
    from desktop_app.store.search.saved_searches import SavedSearchStore
    from desktop_app.store.timeline.dated_search import DatedSearch
    from desktop_app.store.timeline.timeline_screen import TimelineScreens
    from desktop_app.store.undo.acts import Acts
    from desktop_app.store.whole.whole_archive import WholeArchive
    from desktop_app.store.words.spelling import Spelling
    from desktop_app.store.words.word_index import WordIndex

# ruff: noqa: PLC0415 - see above


class Archive:
    """One connection to an archive; each thread opens its own."""

    def __init__(self, connection: Connection) -> None:
        self.path = connection.path
        self._connection = connection
        self.search = Search(connection)

    @cached_property
    def completions(self) -> Completions:
        """What can be offered while a query is typed."""
        from desktop_app.store.counting.completions import Completions

        return Completions(self._connection)

    @cached_property
    def articles(self) -> ArticleStore:
        """Articles with every state of their text."""
        from desktop_app.store.articles.articles import ArticleStore

        return ArticleStore(
            self._connection,
            self._acts,
            self._words,
            self.people,
            self.tags,
            self.highlights,
        )

    @cached_property
    def looks(self) -> LookStore:
        """When articles were fetched again the last time."""
        from desktop_app.store.articles.looks import LookStore

        return LookStore(self._connection)

    @cached_property
    def origins(self) -> OriginStore:
        """Which articles came from other programs."""
        from desktop_app.store.articles.origins import OriginStore

        return OriginStore(self._connection, self._acts)

    @cached_property
    def citation_keys(self) -> CitationKeyStore:
        """By which keys articles are cited."""
        from desktop_app.store.articles.citation_keys import CitationKeyStore

        return CitationKeyStore(self._connection)

    @cached_property
    def people(self) -> PersonStore:
        """The persons who are named."""
        from desktop_app.store.people.people import PersonStore

        return PersonStore(self._connection, self._acts)

    @cached_property
    def mentions(self) -> MentionAssignment:
        """The user's word on who is named where."""
        from desktop_app.store.people.mention_assignment import MentionAssignment

        return MentionAssignment(self._connection, self._acts, self.people)

    @cached_property
    def comparing(self) -> NameComparing:
        """Names that may be one person's, found among all."""
        from desktop_app.store.people.name_comparing import NameComparing

        return NameComparing(self._connection, self._acts)

    @cached_property
    def company(self) -> PersonCompany:
        """With what persons are named."""
        from desktop_app.store.people.person_company import PersonCompany

        return PersonCompany(self._connection)

    @cached_property
    def suggestions(self) -> PersonSuggestionStore:
        """Pairs of persons who may be one."""
        from desktop_app.store.people.person_suggestions import PersonSuggestionStore

        return PersonSuggestionStore(self._connection, self._acts, self.people)

    @cached_property
    def tags(self) -> TagStore:
        """The tags."""
        from desktop_app.store.articles.tags import TagStore

        return TagStore(self._connection, self._acts)

    @cached_property
    def copy_groups(self) -> CopyGroups:
        """Which articles are copies of one another, for lists."""
        from desktop_app.store.copies.copy_reading import CopyGroups

        return CopyGroups(self._connection)

    @cached_property
    def copies(self) -> CopyStore:
        """Articles that are the same story."""
        from desktop_app.store.copies.copies import CopyStore

        return CopyStore(self._connection, self._acts)

    @cached_property
    def highlights(self) -> HighlightStore:
        """Passages that the user marked."""
        from desktop_app.store.articles.highlights import HighlightStore

        return HighlightStore(self._connection, self._acts, self._words)

    @cached_property
    def reading_places(self) -> ReadingPlaceStore:
        """How far each article was read."""
        from desktop_app.store.articles.reading_places import ReadingPlaceStore

        return ReadingPlaceStore(self._connection)

    @cached_property
    def received_clips(self) -> ReceivedClipStore:
        """What browsers sent and what became of it."""
        from desktop_app.store.articles.received_clips import ReceivedClipStore

        return ReceivedClipStore(self._connection)

    @cached_property
    def saved_searches(self) -> SavedSearchStore:
        """Queries with names."""
        from desktop_app.store.search.saved_searches import SavedSearchStore

        return SavedSearchStore(self._connection, self._acts)

    @cached_property
    def dossiers(self) -> DossierStore:
        """Ordered selections of articles with the user's own text."""
        from desktop_app.store.dossiers.dossiers import DossierStore

        return DossierStore(self._connection, self._acts)

    @cached_property
    def dossier_entries(self) -> DossierEntryStore:
        """What stands in dossiers, in which order."""
        from desktop_app.store.dossiers.dossier_entries import DossierEntryStore

        return DossierEntryStore(self._connection, self._acts)

    @cached_property
    def fetch_queue(self) -> FetchQueue:
        """Addresses that wait to be fetched."""
        from desktop_app.store.queue.fetch_queue import FetchQueue

        return FetchQueue(self._connection)

    @cached_property
    def watched_pages(self) -> WatchedPages:
        """Articles whose pages are fetched again."""
        from desktop_app.store.queue.watched_pages import WatchedPages

        return WatchedPages(self._connection)

    @cached_property
    def feeds(self) -> FeedStore:
        """Feeds that are followed."""
        from desktop_app.store.feeds.feeds import FeedStore

        return FeedStore(self._connection)

    @cached_property
    def feed_items(self) -> FeedItemStore:
        """The items that feeds brought."""
        from desktop_app.store.feeds.feed_items import FeedItemStore

        return FeedItemStore(self._connection)

    @cached_property
    def watched_folders(self) -> WatchedFolders:
        """Folders whose files are clipped."""
        from desktop_app.store.folders.watched_folders import WatchedFolders

        return WatchedFolders(self._connection)

    @cached_property
    def similar(self) -> SimilarArticles:
        """Which articles share something with one."""
        from desktop_app.store.articles.similar_articles import SimilarArticles

        return SimilarArticles(self._connection)

    @cached_property
    def spelling(self) -> Spelling:
        """Which words of the archive are spelt nearly as others."""
        # Imported here: it is wanted where a search finds next to nothing.
        from desktop_app.store.words.spelling import Spelling

        return Spelling(self._connection)

    @cached_property
    def dated(self) -> DatedSearch:
        """When what a search finds falls."""
        from desktop_app.store.timeline.dated_search import DatedSearch

        return DatedSearch(self._connection)

    @cached_property
    def timeline(self) -> TimelineScreens:
        """What a timeline shows; it remembers the days of every article and event."""
        from desktop_app.store.timeline.timeline_screen import TimelineScreens

        return TimelineScreens(self._connection, self.search)

    @cached_property
    def counting(self) -> Counting:
        """Facets and persons of a search; it remembers what every article is counted by."""
        from desktop_app.store.counting.counting import Counting

        return Counting(self._connection, self.search, self.people)

    @cached_property
    def trash(self) -> Trash:
        """The deleted articles."""
        from desktop_app.store.safekeeping.trash import Trash

        return Trash(self._connection, self._acts, self._words)

    @cached_property
    def whole(self) -> WholeArchive:
        """Everything there is, as lines of JSON."""
        from desktop_app.store.whole.whole_archive import WholeArchive

        return WholeArchive(self._connection, self._words, self._acts)

    @cached_property
    def _words(self) -> WordIndex:
        from desktop_app.store.words.word_index import WordIndex

        return WordIndex(self._connection)

    @cached_property
    def _acts(self) -> Acts:
        from desktop_app.store.undo.acts import Acts

        return Acts(self._connection, self._words)

    @classmethod
    def open(cls, path: Path, listener: UpgradeListener | None = None) -> Archive:
        """Open an archive, making folder and file on first use.

        ``listener`` is told how far it is where an older one is brought up to date. Raises
        ArchiveNewerError, ArchiveNotWritableError or ArchiveError.
        """
        return cls(open_archive(Path(path), listener))

    @staticmethod
    def is_older(path: Path) -> bool:
        """Whether opening will bring the archive up to date first, which may take minutes."""
        return is_older(Path(path))

    @staticmethod
    def inspect(path: Path) -> None:
        """Raise the error that opening would raise; changes nothing."""
        inspect_archive(Path(path))

    def close(self) -> None:
        """Close the connection; harmless when it is closed."""
        self._connection.close()

    def act(self, description: str) -> AbstractContextManager[int]:
        """One transaction, and one thing that ``undo`` takes back; inner acts join the outer."""
        return self._acts.act(description)

    def going_on(self, act_id: int, description: str) -> AbstractContextManager[int]:
        """``act`` that goes on with an earlier one, where that is the last; see ``Acts``."""
        return self._acts.going_on(act_id, description)

    def undo(self) -> str | None:
        """Take the last act back, also one of another window or before a restart.

        Gives its description, None where there is nothing to take back.
        """
        return self._acts.undo()

    def redo(self) -> str | None:
        """Do the act again that was taken back last."""
        return self._acts.redo()

    def recent_acts(self, limit: int) -> list[RecentAct]:
        """The last acts, the newest first, also those that were taken back."""
        return self._acts.recent(limit)

    def undo_to(self, act_id: int) -> int:
        """Take an act and all that came after it back, or none of them; gives how many."""
        return self._acts.undo_to(act_id)

    def redo_to(self, act_id: int) -> int:
        """Do an act and all before it again that were taken back; gives how many."""
        return self._acts.redo_to(act_id)

    def texts(self, ids: Sequence[int]) -> dict[int, str]:
        """The plain texts of these articles, by their ids; those gone are left out."""
        from desktop_app.store.base.revision_state import NEWEST_STATE, state_text

        rows = self._connection.rows(
            f"{NEWEST_STATE} WHERE a.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
        return {row["id"]: state_text(row) for row in rows}

    def rows(self, ids: Sequence[int]) -> list[ArticleRow]:
        """What a list shows of these articles, in the order asked; those gone are left out."""
        return article_rows(self._connection, ids)

    def mark(self) -> str:
        """What tells this archive from others, while the first article kept in it is there."""
        first = "SELECT id || '@' || captured FROM articles ORDER BY id LIMIT 1"
        return str(self._connection.value(first) or "")

    def data_version(self) -> int:
        """A number that is another one once somebody else's connection wrote to the file."""
        return int(self._connection.value("PRAGMA data_version"))

    def free_bytes(self) -> int:
        """How much of the file ``compact`` would give back to the disk at least."""
        from desktop_app.store.safekeeping.compacting import free_bytes

        return free_bytes(self._connection)

    def backup(self, to: Path) -> None:
        """Copy the whole archive while it is in use; raises ArchiveError where it can't be."""
        from desktop_app.store.safekeeping.backup import copy_archive

        copy_archive(self._connection, to)

    def compact(
        self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> Compacted:
        """Make the file as small as it can be; ArchiveError where there is too little disk."""
        from desktop_app.store.safekeeping.compacting import compact_archive

        return compact_archive(self.path, progress, cancelled)

    def check(self, *, repair: bool = False) -> CheckReport:
        """Verify every hash, index and reference; ``repair`` mends what can be made anew."""
        from desktop_app.store.safekeeping.check import check_archive

        return check_archive(self._connection, self._words, repair=repair)

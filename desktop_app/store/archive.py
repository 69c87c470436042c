"""An open archive: one SQLite file with everything in it, and the doors to its parts.

How each part is kept lies in the modules beside this one; here is only what concerns the whole.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.store.acts import Acts
from desktop_app.store.articles import ArticleStore
from desktop_app.store.backup import copy_archive
from desktop_app.store.check import CheckReport, check_archive
from desktop_app.store.connection import Connection
from desktop_app.store.highlights import HighlightStore
from desktop_app.store.mention_assignment import MentionAssignment
from desktop_app.store.name_comparing import NameComparing
from desktop_app.store.opening import inspect_archive, open_archive
from desktop_app.store.people import PersonStore
from desktop_app.store.person_company import PersonCompany
from desktop_app.store.person_suggestions import PersonSuggestionStore
from desktop_app.store.saved_searches import SavedSearchStore
from desktop_app.store.search import Search
from desktop_app.store.tags import TagStore
from desktop_app.store.word_index import WordIndex

if TYPE_CHECKING:
    from desktop_app.store.completions import Completions
    from desktop_app.store.counting import Counting
    from desktop_app.store.timeline_screen import TimelineScreens


class Archive:
    """One connection to an archive; each thread opens its own."""

    def __init__(self, connection: Connection) -> None:
        self.path = connection.path
        self._connection = connection
        self._words = WordIndex(connection)
        self._acts = Acts(connection, self._words)
        self.people = PersonStore(connection, self._acts)
        self.mentions = MentionAssignment(connection, self._acts, self.people)
        self.comparing = NameComparing(connection, self._acts)
        self.company = PersonCompany(connection)
        self.suggestions = PersonSuggestionStore(connection, self._acts, self.people)
        self.tags = TagStore(connection, self._acts)
        self.highlights = HighlightStore(connection, self._acts, self._words)
        self.articles = ArticleStore(
            connection, self._acts, self._words, self.people, self.tags, self.highlights
        )
        self.saved_searches = SavedSearchStore(connection, self._acts)
        self.search = Search(connection)

    @cached_property
    def completions(self) -> Completions:
        """What can be offered while a query is typed."""
        # Imported here: nothing is typed before the window is there.
        from desktop_app.store.completions import Completions  # noqa: PLC0415

        return Completions(self._connection)

    @cached_property
    def timeline(self) -> TimelineScreens:
        """What a timeline shows; it remembers the days of every article and event."""
        # Imported here: it brings NumPy with it, for which no start should wait.
        from desktop_app.store.timeline_screen import TimelineScreens  # noqa: PLC0415

        return TimelineScreens(self._connection)

    @cached_property
    def counting(self) -> Counting:
        """Facets and persons of a search; it remembers what every article is counted by."""
        # Imported here for the same reason.
        from desktop_app.store.counting import Counting  # noqa: PLC0415

        return Counting(self._connection, self.search, self.people)

    @classmethod
    def open(cls, path: Path) -> Archive:
        """Open an archive, making folder and file on first use.

        Raises ArchiveNewerError, ArchiveNotWritableError or ArchiveError.
        """
        return cls(open_archive(Path(path)))

    @staticmethod
    def inspect(path: Path) -> None:
        """Raise the error that opening would raise; changes nothing."""
        inspect_archive(Path(path))

    def close(self) -> None:
        """Close the connection; harmless when it is closed."""
        self._connection.close()

    def act(self, description: str) -> AbstractContextManager[None]:
        """One transaction, and one thing that ``undo`` takes back; inner acts join the outer."""
        return self._acts.act(description)

    def undo(self) -> str | None:
        """Take the last act back, also one of another window or before a restart.

        Gives its description, None where there is nothing to take back.
        """
        return self._acts.undo()

    def redo(self) -> str | None:
        """Do the act again that was taken back last."""
        return self._acts.redo()

    def data_version(self) -> int:
        """A number that is another one once somebody else's connection wrote to the file."""
        return int(self._connection.value("PRAGMA data_version"))

    def backup(self, to: Path) -> None:
        """Copy the whole archive while it is in use; raises ArchiveError where it can't be."""
        copy_archive(self._connection, to)

    def check(self, *, repair: bool = False) -> CheckReport:
        """Verify every hash, index and reference; ``repair`` mends what can be made anew."""
        return check_archive(self._connection, self._words, repair=repair)

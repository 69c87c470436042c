"""The lines of a whole archive: what may stand in ``*.jsonl``, version ``cuttings/1``.

A class a line, told apart by ``type``: here those of the archive as a whole, beside it those of its
tables. What isn't said otherwise goes by the names that these tables have, one row a line, so that
nothing has to be guessed when it comes back. ``resources/schemas/cuttings-1.schema.json`` is made
of these classes, and explained beside it. A change that another reader could stumble over is a new
version.
"""

from __future__ import annotations

from typing import Any, ClassVar, Final, Literal

from desktop_app.store.whole.arrival_lines import (
    FeedCheckLine,
    FeedItemLine,
    FeedLine,
    FeedPauseLine,
    FetchHostLine,
    FetchPauseLine,
    FolderFileLine,
    QueuedAddressLine,
    ReceivedClipLine,
    WatchedFolderLine,
    WatchedPageLine,
)
from desktop_app.store.whole.article_lines import (
    ArticleLine,
    ArticleLookLine,
    ArticleOriginLine,
    ArticleRedirectLine,
    CaptureLine,
    CitationKeyLine,
    CopyChoiceLine,
    HighlightLine,
    ReadingPlaceLine,
    RevisionLine,
    SnapshotLine,
    SnapshotPartLine,
)
from desktop_app.store.whole.line import Count, Line
from desktop_app.store.whole.organising_lines import (
    ArticleTagLine,
    DossierEntryLine,
    DossierLine,
    SavedSearchLine,
    TagColourLine,
    TagLine,
)
from desktop_app.store.whole.people_lines import (
    ArticlePersonChoiceLine,
    ArticlePersonLine,
    MentionChoiceLine,
    NameToCompareLine,
    PersonLine,
    PersonNameLine,
    PersonRefusalLine,
    PersonSplitLine,
    PersonSuggestionLine,
)

SCHEMA: Final = "cuttings/1"


class ArchiveLine(Line, tag="archive"):
    """The first line: the version of the schema, and how many lines of each type follow."""

    schema: Literal["cuttings/1"]
    counts: dict[str, Count]


class LastIdLine(Line, tag="last_id"):
    """The last id that was given in a table, so that none is given twice."""

    table: ClassVar[str] = "sqlite_sequence"
    order: ClassVar[str] = "name"

    name: str
    seq: Count


class EndLine(Line, tag="end"):
    """The last line: how many come before it, and the SHA-256 of them; null where unknown."""

    lines: Count
    sha256: str | None


#: What an archive keeps, in the order in which it is told: what others refer to comes first.
KEPT: tuple[type[Line], ...] = (
    SnapshotLine,
    PersonLine,
    PersonNameLine,
    PersonSplitLine,
    PersonRefusalLine,
    PersonSuggestionLine,
    NameToCompareLine,
    TagLine,
    TagColourLine,
    ArticleLine,
    CaptureLine,
    RevisionLine,
    ArticlePersonLine,
    ArticlePersonChoiceLine,
    MentionChoiceLine,
    ArticleRedirectLine,
    ArticleLookLine,
    ArticleOriginLine,
    CitationKeyLine,
    ArticleTagLine,
    HighlightLine,
    ReadingPlaceLine,
    CopyChoiceLine,
    SavedSearchLine,
    DossierLine,
    DossierEntryLine,
    ReceivedClipLine,
    QueuedAddressLine,
    FetchHostLine,
    FetchPauseLine,
    WatchedPageLine,
    FeedLine,
    FeedCheckLine,
    FeedItemLine,
    FeedPauseLine,
    WatchedFolderLine,
    FolderFileLine,
    LastIdLine,
)
#: Every line that there may be, as a type for msgspec.
ANY_LINE: Any = ArchiveLine | SnapshotPartLine | EndLine
for _line in KEPT:
    ANY_LINE |= _line

#: Which steps brought the tables to where they are.
MIGRATIONS = "_sqlite_migrations"
#: Tables that are made again from the others, or that only this copy of the archive needs. Acts are
#: left out as they are taken back row by row in the very file that they changed, and hold what was
#: deleted, which nobody expects in an export.
LEFT_OUT = frozenset(
    {
        *("events", "person_words", "person_blocks", "person_counts", "paused_counting"),
        *("copy_fingerprints", "copy_packs", "copy_pairs", "copy_members"),
        *("copies_to_find", "copies_to_group", "kept_arrays"),
        *("acts", "act_changes", MIGRATIONS),
    }
)
#: Its own tables begin so; what is in them is made again as well.
WORD_INDEX = "article_words"

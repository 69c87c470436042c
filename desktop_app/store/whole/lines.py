"""The lines of a whole archive: what may stand in ``*.jsonl``, version ``cuttings/1``.

A class a line, told apart by ``type``. What isn't said otherwise goes by the names that the
archive's own tables have, one row a line, so that nothing has to be guessed when it comes back.
``resources/schemas/cuttings-1.schema.json`` is made of these classes, and explained beside it. A
change that another reader could stumble over is a new version.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Final, Literal, TypeAlias

from msgspec import UNSET, Meta, Struct, UnsetType

from desktop_app.core.article import CleanArticle
from desktop_app.core.feeds import ItemState
from desktop_app.core.fetch_states import Interval, QueueState
from desktop_app.core.highlight import Colour
from desktop_app.core.refetch import Outcome
from desktop_app.core.watched_folder import FileState

SCHEMA: Final = "cuttings/1"
#: Below 2^53, so that every reader of JSON keeps them exactly.
Id: TypeAlias = Annotated[int, Meta(ge=1, lt=2**53)]
Count: TypeAlias = Annotated[int, Meta(ge=0, lt=2**53)]
Whole: TypeAlias = Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
Time: TypeAlias = Annotated[str, Meta(description="ISO 8601, in UTC, ending in Z", max_length=64)]
Edtf: TypeAlias = Annotated[str, Meta(description="An EDTF date, 2023-04 or 2023-04-13/2023-04-15")]


def _said(words: str) -> Meta:
    return Meta(description=words)


class Line(Struct, kw_only=True, tag_field="type", forbid_unknown_fields=True):
    """One line; ``table`` is where the archive keeps it, in the order of ``order``."""

    table: ClassVar[str] = ""
    order: ClassVar[str] = "id"
    #: Fields that are told for readers and made again from others when the archive comes back.
    only_told: ClassVar[frozenset[str]] = frozenset()
    #: Fields that stand in no column as they are: whoever writes or reads the line sees to them.
    apart: ClassVar[frozenset[str]] = frozenset()


class ArchiveLine(Line, tag="archive"):
    """The first line: the version of the schema, and how many lines of each type follow."""

    schema: Literal["cuttings/1"]
    counts: dict[str, Count]


class SnapshotLine(Line, tag="snapshot"):
    """Bytes as they were captured, each once. Very many go on in ``snapshot_part`` lines."""

    table: ClassVar[str] = "snapshots"
    apart: ClassVar[frozenset[str]] = frozenset({"content", "parts"})

    id: Id
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    size: Annotated[Count, _said("Bytes in all")]
    content: Annotated[bytes, _said("The bytes, not compressed, in base64")]
    parts: Annotated[Count, _said("How many snapshot_part lines with the rest follow")]


class SnapshotPartLine(Line, tag="snapshot_part"):
    """The next bytes of the snapshot before it."""

    content: bytes


class PersonLine(Line, tag="person"):
    """Somebody named in articles. ``chosen`` tells that the user named or merged them."""

    table: ClassVar[str] = "persons"

    id: Id
    name: str
    note: str
    hidden: bool
    chosen: bool
    merged_into: Annotated[Id | None, _said("The person that the user says this is")]
    wikidata: str | None


class PersonNameLine(Line, tag="person_name"):
    """One name of a person; of several persons of a name one may own it."""

    table: ClassVar[str] = "person_names"

    id: Id
    person_id: Id
    name: str
    key: Annotated[str, _said("The name folded, as it is looked for")]
    owns: bool


class PersonSplitLine(Line, tag="person_split"):
    """The user's word that a person's name is another person's."""

    table: ClassVar[str] = "person_splits"

    id: Id
    person_id: Id
    key: str
    to_person_id: Id


class PersonRefusalLine(Line, tag="person_refusal"):
    """The user's word that a name isn't this person's."""

    table: ClassVar[str] = "person_refusals"

    id: Id
    person_id: Id
    key: str


class PersonSuggestionLine(Line, tag="person_suggestion"):
    """Two persons who may be one: asked, refused or put off."""

    table: ClassVar[str] = "person_suggestions"

    id: Id
    person_id: Id
    other_id: Id
    reason: str
    refused: bool
    postponed: bool


class NameToCompareLine(Line, tag="name_to_compare"):
    """A name that was never compared with those before it."""

    table: ClassVar[str] = "names_to_compare"
    order: ClassVar[str] = "name_id"

    name_id: Id


class Edits(Struct, omit_defaults=True, forbid_unknown_fields=True):
    """Fields that the user set; null where the user says that there is none."""

    title: str | UnsetType | None = UNSET
    subtitle: str | UnsetType | None = UNSET
    publisher: str | UnsetType | None = UNSET
    agency: str | UnsetType | None = UNSET
    language: str | UnsetType | None = UNSET
    url: str | UnsetType | None = UNSET
    canonical_url: str | UnsetType | None = UNSET
    published: str | UnsetType | None = UNSET
    modified: str | UnsetType | None = UNSET
    accessed: str | UnsetType | None = UNSET
    authors: list[str] | UnsetType = UNSET


class ArticleLine(Line, tag="article"):
    """An article: what the user added, and which revision is shown.

    Title to published are as the reader shows them, for those who only want these; they follow
    from the revision and ``edits``, and aren't read back.
    """

    table: ClassVar[str] = "articles"
    only_told: ClassVar[frozenset[str]] = frozenset(
        {"title", "subtitle", "authors", "publisher", "agency", "language", "url"}
        | {"canonical_url", "published"}
    )

    id: Id
    title: str | None
    subtitle: str | None
    authors: list[str]
    publisher: str | None
    agency: str | None
    language: str | None
    url: str | None
    canonical_url: str | None
    published: Edtf | None
    captured: Time
    revision_id: Annotated[Id, _said("The revision that is shown")]
    edits: Edits
    text_edited: bool
    unread: bool
    starred: bool
    deleted: Annotated[Time | None, _said("When it was moved to the trash")]
    note: str


class CaptureLine(Line, tag="capture"):
    """A snapshot that came for an article: its page, or what came with or instead of it."""

    table: ClassVar[str] = "captures"

    id: Id
    article_id: Id
    snapshot_id: Id
    role: Literal["page", "companion", "further", "image", "beside", "refused"]
    media_type: str
    url: str | None
    charset: str | None
    headers: Annotated[list[tuple[str, str]], _said("HTTP headers in their order")]
    captured: Time
    name: str
    warnings: Annotated[list[tuple[str, str]], _said("A code and a sentence each")]


class RevisionLine(Line, tag="revision"):
    """One state of an article, with all that cleaning and analysis found in it."""

    table: ClassVar[str] = "revisions"
    apart: ClassVar[frozenset[str]] = frozenset({"state"})

    id: Id
    article_id: Id
    number: Count
    kind: Literal["cleaned", "recleaned", "edited", "fetched", "imported", "restored"]
    created: Time
    snapshot_id: Annotated[Id | None, _said("The page against which the archive compresses it")]
    state: CleanArticle


class ArticlePersonLine(Line, tag="article_person"):
    """Who a name of an article is: the name's position among the people of its revision."""

    table: ClassVar[str] = "article_people"

    id: Id
    article_id: Id
    position: Count
    part: str
    person_id: Id
    mentions: Count
    roles: list[str] | None


class ArticlePersonChoiceLine(Line, tag="article_person_choice"):
    """The user's word on a name in one article: this person, or nobody."""

    table: ClassVar[str] = "article_person_choices"

    id: Id
    article_id: Id
    key: str
    person_id: Id | None


class MentionChoiceLine(Line, tag="mention_choice"):
    """The user's word on one place of an article: this person is named there, or nobody."""

    table: ClassVar[str] = "mention_choices"

    id: Id
    article_id: Id
    words: str
    prefix: str
    suffix: str
    start: Count
    sentence: str
    person_id: Id | None


class ArticleRedirectLine(Line, tag="article_redirect"):
    """An address that led to an article when it was fetched."""

    table: ClassVar[str] = "article_redirects"

    id: Id
    article_id: Id
    url: str


class ArticleLookLine(Line, tag="article_look"):
    """When an article was fetched again the last time, and what came."""

    table: ClassVar[str] = "article_looks"
    order: ClassVar[str] = "article_id"

    article_id: Id
    looked: Time
    outcome: Outcome
    obstacle: str
    message: str
    gone_since: Time | None


class ArticleOriginLine(Line, tag="article_origin"):
    """Which item of another program an article was; ``told`` has digests of what that told."""

    table: ClassVar[str] = "article_origins"

    id: Id
    article_id: Id
    program: str
    key: str
    told: str


class CitationKeyLine(Line, tag="citation_key"):
    """By which key an article is cited; that of an article which is gone stays taken."""

    table: ClassVar[str] = "citation_keys"
    order: ClassVar[str] = "article_id"

    article_id: Id
    key: str


class TagLine(Line, tag="tag"):
    """A tag, by its path."""

    table: ClassVar[str] = "tags"

    id: Id
    path: str
    key: str


class ArticleTagLine(Line, tag="article_tag"):
    """A tag that an article carries."""

    table: ClassVar[str] = "article_tags"

    id: Id
    article_id: Id
    tag_id: Id


class TagColourLine(Line, tag="tag_colour"):
    """A tag's own colour."""

    table: ClassVar[str] = "tag_colours"

    id: Id
    path: str
    colour: str


class HighlightLine(Line, tag="highlight"):
    """A passage that the user marked, and where the newest text has it, null where nowhere."""

    table: ClassVar[str] = "highlights"

    id: Id
    article_id: Id
    exact: str
    prefix: str
    suffix: str
    start: Count | None
    end: Count | None
    colour: Colour
    note: str
    created: Time


class ReadingPlaceLine(Line, tag="reading_place"):
    """How far an article was read."""

    table: ClassVar[str] = "reading_places"
    order: ClassVar[str] = "article_id"

    article_id: Id
    start: Count
    length: Count
    words: str


class CopyChoiceLine(Line, tag="copy_choice"):
    """The user's word on two articles: copies of one story, or not."""

    table: ClassVar[str] = "copy_choices"

    id: Id
    article_id: Id
    other_id: Id
    same: bool


class SavedSearchLine(Line, tag="saved_search"):
    """A query with a name."""

    table: ClassVar[str] = "saved_searches"

    id: Id
    name: str
    query: str
    position: Whole


class DossierLine(Line, tag="dossier"):
    """A dossier's name and cover."""

    table: ClassVar[str] = "dossiers"

    id: Id
    name: str
    key: str
    subtitle: str
    author: str
    date: str
    abstract: str
    by_date: bool


class DossierEntryLine(Line, tag="dossier_entry"):
    """What stands at a place of a dossier: an article, a heading, or the user's own text."""

    table: ClassVar[str] = "dossier_entries"

    id: Id
    dossier_id: Id
    place: Annotated[str, _said("Sorts the entries of a dossier")]
    kind: Literal["article", "heading", "text"]
    article_id: Annotated[Id | None, _said("Null where it was deleted for good")]
    title: str
    published: Edtf | None
    published_sort: str
    level: Annotated[int, Meta(ge=1, le=4)]
    markdown: str
    excerpts: Annotated[list[Id] | None, _said("Highlights that stand for the whole article")]


class ReceivedClipLine(Line, tag="received_clip"):
    """What a browser sent; ``content`` is its message, compressed with zstd, until it is read."""

    table: ClassVar[str] = "received_clips"

    id: Id
    key: str
    received: Time
    state: str
    claimed: Time | None
    tries: Count
    content: bytes | None
    article_id: Id | None
    message: str | None


class QueuedAddressLine(Line, tag="queued_address"):
    """An address that waits to be fetched, or was."""

    table: ClassVar[str] = "fetch_queue"

    id: Id
    url: str
    host: str
    state: QueueState
    reason: str
    advice: str
    kind: str
    attempts: Count
    next_try: Annotated[float, _said("Seconds since 1970, 0 for at once")]
    added: Time
    tags: list[str]
    ignores_robots: bool
    takes_anything: bool
    article_id: Id | None


class FetchHostLine(Line, tag="fetch_host"):
    """A site that is fetched from otherwise than others."""

    table: ClassVar[str] = "fetch_hosts"
    order: ClassVar[str] = "host"

    host: str
    ignores_robots: bool


class FetchPauseLine(Line, tag="fetch_pause"):
    """Whether the queue rests."""

    table: ClassVar[str] = "fetch_pause"
    order: ClassVar[str] = "paused"

    paused: bool


class WatchedPageLine(Line, tag="watched_page"):
    """An article whose page is fetched again."""

    table: ClassVar[str] = "watched_pages"
    order: ClassVar[str] = "article_id"

    article_id: Id
    every: Interval
    next_look: float
    last_look: Time | None
    unchanged: Count
    failures: Count
    result: str


class FeedLine(Line, tag="feed"):
    """A feed that is followed."""

    table: ClassVar[str] = "feeds"

    id: Id
    url: str
    title: str
    site_url: str
    every: Interval
    query: str
    clips_itself: bool
    tags: list[str]
    ignores_robots: bool


class FeedCheckLine(Line, tag="feed_check"):
    """When a feed was looked at the last time, and what came."""

    table: ClassVar[str] = "feed_checks"
    order: ClassVar[str] = "feed_id"

    feed_id: Id
    etag: str
    last_modified: str
    next_check: float
    last_check: Time | None
    failures: Count
    problem: str
    moved_to: str


class FeedItemLine(Line, tag="feed_item"):
    """An item that a feed brought, and what became of it."""

    table: ClassVar[str] = "feed_items"

    id: Id
    feed_id: Id
    key: str
    guid: str
    url: str
    title: str
    author: str
    published: str
    summary: str
    added: str
    sorted: str
    seen: str
    state: ItemState


class FeedPauseLine(Line, tag="feed_pause"):
    """Whether feeds rest."""

    table: ClassVar[str] = "feed_pause"
    order: ClassVar[str] = "paused"

    paused: bool


class WatchedFolderLine(Line, tag="watched_folder"):
    """A folder whose files are clipped."""

    table: ClassVar[str] = "watched_folders"

    id: Id
    path: str
    tags: list[str]
    problem: str


class FolderFileLine(Line, tag="folder_file"):
    """A file of such a folder, and what became of it; ``modified`` in nanoseconds since 1970."""

    table: ClassVar[str] = "folder_files"
    order: ClassVar[str] = "folder_id, name"

    folder_id: Id
    name: str
    size: Count
    modified: Whole
    state: FileState
    reason: str
    article_id: Id | None
    looked: str


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

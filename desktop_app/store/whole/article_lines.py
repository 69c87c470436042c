"""Lines of articles: what was captured, what was made of it, and what the user did to each."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import UNSET, Meta, Struct, UnsetType

from desktop_app.core.article import CleanArticle
from desktop_app.core.highlight import Colour
from desktop_app.core.refetch import Outcome
from desktop_app.store.whole.line import Count, Edtf, Id, Line, Time, said


class SnapshotLine(Line, tag="snapshot"):
    """Bytes as they were captured, each once. Very many go on in ``snapshot_part`` lines."""

    table: ClassVar[str] = "snapshots"
    apart: ClassVar[frozenset[str]] = frozenset({"content", "parts"})

    id: Id
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    size: Annotated[Count, said("Bytes in all")]
    content: Annotated[bytes, said("The bytes, not compressed, in base64")]
    parts: Annotated[Count, said("How many snapshot_part lines with the rest follow")]


class SnapshotPartLine(Line, tag="snapshot_part"):
    """The next bytes of the snapshot before it."""

    content: bytes


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
    revision_id: Annotated[Id, said("The revision that is shown")]
    edits: Edits
    text_edited: bool
    unread: bool
    starred: bool
    deleted: Annotated[Time | None, said("When it was moved to the trash")]
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
    headers: Annotated[list[tuple[str, str]], said("HTTP headers in their order")]
    captured: Time
    name: str
    warnings: Annotated[list[tuple[str, str]], said("A code and a sentence each")]


class RevisionLine(Line, tag="revision"):
    """One state of an article, with all that cleaning and analysis found in it."""

    table: ClassVar[str] = "revisions"
    apart: ClassVar[frozenset[str]] = frozenset({"state"})

    id: Id
    article_id: Id
    number: Count
    kind: Literal["cleaned", "recleaned", "edited", "fetched", "imported", "restored"]
    created: Time
    snapshot_id: Annotated[Id | None, said("The page against which the archive compresses it")]
    state: CleanArticle


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

"""What other programs' archives hold, in our words: the form that every importer gives."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.core.article import StoredImage
from desktop_app.core.highlight import Colour

#: The media type of a snapshot that is no page, but what another program knew of the article.
RECORD_TYPE = "application/vnd.cuttings.imported+json"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an imported article was kept before.

    ``program`` is the importer's name; ``id`` what the program itself knows the article by, the
    same in every later export (its address, where it has no other), by which a second import finds
    it. ``row`` is the article's number in the file, for a person to look it up. ``told`` is what
    the program's exports told of it so far, as importing writes it down; empty where that isn't
    known.
    """

    program: str
    id: str
    row: int = 0
    told: str = ""


@dataclass(frozen=True, slots=True)
class KnownItem:
    """An item that was imported before: its article, whether that is in the trash; what was told.

    ``told`` is as in ``Origin``.
    """

    article_id: int
    is_deleted: bool
    told: str = ""


@dataclass(frozen=True, slots=True)
class ImportedHighlight:
    """A passage that was marked there; ``created`` is an ISO 8601 time in UTC, or empty.

    ``prefix`` and ``suffix`` are the words right before and behind, where the program keeps them.
    """

    quote: str
    prefix: str = ""
    suffix: str = ""
    colour: Colour = Colour.YELLOW
    note: str = ""
    created: str = ""


@dataclass(frozen=True, slots=True)
class ImportedSnapshot:
    """The page as the other program kept it; ``name`` is its file name there.

    ``charset``, ``headers`` and ``redirects`` are as in ``RawCapture``, where they are known;
    ``title`` is what the page was called there, for one that doesn't tell its own.
    """

    content: bytes
    media_type: str
    name: str = ""
    charset: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    redirects: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True)
class ImportedList:
    """A list that the article stands in, which becomes a dossier, and its place there from 0."""

    name: str
    position: int = 0


@dataclass(frozen=True, slots=True)
class ImportedArticle:
    """One article of another program. Unknown values are None or empty.

    At most one of ``html``, ``markdown`` and ``text`` is the article's body; without any, the
    article is its address, title and what the user added, until its page is fetched.
    ``published`` is EDTF; ``captured`` the ISO 8601 time in UTC at which it was saved there;
    ``note`` is Markdown; ``images`` are those that the body names by their addresses;
    ``citation_key`` is that by which texts cite it there.
    ``archived`` is for programs to which that is something else than read.
    """

    origin: Origin
    url: str | None = None
    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    agency: str | None = None
    language: str | None = None
    published: str | None = None
    modified: str | None = None
    accessed: str | None = None
    canonical_url: str | None = None
    captured: str | None = None
    html: str | None = None
    markdown: str | None = None
    text: str | None = None
    snapshot: ImportedSnapshot | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    starred: bool = False
    read: bool = False
    archived: bool = False
    highlights: tuple[ImportedHighlight, ...] = ()
    lists: tuple[ImportedList, ...] = ()
    images: tuple[StoredImage, ...] = ()
    citation_key: str = ""


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """What of a file couldn't be taken over: the row's number (0 for the file), and why.

    ``member`` is the file within an archive.
    """

    row: int
    reason: str
    member: str = ""

    def __str__(self) -> str:
        where = f"{self.member}, row {self.row}" if self.member else f"Row {self.row}"
        if not self.row:
            where = self.member
        return f"{where}: {self.reason}" if where else self.reason


@dataclass(frozen=True, slots=True)
class ImportRemark:
    """What a person should know of a file that is read as it should be, in a sentence or two."""

    text: str

"""A dossier as it is written to a file, of whatever format: words and numbers, no markup.

Articles are not in it: ``Document.article`` reads one when its turn comes, so that of thousands
one is in memory. Where citations come from is up to ``citations``; what a thing looks like, to the
modules that write files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from desktop_app.core.article import Article, StoredImage
from desktop_app.core.highlight import Highlight
from desktop_app.export.base.rich_text import RichText

#: Begins the address of an empty Markdown link that stands where a text cites: ``[](cite:0)`` for
#: the first of ``OwnText.citations``.
CITATION_ADDRESS = "cite:"
#: So many other names of a person an index tells.
_MOST_ALIASES = 3


@dataclass(frozen=True, slots=True)
class Citation:
    """What one citation says: in a note, or where it stands, as an author-date style has it."""

    words: RichText
    is_note: bool = True


@dataclass(frozen=True, slots=True)
class OwnText:
    """The author's own Markdown; ``citations`` are those that it refers to by their number.

    A writer takes the links with ``CITATION_ADDRESS`` for them. ``[@key, p. 3]`` stays as it was
    written where nothing is known of the key.
    """

    markdown: str
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the author's; level 1 is the highest."""

    level: int
    words: str


@dataclass(frozen=True, slots=True)
class WholeArticle:
    """An article in full; ``source`` is its source's number, from 1."""

    source: int
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Excerpts:
    """Passages that stand for an article, in the order of its text, orphaned ones last."""

    source: int
    highlights: tuple[Highlight, ...]
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Where an article stood that isn't there any more; ``words`` is a sentence that says so."""

    words: str


Part: TypeAlias = Heading | OwnText | WholeArticle | Excerpts | Gap


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page; the date is as it is to be printed."""

    title: str
    subtitle: str = ""
    author: str = ""
    date: str = ""
    abstract: OwnText = OwnText("")


@dataclass(frozen=True, slots=True)
class Source:
    """An article as that which is cited.

    ``number`` counts from 1 in the order of first standing; ``reference`` is its entry in a
    bibliography, ``key`` how texts cite it. Dates are EDTF, ``captured`` an ISO 8601 time in UTC;
    ``sha256`` is of the snapshot. ``image_credits`` are captions of its pictures.
    """

    number: int
    article_id: int
    key: str
    title: str
    authors: tuple[str, ...] = ()
    publisher: str = ""
    agency: str = ""
    language: str | None = None
    published: str | None = None
    accessed: str | None = None
    url: str = ""
    canonical_url: str = ""
    archived_url: str = ""
    captured: str = ""
    sha256: str = ""
    image_credits: tuple[str, ...] = ()
    reference: RichText = ()


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """Something told with its date (EDTF), and the numbers of the sources that tell it."""

    date: str
    sentence: str
    sources: tuple[int, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class IndexedPerson:
    """Somebody named in what the document shows.

    ``id`` is the archive's person; ``sort_name`` the name as an index has it, “Lavrov, Sergey”;
    ``sources`` the numbers of the sources that name them. Where in an article: its ``people``.
    """

    id: int
    name: str
    sort_name: str
    aliases: tuple[str, ...]
    sources: tuple[int, ...]

    @property
    def other_names(self) -> str:
        """The first of the aliases, as they stand behind the name in an index."""
        return ", ".join(self.aliases[:_MOST_ALIASES])


def no_images(article_id: int) -> Mapping[str, StoredImage]:
    """The images of an article where there are none."""
    return {}


@dataclass(frozen=True)
class Document:
    """A dossier, or a selection of articles made into one.

    ``articles`` are those of ``sources``, in their order, each read when asked for; ``images``
    gives the stored images of an article, by its id. ``chronology`` is in the order of dates,
    ``persons`` in that of names. ``warnings`` are whole sentences for the user. One article alone
    has no cover, and nothing behind it.
    """

    cover: Cover
    parts: tuple[Part, ...]
    sources: tuple[Source, ...]
    articles: Sequence[Article]
    images: Callable[[int], Mapping[str, StoredImage]] = no_images
    chronology: tuple[DatedEvent, ...] = ()
    persons: tuple[IndexedPerson, ...] = ()
    warnings: tuple[str, ...] = ()
    has_cover: bool = True

    def source(self, number: int) -> Source:
        """The source of a number."""
        return self.sources[number - 1]

    def article(self, number: int) -> Article:
        """The article of the source of a number, read now."""
        return self.articles[number - 1]

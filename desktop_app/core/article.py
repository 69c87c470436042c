"""What an article is made of, from the raw capture to the stored item.

A clipping goes through three states, each a frozen value: ``RawCapture`` (the bytes as they came),
``CleanArticle`` (what cleaning made of them), ``Article`` (what the archive holds).
"""

from __future__ import annotations

import copyreg
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from desktop_app.core.highlight import Highlight

#: The fields of an article that have one text value and that a user may set.
TEXT_FIELDS = ("title", "subtitle", "publisher", "agency", "language", "url", "canonical_url")
#: The fields that hold an EDTF date and that a user may set.
DATE_FIELDS = ("published", "modified", "accessed")
#: The code of the warning that an outlet says it corrected the article.
CORRECTION = "correction"
#: How many characters a person's name has at most.
MAX_PERSON_NAME = 200


def _proxied(mapping: dict[object, object]) -> MappingProxyType[object, object]:
    return MappingProxyType(mapping)


def _reduced(
    proxy: MappingProxyType[object, object],
) -> tuple[Callable[..., MappingProxyType[object, object]], tuple[object]]:
    return _proxied, (dict(proxy),)


# Articles travel between processes, and Python can't pickle a read-only mapping by itself.
copyreg.pickle(MappingProxyType, _reduced)


@dataclass(frozen=True, slots=True)
class RawCapture:
    """The bytes of one capture and what is known of how they came.

    ``media_type`` is the declared or detected type without parameters (``text/html``); ``charset``
    the encoding that decodes ``content``, where the type is text; ``captured`` an ISO 8601 time in
    UTC ending in ``Z``; ``headers`` the HTTP headers in order, names in lower case. ``companion``
    is a second flavour kept beside the first, as a clipboard's plain text beside its HTML.
    ``further`` are the other pages of an article that is spread over several, in order.
    ``name`` tells a person where it came from: a file name, an address, “clipboard”.
    ``redirects`` are the addresses that led to ``url``, the one asked for first.
    """

    content: bytes
    media_type: str
    captured: str
    url: str | None = None
    charset: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    companion: RawCapture | None = None
    further: tuple[RawCapture, ...] = ()
    name: str = ""
    warnings: tuple[CleaningWarning, ...] = ()
    redirects: tuple[str, ...] = ()

    @property
    def sha256(self) -> str:
        """The hexadecimal SHA-256 of the bytes: the snapshot's address in the archive."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def is_fetched(self) -> bool:
        """Whether it came over the network, or was cut from a page that did."""
        return bool(self.headers or (self.companion and self.companion.headers))


@dataclass(frozen=True, slots=True)
class StoredImage:
    """An image of an article, kept in the archive.

    ``url`` is the address by which the Markdown names it; ``media_type`` the detected type.
    """

    url: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a field's value came from, and how sure that is (0 to 1)."""

    source: str
    confidence: float


@dataclass(frozen=True, slots=True)
class RemovedBlock:
    """A block that cleaning left out: its text, why, and the block it stood before.

    ``before`` is the number of blocks of the clean article that stand above it, so that restoring
    puts it back in its place.
    """

    text: str
    reason: str
    before: int = 0


@dataclass(frozen=True, slots=True)
class CleaningWarning:
    """Something the reader should know: a stable ``code`` and a sentence with what to do."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text where a person is named.

    ``start`` and ``end`` count characters of the article's ``text``; ``role`` is what the sentence
    calls the person there, ``sentence`` the whole sentence.
    """

    start: int
    end: int
    text: str
    role: str | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person as one article names them: the fullest name, every other form, roles, places.

    ``id`` is the archive's person, once stored.
    """

    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    id: int | None = None


@dataclass(frozen=True, slots=True)
class UnassignedMention:
    """A short form that fits several persons of the text, and so was given to none of them.

    ``names`` are the fullest names of those whom it may mean; ``ids`` the archive's persons of
    these names, in the same order, once stored.
    """

    mention: Mention
    names: tuple[str, ...]
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something told in the text with its date.

    ``date`` is EDTF; ``start`` and ``end`` delimit the sentence ``text``; ``phrase`` is the words
    that told the date.
    """

    date: str
    start: int
    end: int
    text: str
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """What cleaning and analysis made of one capture. Unknown values are None or empty.

    ``text`` is the plain text of ``markdown``, paragraphs parted by a blank line; every offset
    counts its characters. ``provenance`` maps a field's name to where its value came from.
    """

    markdown: str
    text: str
    title: str | None = None
    subtitle: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    agency: str | None = None
    language: str | None = None
    url: str | None = None
    canonical_url: str | None = None
    published: str | None = None
    modified: str | None = None
    accessed: str | None = None
    people: tuple[NamedPerson, ...] = ()
    unassigned: tuple[UnassignedMention, ...] = ()
    events: tuple[Event, ...] = ()
    provenance: Mapping[str, Provenance] = field(default_factory=lambda: MappingProxyType({}))
    removed: tuple[RemovedBlock, ...] = ()
    warnings: tuple[CleaningWarning, ...] = ()

    @property
    def words(self) -> int:
        """How many words the text has, runs of white space parting them."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class SnapshotInfo:
    """A snapshot without its bytes: address, type, size, and how it was captured."""

    sha256: str
    media_type: str
    size: int
    captured: str
    url: str | None = None
    charset: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    role: str = "page"


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the archive holds it: its newest state, and what the user added."""

    id: int
    captured: str
    clean: CleanArticle
    revision_id: int
    tags: tuple[str, ...] = ()
    highlights: tuple[Highlight, ...] = ()
    note: str = ""
    unread: bool = True
    starred: bool = False
    deleted: bool = False
    edited: frozenset[str] = frozenset()
    snapshot: SnapshotInfo | None = None
    #: The other articles, outside the trash, that are copies of the same story.
    copies: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """One state of an article's text.

    ``kind`` is ``cleaned``, ``recleaned``, ``edited``, ``fetched``, ``imported`` or ``restored``.
    """

    id: int
    article_id: int
    number: int
    kind: str
    created: str
    markdown: str
    text: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in articles, over the whole archive.

    ``first`` and ``last`` are the first and last published dates of the articles naming them;
    ``articles`` and ``mentions`` are counts; ``roles`` are what articles called them, newest last.
    ``note`` is the user's, in Markdown; ``wikidata`` an item's id there (``Q58217``), or None.
    """

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    articles: int = 0
    mentions: int = 0
    first: str | None = None
    last: str | None = None
    note: str = ""
    hidden: bool = False
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A mention seen from the person's page: the place, its article and that article's date."""

    article_id: int
    article_title: str
    published: str | None
    mention: Mention


@dataclass(frozen=True, slots=True)
class PersonSuggestion:
    """Two persons of an archive who may be one, with a sentence about each.

    ``other`` is the one whose name came later; a sentence is empty where no article names them.
    """

    id: int
    person: Person
    other: Person
    reason: str
    sentence: str = ""
    other_sentence: str = ""


@dataclass(frozen=True, slots=True)
class ArticleEvent:
    """An event seen from the timeline: what happened, and the article that tells it."""

    article_id: int
    article_title: str
    published: str | None
    event: Event


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag path with how many articles carry it or one below it, and its own colour's name."""

    path: str
    articles: int
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class TimelineBucket:
    """A span of the timeline: its EDTF label (``2023-04``), and how many items fall in it."""

    date: str
    count: int


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with a name."""

    id: int
    name: str
    query: str

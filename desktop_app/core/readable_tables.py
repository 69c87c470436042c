"""The tables in which articles go out to programs that work with tables: their names and columns.

Made to be read by people and by SQL, not to be taken back: that is what JSON Lines are for. The
same for CSV and for SQLite, and told in ``resources/schemas/tables.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Cell: TypeAlias = str | int | bytes | None
Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds in a sentence, and the table to whose key it refers, if to any."""

    name: str
    words: str
    kind: Literal["text", "integer", "blob"] = "text"
    refers: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``key`` are the columns that tell its rows apart.

    ``label`` is the column that names a row to a person, ``facets`` those worth counting by,
    ``sort`` that by which it is looked at first, ``searched`` those whose words are looked for.
    """

    name: str
    words: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    label: str = ""
    facets: tuple[str, ...] = ()
    sort: str = ""
    searched: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(each.name for each in self.columns)


_ARTICLE = Column("article_id", "The article.", "integer", refers="articles")
_START = Column("start", "Where it begins in the article's text.", "integer", unit="characters")
_END = Column("end", "Where it ends there.", "integer", unit="characters")

#: Its last column is the text, which tables of metadata leave out.
ARTICLES = Table(
    "articles",
    "One row an article, with the fields as the reader shows them.",
    (
        Column("id", "The number in the archive.", "integer"),
        Column("title", "The headline."),
        Column("subtitle", "The line below the headline."),
        Column("authors", "The authors, parted by semicolons."),
        Column("publisher", "The outlet."),
        Column("agency", "The news agency that is credited."),
        Column("language", "The language's code (BCP 47)."),
        Column("url", "The address."),
        Column("canonical_url", "The address that the page calls its own."),
        Column("published", "When the outlet published it (EDTF)."),
        Column("published_earliest", "The first day that this may mean."),
        Column("published_latest", "The last day that this may mean."),
        Column("modified", "When the outlet changed it (EDTF)."),
        Column("accessed", "When somebody read it, as the page was cited (EDTF)."),
        Column("captured", "When it came into the archive (ISO 8601, UTC)."),
        Column("words", "The length of the text.", "integer", unit="words"),
        Column("tags", "The tags by their paths, parted by semicolons."),
        Column("note", "The user's note (Markdown)."),
        Column("starred", "1 where the user starred it.", "integer"),
        Column("unread", "1 where it wasn't read yet.", "integer"),
        Column("edited", "The fields that the user set, parted by semicolons."),
        Column("warnings", "What the reader should know of the text, by its codes."),
        Column("copy_group", "The first of the articles that are the same story.", "integer"),
        Column("snapshot_sha256", "The SHA-256 of the page as it was captured."),
        Column("snapshot_media_type", "The type of that page."),
        Column("snapshot_bytes", "Its size.", "integer", unit="bytes"),
        Column("text", "The plain text; paragraphs are parted by an empty line."),
    ),
    key=("id",),
    label="title",
    facets=("publisher", "language", "agency"),
    sort="published_earliest",
    searched=("title", "subtitle", "authors", "text", "note"),
)
PERSONS = Table(
    "persons",
    "Whoever is named in the articles; those whom the user hid are left out.",
    (
        Column("id", "The number in the archive.", "integer"),
        Column("name", "The name by which the archive knows the person."),
        Column("articles", "How many of the articles name the person.", "integer"),
        Column("mentions", "At how many places they do.", "integer"),
        Column("first", "The earliest day on which one of them was published."),
        Column("last", "The latest."),
        Column("wikidata", "The item in Wikidata that the user linked."),
        Column("note", "The user's note (Markdown)."),
    ),
    key=("id",),
    label="name",
    sort="articles",
    searched=("name", "note"),
)
TABLES = (
    ARTICLES,
    Table(
        "authors",
        "Who wrote an article, in the order of its byline.",
        (
            _ARTICLE,
            Column("position", "The place in the byline, from 1.", "integer"),
            Column("name", "The author's name, as it is written there."),
        ),
        key=("article_id", "position"),
        label="name",
        facets=("name",),
    ),
    PERSONS,
    Table(
        "person_names",
        "Every name by which a person is known.",
        (
            Column("person_id", "The person.", "integer", refers="persons"),
            Column("name", "One name of theirs."),
        ),
        key=("person_id", "name"),
    ),
    Table(
        "mentions",
        "Every place where somebody is named.",
        (
            _ARTICLE,
            Column("person_id", "Who is named.", "integer", refers="persons"),
            _START,
            _END,
            Column("text", "The words that name the person there."),
            Column("role", "What the sentence calls the person."),
            Column("sentence", "The sentence."),
        ),
        key=("article_id", "start", "person_id"),
        label="text",
        facets=("person_id", "role"),
    ),
    Table(
        "events",
        "What is told in a text with its date.",
        (
            _ARTICLE,
            Column("position", "The place among the article's events, from 1.", "integer"),
            Column("date", "When it happened (EDTF)."),
            Column("earliest", "The first day that this may mean."),
            Column("latest", "The last day that this may mean."),
            Column("phrase", "The words that tell the date."),
            Column("sentence", "The sentence."),
            _START,
            _END,
        ),
        key=("article_id", "position"),
        label="date",
        sort="earliest",
        searched=("sentence",),
    ),
    Table(
        "tags",
        "The tags that the articles carry.",
        (
            Column("path", "The path, parts parted by slashes."),
            Column("articles", "How many of the articles carry it.", "integer"),
        ),
        key=("path",),
        label="path",
        sort="articles",
    ),
    Table(
        "article_tags",
        "Which article carries which tag.",
        (_ARTICLE, Column("tag", "The tag.", refers="tags")),
        key=("article_id", "tag"),
        facets=("tag",),
    ),
    Table(
        "highlights",
        "Passages that the user marked.",
        (
            Column("id", "The number in the archive.", "integer"),
            _ARTICLE,
            Column("quote", "The words that are marked."),
            Column("colour", "The colour's name."),
            Column("note", "The user's note (Markdown)."),
            Column("created", "When it was marked (ISO 8601, UTC)."),
            _START,
            _END,
        ),
        key=("id",),
        label="quote",
        facets=("colour",),
        sort="created",
        searched=("quote", "note"),
    ),
    Table(
        "provenance",
        "Where each field of an article comes from.",
        (
            _ARTICLE,
            Column("field", "The field's name."),
            Column("source", "json-ld, meta, microdata, html, url, text, http, user, …"),
            Column("confidence", "How sure that is.", "integer", unit="percent"),
        ),
        key=("article_id", "field"),
        facets=("field", "source"),
    ),
    Table(
        "warnings",
        "What the reader should know of a text.",
        (
            _ARTICLE,
            Column("position", "The place among the article's warnings, from 1.", "integer"),
            Column("code", "The stable word for it."),
            Column("message", "The sentence."),
        ),
        key=("article_id", "position"),
        facets=("code",),
    ),
    Table(
        "dossiers",
        "Dossiers in which one of the articles stands, with their covers.",
        (
            Column("id", "The number in the archive.", "integer"),
            Column("name", "The name."),
            Column("subtitle", "The line below it."),
            Column("author", "Who wrote it."),
            Column("date", "The date, as it is printed."),
            Column("abstract", "The abstract (Markdown)."),
        ),
        key=("id",),
        label="name",
    ),
    Table(
        "dossier_entries",
        "What stands in a dossier, in its order; of articles those that go out.",
        (
            Column("id", "The number in the archive.", "integer"),
            Column("dossier_id", "The dossier.", "integer", refers="dossiers"),
            Column("position", "The place in the dossier, from 1.", "integer"),
            Column("kind", "article, heading or text."),
            Column("article_id", "The article, of that kind.", "integer", refers="articles"),
            Column("title", "The heading's words, or the article's title."),
            Column("level", "The heading's level, from 1.", "integer"),
            Column("text", "The user's own text (Markdown)."),
        ),
        key=("id",),
        label="title",
        facets=("dossier_id", "kind"),
        sort="position",
    ),
)
#: Only where they are asked for, and only in SQLite.
PAGES = Table(
    "pages",
    "The pages as they were captured.",
    (
        _ARTICLE,
        Column("sha256", "The SHA-256 of the bytes."),
        Column("media_type", "Their type."),
        Column("content", "The bytes.", "blob"),
    ),
    key=("article_id",),
)

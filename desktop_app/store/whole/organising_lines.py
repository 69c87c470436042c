"""Lines of what the user put the archive in order with: tags, saved searches, dossiers."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from desktop_app.store.whole.line import Edtf, Id, Line, Whole, said


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
    place: Annotated[str, said("Sorts the entries of a dossier")]
    kind: Literal["article", "heading", "text"]
    article_id: Annotated[Id | None, said("Null where it was deleted for good")]
    title: str
    published: Edtf | None
    published_sort: str
    level: Annotated[int, Meta(ge=1, le=4)]
    markdown: str
    excerpts: Annotated[list[Id] | None, said("Highlights that stand for the whole article")]

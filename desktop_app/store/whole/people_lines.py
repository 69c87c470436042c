"""Lines of persons, and of who is named in which article."""

from __future__ import annotations

from typing import Annotated, ClassVar

from desktop_app.store.whole.line import Count, Id, Line, said


class PersonLine(Line, tag="person"):
    """Somebody named in articles. ``chosen`` tells that the user named or merged them."""

    table: ClassVar[str] = "persons"

    id: Id
    name: str
    note: str
    hidden: bool
    chosen: bool
    merged_into: Annotated[Id | None, said("The person that the user says this is")]
    wikidata: str | None


class PersonNameLine(Line, tag="person_name"):
    """One name of a person; of several persons of a name one may own it."""

    table: ClassVar[str] = "person_names"

    id: Id
    person_id: Id
    name: str
    key: Annotated[str, said("The name folded, as it is looked for")]
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

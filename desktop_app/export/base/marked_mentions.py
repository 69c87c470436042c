"""Where persons are named among Markdown's tokens, so that an index can tell the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from desktop_app.core.article import NamedPerson
from desktop_app.export.base.marked_tokens import marked_tokens


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A stretch of the text that names a person of the archive."""

    start: int
    end: int
    person: int


def named_places(people: Iterable[NamedPerson]) -> list[NamedPlace]:
    """The mentions of the archive's persons in the order of the text, without overlaps."""
    found = sorted(
        (mention.start, mention.end, person.id)
        for person in people
        if person.id is not None
        for mention in person.mentions
    )
    places: list[NamedPlace] = []
    for start, end, person in found:
        if start < end and (not places or places[-1].end <= start):
            places.append(NamedPlace(start, end, person))
    return places


def with_mentions(tokens: Sequence[Token], text: str, found: Sequence[NamedPlace]) -> list[Token]:
    """The tokens with one of type ``mention`` before each word that names a person."""

    def told(token: Token, piece: Token, place: NamedPlace, _ends: bool) -> Iterable[Token]:
        mention = Token("mention", "", 0, level=token.level)
        mention.meta = {"person": place.person}
        return mention, piece

    return marked_tokens(tokens, text, found, told)

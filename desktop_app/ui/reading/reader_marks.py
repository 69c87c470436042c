"""Marks of persons and dates within an article's text: where they stand among Markdown's tokens.

How marks look is ``reader_html``'s and the browser's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from markdown_it.token import Token

from desktop_app.core.article import CleanArticle, NamedPerson, UnassignedMention
from desktop_app.export.base.marked_tokens import marked_tokens
from desktop_app.ui.reading.reader_style import ShownMarks

#: More than these in one article aren't marked: rich text takes its time for each.
_MOST_NAMES, _MOST_DATES = 4_000, 500


class MarkKind(StrEnum):
    """What a mark is for; with ``_open`` and ``_close`` the type of its tokens."""

    PERSON = "person"
    UNASSIGNED = "unassigned"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text: ``key`` is a person's id or a number, ``tip`` its words.

    The number is that of an event, or of a mention that is nobody's yet.
    """

    start: int
    end: int
    kind: MarkKind
    key: int
    tip: str


def marks_of(clean: CleanArticle, shown: ShownMarks) -> list[Mark]:
    """The article's marks in order; of two that overlap, the person's stays."""
    found: list[Mark] = []
    if shown.names:
        found += _name_marks(clean.people)
        found += _unassigned_marks(clean.unassigned)
    if shown.dates:
        found += _event_marks(clean)
    found.sort(key=lambda mark: (mark.start, mark.kind is MarkKind.EVENT))
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def _name_marks(people: Sequence[NamedPerson]) -> list[Mark]:
    marks = [
        Mark(mention.start, mention.end, MarkKind.PERSON, person.id, _person_tip(person, role))
        for person in people
        if person.id is not None
        for mention in person.mentions
        for role in (mention.role,)
        if mention.start < mention.end
    ]
    return sorted(marks, key=lambda mark: mark.start)[:_MOST_NAMES]


def _unassigned_marks(unassigned: Sequence[UnassignedMention]) -> Iterator[Mark]:
    for number, each in enumerate(unassigned[:_MOST_NAMES]):
        mention, persons = each.mention, " or ".join(each.names)
        tip = f"Not assigned: {persons}?" if persons else "Not assigned"
        yield Mark(mention.start, mention.end, MarkKind.UNASSIGNED, number, tip)


def _person_tip(person: NamedPerson, role: str | None) -> str:
    """“Sergey Lavrov: Russian Foreign Minister”, the role told at this very place first."""
    known = role or "; ".join(person.roles)
    return f"{person.name}: {known}" if known else person.name


def _event_marks(clean: CleanArticle) -> Iterator[Mark]:
    for number, event in enumerate(clean.events[:_MOST_DATES]):
        sentence = clean.text[event.start : event.end]
        at = sentence.find(event.phrase) if event.phrase else -1
        start = event.start + max(at, 0)
        length = len(event.phrase) if at >= 0 else len(sentence.partition(" ")[0])
        if length:
            yield Mark(start, start + length, MarkKind.EVENT, number, event.date)


def marked(tokens: Sequence[Token], text: str, marks: Sequence[Mark]) -> list[Token]:
    """The tokens with the marks put in; ``text`` is the plain text of the same Markdown.

    Links of the article's own, code, and words in which text and tokens disagree stay unmarked.
    """

    def between(_token: Token, piece: Token, mark: Mark, _ends: bool) -> Iterable[Token]:
        return _mark_token(mark, 1), piece, _mark_token(mark, -1)

    return marked_tokens(tokens, text, marks, between, in_links=False)


def _mark_token(mark: Mark, nesting: int) -> Token:
    kind = f"{mark.kind}_{'open' if nesting > 0 else 'close'}"
    token = Token(kind, "a", 1 if nesting > 0 else -1)
    token.meta = {"key": mark.key, "tip": mark.tip, "start": mark.start, "end": mark.end}
    return token

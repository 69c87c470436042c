"""Marks of persons and dates within an article's text: where they stand among Markdown's tokens.

Offsets count characters of the article's plain text; the tokens are walked beside it, and a token
that a mark begins or ends in is cut there. How marks look is ``reader_html``'s and the browser's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, takewhile

from markdown_it.token import Token

from desktop_app.core.article import CleanArticle, NamedPerson, UnassignedMention
from desktop_app.core.text_places import TextPlaces, cut_at
from desktop_app.ui.reader_style import ShownMarks

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
    if not marks:
        return list(tokens)
    walk = _Walk(text, marks)
    return [walk.over(token) for token in tokens]


class _Walk:
    """Goes through text and tokens side by side."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._places = TextPlaces(text)
        self._marks = marks
        self._next = 0
        self._links = 0

    def over(self, token: Token) -> Token:
        if token.type in ("fence", "code_block"):
            self._places.of(token.content)
            return token
        if token.type != "inline" or not token.children:
            return token
        copied = copy(token)
        copied.children = [piece for child in token.children for piece in self._pieces(child)]
        return copied

    def _pieces(self, token: Token) -> list[Token]:
        if token.type in ("link_open", "link_close"):
            self._links += token.nesting
        if token.type == "code_inline":
            self._places.of(token.content)
        if token.type != "text":
            return [token]
        start = self._places.at
        places = self._places.of(token.content)
        here = self._marks_within(start, self._places.at)
        return [token] if self._links or not here else _cut(token, places, here)

    def _marks_within(self, start: int, end: int) -> list[Mark]:
        """The marks that reach into this stretch, which lies behind all that was asked before."""
        while self._next < len(self._marks) and self._marks[self._next].end <= start:
            self._next += 1
        return list(takewhile(lambda mark: mark.start < end, islice(self._marks, self._next, None)))


def _cut(token: Token, places: Sequence[int], marks: Sequence[Mark]) -> list[Token]:
    """The token's text in pieces, those within a mark between its opening and closing."""
    pieces: list[Token] = []
    for content, mark in cut_at(token.content, places, marks):
        piece = _text(token, content)
        if mark is None:
            pieces.append(piece)
        else:
            pieces += [_mark_token(mark, 1), piece, _mark_token(mark, -1)]
    return pieces


def _text(token: Token, content: str) -> Token:
    piece = copy(token)
    piece.content = content
    return piece


def _mark_token(mark: Mark, nesting: int) -> Token:
    kind = f"{mark.kind}_{'open' if nesting > 0 else 'close'}"
    token = Token(kind, "a", 1 if nesting > 0 else -1)
    token.meta = {"key": mark.key, "tip": mark.tip, "start": mark.start, "end": mark.end}
    return token

"""The query grammar: one parser for the search field, the terminal and saved searches.

Words are joined by AND; ``"a phrase"``, ``OR``, ``-not``, ``( )``, ``word*``; fields
(``title:``), dates (``published:2023-04..2023-06``, ``before:``, ``after:``) and flags
(``is:unread``). Parsing never fails: what can't be understood is searched for as words, and
``ParsedQuery.notes`` says so in sentences fit to show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError

TEXT_FIELD_NAMES = (
    "title",
    "author",
    "person",
    "tag",
    "publisher",
    "agency",
    "language",
    "url",
    "text",
    "note",
)
#: Other words for a field.
FIELD_ALIASES = {"outlet": "publisher"}
DATE_FIELD_NAMES = ("published", "event", "captured")
FLAGS = {
    "is": ("unread", "read", "starred", "edited", "copy", "gone"),
    "has": ("highlight", "warning", "note", "dossier", "correction"),
}
#: How deep parentheses and ``-`` may nest before the rest is read as words.
MAX_DEPTH = 12

EARLIEST, LATEST = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Words:
    """Text to find: one word (``prefix`` for ``word*``), or several in a row (a phrase).

    ``field`` narrows it to one field of TEXT_FIELD_NAMES; None means anywhere.
    """

    text: str
    field: str | None = None
    prefix: bool = False
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class DateRange:
    """Articles with a date of this kind that overlaps the days from earliest to latest."""

    kind: str
    earliest: str
    latest: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A yes-or-no property: ``is:unread``, ``has:warning``, ``in:trash``, ``in:a-dossier``."""

    group: str
    value: str


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that the inner query doesn't match."""

    inner: Node


@dataclass(frozen=True, slots=True)
class And:
    """Articles that every part matches; no parts match everything."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that at least one part matches."""

    parts: tuple[Node, ...]


Node = Words | DateRange | Flag | Not | And | Or


@dataclass(frozen=True, slots=True)
class Term:
    """One condition of a query, with the characters it was read from: ``query[start:end]``."""

    start: int
    end: int
    node: Node

    @property
    def excludes(self) -> bool:
        """Whether it says what is not wanted."""
        return isinstance(self.node, Not)

    @property
    def wanted(self) -> Node:
        """What it is about, whether that is wanted or not."""
        return self.node.inner if isinstance(self.node, Not) else self.node


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """What to find, and what the parser wants to tell the user about it.

    ``terms`` are the conditions that all must hold, in the order in which they were written; a
    query of alternatives is one term.
    """

    root: Node
    notes: tuple[str, ...] = ()
    terms: tuple[Term, ...] = field(default=(), compare=False)

    @property
    def in_trash(self) -> bool:
        """Whether the query asks for deleted articles anywhere."""
        return _asks_for_trash(self.root)

    def words(self) -> tuple[Words, ...]:
        """The words and phrases looked for, to be marked in list and reader."""
        return tuple(dict.fromkeys(_positive_words(self.root)))

    def dossiers(self) -> tuple[str, ...]:
        """The names of the dossiers that the query names."""
        return tuple(dict.fromkeys(_named_dossiers(self.root)))


def quoted(value: str) -> str:
    """The value as a query says it literally: in quotation marks, each of its own doubled."""
    return '"' + value.replace('"', '""') + '"'


def parse_query(text: str) -> ParsedQuery:
    """Read a query; never raises."""
    return _Parser(text).parse()


class WrittenValue(NamedTuple):
    """A field's value as a query has it: of which field, and from where to where in the text."""

    field: str
    value: str
    start: int
    end: int


def written_values(text: str) -> list[WrittenValue]:
    """Every field's whole value in a query, also within parentheses; beginnings (``x*``) aren't."""
    return [
        WrittenValue(token.field.lower(), token.value, token.start, token.end)
        for token in _Parser(text)._tokens
        if token.field is not None and (token.quoted or not token.value.endswith("*"))
    ]


# A quotation mark within straight ones is written twice; curly ones within them stay as they are.
_TOKEN = re.compile(
    r"\s*(?:(?P<open>\()|(?P<close>\))"
    r"|(?P<minus>-(?=[\w\"“”„(]))"
    r"|(?:(?P<field>[A-Za-z]+):(?=[^\s)]))?"
    r"(?:\"(?P<quoted>(?:[^\"]|\"\")*+)\"|[\"“”„](?P<curly>[^\"“”„]*)[\"“”„]|(?P<word>[^\s()\"“”„]+))"
    r"|(?P<quote>[\"“”„]))"
)


class _Token(NamedTuple):
    kind: str  # open, close, minus, or, term
    value: str = ""
    field: str | None = None
    quoted: bool = False
    start: int = 0
    end: int = 0


class _Parser:
    """Recursive descent: or-group > and-group > optional minus > term or parentheses."""

    def __init__(self, text: str) -> None:
        self._notes: list[str] = []
        self._tokens = list(self._read_tokens(text))
        self._at = 0
        self._terms: list[Term] = []

    def parse(self) -> ParsedQuery:
        parts: list[Node] = []
        while self._at < len(self._tokens):
            first, before = self._at, len(self._terms)
            parts.append(self._or_group(0))
            if any(token.kind == "or" for token in self._outer_tokens(first)):
                self._terms[before:] = [self._term_of(first, parts[-1])]
            if self._peek() == "close":
                self._note("A closing parenthesis without its opening one was left out.")
                self._at += 1
        terms = tuple(term for term in self._terms if term.node != And(()))
        return ParsedQuery(_joined(And, parts), tuple(self._notes), terms)

    def _outer_tokens(self, first: int) -> Iterator[_Token]:
        """The tokens read since ``first`` that stand in no parentheses."""
        depth = 0
        for token in self._tokens[first : self._at]:
            depth += {"open": 1, "close": -1}.get(token.kind, 0)
            if depth == 0:
                yield token

    def _term_of(self, first: int, node: Node) -> Term:
        return Term(self._tokens[first].start, self._tokens[self._at - 1].end, node)

    def _note(self, sentence: str) -> None:
        if sentence not in self._notes:
            self._notes.append(sentence)

    def _read_tokens(self, text: str) -> list[_Token]:
        tokens: list[_Token] = []
        text = text.replace("\x00", " ")
        position = 0
        while match := _TOKEN.match(text, position):
            position = match.end()
            start = match.end() - len(match[0].lstrip())
            if match["open"]:
                tokens.append(_Token("open", start=start, end=position))
            elif match["close"]:
                tokens.append(_Token("close", start=start, end=position))
            elif match["minus"]:
                tokens.append(_Token("minus", start=start, end=position))
            elif match["quote"]:
                self._note("A quotation mark isn't closed; what follows is searched as words.")
            elif match["word"] == "OR" and match["field"] is None:
                tokens.append(_Token("or", start=start, end=position))
            elif match["word"] == "AND" and match["field"] is None:
                continue
            elif match["word"] == "NOT" and match["field"] is None:
                tokens.append(_Token("minus", start=start, end=position))
            else:
                value, is_quoted = _value(match)
                tokens.append(
                    _Token("term", value, match["field"], is_quoted, start=start, end=position)
                )
        return tokens

    def _peek(self) -> str | None:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else None

    def _or_group(self, depth: int) -> Node:
        parts = [self._and_group(depth)]
        while self._peek() == "or":
            self._at += 1
            parts.append(self._and_group(depth))
        return _joined(Or, [part for part in parts if part != And(())])

    def _and_group(self, depth: int) -> Node:
        parts: list[Node] = []
        while self._peek() not in (None, "or", "close"):
            first = self._at
            parts.append(self._factor(depth))
            if depth == 0:
                self._terms.append(self._term_of(first, parts[-1]))
        return _joined(And, [part for part in parts if part != And(())])

    def _factor(self, depth: int) -> Node:
        token = self._tokens[self._at]
        self._at += 1
        if token.kind == "minus":
            if depth >= MAX_DEPTH:
                self._note("Exclusions nest too deep; the inner ones were left out.")
                return And(())
            if self._peek() in (None, "or", "close"):
                return And(())
            if depth >= MAX_DEPTH:
                self._note("The search nests too deep; the inner part was left out.")
                return And(())
            inner = self._factor(depth + 1)
            return inner if inner == And(()) else Not(inner)
        if token.kind == "open":
            return self._parenthesis(depth)
        return self._term(token)

    def _parenthesis(self, depth: int) -> Node:
        if depth >= MAX_DEPTH:
            self._note("Parentheses nest too deep; the inner ones were left out.")
            return And(())
        inner = self._or_group(depth + 1)
        if self._peek() == "close":
            self._at += 1
        else:
            self._note("A parenthesis isn't closed; it was closed at the end.")
        return inner

    def _term(self, token: _Token) -> Node:
        name = token.field.lower() if token.field else None
        if name is None:
            return _words(token.value, None, token.quoted)
        name = FIELD_ALIASES.get(name, name)
        if name in TEXT_FIELD_NAMES:
            return _words(token.value, name, token.quoted)
        if token.value.startswith("//"):  # an address that was pasted into the search field
            return Words(f"{name}:{token.value}", "url")
        if name in FLAGS or name == "in":
            return self._flag(name, token)
        if name in DATE_FIELD_NAMES or name in ("before", "after"):
            return self._date(name, token)
        self._note(f"“{token.field}:” isn't a field; it was searched for as words.")
        return _words(f"{token.field} {token.value}", None, True)

    def _flag(self, name: str, token: _Token) -> Node:
        is_word = name != "in" or token.value.lower() == "trash"
        value = token.value.lower() if is_word else token.value
        if name == "in" or value in FLAGS[name]:
            return Flag(name, value)
        known = ", ".join(f"{name}:{flag}" for flag in FLAGS[name])
        self._note(f"“{name}:{token.value}” isn't known ({known}); it was searched for as words.")
        return _words(f"{name} {token.value}", None, True)

    def _date(self, name: str, token: _Token) -> Node:
        try:
            return _date_range(name, token.value)
        except InputError:
            self._note(
                f"“{token.value}” isn't a date (write 2023, 2023-04, 2023-04-13 or 2023..2024); "
                "it was searched for as words."
            )
            return _words(f"{name} {token.value}", None, True)


def _value(match: re.Match[str]) -> tuple[str, bool]:
    """What a term says, and whether in quotation marks."""
    if match["quoted"] is not None:
        return match["quoted"].replace('""', '"'), True
    return (match["word"], False) if match["curly"] is None else (match["curly"], True)


def _date_range(name: str, value: str) -> DateRange:
    if name == "before":
        first = EdtfDate.parse(value).earliest
        return DateRange("published", EARLIEST, _next_day(first, -1))
    if name == "after":
        return DateRange("published", _next_day(EdtfDate.parse(value).latest, 1), LATEST)
    first_text, dots, last_text = value.partition("..")
    if not dots:
        moment = EdtfDate.parse(value)
        return DateRange(name, moment.earliest, moment.latest)
    earliest = EdtfDate.parse(first_text).earliest if first_text else EARLIEST
    latest = EdtfDate.parse(last_text).latest if last_text else LATEST
    if earliest > latest:
        earliest, latest = EdtfDate.parse(last_text).earliest, EdtfDate.parse(first_text).latest
    return DateRange(name, earliest, latest)


def _next_day(day: str, step: int) -> str:
    moment = date.fromisoformat(day)
    try:
        return (moment + timedelta(days=step)).isoformat()
    except OverflowError:
        return EARLIEST if step < 0 else LATEST


def _words(value: str, field: str | None, quoted: bool) -> Node:
    prefix = not quoted and value.endswith("*") and len(value) > 1
    text = value.rstrip("*").strip() if not quoted else " ".join(value.split())
    return Words(text, field, prefix, quoted) if text else And(())


def _joined(kind: type[And] | type[Or], parts: list[Node]) -> Node:
    if len(parts) == 1:
        return parts[0]
    return kind(tuple(parts)) if parts else And(())


def _named_dossiers(node: Node) -> Iterator[str]:
    match node:
        case Flag("in", name) if name != "trash":
            yield name
        case Not(inner):
            yield from _named_dossiers(inner)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _named_dossiers(part)


def _asks_for_trash(node: Node) -> bool:
    match node:
        case Flag("in", "trash"):
            return True
        case Not(inner):
            return _asks_for_trash(inner)
        case And(parts) | Or(parts):
            return any(_asks_for_trash(part) for part in parts)
        case _:
            return False


def _positive_words(node: Node) -> list[Words]:
    match node:
        case Words(_, field, _, _) if field in (None, "title", "text", "author", "person"):
            return [node]
        case And(parts) | Or(parts):
            return [word for part in parts for word in _positive_words(part)]
        case _:
            return []

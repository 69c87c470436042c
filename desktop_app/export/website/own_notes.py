"""Notes of the author's own parted from their text, as a page tells them: numbered, below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy

from markdown_it.token import Token


def parted_notes(
    tokens: Sequence[Token], numbers: Iterator[int]
) -> tuple[list[Token], dict[int, list[Token]]]:
    """The tokens of a text with ``own_number`` where a note's number stands, and of each note.

    A note has one number however often it is referred to, and may have notes itself.
    """
    parted = _Parted(numbers)
    definitions: dict[str, list[Token]] = {}
    within: list[list[Token]] = [[]]
    for token in tokens:
        if token.type == "note_definition_open":
            definition: list[Token] = []
            # Of two with one label the first is told.
            definitions.setdefault(token.meta["label"], definition)
            within.append(definition)
        elif token.type == "note_definition_close":
            within.pop()
        else:
            within[-1].append(token)
    text = [parted.numbered(token) for token in within[0]]
    told: dict[int, list[Token]] = {}
    while parted.waiting:
        number, note = parted.waiting.pop(0)
        inner = definitions.get(note, []) if isinstance(note, str) else note
        told[number] = [parted.numbered(token) for token in inner]
    return text, told


class _Parted:
    """Gives notes their numbers; ``waiting`` are those that are still to be told.

    They wait under their label, or as the tokens of a note in place.
    """

    def __init__(self, numbers: Iterator[int]) -> None:
        self.waiting: list[tuple[int, str | list[Token]]] = []
        self._numbers = numbers
        self._known: dict[str, int] = {}

    def numbered(self, token: Token) -> Token:
        """A token whose notes gave way to their numbers."""
        if not token.children:
            return token
        kept = copy(token)
        kept.children = list(self._children(iter(token.children)))
        return kept

    def _children(self, children: Iterator[Token]) -> Iterator[Token]:
        for child in children:
            if child.type == "note_reference":
                yield self._label(child.meta["label"])
            elif child.type == "note_open":
                yield self._new(_in_place(children))
            else:
                yield child

    def _label(self, label: str) -> Token:
        number = self._known.get(label)
        if number is not None:
            return _number(number, is_first=False)
        token = self._new(label)
        self._known[label] = token.meta["number"]
        return token

    def _new(self, note: str | list[Token]) -> Token:
        number = next(self._numbers)
        self.waiting.append((number, note))
        return _number(number, is_first=True)


def _in_place(children: Iterator[Token]) -> list[Token]:
    """What stands up to the end of a note in place, as a line of its own."""
    depth, inner = 1, []
    for child in children:
        depth += child.type == "note_open"
        depth -= child.type == "note_close"
        if not depth:
            break
        inner.append(child)
    return [Token("inline", "", 0, children=inner)]


def _number(number: int, *, is_first: bool) -> Token:
    return Token("own_number", "", 0, meta={"number": number, "is_first": is_first})

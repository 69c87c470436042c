"""An article's Markdown as the plain data that the Typst template sets.

Dictionaries with their kind in ``k``, lists and strings, ready for JSON. Text stays text: Typst
reads none of it as markup. What each kind looks like on paper is up to ``press.typ``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias, cast

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from desktop_app.export.base.dialect import markdown_reader
from desktop_app.export.base.image_link import ImageLink, read_image
from desktop_app.export.base.own_dialect import own_markdown_reader
from desktop_app.export.documents.document import CITATION_ADDRESS

Node: TypeAlias = "str | dict[str, object]"
#: Gives the nodes of a citation of the author's, by its number; none where there is no such one.
PlaceCitation: TypeAlias = Callable[[int], "list[Node]"]
#: Gives the nodes that stand for a note of the author's, by the note's blocks.
PlaceNote: TypeAlias = Callable[["list[Node]"], "list[Node]"]
#: Gives an image's node, or None where it can't be shown.
PlaceImage: TypeAlias = Callable[[ImageLink], "dict[str, object] | None"]

#: Typst refuses to nest much deeper, and no page is wide enough for it.
_MAX_DEPTH = 6
_LINKED = ("http://", "https://", "mailto:")
_CITATION = re.compile(rf"{CITATION_ADDRESS}(\d{{1,6}})")
_MAX_ADDRESS = 4000
#: What columns share the line by is the length of their longest cell, within these bounds, and what
#: stands at its edges. Among many columns one takes less.
_NARROWEST_CELL, _WIDEST_CELL, _EDGES = 5, 40, 3
_WIDEST_OF_MANY, _LINE = 12, 120
#: A figure as tables have it, with its unit or sign; a dash stands for none.
_FIGURE = re.compile(r"[-+−–±<>~≈]?\s*[$€£¥]?\s*\d[\d.,\s'’]*[%‰€$£¥]?|[-–—]?")
_LONGEST_FIGURE = 40
#: So many characters are told again of notes that are referred to more than once.
_TOLD_AGAIN = 200_000


class PrintedBlocks:
    """Turns Markdown into nodes; ``printable`` prepares each string, ``printable_lines`` code.

    ``base_level`` is that of the heading above, in the outline. With ``place_note`` the Markdown is
    the author's own, which has notes and more than an article's.
    """

    def __init__(
        self,
        printable: Callable[[str], str],
        printable_lines: Callable[[str], str],
        place_image: PlaceImage,
        place_citation: PlaceCitation = lambda _: [],
        base_level: int = 1,
        place_note: PlaceNote | None = None,
    ) -> None:
        self._printable = printable
        self._printable_lines = printable_lines
        self._place_image = place_image
        self._place_citation = place_citation
        self._base_level = base_level
        self._place_note = place_note

    def read(self, markdown: str, mark: Callable[[list[Token]], list[Token]] = list) -> list[Node]:
        """The blocks of the article; ``mark`` puts marked passages among its tokens."""
        reader = markdown_reader() if self._place_note is None else own_markdown_reader()
        tokens = mark(reader.parse(markdown))
        for token in tokens:
            token.children = _not_too_deep(token.children)
        root = SyntaxTreeNode(tokens)
        levels = sorted({node.tag for node in root.children if node.type == "heading"})
        # Below the title of the article, or the heading above, no level may be left out.
        below = self._base_level + 1
        self._levels = {tag: number for number, tag in enumerate(levels, start=below)}
        self._notes = _OwnNotes(root if self._place_note else None)
        return list(self._blocks(root.children, 0))

    def _blocks(self, nodes: Sequence[SyntaxTreeNode], depth: int) -> Iterator[Node]:
        for node in nodes:
            yield from self._block(node, depth)

    def _block(self, node: SyntaxTreeNode, depth: int) -> Iterator[Node]:
        kind = node.type
        if kind == "paragraph":
            yield from self._paragraph("p", node)
        elif kind == "heading":
            yield from self._heading(node, depth)
        elif kind in ("bullet_list", "ordered_list"):
            yield from self._list(node, depth)
        elif kind == "blockquote":
            yield from self._quote(node, depth)
        elif kind in ("fence", "code_block"):
            yield {"k": "code", "s": self._printable_lines(node.content.strip("\n"))}
        elif kind == "table":
            yield self._table(node)
        elif kind == "hr":
            yield {"k": "rule"}

    def _paragraph(self, kind: str, node: SyntaxTreeNode, **more: object) -> Iterator[Node]:
        """A paragraph; its images stand behind it, or instead of it where it is nothing else."""
        images: list[ImageLink] = []
        pieces = [piece for child in node.children for piece in self._inline(child, images)]
        if any(not isinstance(piece, str) or piece.strip() for piece in pieces):
            yield {"k": kind, "c": pieces, **more}
        for link in images:
            placed = self._place_image(link)
            if placed is not None:
                yield placed
            elif link.words:
                yield {"k": "caption", "c": [self._printable(link.words)]}

    def _heading(self, node: SyntaxTreeNode, depth: int) -> Iterator[Node]:
        if depth or node.tag not in self._levels:
            return self._paragraph("lead", node)
        return self._paragraph("h", node, l=self._levels[node.tag])

    def _list(self, node: SyntaxTreeNode, depth: int) -> Iterator[Node]:
        if depth >= _MAX_DEPTH:
            for item in node.children:
                yield from self._blocks(item.children, depth)
            return
        items = [list(self._blocks(item.children, depth + 1)) for item in node.children]
        if node.type == "bullet_list":
            yield {"k": "ul", "i": items}
        else:
            yield {"k": "ol", "i": items, "s": int(node.attrs.get("start", 1) or 0)}

    def _quote(self, node: SyntaxTreeNode, depth: int) -> Iterator[Node]:
        if depth >= _MAX_DEPTH:
            yield from self._blocks(node.children, depth)
        else:
            yield {"k": "quote", "b": list(self._blocks(node.children, depth + 1))}

    def _table(self, node: SyntaxTreeNode) -> Node:
        rows = [row.children for part in node.children for row in part.children]
        cells = [[self._cell(cell) for cell in row] for row in rows]
        widest = min(_WIDEST_CELL, max(_WIDEST_OF_MANY, _LINE // len(rows[0])))
        columns = list(zip(*cells, strict=True))
        longest = (max(map(_length, column)) for column in columns)
        return {
            "k": "table",
            "n": len(rows[0]),
            "a": [
                str(cell.attrs.get("style", "")).rpartition(":")[2]
                or ("right" if place and _are_figures(column[1:]) else "")
                for place, (cell, column) in enumerate(zip(rows[0], columns, strict=True))
            ],
            "w": [min(max(length, _NARROWEST_CELL), widest) + _EDGES for length in longest],
            "h": cells[0],
            "r": [cell for row in cells[1:] for cell in row],
        }

    def _cell(self, cell: SyntaxTreeNode) -> list[Node]:
        images: list[ImageLink] = []
        pieces = [piece for child in cell.children for piece in self._inline(child, images)]
        # A picture in a cell would burst it; its words stand there.
        return [*pieces, *(self._printable(link.words) for link in images)]

    def _inline(self, node: SyntaxTreeNode, images: list[ImageLink]) -> Iterator[Node]:
        kind = node.type
        if kind == "text":
            yield self._printable(node.content)
        elif kind == "softbreak":
            yield " "
        elif kind == "hardbreak":
            yield {"k": "br"}
        elif kind == "code_inline":
            yield {"k": "code", "s": self._printable(node.content)}
        elif kind == "image":
            assert node.token is not None
            images.append(read_image(node.token))
        elif kind == "mention":
            yield {"k": "at", "p": node.meta["person"]}
        elif kind == "task":
            yield {"k": "task", "d": node.meta["done"]}
        elif kind == "note_reference":
            yield from self._note_below(node)
        elif kind == "note" and self._place_note:
            yield from self._note([{"k": "p", "c": self._note_words(node, images)}])
        elif cited := _CITATION.fullmatch(str(node.attrs.get("href", ""))):
            yield from self._place_citation(int(cited[1]))
        else:
            inner = [piece for child in node.children for piece in self._inline(child, images)]
            yield from self._span(node, inner)

    def _note_below(self, node: SyntaxTreeNode) -> Iterator[Node]:
        """A note that is told elsewhere in the text; as it was typed where it can't be told."""
        with self._notes.told(node.meta["label"]) as definition:
            blocks = list(self._blocks(definition.children, 1)) if definition else []
        yield from self._note(blocks) if blocks else [self._printable(node.meta["words"])]

    def _note_words(self, node: SyntaxTreeNode, images: list[ImageLink]) -> list[Node]:
        with self._notes.told(""):
            return [piece for child in node.children for piece in self._inline(child, images)]

    def _note(self, blocks: list[Node]) -> Iterator[Node]:
        assert self._place_note is not None
        if self._notes.depth:
            # No file has notes on notes.
            lines = [[" ", *line] for line in as_lines(blocks)]
            yield from (" (", *[piece for line in lines for piece in line][1:], ")")
        else:
            yield from self._place_note(blocks)

    def _span(self, node: SyntaxTreeNode, inner: list[Node]) -> Iterator[Node]:
        address = str(node.attrs.get("href", ""))
        safe = address.startswith(_LINKED) and len(address) <= _MAX_ADDRESS
        if inner and node.type in ("em", "strong", "s"):
            yield {"k": node.type, "c": inner}
        elif inner and node.type == "link" and safe:
            yield {"k": "link", "u": address, "c": inner}
        elif inner and node.type == "passage":
            yield {"k": "mark", "p": node.meta["colour"], "n": node.meta["numbers"], "c": inner}
        else:
            yield from inner


class _OwnNotes:
    """The notes of a text, by their labels; ``depth`` is how deep within notes the reader is."""

    def __init__(self, root: SyntaxTreeNode | None) -> None:
        self._definitions: dict[str, SyntaxTreeNode] = {}
        for node in root.walk(include_self=False) if root else ():
            if node.type == "note_definition":
                self._definitions.setdefault(node.meta["label"], node)
        self._telling: list[str] = []
        self._told: set[str] = set()
        self._again = _TOLD_AGAIN

    @property
    def depth(self) -> int:
        return len(self._telling)

    @contextmanager
    def told(self, label: str) -> Iterator[SyntaxTreeNode | None]:
        """While a note is told: what tells it, or None where that can't be."""
        definition = self._definitions.get(label)
        if definition is not None and not self._may_be_told(label, definition):
            definition = None
        self._told.add(label)
        self._telling.append(label)
        yield definition
        self._telling.pop()

    def _may_be_told(self, label: str, definition: SyntaxTreeNode) -> bool:
        """Not within itself, nor deeper than a note on a note, nor again without end."""
        if self.depth > 1 or label in self._telling:
            return False
        if label in self._told:
            inner = (node.content for node in definition.walk() if node.type == "inline")
            self._again -= sum(map(len, inner))
        return self._again > 0


def as_lines(blocks: Sequence[Node]) -> Iterator[list[Node]]:
    """The blocks as lines, each of pieces, for a place that has no room for lists and tables."""
    for block in blocks:
        if isinstance(block, str):
            continue
        kind = block["k"]
        if kind in ("ul", "ol"):
            begin = cast(int, block.get("s", 0))
            for number, item in enumerate(cast(list[list[Node]], block["i"]), start=begin):
                sign = "– " if kind == "ul" else f"{number}. "
                for at, line in enumerate(as_lines(item)):
                    yield line if at else [sign, *line]
        elif kind == "quote":
            yield from as_lines(cast(list[Node], block["b"]))
        elif kind == "code":
            for written in str(block["s"]).splitlines():
                yield [{"k": "code", "s": written}]
        elif kind == "table":
            yield from _rows_as_lines(block)
        elif kind != "rule":
            yield cast(list[Node], block.get("c", []))


def _rows_as_lines(table: dict[str, object]) -> Iterator[list[Node]]:
    count = cast(int, table["n"])
    cells = [*cast(list[list[Node]], table["h"]), *cast(list[list[Node]], table["r"])]
    for at in range(0, len(cells), count):
        row = cells[at : at + count]
        yield [piece for number, cell in enumerate(row) for piece in (*_bar(number), *cell)]


def _bar(number: int) -> Sequence[Node]:
    return (" | ",) if number else ()


def _not_too_deep(pieces: list[Token] | None) -> list[Token] | None:
    """An inline token's children without the marks that lie deeper than they could be shown."""
    if pieces is None:
        return None
    return [piece for piece in pieces if not piece.nesting or piece.level < _MAX_DEPTH]


def _are_figures(cells: Sequence[Sequence[Node]]) -> bool:
    """Whether a column's cells are figures, whose digits are to stand below each other."""
    words = ["".join(str(piece) for piece in cell).strip() for cell in cells]
    return any(word.strip("-–—") for word in words) and all(
        len(word) <= _LONGEST_FIGURE and _FIGURE.fullmatch(word) for word in words
    )


def _length(pieces: Sequence[Node]) -> int:
    """Roughly how long a cell's text is."""
    total = 0
    for piece in pieces:
        if isinstance(piece, str):
            total += len(piece)
        else:
            inner = piece.get("c")
            total += _length(inner) if isinstance(inner, list) else len(str(piece.get("s", "")))
    return total

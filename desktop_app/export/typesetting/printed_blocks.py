"""An article's Markdown as the plain data that the Typst template sets.

Dictionaries with their kind in ``k``, lists and strings, ready for JSON. Text stays text: Typst
reads none of it as markup. What each kind looks like on paper is up to ``press.typ``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from desktop_app.export.base.dialect import markdown_reader
from desktop_app.export.base.image_link import ImageLink, read_image
from desktop_app.export.documents.document import CITATION_ADDRESS

Node: TypeAlias = "str | dict[str, object]"
#: Gives the nodes of a citation of the author's, by its number; none where there is no such one.
PlaceCitation: TypeAlias = Callable[[int], "list[Node]"]
#: Gives an image's node, or None where it can't be shown.
PlaceImage: TypeAlias = Callable[[ImageLink], "dict[str, object] | None"]

#: Typst refuses to nest much deeper, and no page is wide enough for it.
_MAX_DEPTH = 6
_LINKED = ("http://", "https://", "mailto:")
_CITATION = re.compile(rf"{CITATION_ADDRESS}(\d{{1,6}})")
_MAX_ADDRESS = 4000
_WIDEST_CELL = 40


class PrintedBlocks:
    """Turns Markdown into nodes; ``printable`` prepares each string, ``printable_lines`` code.

    ``base_level`` is that of the heading above, in the outline.
    """

    def __init__(
        self,
        printable: Callable[[str], str],
        printable_lines: Callable[[str], str],
        place_image: PlaceImage,
        place_citation: PlaceCitation = lambda _: [],
        base_level: int = 1,
    ) -> None:
        self._printable = printable
        self._printable_lines = printable_lines
        self._place_image = place_image
        self._place_citation = place_citation
        self._base_level = base_level

    def read(self, markdown: str, mark: Callable[[list[Token]], list[Token]] = list) -> list[Node]:
        """The blocks of the article; ``mark`` puts marked passages among its tokens."""
        tokens = mark(markdown_reader().parse(markdown))
        for token in tokens:
            token.children = _not_too_deep(token.children)
        root = SyntaxTreeNode(tokens)
        levels = sorted({node.tag for node in root.children if node.type == "heading"})
        # Below the title of the article, or the heading above, no level may be left out.
        below = self._base_level + 1
        self._levels = {tag: number for number, tag in enumerate(levels, start=below)}
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
        widths = [max(map(_length, column)) for column in zip(*cells, strict=True)]
        return {
            "k": "table",
            "n": len(rows[0]),
            "a": [str(cell.attrs.get("style", "")).rpartition(":")[2] for cell in rows[0]],
            "w": [min(max(width, 5), _WIDEST_CELL) for width in widths],
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
        elif cited := _CITATION.fullmatch(str(node.attrs.get("href", ""))):
            yield from self._place_citation(int(cited[1]))
        else:
            inner = [piece for child in node.children for piece in self._inline(child, images)]
            yield from self._span(node, inner)

    def _span(self, node: SyntaxTreeNode, inner: list[Node]) -> Iterator[Node]:
        address = str(node.attrs.get("href", ""))
        safe = address.startswith(_LINKED) and len(address) <= _MAX_ADDRESS
        if inner and node.type in ("em", "strong"):
            yield {"k": node.type, "c": inner}
        elif inner and node.type == "link" and safe:
            yield {"k": "link", "u": address, "c": inner}
        elif inner and node.type == "passage":
            yield {"k": "mark", "p": node.meta["colour"], "n": node.meta["numbers"], "c": inner}
        else:
            yield from inner


def _not_too_deep(pieces: list[Token] | None) -> list[Token] | None:
    """An inline token's children without the marks that lie deeper than they could be shown."""
    if pieces is None:
        return None
    return [piece for piece in pieces if not piece.nesting or piece.level < _MAX_DEPTH]


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

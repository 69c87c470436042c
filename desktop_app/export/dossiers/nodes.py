"""Pandoc's own tree of a document, as the JSON that it reads.

Its strings are text to every writer of pandoc: nothing in them is read as markup. Only ``raw``
isn't, which the modules of the formats give words that they have escaped.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

Node: TypeAlias = dict[str, object]
Nodes: TypeAlias = Sequence[Node]
#: The version of the tree, as pandoc counts it.
_VERSION = [1, 23, 1]


def words(text: str) -> Node:
    """A run of text, its spaces as they are."""
    return {"t": "Str", "c": text}


def word_by_word(text: str) -> list[Node]:
    """A run of text as pandoc's Markdown wants it, to see what a line's beginning needs."""
    pieces: list[Node] = []
    for number, word in enumerate(text.split(" ")):
        if number:
            pieces.append(space())
        if word:
            pieces.append(words(word))
    return pieces


def space() -> Node:
    """What stands between two words, where pandoc must see it."""
    return {"t": "Space"}


def line_break() -> Node:
    """A line's end within a paragraph."""
    return {"t": "LineBreak"}


def emphasis(inlines: Nodes) -> Node:
    """Words that are stressed."""
    return {"t": "Emph", "c": inlines}


def strong(inlines: Nodes) -> Node:
    """Words that are stressed strongly."""
    return {"t": "Strong", "c": inlines}


def struck_out(inlines: Nodes) -> Node:
    """Words that are crossed out."""
    return {"t": "Strikeout", "c": inlines}


def small_caps(inlines: Nodes) -> Node:
    """Words in small capitals."""
    return {"t": "SmallCaps", "c": inlines}


def superscript(inlines: Nodes) -> Node:
    """Words above the line."""
    return {"t": "Superscript", "c": inlines}


def code(text: str) -> Node:
    """Program code within a line."""
    return {"t": "Code", "c": [attributes(), text]}


def link(inlines: Nodes, address: str, anchor: str = "") -> Node:
    """Words that lead to an address, or with ``#name`` to a place of the document."""
    return {"t": "Link", "c": [attributes(anchor), inlines, [address, ""]]}


def span(inlines: Nodes, anchor: str = "", classes: Sequence[str] = (), **values: str) -> Node:
    """Words with a name, classes or values; pandoc's writers know some of them."""
    return {"t": "Span", "c": [attributes(anchor, classes, values), inlines]}


def footnote(blocks: Nodes) -> Node:
    """A note that the word before it leads to."""
    return {"t": "Note", "c": blocks}


def paragraph(inlines: Nodes) -> Node:
    """A paragraph."""
    return {"t": "Para", "c": inlines}


def plain(inlines: Nodes) -> Node:
    """Words without the room of a paragraph, as in a list whose items are lines."""
    return {"t": "Plain", "c": inlines}


def heading(level: int, inlines: Nodes, anchor: str = "", **values: str) -> Node:
    """A heading; 1 is the highest level."""
    return {"t": "Header", "c": [level, attributes(anchor, (), values), inlines]}


def division(blocks: Nodes, anchor: str = "", classes: Sequence[str] = (), **values: str) -> Node:
    """Blocks with a name, classes or values."""
    return {"t": "Div", "c": [attributes(anchor, classes, values), blocks]}


def quotation(blocks: Nodes) -> Node:
    """Blocks that are quoted."""
    return {"t": "BlockQuote", "c": blocks}


def bullets(items: Sequence[Nodes]) -> Node:
    """A list without numbers."""
    return {"t": "BulletList", "c": items}


def numbered(items: Sequence[Nodes], start: int = 1) -> Node:
    """A list that counts from ``start``."""
    return {"t": "OrderedList", "c": [[start, {"t": "Decimal"}, {"t": "Period"}], items]}


def lettered(items: Sequence[Nodes]) -> Node:
    """A list that counts by letters: a, b, c."""
    return {"t": "OrderedList", "c": [[1, {"t": "LowerAlpha"}, {"t": "Period"}], items]}


def definitions(items: Sequence[tuple[Nodes, Sequence[Nodes]]]) -> Node:
    """Terms, each with what is said of it."""
    return {"t": "DefinitionList", "c": [[term, told] for term, told in items]}


def code_block(text: str) -> Node:
    """Lines of program code."""
    return {"t": "CodeBlock", "c": [attributes(), text]}


def rule() -> Node:
    """A line between two parts of a text."""
    return {"t": "HorizontalRule"}


def image(address: str, alt: str, **values: str) -> Node:
    """A picture; ``values`` are its width and height."""
    return {"t": "Image", "c": [attributes("", (), values), [words(alt)], [address, ""]]}


def figure(blocks: Nodes, caption: Nodes) -> Node:
    """A picture as a block, with what is said below it."""
    below = [plain(caption)] if caption else []
    return {"t": "Figure", "c": [attributes(), [None, below], blocks]}


def table(
    sides: Sequence[str],
    head: Sequence[Nodes],
    rows: Sequence[Sequence[Nodes]],
    shares: Sequence[int] = (),
) -> Node:
    """A table; ``sides`` are left, right, center or empty, one a column.

    ``shares`` are what the columns have of the line; without any the reading program sees to that.
    """
    kinds = {"left": "AlignLeft", "right": "AlignRight", "center": "AlignCenter"}
    widths: list[Node] = [
        {"t": "ColWidth", "c": round(share / sum(shares), 4)} for share in shares
    ] or [{"t": "ColWidthDefault"}] * len(sides)
    columns = [
        [{"t": kinds.get(side, "AlignDefault")}, width]
        for side, width in zip(sides, widths, strict=True)
    ]
    body = [attributes(), 0, [], [_row(row) for row in rows]]
    return {
        "t": "Table",
        "c": [
            attributes(),
            [None, []],
            columns,
            [attributes(), [_row(head)]],
            [body],
            [attributes(), []],
        ],
    }


def raw(markup: str, format_name: str) -> Node:
    """Markup of a format, given to its writer as it is."""
    return {"t": "RawBlock", "c": [format_name, markup]}


def attributes(
    anchor: str = "", classes: Sequence[str] = (), values: Mapping[str, str] | None = None
) -> list[object]:
    """A node's name, classes and values; an underscore in a value's name stands for a hyphen."""
    given = [[key.replace("_", "-"), value] for key, value in (values or {}).items() if value]
    return [anchor, list(classes), given]


def text_value(text: str) -> Node:
    """A value of the document's metadata that is text."""
    return {"t": "MetaString", "c": text}


def words_value(inlines: Nodes) -> Node:
    """A value of the document's metadata that is a line."""
    return {"t": "MetaInlines", "c": inlines}


def blocks_value(blocks: Nodes) -> Node:
    """A value of the document's metadata that is several blocks."""
    return {"t": "MetaBlocks", "c": blocks}


def list_value(values: Sequence[Node]) -> Node:
    """A value of the document's metadata that is a list."""
    return {"t": "MetaList", "c": values}


def as_json(blocks: Iterable[Node], metadata: Callable[[], Mapping[str, Node]]) -> Iterator[bytes]:
    """The document as pandoc reads it, in pieces; ``metadata`` is asked when all blocks are."""
    yield b'{"pandoc-api-version":%s,"blocks":[' % _bytes(_VERSION)
    separator = b""
    for block in blocks:
        yield separator + _bytes(block)
        separator = b","
    yield b'],"meta":%s}' % _bytes(dict(metadata()))


def _bytes(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Text made visible holds no halves of surrogates; what is left of them elsewhere isn't text.
    return text.encode("utf-8", "replace")


def _row(cells: Sequence[Nodes]) -> list[object]:
    return [attributes(), [[attributes(), {"t": "AlignDefault"}, 1, 1, [plain(c)]] for c in cells]]

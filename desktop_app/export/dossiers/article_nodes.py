"""The text of an article, and the author's own, as pandoc's nodes.

They are read by the reader of the printed pages, so a document shows what the window shows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from markdown_it.token import Token

from desktop_app.core.article import StoredImage
from desktop_app.export.base.image_link import ImageLink
from desktop_app.export.base.visible_text import visible, visible_lines
from desktop_app.export.documents.document import Citation
from desktop_app.export.dossiers import nodes
from desktop_app.export.dossiers.kept_images import KeptImages
from desktop_app.export.dossiers.link_target import link_target
from desktop_app.export.dossiers.markup import Markup
from desktop_app.export.dossiers.nodes import Node, Nodes
from desktop_app.export.typesetting.printed_blocks import Node as Printed
from desktop_app.export.typesetting.printed_blocks import PrintedBlocks

_PICTURE, _NOTE = "picture", "own-note"


@dataclass(frozen=True, slots=True)
class ArticleNodes:
    """Turns Markdown into nodes below a heading of a depth.

    ``notes`` begins the names of the notes on marked passages; ``pictures`` is None where none are
    to be shown. ``is_own`` tells that the Markdown is the author's own, which has notes of its own.
    """

    markup: Markup
    depth: int
    notes: str = ""
    images: Mapping[str, StoredImage] | None = None
    pictures: KeptImages | None = None
    citations: Sequence[Citation] = ()
    is_own: bool = False

    def read(self, markdown: str, mark: Callable[[list[Token]], list[Token]] = list) -> list[Node]:
        """The blocks; ``mark`` puts marked passages among the Markdown's tokens."""
        place_note = _own_note if self.is_own else None
        reader = PrintedBlocks(
            visible, visible_lines, self._place, self._cite, place_note=place_note
        )
        return self._blocks(reader.read(markdown, mark))

    def marked(self, inlines: Nodes, colour: str, numbers: Sequence[int]) -> list[Node]:
        """Words in a highlight's colour, and the numbers of the notes that end there."""
        found = [self.markup.toned(f"Marked {colour.title()}", inlines)]
        for place, number in enumerate(numbers):
            anchor = f"{self.notes}-{number}"
            found += self.markup.note_mark(number, anchor, is_first=not place)
        return found

    def _cite(self, number: int) -> list[Printed]:
        return [{"k": "cite", "n": number}] if number < len(self.citations) else []

    def _place(self, link: ImageLink) -> dict[str, object] | None:
        if self.pictures is None:
            return {"k": _PICTURE, "b": []}
        kept = self.pictures.keep(link.address, self.images or {})
        if kept is None:
            return None
        alt = visible(link.alt or link.title or "Image")
        return {"k": _PICTURE, "b": self.markup.picture(kept, alt, self.markup.say(link.title))}

    def _blocks(self, printed: Sequence[Printed]) -> list[Node]:
        return [block for each in printed if isinstance(each, dict) for block in self._block(each)]

    def _block(self, it: dict[str, object]) -> list[Node]:
        kind = it["k"]
        if kind == _PICTURE:
            return cast(list[Node], it["b"])
        if kind == "p":
            return [nodes.paragraph(self._inlines(it["c"]))]
        if kind == "lead":
            return [nodes.paragraph([nodes.strong(self._inlines(it["c"]))])]
        if kind == "h":
            # The reader counts from the article's title, which is 1.
            depth = self.depth - 1 + cast(int, it["l"])
            return [self.markup.inner_heading(depth, self._inlines(it["c"]))]
        if kind == "quote":
            return [nodes.quotation(self._blocks(cast(Sequence[Printed], it["b"])))]
        return self._other_block(it)

    def _other_block(self, it: dict[str, object]) -> list[Node]:
        kind = it["k"]
        if kind == "caption":
            return [nodes.paragraph([nodes.emphasis(self._inlines(it["c"]))])]
        if kind == "code":
            return [nodes.code_block(cast(str, it["s"]))]
        if kind == "table":
            return [self._table(it)]
        if kind == "rule":
            return [nodes.rule()]
        items = [_tight(self._blocks(item)) for item in cast(Sequence[Sequence[Printed]], it["i"])]
        if kind == "ul":
            return [nodes.bullets(items)]
        return [nodes.numbered(items, cast(int, it["s"]))]

    def _table(self, it: dict[str, object]) -> Node:
        count = cast(int, it["n"])
        cells = [self._inlines(cell) for cell in cast(Sequence[object], it["r"])]
        rows = [cells[at : at + count] for at in range(0, len(cells), count)]
        head = [self._inlines(cell) for cell in cast(Sequence[object], it["h"])]
        shares = cast(Sequence[int], it["w"]) if self.markup.tables_have_widths else ()
        return nodes.table(cast(Sequence[str], it["a"]), head, rows, shares)

    def _inlines(self, pieces: object) -> list[Node]:
        return [node for piece in cast(Sequence[Printed], pieces) for node in self._inline(piece)]

    def _inline(self, piece: Printed) -> list[Node]:
        if isinstance(piece, str):
            return self.markup.words(piece)
        kind = piece["k"]
        if kind == "br":
            return [nodes.line_break()]
        if kind == "code":
            return [nodes.code(cast(str, piece["s"]))]
        if kind in ("cite", "task", _NOTE):
            return self._own_inline(piece)
        return self._span(piece, self._inlines(piece["c"]))

    def _own_inline(self, piece: dict[str, object]) -> list[Node]:
        """What only a text of the author's has."""
        if piece["k"] == "cite":
            return self.markup.cite(self.citations[cast(int, piece["n"])])
        if piece["k"] == "task":
            return self.markup.task_box(is_done=cast(bool, piece["d"]))
        return self.markup.note(self._blocks(cast(Sequence[Printed], piece["b"])))

    def _span(self, piece: dict[str, object], inner: list[Node]) -> list[Node]:
        kind = piece["k"]
        if kind == "em":
            return [nodes.emphasis(inner)]
        if kind == "strong":
            return [nodes.strong(inner)]
        if kind == "s":
            return [nodes.struck_out(inner)]
        if kind == "link":
            target = link_target(cast(str, piece["u"]))
            return [nodes.link(inner, target)] if target else inner
        return self.marked(inner, cast(str, piece["p"]), cast(Sequence[int], piece["n"]))


def _own_note(blocks: list[Printed]) -> list[Printed]:
    return [{"k": _NOTE, "b": blocks}]


def _tight(item: list[Node]) -> list[Node]:
    """An item that is one paragraph as a line, so that its list isn't set wide."""
    if item and item[0]["t"] == "Para" and all(each["t"] != "Para" for each in item[1:]):
        return [{**item[0], "t": "Plain"}, *item[1:]]
    return item

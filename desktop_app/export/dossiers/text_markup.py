"""A document as Markdown: what its readers have in common, and no HTML."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from desktop_app.export.base.rich_text import Span
from desktop_app.export.dossiers import nodes
from desktop_app.export.dossiers.kept_images import KeptImage
from desktop_app.export.dossiers.markup import Markup, Opening, Writing, inlines_of
from desktop_app.export.dossiers.nodes import Node, Nodes

#: Styles whose words are stressed, having no other look here.
_STRESSED = frozenset(("Source Line", "Byline", "Article Subtitle", "Source Facts"))
_STRONG = frozenset(("Passage Notes Title", "Index Letter"))


@dataclass(slots=True)
class TextMarkup(Markup):
    """Markdown. ``addresses`` are those of the parts, by their anchors.

    ``image_folder`` is where pictures lie; ``cut`` a mark put before each part, for a document
    that becomes several files.
    """

    cover_within: bool = True
    image_folder: str = "images"
    addresses: Mapping[str, str] = field(default_factory=dict)
    cut: str = ""

    def words(self, text: str) -> list[Node]:
        """Text word by word, so that pandoc sees what a line's beginning needs."""
        return nodes.word_by_word(text)

    def styled(self, style: str, blocks: Nodes, writing: Writing | None = None) -> list[Node]:
        """Blocks with what comes closest to a named style."""
        if style == "Title":
            return [nodes.heading(1, inlines_of(blocks[0]))]
        if style in _STRESSED:
            return [_all(nodes.emphasis, block) for block in blocks]
        if style in _STRONG:
            return [_all(nodes.strong, block) for block in blocks]
        if style == "Index Entry":
            return [nodes.bullets([[nodes.plain(inlines_of(block))] for block in blocks])]
        return list(blocks)

    def toned(self, style: str, inlines: Nodes) -> Node:
        """Highlighted words."""
        return nodes.span(inlines, classes=["mark"])

    def task_box(self, *, is_done: bool) -> list[Node]:
        """The box as Markdown's readers have it: pandoc makes it of the sign before a blank."""
        (box,) = Markup.task_box(self, is_done=is_done)
        return [nodes.words(str(box["c"])[:1]), nodes.space()]

    def note_mark(self, number: int, anchor: str, *, is_first: bool) -> list[Node]:
        """The number of a note on marked words."""
        return self.words(f" [{number}]")

    def note_list(self, items: Sequence[Nodes]) -> Node:
        """The notes on marked words, by numbers: Markdown has no other lists."""
        return nodes.numbered(items)

    def named(self, inlines: Nodes, anchor: str) -> list[Node]:
        """Words that nothing can lead to: headings alone have addresses."""
        return list(inlines)

    def foreign(self, inlines: Nodes, writing: Writing) -> list[Node]:
        """Words in a language of their own, which Markdown can't tell."""
        return list(inlines)

    def address(self, anchor: str) -> str:
        """The address of a part; of what has none, that of the list it stands in."""
        return self.addresses.get(anchor, self.addresses.get("sources", ""))

    def opening(self, opening: Opening) -> list[Node]:
        """The heading that begins a part."""
        level = 1 if self.cut else self.level(opening.level)
        heading = nodes.heading(level, self.words(opening.words))
        return [*self._cut(), heading]

    def inner_heading(self, depth: int, inlines: Nodes) -> Node:
        """A heading within an article or a text."""
        return nodes.heading(self.level(depth), inlines)

    def body(self, blocks: Nodes, writing: Writing) -> list[Node]:
        """The text of an article."""
        return list(blocks)

    def columns(self, blocks: Nodes, *, is_last: bool) -> list[Node]:
        """Short lines, one below the other."""
        return list(blocks)

    def first_text(self, blocks: Nodes) -> list[Node]:
        """The text of a document that begins without a heading."""
        return [*self._cut(), *blocks]

    def contents(self, openings: Sequence[Opening]) -> list[Node]:
        """The parts as a list within lists."""
        lists = Markup.contents(self, openings)[1]["c"]
        assert isinstance(lists, list)
        return [nodes.heading(self.level(1), self.words("Contents")), *lists[1]]

    def lettered(self, piece: Span, inlines: list[Node]) -> list[Node]:
        """Words as they are: Markdown's readers share no sign for such letters."""
        return inlines

    def picture(self, kept: KeptImage, alt: str, caption: Nodes) -> list[Node]:
        """A picture, and what is said of it below."""
        address = f"{self.image_folder}/{kept.name}"
        shown = [nodes.paragraph([nodes.image(address, alt)])]
        return [*shown, nodes.paragraph([nodes.emphasis(caption)])] if caption else shown

    def dated(self, rows: Sequence[tuple[Nodes, Sequence[Nodes]]]) -> list[Node]:
        """What happened, by date."""
        items = []
        for date, events in rows:
            told = [[nodes.plain(each)] for each in events]
            items.append([nodes.plain([nodes.strong(date)]), nodes.bullets(told)])
        return [nodes.bullets(items)]

    def _cut(self) -> list[Node]:
        return [nodes.raw(self.cut, "markdown")] if self.cut else []


def _all(look: object, block: Node) -> Node:
    assert callable(look)
    return nodes.paragraph([look(inlines_of(block))])

"""How a format shows what pandoc has no node for: named styles, openings of parts, contents.

The names of styles are those of ``resources/documents``; in HTML and EPUB they are classes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from desktop_app.export.base.own_dialect import DONE, TO_DO
from desktop_app.export.base.rich_text import RichText, Span
from desktop_app.export.base.visible_text import visible
from desktop_app.export.documents.document import Citation
from desktop_app.export.dossiers import nodes
from desktop_app.export.dossiers.kept_images import KeptImage
from desktop_app.export.dossiers.link_target import link_target
from desktop_app.export.dossiers.nodes import Node, Nodes

#: Blocks under the name of their style.
Styled: TypeAlias = tuple[str, list[Node]]
#: Arabic, Hebrew and others behind which a line of ours goes on with its own signs.
_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][”\"»’)]?$")
_ENDED = re.compile(r"([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc][”\"»’)]?)(?=[,.;:] )")
#: An unseen mark that keeps what follows in the order of a line that runs to the right.
_TO_RIGHT_MARK = "\u200e"


@dataclass(frozen=True, slots=True)
class Writing:
    """The language of words as a BCP 47 tag, empty where unknown, and whether they run to the left.

    Our own words are English and run to the right.
    """

    language: str = ""
    to_left: bool = False

    @property
    def direction(self) -> str:
        """The direction as HTML names it."""
        return "rtl" if self.to_left else "ltr"


@dataclass(frozen=True, slots=True)
class Opening:
    """A heading that stands in the contents; ``new_page`` where it begins one on paper."""

    level: int
    words: str
    anchor: str
    writing: Writing = Writing()
    new_page: bool = False


@dataclass(slots=True)
class Markup:
    """What HTML and EPUB have in common; the other formats change what differs.

    ``notes_at_end`` tells that notes are put together here rather than by the format itself,
    ``cover_within`` that the cover is a part of the text rather than of a template. Notes at the
    end have a part of their own; ``notes_stand_last`` where the format has no other place for them.
    ``tables_have_widths`` where columns that aren't told how wide they are would all be the same.
    ``highest`` is the level of the highest heading of the text, ``deepest`` that of the lowest.
    """

    highest: int = 1
    deepest: int = 6
    notes_at_end: bool = False
    cover_within: bool = False
    notes_stand_last: bool = False
    tables_have_widths: bool = False
    notes: list[Nodes] = field(default_factory=list)
    notes_told: int = 0

    @property
    def notes_have_part(self) -> bool:
        """Whether a heading stands above notes at the end."""
        return self.notes_at_end

    def words(self, text: str) -> list[Node]:
        """Text, which must be visible."""
        return [nodes.words(text)] if text else []

    def say(self, text: str) -> list[Node]:
        """Any text, on one line."""
        return self.words(visible(text))

    def level(self, depth: int) -> int:
        """The level of a heading so deep in the document, from 1."""
        return min(self.highest - 1 + depth, self.deepest)

    def styled(self, style: str, blocks: Nodes, writing: Writing | None = None) -> list[Node]:
        """Blocks in a named style; ``writing`` where it isn't that of what is around them."""
        values = _writing_values(writing)
        return [nodes.division(blocks, classes=[_class(style)], **values)]

    def toned(self, style: str, inlines: Nodes) -> Node:
        """Words in a named style."""
        return nodes.span(inlines, classes=[_class(style)])

    def task_box(self, *, is_done: bool) -> list[Node]:
        """The box before a task; a plain blank behind it would make it one to click on."""
        return [nodes.words(f"{DONE if is_done else TO_DO}\u2002")]

    def note_mark(self, number: int, anchor: str, *, is_first: bool) -> list[Node]:
        """What leads from marked words to the note on them."""
        comma = [] if is_first else self.words(", ")
        label = nodes.superscript([*comma, *self.words(self.note_letter(number))])
        return [nodes.link([label], self.address(anchor))]

    def note_letter(self, number: int) -> str:
        """The letter of a note on marked words, so that none takes it for a footnote: a … z, aa."""
        before, place = divmod(number - 1, 26)
        return (self.note_letter(before) if before else "") + chr(ord("a") + place)

    def note_list(self, items: Sequence[Nodes]) -> Node:
        """The notes on marked words."""
        return nodes.lettered(items)

    def named(self, inlines: Nodes, anchor: str) -> list[Node]:
        """Words that something else leads to."""
        return [nodes.span(inlines, anchor)]

    def address(self, anchor: str) -> str:
        """The address of a place of the document, within it."""
        return f"#{anchor}"

    def foreign(self, inlines: Nodes, writing: Writing) -> list[Node]:
        """Words in a language and direction of their own."""
        return [nodes.span(inlines, **_writing_values(writing))]

    def opening(self, opening: Opening) -> list[Node]:
        """The heading that begins a part."""
        values = _writing_values(opening.writing)
        words = self.words(opening.words)
        return [nodes.heading(self.level(opening.level), words, opening.anchor, **values)]

    def inner_heading(self, depth: int, inlines: Nodes) -> Node:
        """A heading within an article or a text, which isn't in the contents."""
        return nodes.heading(self.level(depth), inlines)

    def body(self, blocks: Nodes, writing: Writing) -> list[Node]:
        """The text of an article."""
        if blocks and blocks[0]["t"] == "Header":
            # A division that a heading begins would be a part of the document to pandoc.
            blocks = [nodes.division(blocks)]
        return self.styled("Article Text", blocks, writing)

    def first_text(self, blocks: Nodes) -> list[Node]:
        """The text of a document that begins without a heading."""
        return list(blocks)

    def columns(self, blocks: Nodes, *, is_last: bool) -> list[Node]:
        """Short lines side by side; ``is_last`` tells that nothing stands behind them."""
        return [nodes.division(blocks, classes=["index"])]

    def contents(self, openings: Sequence[Opening]) -> list[Node]:
        """The table of contents."""
        items = _nested([self._entry(each) for each in openings])
        title = nodes.heading(self.level(1), self.words("Contents"), "contents")
        return [title, nodes.division([nodes.bullets(items)], classes=["contents"])]

    def after_cover(self) -> list[Node]:
        """What stands between the cover and the rest."""
        return []

    def rich(self, words: RichText) -> list[Node]:
        """Words with their looks."""
        found: list[Node] = []
        before = ""
        for each in words:
            inlines = self.say(in_order(each.text, before))
            before = each.text
            inlines = self.lettered(each, inlines)
            if each.strong:
                inlines = [nodes.strong(inlines)]
            if each.emphasis:
                inlines = [nodes.emphasis(inlines)]
            if target := link_target(each.link):
                inlines = [nodes.link(inlines, target)]
            found += inlines
        return found

    def lettered(self, piece: Span, inlines: list[Node]) -> list[Node]:
        """Words in small capitals, or above the line, where the format has such letters."""
        if piece.small_caps:
            inlines = [nodes.small_caps(inlines)]
        return [nodes.superscript(inlines)] if piece.superscript else inlines

    def with_notes(self, cover: Callable[[], list[Styled]]) -> list[Styled]:
        """A cover with those of its notes that are told on it."""
        return cover()

    def after_part(self) -> list[Node]:
        """What stands behind each part."""
        return []

    def cite_behind(self, citation: Citation) -> list[Node]:
        """What stands behind the words that a source bears out."""
        blank = [] if citation.is_note else self.words(" ")
        return [*blank, *self.cite(citation)]

    def cite(self, citation: Citation) -> list[Node]:
        """What stands where something is cited."""
        words = self.rich(citation.words)
        return self.note([nodes.paragraph(words)]) if citation.is_note else words

    def note(self, blocks: Nodes) -> list[Node]:
        """What stands where there is a note of these blocks."""
        if not self.notes_at_end:
            return [nodes.footnote(blocks)]
        self.notes.append(blocks)
        number = self.notes_told + len(self.notes)
        mark = nodes.superscript(self.words(str(number)))
        return [nodes.link([mark], f"#noted-{number}", f"cited-{number}")]

    def told_notes(self) -> list[Node]:
        """The notes that came together so far, each with the way back."""
        start = self.notes_told + 1
        items = []
        for number, blocks in enumerate(self.notes, start=start):
            back = nodes.link(self.words("↩"), f"#cited-{number}")
            items.append(self._told_note(blocks, back, f"noted-{number}"))
        self.notes_told += len(self.notes)
        self.notes.clear()
        numbered = [nodes.numbered(items, start)] if items else []
        return [nodes.division(numbered, classes=["notes"])] if numbered else []

    def _told_note(self, blocks: Nodes, back: Node, anchor: str) -> list[Node]:
        """A note with its name on its first line and the way back on its last."""
        lines = list(blocks)
        lines = lines if is_paragraph(lines[0]) else [nodes.paragraph([]), *lines]
        lines = lines if is_paragraph(lines[-1]) else [*lines, nodes.paragraph([])]
        lines[-1] = nodes.paragraph([*inlines_of(lines[-1]), *self.words(" "), back])
        lines[0] = nodes.paragraph(self.named(inlines_of(lines[0]), anchor))
        return lines if len(lines) > 1 else [nodes.plain(inlines_of(lines[0]))]

    def picture(self, kept: KeptImage, alt: str, caption: Nodes) -> list[Node]:
        """A picture with what is said below it."""
        size = self.picture_size(kept.width, kept.height)
        return [nodes.figure([nodes.plain([nodes.image(kept.address, alt, **size)])], caption)]

    def dated(self, rows: Sequence[tuple[Nodes, Sequence[Nodes]]]) -> list[Node]:
        """What happened, by date."""
        told = [(date, [[nodes.plain(each)] for each in events]) for date, events in rows]
        return [nodes.division([nodes.definitions(told)], classes=["chronology"])]

    def picture_size(self, width: int, height: int) -> dict[str, str]:
        """The width and height of a picture of so many pixels."""
        return {"width": f"{width}px", "height": f"{height}px"}

    def _entry(self, opening: Opening) -> tuple[int, Nodes]:
        words = self.foreign(self.words(opening.words), opening.writing)
        return opening.level, [nodes.link(words, self.address(opening.anchor))]


def is_paragraph(block: Node) -> bool:
    """Whether a block is one line of words."""
    return block["t"] in ("Para", "Plain")


def inlines_of(block: Node) -> Nodes:
    """The words of a block that is one line."""
    inlines = block["c"]
    assert isinstance(inlines, list)
    return inlines


def in_order(text: str, before: str = "") -> str:
    """Words of a line that runs to the right, where words that run to the left may stand.

    ``before`` is what stands before them.
    """
    kept = _ENDED.sub(rf"\1{_TO_RIGHT_MARK}", text)
    return _TO_RIGHT_MARK + kept if _TO_LEFT.search(before) else kept


def joined(parts: Iterable[str], sign: str) -> str:
    """The parts that aren't empty in one line, each in its order."""
    kept = [f"{each}{_TO_RIGHT_MARK}" if _TO_LEFT.search(each) else each for each in parts if each]
    return sign.join(kept)


def _nested(entries: Sequence[tuple[int, Nodes]]) -> list[list[Node]]:
    """The entries as items of lists within lists, by their levels."""
    root: list[list[Node]] = []
    # The items that a deeper entry may still stand below: level and what is in the item.
    above: list[tuple[int, list[Node]]] = []
    for level, words in entries:
        while above and above[-1][0] >= level:
            above.pop()
        item: list[Node] = [nodes.plain(words)]
        if above:
            _add_below(above[-1][1], item)
        else:
            root.append(item)
        above.append((level, item))
    return root


def _add_below(item: list[Node], entry: list[Node]) -> None:
    if len(item) == 1:
        item.append(nodes.bullets([]))
    below = item[1]["c"]
    assert isinstance(below, list)
    below.append(entry)


def _writing_values(writing: Writing | None) -> dict[str, str]:
    return {} if writing is None else {"lang": writing.language, "dir": writing.direction}


def _class(style: str) -> str:
    return style.lower().replace(" ", "-")

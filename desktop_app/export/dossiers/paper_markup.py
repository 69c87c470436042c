"""What the formats that are set on paper have in common: styles by name, headings of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.export.dossiers import nodes
from desktop_app.export.dossiers.markup import Markup, Writing
from desktop_app.export.dossiers.nodes import Node, Nodes

#: Pixels of a picture on an inch of paper, and how wide and high it may be, in inches.
_PER_INCH = 96
_WIDEST, _HIGHEST = 5.5, 4.6
#: A running head has room for so many characters of an article's title.
LONGEST_HEAD = 56


@dataclass(slots=True)
class PaperMarkup(Markup):
    """Word's and Writer's documents: notes are their own, at the foot or at the end."""

    deepest: int = 9
    cover_within: bool = True
    tables_have_widths: bool = True

    @property
    def notes_have_part(self) -> bool:
        """Notes at the end are the format's own, below a heading of ours."""
        return True

    def styled(self, style: str, blocks: Nodes, writing: Writing | None = None) -> list[Node]:
        """Blocks in a named style."""
        language = writing.language if writing else ""
        direction = "rtl" if writing and writing.to_left else ""
        values = {"custom_style": self.style_name(style), "lang": language, "dir": direction}
        return [nodes.division(blocks, **values)]

    def style_name(self, style: str) -> str:
        """A style's name as the format's documents have it."""
        return style

    def toned(self, style: str, inlines: Nodes) -> Node:
        """Words in a named style."""
        return nodes.span(inlines, custom_style=self.style_name(style))

    def foreign(self, inlines: Nodes, writing: Writing) -> list[Node]:
        """Words in a language and direction of their own."""
        direction = "rtl" if writing.to_left else ""
        return [nodes.span(inlines, lang=writing.language, dir=direction)]

    def body(self, blocks: Nodes, writing: Writing) -> list[Node]:
        """The text of an article."""
        direction = "rtl" if writing.to_left else ""
        return [nodes.division(blocks, lang=writing.language, dir=direction)]

    def first_text(self, blocks: Nodes) -> list[Node]:
        """The text of a document that begins without a heading, on a page of its own."""
        first, *rest = blocks
        inner = first["c"]
        assert isinstance(inner, list)
        if first["t"] == "Div" and inner[1] and inner[1][0]["t"] == "Para":
            begin = self.styled("First Page Text", inner[1][:1])
            return [{"t": "Div", "c": [inner[0], [*begin, *inner[1][1:]]]}, *rest]
        return [first, *rest]

    def columns(self, blocks: Nodes, *, is_last: bool) -> list[Node]:
        """Short lines side by side."""
        return list(blocks)

    def dated(self, rows: Sequence[tuple[Nodes, Sequence[Nodes]]]) -> list[Node]:
        """What happened, by date."""
        told = [(date, [[nodes.plain(each)] for each in events]) for date, events in rows]
        return [nodes.definitions(told)]

    def picture_size(self, width: int, height: int) -> dict[str, str]:
        """The width and height of a picture that fits the page, in inches."""
        inches = min(width / _PER_INCH, _WIDEST, _HIGHEST * width / height)
        return {"width": f"{inches:.3f}in", "height": f"{inches * height / width:.3f}in"}


def head_of(title: str) -> tuple[str, str]:
    """The part of a title that a running head has room for, and the rest."""
    if len(title) <= LONGEST_HEAD:
        return title, ""
    cut = title.rfind(" ", LONGEST_HEAD // 2, LONGEST_HEAD)
    cut = LONGEST_HEAD if cut < 0 else cut
    return title[:cut], title[cut:]

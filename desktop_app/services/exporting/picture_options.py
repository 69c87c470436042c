"""What can be chosen of every picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.services.exporting.export_options import choice, text

DATES = (
    ("published", "When articles appeared"),
    ("event", "What happened, as told in the texts"),
    ("captured", "When articles were captured"),
)
_KINDS = (
    ("pdf", "PDF, to print and to hand in"),
    ("png", "PNG, for slides and web pages"),
    ("svg", "SVG, to be worked on in a drawing program"),
)
_SIZES = (
    ("page", "A4, landscape"),
    ("slide", "Slide, 16 : 9"),
    ("column", "A column of print, 88 mm"),
)
_COLOURS = (
    ("print", "For print, also in black and white"),
    ("screen", "For screens"),
)
_RESOLUTIONS = (
    ("300", "300 dots an inch, for print"),
    ("150", "150 dots an inch"),
    ("96", "96 dots an inch, for screens"),
)


@dataclass(frozen=True)
class PictureOptions:
    """The kind of file, its size, its colours, its title."""

    picture: Literal["pdf", "png", "svg"] = choice("pdf", "Kind of file", _KINDS)
    resolution: Literal["300", "150", "96"] = choice(
        "300", "Resolution", _RESOLUTIONS, "For PNG; the others are sharp at any size."
    )
    size: Literal["page", "slide", "column"] = choice("page", "Size", _SIZES)
    colours: Literal["print", "screen"] = choice("print", "Colours", _COLOURS)
    title: str = text("Title", "Above the picture; otherwise what was searched for.")

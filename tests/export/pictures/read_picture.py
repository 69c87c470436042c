"""Pictures read back by other programs than the one that wrote them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pypdfium2
from lxml import etree
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

_SVG = "{http://www.w3.org/2000/svg}"


class WordBox(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float


def words(path: Path) -> list[str]:
    """The lines of words of an SVG, as its XML has them."""
    return ["".join(each.itertext()) for each in root(path).iter(f"{_SVG}text")]


def root(path: Path) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(path.read_bytes(), parser)


def rectangles(path: Path, fill: str) -> list[tuple[float, float, float, float]]:
    """x, y, width and height of the rectangles of a colour."""
    return [
        tuple(float(each.get(side)) for side in ("x", "y", "width", "height"))  # type: ignore[misc, arg-type]
        for each in root(path).iter(f"{_SVG}rect")
        if each.get("fill") == fill and each.get("x")
    ]


def boxes(path: Path) -> list[WordBox]:
    """Where PDFium finds the lines of words of a PDF's first page."""
    document = pypdfium2.PdfDocument(path)
    try:
        objects = document[0].get_objects(filter=[FPDF_PAGEOBJ_TEXT], max_depth=15)
        return [WordBox(*each.get_bounds()) for each in objects]
    finally:
        document.close()


def overlapping(found: list[WordBox]) -> list[tuple[WordBox, WordBox]]:
    """The pairs that cover each other by more than a hair."""
    return [
        (one, other)
        for place, one in enumerate(found)
        for other in found[place + 1 :]
        if min(one.right, other.right) - max(one.left, other.left) > 0.5
        and min(one.top, other.top) - max(one.bottom, other.bottom) > 0.5
    ]

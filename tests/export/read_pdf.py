"""PDF files read back, for the tests."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2


def pages(path: Path) -> list[str]:
    """The text of each page, lines joined by single spaces."""
    document = pypdfium2.PdfDocument(path)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [" ".join(text.replace("\ufffe", "").split()) for text in texts]


def text(path: Path) -> str:
    return " ".join(pages(path))


def outline(path: Path) -> list[str]:
    with pikepdf.open(path) as pdf, pdf.open_outline() as opened:
        return [str(item.title) for item in opened.root]


def metadata(path: Path, name: str) -> object:
    """A value of the XMP packet."""
    with pikepdf.open(path) as pdf, pdf.open_metadata() as opened:
        return opened[name]


def tags(path: Path) -> set[str]:
    """The kinds of structure elements."""
    with pikepdf.open(path) as pdf:
        return {
            str(thing.S).removeprefix("/")
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and "/S" in thing and "/P" in thing
        }


def links(path: Path) -> set[str]:
    with pikepdf.open(path) as pdf:
        return {
            str(note.A.URI)
            for page in pdf.pages
            for note in page.get("/Annots", ())
            if "/A" in note and "/URI" in note.A
        }


def paper(path: Path) -> tuple[int, int]:
    """Width and height of the first page in points."""
    with pikepdf.open(path) as pdf:
        box = [float(side) for side in pdf.pages[0].MediaBox]
        return round(box[2]), round(box[3])


def is_tagged(path: Path) -> bool:

    with pikepdf.open(path) as pdf:
        return bool(pdf.Root.MarkInfo.Marked)


def x_of(path: Path, word: str) -> float:
    """How far from the left edge of the first page a word begins, in points."""
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0].get_textpage()
        found = page.search(word).get_next()
        assert found is not None, f"“{word}” isn't there"
        return float(page.get_charbox(found[0])[0])
    finally:
        document.close()


def edges_of(path: Path, words: str) -> tuple[float, float]:
    """How far from the left edge of the first page some letters begin and end, in points."""
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[0].get_textpage()
        text = page.get_text_range()
        boxes = [page.get_charbox(at) for at, letter in enumerate(text) if letter in words]
        return min(box[0] for box in boxes), max(box[2] for box in boxes)
    finally:
        document.close()

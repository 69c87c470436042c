"""PDF files read back, for the tests."""

from __future__ import annotations

from collections import Counter
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
    return set(tag_counts(path))


def tag_counts(path: Path) -> Counter[str]:
    """How many structure elements of each kind there are."""
    with pikepdf.open(path) as pdf:
        return Counter(
            str(thing.S).removeprefix("/")
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and "/S" in thing and "/P" in thing
        )


def leads(path: Path) -> list[tuple[int, tuple[int, ...], int, int]]:
    """Each link within the file: its page and box, the page it leads to, and how far up there."""
    with pikepdf.open(path) as pdf:
        names = (
            pikepdf.NameTree(pdf.Root.Names.Dests) if "/Dests" in pdf.Root.get("/Names", {}) else {}
        )
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        found = []
        for number, page in enumerate(pdf.pages, start=1):
            for note in page.get("/Annots", ()):
                target = note.get("/Dest", note.get("/A", {}).get("/D"))
                if target is None:
                    continue
                if not isinstance(target, pikepdf.Array):
                    target = names[str(target)]
                    target = target.get("/D") if isinstance(target, pikepdf.Dictionary) else target
                box = tuple(round(float(edge)) for edge in note.Rect)
                found.append((number, box, numbers[target[0].objgen], round(float(target[3]))))
        return found


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

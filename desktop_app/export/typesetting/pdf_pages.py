"""The pages of a PDF of ours as pictures for screen and printer, and some of them as a PDF."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2

from desktop_app.core.pdfium_lock import PDFIUM_LOCK


@dataclass(frozen=True, slots=True)
class PagePicture:
    """Pixels row by row from the top, four bytes each: blue, green, red and one that says nothing.

    A row takes ``stride`` bytes.
    """

    width: int
    height: int
    stride: int
    pixels: bytes


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """The width and height of each page, in points."""
    with PDFIUM_LOCK:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [document.get_page_size(number) for number in range(len(document))]
        finally:
            document.close()


def page_picture(pdf: bytes, number: int, scale: float) -> PagePicture:
    """A page, counted from 0, with so many pixels to a point."""
    with PDFIUM_LOCK:
        document = pypdfium2.PdfDocument(pdf)
        try:
            drawn = document[number].render(scale=scale, prefer_bgrx=True, may_draw_forms=False)
            return PagePicture(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
        finally:
            document.close()


def only_pages(pdf: bytes, numbers: Sequence[int]) -> bytes:
    """A PDF of these pages, counted from 0, in this order."""
    with PDFIUM_LOCK:
        document, part = pypdfium2.PdfDocument(pdf), pypdfium2.PdfDocument.new()
        try:
            part.import_pages(document, list(numbers))
            written = io.BytesIO()
            part.save(written)
            return written.getvalue()
        finally:
            part.close()
            document.close()

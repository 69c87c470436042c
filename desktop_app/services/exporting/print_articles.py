"""Articles as pages to print, set as in the PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.errors import InputError
from desktop_app.export.base.write_file import write_file
from desktop_app.export.documents.assembled_document import selection_document
from desktop_app.export.documents.document_options import DocumentOptions, Paper
from desktop_app.export.typesetting.pdf_pages import (
    PagePicture,
    only_pages,
    page_picture,
    page_sizes,
)
from desktop_app.export.typesetting.press import Press
from desktop_app.store.archive import Archive

#: About 200 pages; what is longer is better printed from a PDF.
LONGEST_PRINTED = 600_000


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """Pages as a PDF, their sizes in points, what is to be said about them, and their name."""

    title: str
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    warnings: tuple[str, ...]

    def picture(self, number: int, scale: float) -> PagePicture:
        """A page, counted from 0, with so many pixels to a point."""
        return page_picture(self.pdf, number, scale)

    def write(self, numbers: Sequence[int], to: Path) -> None:
        """Write these pages as a PDF; raises ExportError."""
        whole = list(numbers) == list(range(len(self.sizes)))
        write_file(to, self.pdf if whole else only_pages(self.pdf, numbers))


def printed_pages(archive: Archive, ids: Sequence[int], paper: Paper) -> PrintedPages:
    """The articles as one document on this paper.

    Raises InputError where there is nothing to print or too much, ExportError where setting fails.
    """
    articles = []
    length = 0
    for article_id in ids:
        articles.append(archive.articles.get(article_id))
        length += len(articles[-1].clean.markdown)
        if length > LONGEST_PRINTED:
            raise InputError(
                "That would be more than some 200 pages.",
                "Print fewer articles, or export them as PDF and print that.",
            )
    if not articles:
        raise InputError("No article is chosen, so there is nothing to print.", "Choose one.")
    document = selection_document(articles, images=archive.articles.images)
    pdf, warnings = Press(document, DocumentOptions(paper=paper)).set()
    return PrintedPages(document.cover.title, pdf, tuple(page_sizes(pdf)), warnings)

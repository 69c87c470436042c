"""What a user may choose of a dossier, in every format that writes it as a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.export.citations.styles import DEFAULT_STYLE, STYLE_FILES, STYLES
from desktop_app.export.documents.document_options import DocumentOptions, Paper
from desktop_app.services.exporting.export_options import choice, file, flag, text

CITATIONS = (
    ("footnotes", "Footnotes"),
    ("endnotes", "Notes at the end"),
    ("none", "No notes"),
)
NEW_PAGES = ("Each article on a new page", "Else they follow one another, as short ones should.")
HIGHLIGHTS = (
    ("notes", "In colour, with my notes"),
    ("marked", "In colour"),
    ("none", "Left out"),
)


@dataclass(frozen=True, slots=True)
class DossierOptions:
    """The parts of a document that can be left out, and how sources are cited."""

    title: str = text("Title", "On the first page; may stay empty.")
    contents: bool = flag(True, "Contents")
    citations: Literal["footnotes", "endnotes", "none"] = choice(
        "footnotes", "Sources are cited in", CITATIONS
    )
    style: str = choice(DEFAULT_STYLE, "Style of citation", STYLES)
    style_file: str = file(
        "Style of my own", STYLE_FILES, "A CSL file; it goes before the style chosen above."
    )
    chronology: bool = flag(True, "Chronology", "The events told in the articles, by date.")
    index: bool = flag(True, "Index of persons")
    sources: bool = flag(
        True, "List of sources", "With address, capture date and SHA-256 of the snapshot."
    )
    highlights: Literal["none", "marked", "notes"] = choice("notes", "Highlights", HIGHLIGHTS)
    images: bool = flag(True, "Images")

    def document_options(self, paper: Paper = "a4", *, new_pages: bool = True) -> DocumentOptions:
        """These choices for the modules that write."""
        return DocumentOptions(
            contents=self.contents,
            citations=self.citations,
            style=self.style,
            style_file=self.style_file,
            chronology=self.chronology,
            index=self.index,
            sources=self.sources,
            highlights=self.highlights,
            images=self.images,
            paper=paper,
            new_pages=new_pages,
        )

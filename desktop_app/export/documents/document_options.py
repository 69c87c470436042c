"""What of a dossier is shown, and how, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Citations: TypeAlias = Literal["footnotes", "endnotes", "none"]
ShownHighlights: TypeAlias = Literal["none", "marked", "notes"]
Paper: TypeAlias = Literal["a4", "us-letter"]


@dataclass(frozen=True, slots=True)
class DocumentOptions:
    """The user's choices for a document.

    ``style`` names a style of citation, ``style_file`` is the path of a CSL file of the user's own
    and goes before it. ``highlights`` are left out, shown by their colour, or with their notes too.
    On ``paper`` each whole article begins a page, or all between two large headings run on.
    """

    contents: bool = True
    citations: Citations = "footnotes"
    style: str = "chicago-notes"
    style_file: str = ""
    chronology: bool = True
    index: bool = True
    sources: bool = True
    highlights: ShownHighlights = "notes"
    images: bool = True
    paper: Paper = "a4"
    new_pages: bool = True

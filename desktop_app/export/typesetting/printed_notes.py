"""Citations as the template sets them: in footnotes, in notes at the end, or in the line."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.export.base.rich_text import plain_text
from desktop_app.export.documents.document import Citation
from desktop_app.export.documents.document_options import Citations
from desktop_app.export.typesetting.lettering import lettering
from desktop_app.export.typesetting.printed_blocks import Node


@dataclass
class PrintedNotes:
    """The notes of one part of a document; ``at_end`` are those for the document's end."""

    where: Citations
    at_end: list[dict[str, object]] = field(default_factory=list)
    missing: frozenset[str] = frozenset()

    def place_behind(self, citation: Citation | None) -> list[Node]:
        """What stands behind words of ours that something bears out."""
        placed = self.place(citation)
        return [" ", *placed] if placed and citation and not citation.is_note else placed

    def place(self, citation: Citation | None) -> list[Node]:
        """What stands where something is cited."""
        if citation is None or not citation.words:
            return []
        letters = lettering(plain_text(citation.words), None)
        self.missing |= letters.missing
        note = {"c": letters.pieces(citation.words), **letters.data()}
        if not citation.is_note:
            return letters.pieces(citation.words)
        if self.where == "footnotes":
            return [{"k": "note", **note}]
        if self.where == "endnotes":
            self.at_end.append(note)
            return [{"k": "ref"}]
        return []

"""Notes as the template sets them, of citations and the author's own: at the foot or at the end.

Citations may stand in the line as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.export.base.rich_text import plain_text
from desktop_app.export.documents.document import Citation
from desktop_app.export.documents.document_options import Citations
from desktop_app.export.typesetting.lettering import Lettering, lettering
from desktop_app.export.typesetting.printed_blocks import Node, as_lines


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
        if not citation.is_note:
            return letters.pieces(citation.words)
        if self.where == "none":
            return []
        return self._placed({"c": letters.pieces(citation.words), **letters.data()})

    def place_own(self, blocks: Sequence[Node], letters: Lettering) -> list[Node]:
        """What stands where the author wrote a note, which is told whatever sources are cited in.

        ``letters`` are those of the text that it belongs to, as which its blocks were made ready.
        """
        first, *more = list(as_lines(blocks)) or [[]]
        return self._placed({"c": first, "more": more, **letters.data()})

    def _placed(self, note: dict[str, object]) -> list[Node]:
        if self.where != "endnotes":
            return [{"k": "note", **note}]
        self.at_end.append(note)
        return [{"k": "ref"}]

"""A part of a document as the data that the Typst template sets, with the files of its images."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.export.documents.document import Gap, Heading, OwnText
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.typesetting.lettering import lettering
from desktop_app.export.typesetting.printed_blocks import Node, PrintedBlocks
from desktop_app.export.typesetting.printed_notes import PrintedNotes


@dataclass(frozen=True, slots=True)
class PrintedPart:
    """What the template gets, and what is to be said about it.

    ``images`` are bytes by file name; ``missing`` the characters that no font has; ``notes`` are
    those that stand at the document's end; ``name`` tells the user which part is meant.
    """

    data: dict[str, object]
    name: str
    images: Mapping[str, bytes] = field(default_factory=dict)
    missing: frozenset[str] = frozenset()
    notes: tuple[dict[str, object], ...] = ()
    skipped_images: int = 0


def printed_heading(part: Heading, level: int, label: str) -> PrintedPart:
    """A heading; ``level`` is its place in the outline, in which none is left out."""
    letters = lettering(part.words, None)
    data = {
        "k": "heading",
        "label": label,
        "level": level,
        "title": letters.show(part.words),
        **letters.data(),
    }
    return PrintedPart(data, part.words, missing=letters.missing)


def printed_gap(part: Gap, mark: str) -> PrintedPart:
    """The sentence that tells of something that isn't there any more."""
    letters = lettering(part.words, None)
    data = {"k": "gap", "mark": mark, "words": letters.show(part.words), **letters.data()}
    return PrintedPart(data, part.words, missing=letters.missing)


def printed_own_text(
    text: OwnText, level: int, options: DocumentOptions, mark: str, *, plain: bool = False
) -> PrintedPart:
    """Text of the author's own, its headings below ``level``; ``mark`` is its place's label.

    ``plain`` sets its bare lines, for one that can't be set in full. Only pictures that the archive
    keeps can be shown, and it keeps none of the author's.
    """
    letters = lettering(text.markdown, None)
    notes = PrintedNotes(options.citations)

    def cited(number: int) -> list[Node]:
        return notes.place(text.citations[number]) if number < len(text.citations) else []

    if plain:
        lines = (letters.show(line) for line in text.markdown.splitlines() if line.strip())
        blocks: list[Node] = [{"k": "p", "c": [line]} for line in lines]
    else:
        printed = PrintedBlocks(
            letters.show,
            letters.lines,
            lambda _: None,
            cited,
            level,
            lambda blocks: notes.place_own(blocks, letters),
        )
        blocks = printed.read(text.markdown)
    data = {"k": "own", "mark": mark, "blocks": blocks, **letters.data()}
    missing = letters.missing | notes.missing
    words = next(iter(text.markdown.strip().splitlines()), "")
    return PrintedPart(data, words, missing=missing, notes=tuple(notes.at_end))

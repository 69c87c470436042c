"""Sets a document in type, and does what can be done where Typst refuses a part of it.

A part that can't be set in full is set plainly, or left out and named; it never costs the others.
Where the PDF goes is decided in ``pdf``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop_app.core.counted import counted
from desktop_app.core.errors import ExportError
from desktop_app.core.free_memory import free_memory
from desktop_app.export.base.write_file import export_failure
from desktop_app.export.documents.assembled_document import ExportStoppedError
from desktop_app.export.documents.document import Document
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.typesetting import typst_desk
from desktop_app.export.typesetting.mending import Mended, Mending
from desktop_app.export.typesetting.press_listener import QUIET, PressListener
from desktop_app.export.typesetting.printed_back import PrintedMatter
from desktop_app.export.typesetting.printed_document import PrintedDocument, in_contents
from desktop_app.export.typesetting.printed_part import PrintedPart
from desktop_app.export.typesetting.script_fonts import missing_font_advice
from desktop_app.export.typesetting.typst_folder import PLACES, TypstFolder
from desktop_app.export.typesetting.typst_process import TypesettingStoppedError, TypstProcess
from desktop_app.export.typesetting.typst_run import TypesettingError, moment_of

#: More than so many bytes of data, about 50 articles, are worth a process of their own.
_MUCH = 300_000
#: What may stand behind the parts, by its label, and the name of its data where that is another.
_BEHIND = ("notes", "chronology", "sources", "index")
_DATA_OF = {"notes": "endnotes"}


class NothingToSetError(ExportError):
    """Not one part of the document could be set in type."""


@dataclass
class LaidOut:
    """What was put into the folder, and what is to be said about it."""

    entries: dict[str, dict[str, object]] = field(default_factory=dict)
    notes: list[dict[str, object]] = field(default_factory=list)
    missing: frozenset[str] = frozenset()
    skipped: dict[str, int] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)

    def add(self, part: PrintedPart) -> None:
        """Note a part that stands in the folder."""
        self.missing |= part.missing
        self.notes.extend(part.notes)
        if part.skipped_images:
            self.skipped[part.name] = self.skipped.get(part.name, 0) + part.skipped_images
        self.places.append(str(part.data.get("label") or part.data["mark"]))
        if "label" in part.data:
            self.entries[str(part.data["label"])] = in_contents(part.data)


def lay_out(
    printed: PrintedDocument,
    folder: TypstFolder,
    mended: Mapping[int, Mended],
    listener: PressListener,
    *,
    is_draft: bool = False,
) -> LaidOut:
    """Write all that Typst needs into the folder, part by part.

    A draft tells where its parts begin, and what is behind them. Raises ExportStoppedError when the
    user stops.
    """
    laid, matter = LaidOut(), PrintedMatter()
    count = len(printed.document.parts)
    cover = matter.cover(printed.document, printed.options)
    for number, group in enumerate(printed.groups):
        parts = []
        for place in group:
            listener.go_on(place, count)
            repair = mended.get(place, Mended())
            if not repair.is_left_out:
                parts.append(printed.part(place, plain=repair.plain))
        for part in parts:
            laid.add(part)
            folder.put_images(part.images)
        folder.put_data(f"g{number}", printed.group_data(number, parts))
    frame = printed.frame(laid.entries, [*matter.notes, *laid.notes], matter, cover)
    behind = [name for name in _BEHIND if frame.get(_DATA_OF.get(name, name))]
    folder.put_data(
        "document", {**frame, "places": [*laid.places, *behind[:1]] if is_draft else []}
    )
    groups, sources = range(len(printed.groups)), printed.document.sources
    laid.labels.extend((*laid.entries, *behind, "contents"))
    laid.labels.extend(f"g{number}" for number in groups)
    laid.labels.extend(f"q{each.number}" for each in sources)
    laid.labels.extend(f"n{number + 1}" for number in range(len(matter.notes) + len(laid.notes)))
    laid.missing |= matter.missing
    return laid


class Press:
    """Sets one document; the listener hears how far it is, and may stop it."""

    def __init__(
        self, document: Document, options: DocumentOptions, listener: PressListener = QUIET
    ) -> None:
        self._document = document
        self._printed = PrintedDocument(document, options)
        self._listener = listener
        self._moment = moment_of(max((each.captured for each in document.sources), default=""))

    def set(self) -> tuple[bytes, tuple[str, ...]]:
        """The PDF and what is to be said about it.

        Raises NothingToSetError, ExportError, and ExportStoppedError when the user stops.
        """
        try:
            with TypstFolder() as folder:
                return self._set_in(folder)
        except TypesettingStoppedError as stopped:
            raise ExportStoppedError from stopped

    def _set_in(self, folder: TypstFolder) -> tuple[bytes, tuple[str, ...]]:
        laid = lay_out(self._printed, folder, {}, self._listener)
        warnings: Sequence[str] = ()
        try:
            pdf = self._typeset(folder, laid)
        except TypesettingError:
            mending = Mending(self._printed, self._moment, self._listener.cancelled)
            mended = mending.mended()
            warnings = mending.warnings
            if all(each.is_left_out for each in mended.values()) and len(mended) == len(
                self._document.parts
            ):
                raise NothingToSetError(" ".join(warnings), "Export it as Markdown.") from None
            laid = lay_out(self._printed, folder, mended, self._listener)
            pdf = self._typeset_or_fail(folder, laid)
        told = (*missing_font_advice(laid.missing), *warnings, *_image_warnings(laid.skipped))
        return pdf, (*self._document.warnings, *told)

    def _typeset(self, folder: TypstFolder, laid: LaidOut) -> bytes:
        if folder.size > _MUCH:
            return self._typeset_much(folder, laid)
        if self._listener.cancelled():
            raise ExportStoppedError
        folder.put_data(PLACES, {})  # of a longer one before it was mended others are there
        return typst_desk.typeset(folder.path, self._moment)

    def _typeset_much(self, folder: TypstFolder, laid: LaidOut) -> bytes:
        """At two goes, as ``places.typ`` tells, with as little as can be in memory beside them."""
        _require_memory(folder.memory)
        typst_desk.close()
        cancelled = self._listener.cancelled
        waiting = self._listener.waiting(len(self._document.parts))
        folder.put_data(PLACES, {"sought": laid.labels})
        with _own_process() as process:
            told = process.places(folder.path, cancelled=cancelled, waiting=waiting)
        folder.put_data(PLACES, json.loads(told))
        with TemporaryDirectory(prefix="cuttings-pdf-", ignore_cleanup_errors=True) as made:
            pdf = Path(made) / "document.pdf"
            try:
                with _own_process() as process:
                    process.typeset(
                        folder.path, self._moment, pdf, cancelled=cancelled, waiting=waiting
                    )
                return pdf.read_bytes()
            except OSError as failure:
                raise export_failure(pdf, failure) from failure

    def _typeset_or_fail(self, folder: TypstFolder, laid: LaidOut) -> bytes:
        try:
            return self._typeset(folder, laid)
        except TypesettingError as refused:
            raise ExportError(
                f"The articles couldn't be set as one document: {refused}.",
                "Export them one by one, or as Markdown.",
            ) from refused


def _require_memory(wanted: int) -> None:
    free = free_memory()
    if wanted > free:
        raise ExportError(
            f"Setting so many pages would take {wanted / 1e9:.1f} GB of memory, of which "
            f"{free / 1e9:.1f} GB are free.",
            "Export fewer at once, a file for each article, or as HTML, or close other programs.",
        )


@contextmanager
def _own_process() -> Iterator[TypstProcess]:
    """One that ends with the block, and its memory with it."""
    process = TypstProcess()
    try:
        yield process
    finally:
        process.stop()


def _image_warnings(skipped: dict[str, int]) -> Iterator[str]:
    for name, number in skipped.items():
        count = counted(number, "image")
        yield (
            f"“{name}”: {count} not kept in the archive, damaged, or not of a kind that "
            "can be printed; the caption stands instead."
        )

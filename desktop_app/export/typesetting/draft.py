"""A document set again and again while it is written, as quickly as can be.

The folder, the process and what was made ready of each part are kept, so that only what changed is
done anew: Typst remembers how it set all else.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from desktop_app.core.article import Article
from desktop_app.core.errors import ExportError
from desktop_app.export.documents.assembled_document import ExportStoppedError
from desktop_app.export.documents.document import Document, Excerpts, Part, WholeArticle
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.typesetting.press import Press, lay_out
from desktop_app.export.typesetting.press_listener import PressListener
from desktop_app.export.typesetting.printed_back import PrintedMatter
from desktop_app.export.typesetting.printed_document import PrintedDocument
from desktop_app.export.typesetting.printed_part import PrintedPart
from desktop_app.export.typesetting.script_fonts import missing_font_advice
from desktop_app.export.typesetting.typst_folder import TypstFolder
from desktop_app.export.typesetting.typst_process import TypesettingStoppedError, TypstProcess
from desktop_app.export.typesetting.typst_run import TypesettingError, moment_of


@dataclass(frozen=True, slots=True)
class DraftPages:
    """A PDF to look at; ``pages`` tells of each part on which page it begins, counted from 0.

    It is empty where that isn't known. ``behind`` is the page on which that begins which follows
    them all; ``notes`` counts the footnotes before each group of parts that begins a page.
    """

    pdf: bytes
    pages: tuple[int, ...]
    warnings: tuple[str, ...]
    behind: int | None = None
    notes: tuple[int, ...] = ()


@dataclass(frozen=True)
class _Made:
    """What a part was made of, and what came of it."""

    part: Part
    article: Article | None
    frame: tuple[object, ...]
    printed: PrintedPart


@dataclass(frozen=True)
class _KeepingDocument(PrintedDocument):
    """Makes a part ready only where it isn't the same as the last time at its place."""

    kept: dict[int, _Made] = field(default_factory=dict)

    def part(self, place: int, *, plain: bool = False) -> PrintedPart:
        part = self.document.parts[place]
        article = None
        if isinstance(part, WholeArticle | Excerpts):
            article = self.document.article(part.source)
        frame = (self.level(place), self.options, self.document.has_cover)
        made = self.kept.get(place)
        if made and (made.part, made.article, made.frame) == (part, article, frame):
            return made.printed
        printed = super().part(place, plain=plain)
        self.kept[place] = _Made(part, article, frame, printed)
        return printed


@dataclass(frozen=True, slots=True)
class Near:
    """Which group of parts to set alone, and what of the whole stands before it.

    ``page`` is the number of its first page, ``pages`` that of the last of all, ``notes`` counts
    the footnotes.
    """

    group: range
    page: int
    pages: int
    notes: int


@dataclass(frozen=True)
class _NearDocument(_KeepingDocument):
    """One group of a document, as it stands in the whole."""

    near: Near = Near(range(0), 0, 0, 0)

    @cached_property
    def groups(self) -> list[range]:
        return [self.near.group]

    def frame(
        self,
        entries: dict[str, dict[str, object]],
        notes: Sequence[dict[str, object]],
        matter: PrintedMatter,
        cover: dict[str, object],
    ) -> dict[str, object]:
        bare = replace(self.options, contents=False, chronology=False, sources=False, index=False)
        told = PrintedDocument(self.document, bare).frame(entries, notes, matter, cover)
        near = {"page": self.near.page, "pages": self.near.pages, "notes": self.near.notes}
        return {**told, "groups": ["g0"], "endnotes": [], "near": near}


class Draft:
    """Sets one document after the other; to be used by one thread at a time.

    A document that was set before comes much quicker than the first.
    """

    def __init__(self) -> None:
        self._folder: TypstFolder | None = None
        self._process: TypstProcess | None = None
        self._kept: dict[int, _Made] = {}

    def set(
        self,
        document: Document,
        options: DocumentOptions,
        cancelled: Callable[[], bool],
        near: Near | None = None,
    ) -> DraftPages:
        """The document's pages, or those ``near`` alone.

        Raises ExportError, and ExportStoppedError when the user stops.
        """
        try:
            return self._set(document, options, cancelled, near)
        except TypesettingStoppedError as stopped:
            self._process = None
            raise ExportStoppedError from stopped
        except TypesettingError:
            # What it is made of is to blame: the press finds out which part.
            listener = PressListener(cancelled=cancelled)
            pdf, warnings = Press(document, options, listener).set()
            return DraftPages(pdf, (), warnings)
        except ExportError:
            self.close()
            raise

    def warm_up(self) -> None:
        """Have the process ready before it is needed; returns at once."""
        if self._process is None or not self._process.is_alive:
            self._process = TypstProcess()

    def close(self) -> None:
        """Give back the memory and the folder; the next time begins anew."""
        if self._process is not None:
            self._process.stop()
        if self._folder is not None:
            self._folder.close()
        self._folder, self._process = None, None
        self._kept.clear()

    def _set(
        self,
        document: Document,
        options: DocumentOptions,
        cancelled: Callable[[], bool],
        near: Near | None,
    ) -> DraftPages:
        if self._folder is None:
            self._folder = TypstFolder()
            self._folder.open()
        for place in [each for each in self._kept if each >= len(document.parts)]:
            del self._kept[place]
        if near is None:
            printed = _KeepingDocument(document, options, kept=self._kept)
        else:
            printed = _NearDocument(document, options, kept=self._kept, near=near)
        listener = PressListener(cancelled=cancelled)
        laid = lay_out(printed, self._folder, {}, listener, is_draft=True)
        if self._process is None or not self._process.is_alive:
            self._process = TypstProcess()
        moment = moment_of(max((each.captured for each in document.sources), default=""))
        pdf, told = self._process.draft(self._folder.path, moment, cancelled=cancelled)
        places = json.loads(told)
        pages = tuple(page - 1 for page in places["pages"])
        warnings = (*document.warnings, *missing_font_advice(laid.missing))
        count = len(laid.places)
        behind = next(iter(pages[count:]), None)
        return DraftPages(pdf, pages[:count], warnings, behind, tuple(places["notes"]))

"""A dossier as pages on the screen, set again while it is written."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.core.dossier import Dossier, DossierEntry, EntryKind
from desktop_app.core.errors import ExportError
from desktop_app.export.citations.cite_syntax import Cluster
from desktop_app.export.citations.citeproc import Citations, InNotes, cite
from desktop_app.export.citations.reference import Reference
from desktop_app.export.citations.styles import Style
from desktop_app.export.documents.assembled_document import ExportStoppedError
from desktop_app.export.documents.document import Document, OwnText
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.typesetting.closed_at_rest import ClosedAtRest
from desktop_app.export.typesetting.draft import Draft, Near
from desktop_app.export.typesetting.page_plan import page_groups
from desktop_app.export.typesetting.pdf_pages import PagePicture, page_picture, page_sizes
from desktop_app.services.base.listeners import never
from desktop_app.services.exporting.dossier_citations import said_again, with_citations
from desktop_app.services.exporting.dossier_document import document_of_entries
from desktop_app.services.exporting.export_job import ArticlesOfArchive, ChosenDossier, ExportJob
from desktop_app.store.archive import Archive

#: How long what was set is kept after the last time, in seconds.
_KEPT_SECONDS = 180.0
#: The articles of larger dossiers are read as they are needed, and so more than once.
_IN_MEMORY = 300
_OPTIONS = DocumentOptions()


@dataclass(frozen=True, slots=True)
class NewerPages:
    """``count`` pages that stand ``instead_of`` so many others from the ``first`` on."""

    pdf: bytes
    first: int
    count: int
    instead_of: int


@dataclass(frozen=True, slots=True)
class PreviewPages:
    """Pages as a PDF, their sizes in points, where entries begin, and what is to be said.

    ``places`` gives of an entry's id the page on which it begins, counted from 0; what is being
    written anew has the id 0. ``newer`` pages stand instead of some of the PDF's.
    """

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    places: Mapping[int, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    newer: NewerPages | None = None

    def picture(self, number: int, scale: float) -> PagePicture:
        """A page, counted from 0, with so many pixels to a point."""
        pdf, at = self.page(number)
        return page_picture(pdf, at, scale)

    def page(self, number: int) -> tuple[bytes, int]:
        """The PDF in which a page stands, and its number there, both counted from 0."""
        newer = self.newer
        if newer is None or number < newer.first:
            return self.pdf, number
        if number < newer.first + newer.count:
            return newer.pdf, number - newer.first
        return self.pdf, number - newer.count + newer.instead_of


@dataclass(frozen=True, slots=True)
class _Whole:
    """A dossier as it was set last, where its parts begin, and what is behind them.

    ``notes`` counts the footnotes before each group of parts.
    """

    dossier: Dossier
    entries: Sequence[DossierEntry]
    document: Document
    pages: PreviewPages
    begins: tuple[int, ...]
    behind: int
    notes: tuple[int, ...]


class DossierPreview:
    """Sets dossiers; ``archive`` gives the calling thread's connection.

    What was set before is kept for a while, so that a change comes quickly. Threads wait for each
    other.
    """

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive
        self._draft = Draft()
        self._near = Draft()
        self._near_lock = threading.Lock()
        self._whole: _Whole | None = None
        self._cited = _KeptCitations()
        self._lock = threading.Lock()
        self._rest = ClosedAtRest(_KEPT_SECONDS, self.close)

    def set(
        self,
        dossier: Dossier,
        entries: Sequence[DossierEntry],
        *,
        cancelled: Callable[[], bool] = never,
    ) -> PreviewPages:
        """The dossier with these entries, which hold what is being written now.

        Raises InputError where nothing stands in it, ExportError where it can't be set or when it
        was stopped.
        """
        what = ChosenDossier(dossier.id)
        job = ExportJob(self._archive(), what, Path(), cancelled=cancelled)
        with self._lock:
            try:
                document = document_of_entries(job, dossier, entries)
                document = with_citations(job, document, _OPTIONS, self._cited)
                if len(document.sources) <= _IN_MEMORY:
                    document = replace(document, articles=list(document.articles))
                draft = self._draft.set(document, _OPTIONS, cancelled)
            except ExportStoppedError as stopped:
                raise ExportError("The preview was stopped.", "Show it again.") from stopped
            self._rest.used()
        places = dict(zip((entry.id for entry in entries), draft.pages, strict=False))
        pages = PreviewPages(draft.pdf, tuple(page_sizes(draft.pdf)), places, draft.warnings)
        behind = len(pages.sizes) if draft.behind is None else draft.behind
        self._whole = _Whole(
            dossier, tuple(entries), document, pages, draft.pages, behind, draft.notes
        )
        with self._near_lock:
            self._near.warm_up()
        return pages

    def set_near(
        self,
        dossier: Dossier,
        entries: Sequence[DossierEntry],
        *,
        cancelled: Callable[[], bool] = never,
    ) -> PreviewPages | None:
        """The pages last set, with those set anew on which the one text stands that has changed.

        How long it takes doesn't depend on the dossier's size. None where more has changed than
        the words of one text, so that only the whole is right. Doesn't wait for the whole, and
        raises as ``set`` does.
        """
        whole = self._whole
        if whole is None or not whole.begins or _cover(dossier) != _cover(whole.dossier):
            return None
        changed = _changed_text(whole.entries, entries)
        if changed is None:
            return None
        before, document = whole.entries[changed], whole.document
        said = document.parts[changed]
        assert isinstance(said, OwnText)
        text = said_again(document, before.markdown, said, entries[changed].markdown)
        if text is None:
            return None
        parts = (*document.parts[:changed], text, *document.parts[changed + 1 :])
        groups = page_groups(parts)
        if groups != page_groups(document.parts):
            return None
        place, group = next(each for each in enumerate(groups) if changed in each[1])
        first = whole.begins[group.start]
        is_last = group.stop >= len(whole.begins)
        behind = whole.behind if is_last else whole.begins[group.stop]
        near = Near(group, first + 1, len(whole.pages.sizes), whole.notes[place])
        with self._near_lock:
            try:
                set_anew = replace(self._read_here(document), parts=parts)
                draft = self._near.set(set_anew, _OPTIONS, cancelled, near)
            except ExportStoppedError as stopped:
                raise ExportError("The preview was stopped.", "Show it again.") from stopped
        if not draft.pages:
            return None  # refused as it is: the whole tells
        sizes = page_sizes(draft.pdf)
        old = whole.pages
        newer = NewerPages(draft.pdf, first, len(sizes), behind - first)
        begins = [
            first + draft.pages[place - group.start]
            if place in group
            else page + (newer.count - newer.instead_of) * (place >= group.stop)
            for place, page in enumerate(whole.begins)
        ]
        places = dict(zip((entry.id for entry in entries), begins, strict=False))
        all_sizes = (*old.sizes[:first], *sizes, *old.sizes[behind:])
        return PreviewPages(old.pdf, all_sizes, places, old.warnings, newer)

    def _read_here(self, document: Document) -> Document:
        """The document whose articles the calling thread may read."""
        archive = self._archive()
        articles = document.articles
        if isinstance(articles, ArticlesOfArchive):
            articles = ArticlesOfArchive(archive, [each.article_id for each in document.sources])
        return replace(document, articles=articles, images=archive.articles.images)

    def close(self) -> None:
        """Give back the memory that a quick change takes."""
        with self._lock, self._near_lock:
            self._draft.close()
            self._near.close()
            self._whole = None


def _cover(dossier: Dossier) -> tuple[object, ...]:
    return dossier.id, dossier.name, dossier.cover


def _changed_text(before: Sequence[DossierEntry], now: Sequence[DossierEntry]) -> int | None:
    """The place of the only entry that differs, where that is in the words of a text."""
    if len(before) != len(now):
        return None
    places = [at for at, pair in enumerate(zip(before, now, strict=True)) if pair[0] != pair[1]]
    if len(places) != 1:
        return None
    old, new = before[places[0]], now[places[0]]
    is_text = old.kind is EntryKind.TEXT
    return places[0] if is_text and replace(old, markdown=new.markdown) == new else None


class _KeptCitations:
    """The last answer of the processor of citations, for as long as it is asked the same."""

    def __init__(self) -> None:
        self._asked: object = None
        self._made: Citations | None = None

    def __call__(
        self,
        references: Sequence[Reference],
        clusters: Sequence[Cluster],
        style: Style,
        *,
        in_notes: InNotes,
        cancelled: Callable[[], bool],
    ) -> Citations | None:
        asked = (list(references), list(clusters), style, in_notes)
        if self._made is None or asked != self._asked:
            self._made = cite(references, clusters, style, in_notes=in_notes, cancelled=cancelled)
            self._asked = asked
        return self._made

"""A dossier as pages on the screen, set again while it is written."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from desktop_app.core.dossier import Dossier, DossierEntry
from desktop_app.core.errors import ExportError
from desktop_app.export.citations.cite_syntax import Cluster
from desktop_app.export.citations.citeproc import Citations, cite
from desktop_app.export.citations.reference import Reference
from desktop_app.export.citations.styles import Style
from desktop_app.export.documents.assembled_document import ExportStoppedError
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.typesetting.draft import Draft
from desktop_app.export.typesetting.pdf_pages import PagePicture, page_picture, page_sizes
from desktop_app.services.base.listeners import never
from desktop_app.services.exporting.dossier_citations import with_citations
from desktop_app.services.exporting.dossier_document import document_of_entries
from desktop_app.services.exporting.export_job import ChosenDossier, ExportJob
from desktop_app.store.archive import Archive

#: How long what was set is kept after the last time, in seconds.
_KEPT_SECONDS = 180.0
#: The articles of larger dossiers are read as they are needed, and so more than once.
_IN_MEMORY = 300
_OPTIONS = DocumentOptions()


@dataclass(frozen=True, slots=True)
class PreviewPages:
    """Pages as a PDF, their sizes in points, where entries begin, and what is to be said.

    ``places`` gives of an entry's id the page on which it begins, counted from 0; what is being
    written anew has the id 0.
    """

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    places: Mapping[int, int] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def picture(self, number: int, scale: float) -> PagePicture:
        """A page, counted from 0, with so many pixels to a point."""
        return page_picture(self.pdf, number, scale)


class DossierPreview:
    """Sets dossiers; ``archive`` gives the calling thread's connection.

    What was set before is kept for a while, so that a change comes quickly. Threads wait for each
    other.
    """

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive
        self._draft = Draft()
        self._cited = _KeptCitations()
        self._lock = threading.Lock()
        self._closing: threading.Timer | None = None

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
            self._close_later()
        places = dict(zip((entry.id for entry in entries), draft.pages, strict=False))
        return PreviewPages(draft.pdf, tuple(page_sizes(draft.pdf)), places, draft.warnings)

    def close(self) -> None:
        """Give back the memory that a quick change takes."""
        with self._lock:
            self._draft.close()

    def _close_later(self) -> None:
        if self._closing is not None:
            self._closing.cancel()
        self._closing = threading.Timer(_KEPT_SECONDS, self.close)
        self._closing.daemon = True
        self._closing.start()


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
        cancelled: Callable[[], bool],
    ) -> Citations | None:
        asked = (list(references), list(clusters), style)
        if self._made is None or asked != self._asked:
            self._made = cite(references, clusters, style, cancelled=cancelled)
            self._asked = asked
        return self._made

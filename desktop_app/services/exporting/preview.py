"""A dossier as pages on the screen, set again while it is written."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.core.dossier import Dossier, DossierEntry
from desktop_app.export.typesetting.pdf_pages import PagePicture, page_picture, page_sizes
from desktop_app.services.base.listeners import never
from desktop_app.services.exporting.export_articles import export_articles
from desktop_app.services.exporting.export_job import ChosenDossier
from desktop_app.store.archive import Archive


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
    """Sets dossiers; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive

    def set(
        self,
        dossier: Dossier,
        entries: Sequence[DossierEntry],
        *,
        cancelled: Callable[[], bool] = never,
    ) -> PreviewPages:
        """The dossier with these entries, which hold what is being written now.

        Raises InputError where nothing stands in it, ExportError where it can't be set.
        """
        with tempfile.TemporaryDirectory(prefix="cuttings-preview-") as name:
            path = Path(name) / "preview.pdf"
            done = export_articles(
                self._archive(), ChosenDossier(dossier.id), "pdf", path, cancelled=cancelled
            )
            pdf = path.read_bytes()
        return PreviewPages(pdf, tuple(page_sizes(pdf)), warnings=done.warnings)

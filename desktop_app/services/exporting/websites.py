"""A web site of articles or of a dossier, which needs no server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from desktop_app.core.article import Article
from desktop_app.export.base.result import ExportResult
from desktop_app.export.citations.styles import DEFAULT_STYLE, STYLES
from desktop_app.export.documents.assembled_document import UNTITLED, ExportStoppedError
from desktop_app.export.documents.document import Document, OwnText
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.services.exporting.dossier_document import dossier_document
from desktop_app.services.exporting.dossier_options import HIGHLIGHTS
from desktop_app.services.exporting.export_job import ChosenDossier, ExportJob
from desktop_app.services.exporting.export_options import choice, flag, text


@dataclass(frozen=True, slots=True)
class WebsiteOptions:
    """The site's name, and what it shows of the user's own and of pictures."""

    title: str = text("Title", "On the first page; may stay empty.")
    highlights: Literal["none", "marked", "notes"] = choice("marked", "Highlights", HIGHLIGHTS)
    images: bool = flag(True, "Images")
    style: str = choice(
        DEFAULT_STYLE, "Style of citation", STYLES, "For what a dossier's own text cites."
    )


def write_website(job: ExportJob, options: WebsiteOptions) -> ExportResult:
    """The site of the articles, oldest first, or of a dossier in its order."""
    from desktop_app.export.website.website import (  # noqa: PLC0415
        SiteChoices,
        SiteOrder,
        export_website,
    )

    articles: Sequence[Article]
    warnings: tuple[str, ...] = ()
    if isinstance(job.what, ChosenDossier):
        try:
            document = _cited(job, dossier_document(job, job.what.id, options.title), options)
        except ExportStoppedError:
            return ExportResult(cancelled=True)
        order = SiteOrder(document.cover, document.parts)
        articles, warnings = document.articles, document.warnings
        choices = SiteChoices(document.cover.title, options.highlights, order)
    else:
        articles = job.articles()
        choices = SiteChoices(options.title or UNTITLED, options.highlights)
    result = export_website(
        articles,
        job.to,
        choices,
        images=job.archive.articles.images if options.images else None,
        progress=job.progress,
        cancelled=job.cancelled,
    )
    return replace(result, warnings=warnings + result.warnings)


def _cited(job: ExportJob, document: Document, options: WebsiteOptions) -> Document:
    """The document with what its author's own text cites, where it cites."""
    own = [part.markdown for part in document.parts if isinstance(part, OwnText)]
    if not any("@" in text for text in (*own, document.cover.abstract.markdown)):
        return document
    # Imported here: the list of formats is read without what sets citations.
    from desktop_app.services.exporting.dossier_citations import (  # noqa: PLC0415
        with_citations,
    )

    return with_citations(job, document, DocumentOptions(citations="none", style=options.style))

"""Articles as PDF and as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.export.base.result import ExportResult
from desktop_app.export.documents.assembled_document import ExportStoppedError
from desktop_app.services.exporting.dossier_options import NEW_PAGES, DossierOptions
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.export_options import NoOptions, choice, flag
from desktop_app.services.exporting.ready_document import ready_document

PAPERS = (("a4", "A4"), ("us-letter", "US Letter"))
FILES = (("one", "All in one file, with contents"), ("many", "A file an article"))


@dataclass(frozen=True, slots=True)
class PdfOptions(DossierOptions):
    """Those of every document, the paper, and one file or many."""

    files: Literal["one", "many"] = choice("one", "Files", FILES)
    paper: Literal["a4", "us-letter"] = choice("a4", "Paper", PAPERS)
    new_pages: bool = flag(True, *NEW_PAGES)


def write_markdown(job: ExportJob, _options: NoOptions) -> ExportResult:
    """A Markdown file for each article, in a folder."""
    from desktop_app.export.markdown.markdown_folder import export_markdown  # noqa: PLC0415

    # Sorted, so that of two alike the same one always keeps its name.
    ids = sorted(job.ids)
    return export_markdown(
        job.articles(ids),
        job.to,
        images=job.archive.articles.images,
        citation_keys=job.archive.citation_keys.give(ids),
        progress=job.progress,
        cancelled=job.cancelled,
    )


def write_pdf(job: ExportJob, options: PdfOptions) -> ExportResult:
    """One PDF with all that belongs to a dossier, or one for each article."""
    from desktop_app.export.typesetting.pdf import export_pdf, export_pdfs  # noqa: PLC0415
    from desktop_app.export.typesetting.press_listener import PressListener  # noqa: PLC0415

    chosen = options.document_options(options.paper, new_pages=options.new_pages)
    listener = PressListener(job.progress, job.cancelled)
    if options.files == "many":
        # Sorted, so that of two alike the same one always keeps its name.
        articles = job.articles(sorted(job.ids))
        return export_pdfs(articles, job.archive.articles.images, chosen, job.to, listener)
    try:
        document = ready_document(job, chosen, options.title)
    except ExportStoppedError:
        return ExportResult(cancelled=True)
    return export_pdf(document, chosen, job.to, listener)

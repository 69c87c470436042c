"""Dossiers and selections as documents for Word and Writer, as books and as pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop_app.export.base.file_names import safe_stem
from desktop_app.export.base.result import ExportResult
from desktop_app.export.documents.assembled_document import ExportStoppedError
from desktop_app.services.exporting.articles_as_files import FILES, PAPERS
from desktop_app.services.exporting.dossier_options import NEW_PAGES, DossierOptions
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.export_options import choice, flag
from desktop_app.services.exporting.ready_document import ready_document

if TYPE_CHECKING:
    from desktop_app.export.documents.document_options import DocumentOptions
    from desktop_app.export.dossiers.dossier_file import Kind


@dataclass(frozen=True, slots=True)
class PaperDossierOptions(DossierOptions):
    """Those of a dossier that is set on paper."""

    paper: Literal["a4", "us-letter"] = choice("a4", "Paper", PAPERS)
    new_pages: bool = flag(True, *NEW_PAGES)

    def for_paper(self) -> DocumentOptions:
        """These choices for the modules that write."""
        return self.document_options(self.paper, new_pages=self.new_pages)


@dataclass(frozen=True, slots=True)
class MarkdownDossierOptions(DossierOptions):
    """Those of a dossier as Markdown, in one file or many."""

    files: Literal["one", "many"] = choice("one", "Files", FILES)


def write_docx(job: ExportJob, options: PaperDossierOptions) -> ExportResult:
    """A document for Word."""
    return _written(job, options, "docx", options.for_paper())


def write_odt(job: ExportJob, options: PaperDossierOptions) -> ExportResult:
    """A document for LibreOffice Writer."""
    return _written(job, options, "odt", options.for_paper())


def write_epub(job: ExportJob, options: DossierOptions) -> ExportResult:
    """A book for readers."""
    return _written(job, options, "epub", options.document_options())


def write_html(job: ExportJob, options: DossierOptions) -> ExportResult:
    """One page for browsers."""
    return _written(job, options, "html", options.document_options())


def write_dossier_markdown(job: ExportJob, options: MarkdownDossierOptions) -> ExportResult:
    """A dossier as one Markdown file, or as a folder of them."""
    from desktop_app.export.dossiers.text_files import export_text  # noqa: PLC0415

    chosen = options.document_options()
    try:
        document = ready_document(job, chosen, options.title)
    except ExportStoppedError:
        return ExportResult(cancelled=True)
    single = options.files == "one"
    to = job.path(".md", safe_stem(document.cover.title)) if single else job.to
    return export_text(document, to, chosen, job.progress, job.cancelled, single=single)


def _written(
    job: ExportJob,
    chosen: DossierOptions,
    kind: Kind,
    options: DocumentOptions,
) -> ExportResult:
    from desktop_app.export.dossiers.dossier_file import export_dossier  # noqa: PLC0415

    try:
        document = ready_document(job, options, chosen.title)
    except ExportStoppedError:
        return ExportResult(cancelled=True)
    suffix = f".{kind}"
    to = job.path(suffix, safe_stem(document.cover.title, suffix))
    return export_dossier(document, kind, to, options, job.progress, job.cancelled)

"""Articles as PDF and as Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.export_options import NoOptions, choice, text

PAPERS = (("a4", "A4"), ("us-letter", "US Letter"))
FILES = (("one", "All in one file, with contents"), ("many", "A file an article"))


@dataclass(frozen=True, slots=True)
class PdfOptions:
    """The paper, one file or many, and the title of one."""

    files: Literal["one", "many"] = choice("one", "Files", FILES)
    paper: Literal["a4", "us-letter"] = choice("a4", "Paper", PAPERS)
    title: str = text("Title", "On the first page; may stay empty.")


def write_markdown(job: ExportJob, _options: NoOptions) -> ExportResult:
    """A Markdown file for each article, in a folder."""
    from desktop_app.export.markdown.markdown_folder import export_markdown  # noqa: PLC0415

    # Sorted, so that of two alike the same one always keeps its name.
    return export_markdown(
        job.articles(sorted(job.ids)),
        job.to,
        images=job.archive.articles.images,
        progress=job.progress,
        cancelled=job.cancelled,
    )


def write_pdf(job: ExportJob, options: PdfOptions) -> ExportResult:
    """One PDF with contents, or one for each article."""
    from desktop_app.export.typesetting.pdf import export_pdf  # noqa: PLC0415

    single = options.files == "one"
    return export_pdf(
        job.articles(None if single else sorted(job.ids)),
        job.to,
        paper=options.paper,
        single=single,
        title=options.title or None,
        images=job.archive.articles.images,
        progress=job.progress,
        cancelled=job.cancelled,
    )

"""Snapshots as a web archive."""

from __future__ import annotations

from desktop_app import __version__
from desktop_app.core.errors import ArchiveError, InputError
from desktop_app.export.base.result import ExportResult
from desktop_app.export.base.write_file import replaced_file
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.export_options import NoOptions
from desktop_app.services.exporting.streamed_file import in_turn


def write_warc(job: ExportJob, _options: NoOptions) -> ExportResult:
    """Every capture of the articles, packed record by record unless the path ends in .warc."""
    from desktop_app.export.records.warc_file import WarcWriting  # noqa: PLC0415

    path = job.path(".warc.gz", "snapshots")
    warnings = []
    with replaced_file(path) as file:
        writing = WarcWriting(file, f"Cuttings/{__version__}", packed=path.suffix.lower() == ".gz")
        for article_id in in_turn(job, job.ids):
            try:
                writing.add(job.archive.articles.captures(article_id))
            except ArchiveError:
                warnings.append(f"A snapshot of article {article_id} is damaged; left out.")
        writing.close()
        if not writing.records:
            raise InputError("These articles have no snapshots.", "Choose others.")
    return ExportResult(written=(path,), warnings=tuple(warnings))

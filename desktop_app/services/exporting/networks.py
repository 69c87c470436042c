"""Who is named with whom, as files for programs that draw and count networks."""

from __future__ import annotations

from desktop_app.core.errors import InputError
from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.export_options import NoOptions


def write_gexf(job: ExportJob, _options: NoOptions) -> ExportResult:
    """The network of a search as GEXF."""
    return _write(job, ".gexf")


def write_graphml(job: ExportJob, _options: NoOptions) -> ExportResult:
    """The network of a search as GraphML."""
    return _write(job, ".graphml")


def _write(job: ExportJob, suffix: str) -> ExportResult:
    from desktop_app.export.records.network_files import write_network  # noqa: PLC0415

    network = job.archive.counting.network_of(job.query("Export the list instead."))
    if not network.persons:
        raise InputError("No article that matches names anybody.", "Widen the query.")
    path = job.path(suffix, "network")
    write_network(network, path)
    return ExportResult(written=(path,))

"""Who is named with whom, as files for programs that draw and count networks."""

from __future__ import annotations

from desktop_app.core.errors import InputError
from desktop_app.core.network import PersonNetwork
from desktop_app.core.query import parse_query
from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.export_options import NoOptions


def write_gexf(job: ExportJob, _options: NoOptions) -> ExportResult:
    """The network as GEXF."""
    return _write(job, ".gexf")


def write_graphml(job: ExportJob, _options: NoOptions) -> ExportResult:
    """The network as GraphML."""
    return _write(job, ".graphml")


def _write(job: ExportJob, suffix: str) -> ExportResult:
    from desktop_app.export.records.network_files import write_network  # noqa: PLC0415

    articles = parse_query(job.what) if isinstance(job.what, str) else job.ids
    job.step(0, 2)
    network = job.archive.counting.network_told(articles)
    if not network.persons:
        raise InputError("None of these articles names anybody.", "Widen the query.")
    job.step(1, 2)
    path = job.path(suffix, "network")
    write_network(network, path)
    job.progress(2, 2)
    return ExportResult(written=(path,), warnings=_cut(network))


def _cut(network: PersonNetwork) -> tuple[str, ...]:
    """The sentence about a network that was too large to be written whole."""
    from desktop_app.store.counting.person_counting import (  # noqa: PLC0415
        MOST_PERSONS,
        MOST_TIES,
    )

    if len(network.persons) < MOST_PERSONS and len(network.ties) < MOST_TIES:
        return ()
    return (
        f"A network holds {MOST_PERSONS:,} persons and {MOST_TIES:,} ties at most: those most"
        " often named were taken. Narrow the search to have the others too.",
    )

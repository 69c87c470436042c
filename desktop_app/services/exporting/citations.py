"""Articles as bibliography files: CSL-JSON, BibTeX, BibLaTeX and RIS."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from desktop_app.export.base.result import ExportResult
from desktop_app.export.citations.reference import Reference, reference_of
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.export_options import NoOptions
from desktop_app.services.exporting.streamed_file import articles_in_turn, write_pieces

_STEM = "references"


def write_csl_json(job: ExportJob, _options: NoOptions) -> ExportResult:
    """Write the references as one JSON list, an item a line."""
    from desktop_app.export.citations.csl_item import csl_item  # noqa: PLC0415

    def pieces() -> Iterator[bytes]:
        begin = b"[\n"
        for reference in references(job):
            yield begin + json.dumps(csl_item(reference), ensure_ascii=False).encode()
            begin = b",\n"
        yield b"\n]\n"

    return write_pieces(job.path(".json", _STEM), pieces())


def write_bibtex(job: ExportJob, _options: NoOptions) -> ExportResult:
    """Write the references for BibTeX."""
    from desktop_app.export.citations.bibtex_entry import bibtex_entry  # noqa: PLC0415

    return _write(job, ".bib", bibtex_entry)


def write_biblatex(job: ExportJob, _options: NoOptions) -> ExportResult:
    """Write the references for BibLaTeX."""
    from desktop_app.export.citations.bibtex_entry import biblatex_entry  # noqa: PLC0415

    return _write(job, ".bib", biblatex_entry)


def write_ris(job: ExportJob, _options: NoOptions) -> ExportResult:
    """Write the references as RIS."""
    from desktop_app.export.citations.ris_record import ris_record  # noqa: PLC0415

    return _write(job, ".ris", ris_record)


def references(job: ExportJob) -> Iterator[Reference]:
    """The reference of each article of a job, in turn, by the keys that the archive keeps."""
    keys = job.archive.citation_keys.give(job.ids)
    for article in articles_in_turn(job):
        yield reference_of(article, keys[article.id])


def _write(job: ExportJob, suffix: str, written: Callable[[Reference], str]) -> ExportResult:
    pieces = (written(each).encode() for each in references(job))
    return write_pieces(job.path(suffix, _STEM), pieces)

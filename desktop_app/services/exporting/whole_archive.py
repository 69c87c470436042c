"""Everything in an archive as JSON Lines, from which importing makes the same archive."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from desktop_app.core.errors import InputError
from desktop_app.export.base.result import ExportResult
from desktop_app.export.records.compression import Compression
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.export_options import choice

#: How a file is compressed, by what its name ends with.
_COMPRESSED: dict[str, Compression] = {"jsonl.gz": "gzip", "jsonl.zst": "zstd", "jsonl": "none"}
_ENDINGS = (("jsonl", "None"), ("jsonl.gz", "gzip"), ("jsonl.zst", "Zstandard, the smallest"))
#: After so many lines it is told how far it is; a line may hold some megabytes.
_TOLD_AFTER = 20


@dataclass(frozen=True, slots=True)
class JsonLinesOptions:
    """Whether the file is compressed; a name that ends so says it as well."""

    compression: Literal["jsonl", "jsonl.gz", "jsonl.zst"] = choice(
        "jsonl", "Compression", _ENDINGS
    )


def write_json_lines(job: ExportJob, options: JsonLinesOptions) -> ExportResult:
    """One file with all that the archive keeps, as it is at this moment.

    Undo history stays behind. Raises ArchiveError where something in the archive is damaged.
    """
    from desktop_app.export.base.write_file import replaced_file  # noqa: PLC0415
    from desktop_app.export.records.compression import compressed_into  # noqa: PLC0415

    if job.archive.whole.is_empty():
        raise InputError("The archive is empty, so there is nothing to export.", "Clip something.")
    path, compression = _path(job, options.compression)
    with (
        job.archive.whole.read() as (total, lines),
        replaced_file(path) as file,
        compressed_into(file, compression) as packed,
    ):
        for done, line in enumerate(lines):
            packed.write(line)
            if done % _TOLD_AFTER == 0:
                job.step(min(done, total), total)
        job.progress(total, total)
    return ExportResult(written=(path,))


def _path(job: ExportJob, ending: str) -> tuple[Path, Compression]:
    """Where it goes, and how it is compressed: as the name says, where it does."""
    for each, compression in _COMPRESSED.items():
        is_so = compression != "none" and job.to.name.lower().endswith(f".{each}")
        if is_so and not job.to.is_dir():
            return job.to, compression
    return job.path(f".{ending}", "archive"), _COMPRESSED[ending]

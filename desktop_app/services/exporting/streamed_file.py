"""One file written piece by piece while articles are read: however many, one is in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from desktop_app.core.article import Article
from desktop_app.export.base.result import ExportResult
from desktop_app.export.base.write_file import replaced_file
from desktop_app.services.exporting.export_job import ExportJob

T = TypeVar("T")


def in_turn(job: ExportJob, things: Collection[T]) -> Iterator[T]:
    """The things one by one; tells how far it is, and raises StoppedError at the user's word."""
    for done, thing in enumerate(things):
        job.step(done, len(things))
        yield thing
    job.progress(len(things), len(things))


def articles_in_turn(job: ExportJob) -> Iterator[Article]:
    """The articles of the job, each read when it is wanted."""
    return in_turn(job, job.articles())


def write_pieces(path: Path, pieces: Iterable[bytes]) -> ExportResult:
    """Write the file; where the user stops, none is left. Raises ExportError."""
    with replaced_file(path) as file:
        for piece in pieces:
            file.write(piece)
    return ExportResult(written=(path,))

"""One file written piece by piece while articles are read: however many, one is in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.core.article import Article
from desktop_app.export.base.result import ExportResult
from desktop_app.export.base.write_file import replaced_file
from desktop_app.services.exporting.export_job import ExportJob


class StoppedError(Exception):
    """The user stops while pieces are being made."""


def articles_in_turn(job: ExportJob) -> Iterator[Article]:
    """The articles of the job; tells how far it is, and raises StoppedError at the user's word."""
    articles = job.articles()
    for done, article in enumerate(articles):
        if job.cancelled():
            raise StoppedError
        yield article
        job.progress(done + 1, len(articles))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> ExportResult:
    """Write the file; where the user stops, none is left. Raises ExportError."""
    try:
        with replaced_file(path) as file:
            for piece in pieces:
                file.write(piece)
    except StoppedError:
        return ExportResult(cancelled=True)
    return ExportResult(written=(path,))

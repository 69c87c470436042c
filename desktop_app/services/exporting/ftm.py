"""Articles, persons and mentions for teams that go on in OpenAleph."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.export_job import ExportJob, StoppedError
from desktop_app.services.exporting.export_options import NoOptions
from desktop_app.services.exporting.streamed_file import articles_in_turn, write_pieces

_PERSONS_AT_ONCE = 200


def write_ftm(job: ExportJob, _options: NoOptions) -> ExportResult:
    """FollowTheMoney entities, a line each."""
    return write_pieces(job.path(".ftm.json", "articles"), _lines(job))


def _lines(job: ExportJob) -> Iterator[bytes]:
    from desktop_app.export.records.ftm_entities import FtmEntities  # noqa: PLC0415

    entities = FtmEntities(job.archive.mark())
    for article in articles_in_turn(job):
        yield from entities.article(article)
    named = iter(entities.person_ids)
    while some := list(islice(named, _PERSONS_AT_ONCE)):
        if job.cancelled():
            raise StoppedError
        yield from entities.persons(job.archive.people.several(some))

"""What a picture is of: which articles, how that is called, and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from desktop_app.core.counted import count_articles, counted
from desktop_app.core.dates_in_words import short_date
from desktop_app.core.query import ParsedQuery, parse_query
from desktop_app.core.timeline import Grouping, TimelineRequest
from desktop_app.services.exporting.export_job import ChosenDossier, ExportJob


@dataclass(frozen=True, slots=True)
class PictureSubject:
    """The articles, what they are called, how many they are, and the day the last was captured."""

    chosen: ParsedQuery | tuple[int, ...]
    name: str
    articles: int
    source: str
    last_captured: int

    @property
    def moment(self) -> datetime:
        """The time that stands in a file: that of the articles, never today's."""
        return datetime.combine(date.fromordinal(self.last_captured), time(), UTC)


def subject_of(job: ExportJob) -> PictureSubject:
    """What the job's picture is of; raises InputError where there is no article."""
    count = len(job.ids)
    chosen = parse_query(job.what) if isinstance(job.what, str) else tuple(job.ids)
    timeline = job.archive.timeline
    captured = timeline.screen(chosen, TimelineRequest("captured", by="decade", most_items=0))
    outlets = timeline.screen(
        chosen, TimelineRequest("captured", Grouping.OUTLET, by="decade", most_lanes=1)
    ).lane_count
    days = span_in_words(captured.first, captured.last)
    of_outlets = f" from {counted(outlets, 'outlet')}" if outlets else ""
    source = (
        f"Source: archive “{job.archive.path.stem}”, {count_articles(count)}{of_outlets},"
        f" captured {days}."
    )
    return PictureSubject(chosen, _name(job), count, source, max(captured.last, 1))


def _name(job: ExportJob) -> str:
    if isinstance(job.what, ChosenDossier):
        return job.archive.dossiers.get(job.what.id).name
    if isinstance(job.what, str):
        return job.what.strip() or job.archive.path.stem
    return count_articles(len(job.what))


def day_in_words(day: int) -> str:
    """A day as “14 Apr 2023”."""
    return short_date(date.fromordinal(day).isoformat())


def span_in_words(first: int, last: int) -> str:
    """The days from one to another, both included, as “2 May 2025 to 3 Jun 2026”."""
    if first == last:
        return day_in_words(first)
    return f"{day_in_words(first)} to {day_in_words(last)}"

"""What falls on dates, for programs that show timelines and calendars."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from desktop_app.core.dates import EdtfDate
from desktop_app.core.query import parse_query
from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.export_job import ChosenDossier, ExportJob
from desktop_app.services.exporting.export_options import choice, flag, text
from desktop_app.services.exporting.streamed_file import articles_in_turn, write_pieces
from desktop_app.store.timeline.dated_search import event_spans

if TYPE_CHECKING:
    from desktop_app.export.records.dated_items import DatedItem, DatedItems
    from desktop_app.export.records.timeline_js import Group

DATES = (("event", "What happened, as told in the texts"), ("published", "When articles appeared"))
GROUPS = (("none", "All in one"), ("publisher", "A row an outlet"), ("tag", "A row a tag"))


@dataclass(frozen=True, slots=True)
class TimelineJsOptions:
    """Which dates, what stands in rows of its own, and the title."""

    date: Literal["event", "published"] = choice("event", "Dates", DATES)
    group: Literal["none", "publisher", "tag"] = choice(
        "none", "Rows", GROUPS, "Articles with several tags stand in the row of the first."
    )
    title: str = text("Title", "On the first page; may stay empty.")


@dataclass(frozen=True, slots=True)
class CalendarOptions:
    """Which dates, whether also those known by month or year, and the calendar's name."""

    date: Literal["event", "published"] = choice("event", "Dates", DATES)
    spans: bool = flag(
        False,
        "Inexact dates too",
        "A month, a year or an uncertain date becomes an event of all days that it may be.",
    )
    title: str = text("Title", "On the first page; may stay empty.")


def write_timelinejs(job: ExportJob, options: TimelineJsOptions) -> ExportResult:
    """Dated items as TimelineJS's JSON."""
    from desktop_app.export.records.timeline_js import MOST_SLIDES, timeline_json  # noqa: PLC0415

    result, slides = _write_timeline(job, options, timeline_json, ".json")
    if slides <= MOST_SLIDES:
        return result
    return _with_warning(
        result,
        f"These are {slides:,} slides: TimelineJS is slow with more than {MOST_SLIDES}. Narrow the"
        " search for one to be shown to others.",
    )


def write_timelinejs_csv(job: ExportJob, options: TimelineJsOptions) -> ExportResult:
    """Dated items as the table for TimelineJS's spreadsheet."""
    from desktop_app.export.records.timeline_js import MOST_ROWS, timeline_csv  # noqa: PLC0415

    result, rows = _write_timeline(job, options, timeline_csv, ".csv")
    if rows < MOST_ROWS:
        return result
    return _with_warning(
        result,
        f"The table has {rows:,} rows; of a spreadsheet TimelineJS reads the first {MOST_ROWS:,}."
        " Narrow the search, or take the JSON.",
    )


def _write_timeline(
    job: ExportJob,
    options: TimelineJsOptions,
    pieces_of: Callable[[Iterable[DatedItem], str, Group], Iterable[bytes]],
    suffix: str,
) -> tuple[ExportResult, int]:
    """What was written, and of how many items."""
    items = dated_items(job, options.date)
    pieces = pieces_of(items, options.title or default_title(job), options.group)
    result = write_pieces(job.path(suffix, "timeline"), pieces)
    return replace(result, warnings=items.lacking), items.count


def _with_warning(result: ExportResult, warning: str) -> ExportResult:
    return replace(result, warnings=(*result.warnings, warning))


def write_icalendar(job: ExportJob, options: CalendarOptions) -> ExportResult:
    """Dated items as a calendar."""
    from desktop_app.export.records.calendar_file import CalendarItems  # noqa: PLC0415

    items = dated_items(job, options.date)
    pieces = CalendarItems(items, options.title or default_title(job), options.spans)
    result = write_pieces(job.path(".ics", "calendar"), pieces)
    return replace(result, warnings=items.lacking + pieces.lacking)


def dated_items(job: ExportJob, kind: Literal["event", "published"]) -> DatedItems:
    """The items of the job's articles; where the query names event dates, only those events."""
    from desktop_app.export.records.dated_items import DatedItems  # noqa: PLC0415

    spans = event_spans(parse_query(job.what).root) if isinstance(job.what, str) else []

    def wanted(date: EdtfDate) -> bool:
        return all(date.earliest <= each.latest and date.latest >= each.earliest for each in spans)

    return DatedItems(articles_in_turn(job), kind, wanted)


def default_title(job: ExportJob) -> str:
    """The dossier's name, where it is one that goes out."""
    if isinstance(job.what, ChosenDossier):
        return job.archive.dossiers.get(job.what.id).name
    return ""

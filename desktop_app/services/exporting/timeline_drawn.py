"""When things happened or articles appeared, as a picture of marks with words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from desktop_app.core.counted import counted
from desktop_app.core.dates_in_words import days_in_words, short_date, shortened
from desktop_app.core.errors import InputError
from desktop_app.core.timeline import (
    Grouping,
    TimelineBar,
    TimelineItem,
    TimelineLane,
    TimelineRequest,
)
from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.counts_over_time import (
    BY_DATE,
    GROUPINGS,
    GROUPS,
    drawn_days,
    far_out_notes,
)
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.export_options import choice
from desktop_app.services.exporting.picture_options import DATES, PictureOptions
from desktop_app.services.exporting.picture_subject import PictureSubject, span_in_words, subject_of
from desktop_app.store.archive import Archive

if TYPE_CHECKING:
    from desktop_app.export.pictures.picture_frame import PictureWords
    from desktop_app.export.pictures.timeline_picture import DatedMark, MarkLane

_FIRST_DAY, _LAST_DAY = 1, 3_652_059
#: A lane of more things than these has bars, whose highest get words.
_MOST_ITEMS = 1_500
_MOST_PEAKS = 60
#: So many lanes have room.
_LANES = {"page": 6, "slide": 5, "column": 3}
#: The steps of bars by the longest span in days for which each is chosen.
_STEPS = ((400, "day"), (2_800, "week"), (11_000, "month"), (110_000, "year"))
_NOUNS = {
    Grouping.OUTLET: "outlet",
    Grouping.TAG: "tag",
    Grouping.PERSON: "person",
}


@dataclass(frozen=True)
class TimelinePictureOptions(PictureOptions):
    """Which dates, and what each lane is about."""

    date: Literal["event", "published", "captured"] = choice(
        "event", "Dates", (DATES[1], DATES[0], DATES[2])
    )
    group: Literal["none", "publisher", "tag", "person"] = choice(
        "none", "Told apart by", GROUPS, "Each in a lane of its own: those with the most."
    )


def write_timeline(job: ExportJob, options: TimelinePictureOptions) -> ExportResult:
    """Draw a timeline; raises InputError where nothing has such a date."""
    from desktop_app.export.pictures.timeline_picture import draw_timeline  # noqa: PLC0415
    from desktop_app.services.exporting.picture_writing import write_picture  # noqa: PLC0415

    subject = subject_of(job)
    reading = _Reading(job.archive, subject, options)
    lanes, words = reading.lanes(), reading.words()
    return write_picture(
        job,
        options,
        subject,
        words,
        "timeline",
        lambda drawing, size, palette: draw_timeline(
            drawing, size, palette, words, lanes, reading.days
        ),
    )


class _Reading:
    """Reads what one picture shows, and says what isn't in it."""

    def __init__(
        self, archive: Archive, subject: PictureSubject, options: TimelinePictureOptions
    ) -> None:
        self._timeline, self._subject, self._options = archive.timeline, subject, options
        self._grouping = GROUPINGS[options.group]
        whole = self._timeline.screen(
            subject.chosen, TimelineRequest(options.date, by="decade", most_items=0)
        )
        if not whole.count:
            raise InputError(
                f"None of these articles has a {BY_DATE[options.date]}.",
                "Choose another kind of date.",
            )
        self._whole, self.days = whole, drawn_days(whole)
        span = self.days[1] + 1 - self.days[0]
        self._by = next((step for most, step in _STEPS if span <= most), "decade")
        self._all = self._timeline.screen(subject.chosen, self._request(Grouping.NONE, 0)).lanes[0]
        self._screen = self._timeline.screen(
            subject.chosen, self._request(self._grouping, _MOST_ITEMS)
        )
        self._lanes = [self._lane(lane) for lane in self._screen.lanes]
        self._has_bars = any(lane.bars for lane in self._lanes)

    def lanes(self) -> list[MarkLane]:
        """The lanes with their marks."""
        return self._lanes

    def words(self) -> PictureWords:
        """What stands round the picture."""
        from desktop_app.export.pictures.picture_frame import PictureWords  # noqa: PLC0415

        options, whole, subject = self._options, self._whole, self._subject
        is_event = options.date == "event"
        title = options.title or f"{'What happened' if is_event else 'Articles'}: {subject.name}"
        articles = counted(whole.articles, "article")
        number = f"{counted(whole.count, 'date')} told in {articles}" if is_event else articles
        told = [f"By {BY_DATE[options.date]}, {span_in_words(*self.days)}", number]
        if options.title:
            told.append(f"search: {subject.name}")
        return PictureWords(title, " · ".join(told), subject.source, tuple(self._notes()))

    def _notes(self) -> Iterable[str]:
        undated = self._subject.articles - self._whole.articles
        if undated:
            verbs = ("has", "is") if undated == 1 else ("have", "are")
            yield (
                f"{counted(undated, 'article')} {verbs[0]} no {BY_DATE[self._options.date]} and"
                f" {verbs[1]} not shown."
            )
        yield from far_out_notes(self._whole, self._all, *self.days)
        if self._has_bars:
            yield (
                f"Bars tell how many there are in each {self._by}; the words are those of the first"
                f" in the {self._by}s with the most."
            )
        more = self._screen.lane_count - len(self._screen.lanes)
        if self._grouping is not Grouping.NONE and more > 0:
            others = counted(more, f"more {_NOUNS[self._grouping]}")
            yield f"{others} with fewer dates {'has' if more == 1 else 'have'} no lane."

    def _request(self, grouping: Grouping, most_items: int) -> TimelineRequest:
        lanes = _LANES[self._options.size]
        return TimelineRequest(
            self._options.date, grouping, *self.days, self._by, lanes, most_items
        )

    def _lane(self, lane: TimelineLane) -> MarkLane:
        from desktop_app.export.pictures.timeline_picture import (  # noqa: PLC0415
            MOST_MARKS,
            MarkLane,
        )

        marks = _marks(lane.items)
        # Where only the vague ones are too many to be given one by one, bars tell of all.
        if lane.items and not lane.vague and len(marks) <= MOST_MARKS:
            return MarkLane(lane.name, lane.in_view, marks)
        bars = tuple((bar.first, bar.last, bar.exact + bar.spread) for bar in lane.bars)
        return MarkLane(lane.name, lane.in_view, self._peaks(lane), bars)

    def _peaks(self, lane: TimelineLane) -> tuple[DatedMark, ...]:
        """The days, weeks or months with the most, each with its first thing's words."""
        from desktop_app.export.pictures.timeline_picture import DatedMark  # noqa: PLC0415

        bars = sorted(lane.bars, key=lambda bar: (-bar.exact, bar.first))[:_MOST_PEAKS]
        spans = [(bar.first, bar.last) for bar in bars if bar.exact]
        members = self._timeline.examples(
            self._subject.chosen, self._options.date, spans, (self._grouping, lane.name)
        )
        return tuple(
            DatedMark(bar.first, bar.last, bar.exact, _bar_in_words(bar), item.words)
            for bar, item in zip(bars, members, strict=False)
            if item is not None
        )


def _marks(items: Sequence[TimelineItem]) -> tuple[DatedMark, ...]:
    """One mark for each date, with the words of the first thing that has it."""
    from desktop_app.export.pictures.timeline_picture import DatedMark  # noqa: PLC0415

    together: dict[tuple[int, int, bool], list[TimelineItem]] = {}
    for item in items:
        doubtful = any(mark in item.date for mark in "?~%X")
        together.setdefault((item.first, item.last, doubtful), []).append(item)
    marks = []
    for (first, last, doubtful), same in together.items():
        marks.append(
            DatedMark(
                last if first == _FIRST_DAY else first,
                first if last == _LAST_DAY else last,
                len(same),
                _when(same[0]),
                same[0].words,
                doubtful,
                opens_left=first == _FIRST_DAY,
                opens_right=last == _LAST_DAY,
            )
        )
    return tuple(sorted(marks, key=lambda mark: (mark.first, mark.last, mark.is_uncertain)))


def _bar_in_words(bar: TimelineBar) -> str:
    first, last = (date.fromordinal(day).isoformat() for day in (bar.first, bar.last))
    return shortened(days_in_words(first, last))


def _when(item: TimelineItem) -> str:
    # The time of the day at which an article came says nothing here.
    return short_date(item.date.partition("T")[0])

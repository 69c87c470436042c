"""How many articles, or dates told in them, fall into each day, week, month or year: drawn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from desktop_app.core.counted import counted
from desktop_app.core.errors import InputError
from desktop_app.core.timeline import Grouping, TimelineLane, TimelineRequest, TimelineScreen
from desktop_app.export.base.result import ExportResult
from desktop_app.services.exporting.export_job import ExportJob
from desktop_app.services.exporting.export_options import choice, flag
from desktop_app.services.exporting.picture_options import DATES, PictureOptions
from desktop_app.services.exporting.picture_subject import (
    PictureSubject,
    day_in_words,
    span_in_words,
    subject_of,
)
from desktop_app.store.archive import Archive

if TYPE_CHECKING:
    from desktop_app.export.pictures.counts_picture import CountsOverTime
    from desktop_app.export.pictures.picture_frame import PictureWords

_STEPS = (
    ("auto", "As the span suits"),
    ("day", "Day"),
    ("week", "Week"),
    ("month", "Month"),
    ("year", "Year"),
)
GROUPS = (
    ("none", "Nothing, all together"),
    ("publisher", "Outlet"),
    ("tag", "Tag"),
    ("person", "Person"),
)
GROUPINGS = {
    "none": Grouping.NONE,
    "publisher": Grouping.OUTLET,
    "tag": Grouping.TAG,
    "person": Grouping.PERSON,
}
#: So many sorts are told apart; the rest are the others.
MOST_SORTS = 6
#: The steps from fine to coarse, each with the longest span in days for which it is chosen.
_LONGEST = {"day": 45, "week": 370, "month": 4_400, "year": 100_000, "decade": 4_000_000}
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.2, "decade": 3652.0}
#: So many bars have room, in pictures of each size.
_MOST_BARS = {"page": 500, "slide": 500, "column": 150}
#: Of more things than these, each in a bar of its own says nothing.
_MANY = 10
#: Where the usual days are so many times fewer than all, only they are drawn.
FAR_OUT = 2
BY_DATE = {
    "published": "date of publication",
    "event": "date told in the text",
    "captured": "date of capture",
}
_OTHERS = {
    Grouping.OUTLET: "Other outlets, or none told",
    Grouping.TAG: "None of these tags",
    Grouping.PERSON: "None of these persons",
}


@dataclass(frozen=True)
class CountsPictureOptions(PictureOptions):
    """By which date and step, and what is told apart."""

    date: Literal["published", "event", "captured"] = choice("published", "Dates", DATES)
    by: Literal["auto", "day", "week", "month", "year"] = choice("auto", "A bar for each", _STEPS)
    group: Literal["none", "publisher", "tag", "person"] = choice(
        "none", "Told apart by", GROUPS, "The six with the most articles, and the others."
    )
    panels: bool = flag(
        False,
        "A small picture for each",
        "Instead of stacked bars. Tags and persons always have one each: an article may have"
        " several.",
    )


def write_counts(job: ExportJob, options: CountsPictureOptions) -> ExportResult:
    """Draw how many fall when; raises InputError where nothing has such a date."""
    from desktop_app.export.pictures.counts_picture import draw_counts  # noqa: PLC0415
    from desktop_app.services.exporting.picture_writing import write_picture  # noqa: PLC0415

    subject = subject_of(job)
    counting = _Counting(job.archive, subject, options)
    counts = counting.counts()
    words = counting.words(counts)
    in_panels = options.panels or options.group in ("tag", "person")
    return write_picture(
        job,
        options,
        subject,
        words,
        "counts",
        lambda drawing, size, palette: draw_counts(
            drawing, size, palette, words, counts, in_panels=in_panels
        ),
    )


def drawn_days(screen: TimelineScreen) -> tuple[int, int]:
    """The days to draw: all, or the usual ones where a few lie very far out."""
    whole = screen.last + 1 - screen.first
    usual = screen.usual_last + 1 - screen.usual_first
    if whole > max(FAR_OUT * usual, 60):
        return screen.usual_first, screen.usual_last
    return screen.first, screen.last


class _Counting:
    """Counts for one picture, and says what isn't in it."""

    def __init__(
        self, archive: Archive, subject: PictureSubject, options: CountsPictureOptions
    ) -> None:
        self._archive, self._subject, self._options = archive, subject, options
        self._grouping = GROUPINGS[options.group]
        whole = self._screen(TimelineRequest(options.date, by="decade", most_items=0))
        if not whole.count:
            raise InputError(
                f"None of these articles has a {BY_DATE[options.date]}.",
                "Choose another kind of date.",
            )
        self._whole = whole
        self._first, self._last = drawn_days(whole)
        self._by = self._suiting()
        self._drawn = self._screen(self._request(self._by, self._grouping))
        self._all = self._screen(self._request(self._by, Grouping.NONE)).lanes[0]

    def counts(self) -> CountsOverTime:
        """The numbers, sort by sort."""
        from desktop_app.export.pictures.counts_picture import (  # noqa: PLC0415
            Counts,
            CountsOverTime,
        )
        from desktop_app.store.timeline.timeline_screen import bar_edges  # noqa: PLC0415

        edges = bar_edges(self._first, self._last, self._by).tolist()
        place_of = {edge: place for place, edge in enumerate(edges)}
        sorts = []
        for lane in self._drawn.lanes:
            exact, spread = [0] * (len(edges) - 1), [0.0] * (len(edges) - 1)
            for bar in lane.bars:
                exact[place_of[bar.first]] = bar.exact
                spread[place_of[bar.first]] = bar.spread
            name = lane.name or _OTHERS.get(self._grouping, "")
            sorts.append(Counts(name, lane.in_view, tuple(exact), tuple(spread)))
        has_others = self._grouping is not Grouping.NONE
        if has_others and not any(sorts[-1].exact) and not any(sorts[-1].spread):
            sorts, has_others = sorts[:-1], False
        return CountsOverTime(tuple(sorts), tuple(edges), self._by, has_others)

    def words(self, counts: CountsOverTime) -> PictureWords:
        """What stands round the picture."""
        from desktop_app.export.pictures.picture_frame import PictureWords  # noqa: PLC0415

        options, subject = self._options, self._subject
        thing = "Dates told" if options.date == "event" else "Articles"
        title = options.title or f"{thing} per {self._by}: {subject.name}"
        told = [f"By {BY_DATE[options.date]}, {span_in_words(self._first, self._last)}"]
        told.append(self._number_in_words())
        if options.title:
            told.append(f"search: {subject.name}")
        return PictureWords(title, " · ".join(told), subject.source, tuple(self._notes(counts)))

    def _number_in_words(self) -> str:
        articles = counted(self._whole.articles, "article")
        if self._options.date == "event":
            return f"{counted(self._whole.count, 'date')} told in {articles}"
        return articles

    def _notes(self, counts: CountsOverTime) -> list[str]:
        options, notes = self._options, []
        undated = self._subject.articles - self._whole.articles
        if undated:
            has = "has" if undated == 1 else "have"
            notes.append(
                f"{counted(undated, 'article')} {has} no {BY_DATE[options.date]} and"
                f" {'is' if undated == 1 else 'are'} not counted."
            )
        notes += far_out_notes(self._whole, self._all, self._first, self._last)
        vague = self._all.in_view - sum(bar.exact for bar in self._all.bars)
        if counts.has_spread and vague:
            verb = "is" if vague == 1 else "are"
            notes.append(f"{vague:,} {verb} known less exactly than by the {self._by}.")
        left_out = self._drawn.lane_count - MOST_SORTS
        if self._grouping is not Grouping.NONE and left_out > 0:
            noun = {"publisher": "outlet", "tag": "tag", "person": "person"}[options.group]
            more = counted(left_out, f"more {noun}")
            notes.append(f"{more} {'is' if left_out == 1 else 'are'} not told apart.")
        if options.group in ("tag", "person"):
            notes.append(f"An article with several {options.group}s counts for each of them.")
        if options.by not in ("auto", self._by):
            notes.append(f"By the {options.by} there would be more bars than have room.")
        return notes

    # The step

    def _suiting(self) -> str:
        """The step wished for, or that the span suits; a coarser one where bars had no room."""
        days, steps = self._last + 1 - self._first, list(_LONGEST)
        most = _MOST_BARS[self._options.size]
        if self._options.by != "auto":
            wished = steps.index(self._options.by)
            coarser = (each for each in steps[wished:] if days / _DAYS[each] <= most)
            return next(coarser, steps[-1])
        fitting = [each for each in steps if days <= _LONGEST[each]]
        for step in fitting[:-1]:
            lane = self._screen(self._request(step, Grouping.NONE)).lanes[0]
            if self._says_something(lane, days / _DAYS[step]):
                return step
        return fitting[0] if days / _DAYS["decade"] < 4 else "decade"

    def _says_something(self, lane: TimelineLane, bars: float) -> bool:
        """Whether most is known as exactly as the bars, and not each bar has one or none."""
        exact = sum(bar.exact for bar in lane.bars)
        is_sparse = exact > _MANY and bars > _MANY and exact < 1.5 * len(lane.bars)
        return exact * 2 >= lane.in_view and not is_sparse

    def _request(self, by: str, grouping: Grouping) -> TimelineRequest:
        request = TimelineRequest(
            self._options.date, grouping, self._first, self._last, by, MOST_SORTS, 0
        )
        return replace(request, with_others=grouping is not Grouping.NONE)

    def _screen(self, request: TimelineRequest) -> TimelineScreen:
        return self._archive.timeline.screen(self._subject.chosen, request)


def far_out_notes(whole: TimelineScreen, drawn: TimelineLane, first: int, last: int) -> list[str]:
    """The sentence about what lies too far out to be drawn; none where nothing does."""
    outside = whole.count - drawn.in_view
    if not outside:
        return []
    ends = []
    if whole.first < first:
        ends.append(f"before {day_in_words(first)}")
    if whole.last > last:
        ends.append(f"after {day_in_words(last)}")
    verb = "lies" if outside == 1 else "lie"
    return [
        f"{outside:,} that {verb} {' or '.join(ends)} {'is' if outside == 1 else 'are'} not drawn."
    ]

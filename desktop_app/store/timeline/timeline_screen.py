"""One screen of a timeline: the lanes of a search, each with bars or, where they are few, items.

Which days there are is ``timeline_days``'; how it looks is the window's. Reads only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.article import Event
from desktop_app.core.errors import InputError
from desktop_app.core.query import DateRange, ParsedQuery, quoted
from desktop_app.core.timeline import (
    Grouping,
    TimelineBar,
    TimelineItem,
    TimelineLane,
    TimelineRequest,
    TimelineScreen,
)
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.revision_state import STATE, state_of
from desktop_app.store.search.search import Search
from desktop_app.store.timeline.dated_search import event_spans
from desktop_app.store.timeline.timeline_days import (
    DatedThings,
    Numbers,
    TimelineDays,
    article_mask,
    as_numbers,
)

KINDS = ("published", "event", "captured")
#: The field of a query by which a lane is asked for.
_TERMS = {Grouping.PERSON: "person", Grouping.TAG: "tag", Grouping.OUTLET: "publisher"}
_NAMES = {
    Grouping.PERSON: "SELECT id, name FROM persons WHERE id IN (SELECT value FROM json_each(?))",
    Grouping.OUTLET: "SELECT id, publisher FROM articles"
    " WHERE id IN (SELECT value FROM json_each(?))",
}
#: No screen has more bars than this in a lane.
_MOST_BARS = 4_000
_LEAST_SHARE = 1e-6
#: Of more things than these, the first and the last one at least are unusual.
_FEW = 20
#: So many days, 500 years, are looked up in a table.
_LONGEST_TABLE = 200_000
Mask = NDArray[np.bool_]
#: What a timeline is of: all that a query finds, or articles by their ids.
Chosen: TypeAlias = ParsedQuery | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Lane:
    """A lane before it is drawn: its name, its query term, and which of the things are in it."""

    name: str
    term: str
    count: int
    members: Mask


class _Bars:
    """The things in view, and for each into which bars it falls."""

    def __init__(self, things: DatedThings, view: tuple[int, int], edges: Numbers) -> None:
        self.things = things
        #: Those known so little exactly that they may fall into more than half of the view.
        self.covering = things.end - things.begin > (view[1] - view[0]) // 2
        self._edges = edges
        begin, end = _bar_of(edges, things.begin), _bar_of(edges, things.end)
        inside = (things.begin >= edges[0]) & (things.end < edges[-1])
        self._begin, self._end = begin, end
        self._certain = (begin == end) & inside
        # What is spread is so over all its days, also those beyond the view.
        length = (edges[-1] - edges[0]) / (len(edges) - 1)
        self._share = 1.0 / np.maximum((things.end - things.begin + 1) / length, 1.0)

    def of(self, members: Mask) -> Iterator[TimelineBar]:
        """The bars of some of the things, without the empty ones."""
        count, edges = len(self._edges) - 1, self._edges
        exact = np.bincount(self._begin[members & self._certain], minlength=count)
        vague = members & ~self._certain
        share = self._share[vague]
        steps = np.bincount(self._begin[vague], weights=share, minlength=count + 1)
        steps -= np.bincount(self._end[vague] + 1, weights=share, minlength=count + 1)
        spread = np.cumsum(steps)[:count]
        for place in np.flatnonzero((exact > 0) | (spread > _LEAST_SHARE)):
            yield TimelineBar(
                int(edges[place]),
                int(edges[place + 1]) - 1,
                int(exact[place]),
                max(float(spread[place]), 0.0),
            )


def _bar_of(edges: Numbers, days: Numbers) -> Numbers:
    """The bar of each day, by a table of the days in view where that isn't too long a one."""
    first, days_in_view = int(edges[0]), int(edges[-1] - edges[0])
    if days_in_view > _LONGEST_TABLE:
        return np.clip(np.searchsorted(edges, days, side="right") - 1, 0, len(edges) - 2)
    table = np.repeat(np.arange(len(edges) - 1, dtype=np.int32), np.diff(edges))
    return table[np.clip(days - first, 0, days_in_view - 1)]


class TimelineScreens:
    """Answers what a timeline shows; counting is done over arrays that are kept between calls."""

    def __init__(self, connection: Connection, search: Search) -> None:
        self._connection = connection
        self._search = search
        self._days = TimelineDays(connection)
        #: What was worked out for the last search, so that zooming needn't do it again.
        self._query: Chosen | None = None
        self._found: Mask | None = None
        self._things: dict[str, DatedThings] = {}
        self._lanes: dict[tuple[str, Grouping, int, int, bool], tuple[list[_Lane], int]] = {}

    def screen(self, chosen: Chosen, wanted: TimelineRequest) -> TimelineScreen:
        """The lanes of these articles; raises InputError for a kind of date there isn't."""
        if wanted.kind not in KINDS:
            raise InputError(
                f"There is no timeline of “{wanted.kind}” dates.", f"There are {', '.join(KINDS)}."
            )
        found = self._remembered(chosen)
        kind = wanted.kind
        key = (
            kind,
            wanted.grouping,
            wanted.most_lanes,
            wanted.skipped_lanes,
            wanted.with_others,
        )
        things = self._of_kind(chosen, kind, found)
        if not things.articles.size:
            return TimelineScreen(())
        if key not in self._lanes:
            self._lanes[key] = self._best_lanes(wanted, found, things.articles)
        first, last = int(things.begin.min()), int(things.end.max())
        view = (
            first if wanted.first is None else wanted.first,
            last if wanted.last is None else wanted.last,
        )
        in_view = (things.begin <= view[1]) & (things.end >= view[0])
        shown = things if in_view.all() else things.at(in_view)
        bars = _Bars(shown, view, bar_edges(*view, wanted.by))
        best, lane_count = self._lanes[key]
        lanes = tuple(self._drawn(lane, lane.members[in_view], bars, wanted) for lane in best)
        return TimelineScreen(
            lanes,
            first,
            last,
            *_usual(things),
            things.articles.size,
            lane_count,
            int(np.count_nonzero(np.bincount(things.articles))),
        )

    def examples(
        self,
        chosen: Chosen,
        kind: str,
        days: Sequence[tuple[int, int]],
        lane: tuple[Grouping, str] = (Grouping.NONE, ""),
    ) -> list[TimelineItem | None]:
        """Of each stretch of days, both ends included, the first thing that certainly falls there.

        None for a stretch without one. ``lane`` is one by its name that the last screen had.
        """
        things = self._of_kind(chosen, kind, self._remembered(chosen))
        members = self._members_of(kind, *lane)
        places = []
        for first, last in days:
            begin = int(np.searchsorted(things.begin, first))
            end = int(np.searchsorted(things.begin, last, side="right"))
            certain = things.end[begin:end] <= last
            inside = np.flatnonzero(certain if members is None else certain & members[begin:end])
            places.append(begin + int(inside[0]) if inside.size else None)
        known = sorted({place for place in places if place is not None})
        items = dict(
            zip(known, self._items(things.at(np.array(known, np.int64)), kind), strict=True)
        )
        return [None if place is None else items[place] for place in places]

    def _members_of(self, kind: str, grouping: Grouping, name: str) -> Mask | None:
        """Which of the things are in a lane; None for all of them."""
        known = ((key, lanes) for key, (lanes, _) in self._lanes.items())
        for key, lanes in known:
            for lane in lanes if key[:2] == (kind, grouping) else ():
                if lane.name == name:
                    return lane.members
        return None

    def _of_kind(self, chosen: Chosen, kind: str, found: Mask) -> DatedThings:
        if kind not in self._things:
            self._things[kind] = self._matching(chosen, kind, found)
        return self._things[kind]

    def _remembered(self, parsed: Chosen) -> Mask:
        """The articles found; what was worked out for another search or state is forgotten."""
        if self._days.is_outdated() or parsed != self._query or self._found is None:
            self._things.clear()
            self._lanes.clear()
            self._found = None
            self._query, self._found = parsed, self._look_up(parsed)
        return self._found

    def _look_up(self, parsed: Chosen) -> Mask:
        live = self._days.live()
        size = int(live.max(initial=0)) + 1
        if isinstance(parsed, tuple):
            return article_mask(as_numbers(list(parsed)), max(size, max(parsed, default=0) + 1))
        if parsed.in_trash:
            ids = as_numbers(self._search.ids(parsed))
            return article_mask(ids, int(ids.max(initial=0)) + 1)
        found = np.zeros(size, dtype=np.bool_)
        mask = self._search.mask(parsed)[:size]
        found[: len(mask)] = mask
        return found & article_mask(live, size)

    def _matching(self, parsed: Chosen, kind: str, found: Mask) -> DatedThings:
        things = self._days.things(kind)
        chosen = _members(found, things.articles)
        if isinstance(parsed, tuple) or kind != "event":
            return things if chosen.all() else things.at(chosen)
        for span in event_spans(parsed.root):
            earliest, latest = _span_days(span)
            chosen &= (things.first <= latest) & (things.last >= earliest)
        return things if chosen.all() else things.at(chosen)

    def _best_lanes(
        self, wanted: TimelineRequest, found: Mask, articles: Numbers
    ) -> tuple[list[_Lane], int]:
        """The lanes that are wanted, and how many there are in all."""
        if wanted.grouping is Grouping.NONE:
            return [_Lane("", "", articles.size, np.ones(articles.size, dtype=np.bool_))], 1
        weights = np.bincount(articles, minlength=found.size)
        of_articles, keys = self._days.pairs(wanted.grouping)
        known = of_articles < found.size
        counts = np.bincount(
            keys[known], weights=weights[of_articles[known]] * found[of_articles[known]]
        )
        begin, end = wanted.skipped_lanes, wanted.skipped_lanes + wanted.most_lanes
        best = np.argsort(-counts, kind="stable")[begin:end]
        chosen = [int(key) for key in best if counts[key] > 0]
        names = self._names(wanted.grouping, chosen)
        members = {key: article_mask(of_articles[keys == key], found.size) for key in chosen}
        lanes = [
            _Lane(names[key], _term(wanted.grouping, names[key]), int(counts[key]), mask[articles])
            for key, mask in members.items()
        ]
        if wanted.with_others:
            others = ~np.logical_or.reduce([lane.members for lane in lanes] or [articles < 0])
            lanes.append(_Lane("", "", int(np.count_nonzero(others)), others))
        return lanes, int(np.count_nonzero(counts))

    def _names(self, grouping: Grouping, lanes: list[int]) -> dict[int, str]:
        if grouping is Grouping.TAG:
            return {lane: self._days.tag_paths[lane] for lane in lanes}
        rows = self._connection.rows(_NAMES[grouping], (json.dumps(lanes),))
        return {row[0]: row[1] for row in rows}

    def _drawn(
        self, lane: _Lane, members: Mask, bars: _Bars, wanted: TimelineRequest
    ) -> TimelineLane:
        number = int(np.count_nonzero(members))
        shown, few = members, number <= wanted.most_items
        if not few:
            shown = members & ~bars.covering
            few = bool(np.count_nonzero(shown) <= wanted.most_items)
        items = tuple(self._items(bars.things.at(shown), wanted.kind)) if few else ()
        vague = number - len(items) if few else 0
        drawn = tuple(bars.of(members))
        return TimelineLane(lane.name, lane.term, lane.count, number, drawn, items, vague)

    def _items(self, things: DatedThings, kind: str) -> Iterator[TimelineItem]:
        ids = sorted({int(each) for each in things.articles})
        rows = {
            row["id"]: row
            for row in self._connection.rows(
                "SELECT id, title, publisher, published, captured, revision_id FROM articles"
                " WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(ids),),
            )
        }
        told = self._told({row["revision_id"] for row in rows.values()} if kind == "event" else ())
        for article_id, position, first, last in zip(
            things.articles.tolist(),
            things.positions.tolist(),
            things.first.tolist(),
            things.last.tolist(),
            strict=True,
        ):
            row = rows[article_id]
            edtf, sentence = row["published"] or "", ""
            if kind == "captured":
                edtf = row["captured"]
            if kind == "event":
                event = told[row["revision_id"]][position]
                edtf, sentence = event.date, event.text
            yield TimelineItem(
                article_id,
                row["title"] or "",
                row["publisher"] or "",
                row["published"],
                edtf,
                first,
                last,
                sentence,
            )

    def _told(self, revision_ids: set[int] | Sequence[int]) -> dict[int, tuple[Event, ...]]:
        rows = self._connection.rows(
            f"SELECT r.id, {STATE} FROM revisions r WHERE r.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(revision_ids)),),
        )
        return {row["id"]: state_of(row).events for row in rows}


def _members(mask: Mask, articles: Numbers) -> Mask:
    """For each article number whether the mask has it; numbers behind its end are not in it."""
    inside = np.minimum(articles, mask.size - 1)
    return mask[inside] & (articles < mask.size)


def _usual(things: DatedThings) -> tuple[int, int]:
    """Between which days nearly everything lies: all but a hundredth at either end."""
    few = things.begin.size // 100 + (things.begin.size > _FEW)
    last = np.partition(things.end, -1 - few)[-1 - few]
    return int(things.begin[few]), int(last)


def _term(grouping: Grouping, name: str) -> str:
    return f"{_TERMS[grouping]}:{quoted(name)}"


def _span_days(span: DateRange) -> tuple[int, int]:
    return date.fromisoformat(span.earliest).toordinal(), date.fromisoformat(
        span.latest
    ).toordinal()


def bar_edges(first: int, last: int, by: str) -> Numbers:
    """The first day of each bar from ``first`` to ``last``, and the day behind the last bar."""
    low, high = date.fromordinal(max(first, 1)), date.fromordinal(min(max(last, first), 3_652_059))
    if by == "day":
        stop = min(high.toordinal() + 2, low.toordinal() + _MOST_BARS + 1)
        return np.arange(low.toordinal(), stop, dtype=np.int32)
    if by == "week":
        monday = max(low.toordinal() - low.weekday(), 1)
        stop = min(high.toordinal() + 8, monday + 7 * _MOST_BARS + 1)
        return np.arange(monday, stop, 7, dtype=np.int32)
    if by == "month":
        months = range(low.year * 12 + low.month - 1, high.year * 12 + high.month + 1)
        return _starts((month // 12, month % 12 + 1) for month in months[: _MOST_BARS + 1])
    step = 10 if by == "decade" else 1
    years = range(low.year - low.year % step, high.year + step + 1, step)
    return _starts((year, 1) for year in years[: _MOST_BARS + 1])


def _starts(months: Iterator[tuple[int, int]]) -> Numbers:
    days = [
        date(max(year, 1), month, 1).toordinal() if year <= date.max.year else 3_652_060
        for year, month in months
    ]
    return np.array(days, dtype=np.int32)

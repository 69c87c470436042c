"""What a timeline shows of a stretch of time: lanes with their bars, or with single items.

Days are proleptic Gregorian ordinals as in ``date.toordinal``; 1 and 3652059 stand for an end that
is open or unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Grouping(StrEnum):
    """What each lane of a timeline is about."""

    NONE = "none"
    PERSON = "person"
    TAG = "tag"
    OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class TimelineRequest:
    """What of a timeline is wanted: the kind of date, the lanes, the days, how fine.

    ``kind`` is ``published``, ``event`` or ``captured``; ``by`` is ``day``, ``week``, ``month``,
    ``year`` or ``decade``, the width of a bar. ``first`` and ``last`` are the days in view, None
    for all there are. A lane with at most ``most_items`` items in view gives them one by one; no
    more than ``most_lanes`` lanes are given, those with the most items, after the first
    ``skipped_lanes``; ``with_others`` adds one without a name for what is in none of these.
    """

    kind: str
    grouping: Grouping = Grouping.NONE
    first: int | None = None
    last: int | None = None
    by: str = "year"
    most_lanes: int = 8
    most_items: int = 150
    skipped_lanes: int = 0
    with_others: bool = False


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """An article, or an event told in one: its date as EDTF, the first and last day it may mean.

    ``sentence`` is the event's; empty for an article, whose words are its title.
    """

    article_id: int
    title: str
    publisher: str
    published: str | None
    date: str
    first: int
    last: int
    sentence: str = ""

    @property
    def words(self) -> str:
        """What is written on the timeline."""
        return self.sentence or self.title or "Untitled"


@dataclass(frozen=True, slots=True)
class TimelineBar:
    """The days of a bar, both included, and how many items fall there.

    ``exact`` counts those that certainly do; ``spread`` is the share of those known less exactly,
    each divided evenly over the bars that it may fall into.
    """

    first: int
    last: int
    exact: int
    spread: float


@dataclass(frozen=True, slots=True)
class TimelineLane:
    """One lane: its name, the query term that narrows to it, how many items it has and in view.

    It always has bars, and items where they are few enough; where only those are that fall into
    less than half of the view, ``vague`` counts the others.
    """

    name: str
    term: str
    count: int
    in_view: int
    bars: tuple[TimelineBar, ...] = ()
    items: tuple[TimelineItem, ...] = ()
    vague: int = 0


@dataclass(frozen=True, slots=True)
class TimelineScreen:
    """What was asked for: the lanes, and from which to which day there is anything at all.

    From ``usual_first`` to ``usual_last`` there are all but the first and last hundredth of the
    items. All four are 0 where no item has a date. ``lane_count`` is how many lanes there would
    be without a limit, ``articles`` how many articles the items are of.
    """

    lanes: tuple[TimelineLane, ...]
    first: int = 0
    last: int = 0
    usual_first: int = 0
    usual_last: int = 0
    count: int = 0
    lane_count: int = 0
    articles: int = 0

"""A timeline: a mark for each date, lanes of marks, and the words of as many as have room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from desktop_app.export.pictures.axes import TimeAxis
from desktop_app.export.pictures.drawing import Drawing
from desktop_app.export.pictures.label_places import Label, labels_with_room
from desktop_app.export.pictures.palette import Palette
from desktop_app.export.pictures.picture_frame import Box, Key, PictureWords, frame
from desktop_app.export.pictures.picture_size import PictureSize

_LETTER = 0.55
#: The radius of the mark of one thing and of many, in sizes of the small letters.
_LEAST_MARK, _MOST_MARK = 0.32, 0.95
#: Marks that are narrower than this are dots, others bars from their first to their last day.
_LEAST_SPAN = 5.0
#: Over more days than these the axis tells years alone.
_YEARS_ONLY = 8_000
#: So few marks have two lines of words each.
_FEW = 24
#: What is left at least of the usual room of a label.
_SHORTEST = 0.5
#: So many rows of marks lie over each other, without lanes and in each of several.
_MARK_ROWS, _MARK_ROWS_IN_LANES = 4, 2
#: Of more marks than these in a lane, bars of how many fall when are drawn instead.
MOST_MARKS = 220


@dataclass(frozen=True, slots=True)
class DatedMark:
    """One date: its first and last day, how many things have it, the words of the first of them.

    ``when`` is the date in words; ``is_uncertain`` where the source itself doubts it;
    ``opens_left`` and ``opens_right`` where nobody knows when it began or ended.
    """

    first: int
    last: int
    count: int
    when: str
    words: str
    is_uncertain: bool = False
    opens_left: bool = False
    opens_right: bool = False

    @property
    def rank(self) -> tuple[int, int]:
        """What tells more comes first: what many tell, and what is known to the day."""
        return -self.count, self.last - self.first


@dataclass(frozen=True, slots=True)
class MarkLane:
    """One lane. ``bars`` are first day, last day and number, where there are too many marks."""

    name: str
    count: int
    marks: tuple[DatedMark, ...]
    bars: tuple[tuple[int, int, float], ...] = ()


def draw_timeline(
    drawing: Drawing,
    size: PictureSize,
    palette: Palette,
    words: PictureWords,
    lanes: Sequence[MarkLane],
    days: tuple[int, int],
) -> None:
    """Draw the lanes from the first to the last of the days, with all that stands round them."""
    picture = _Timeline(drawing, size, palette, lanes, days)
    # How many have no label is known when the room is, in which it must be told.
    probe = Drawing(size.width, size.height, drawing.text)
    box = frame(
        probe, size, palette, words.telling_without(99_999, "date", "words"), picture.keys()
    )
    unlabelled = picture.plan(box)
    frame(
        drawing, size, palette, words.telling_without(unlabelled, "date", "words"), picture.keys()
    )
    picture.draw()


def _by_rank(marks: Sequence[DatedMark]) -> list[int]:
    """The marks' numbers, first those that tell most; equals spread over the whole time."""
    bits = max(len(marks) - 1, 1).bit_length()
    spread = [int(f"{at:0{bits}b}"[::-1], 2) for at in range(len(marks))]
    return sorted(range(len(marks)), key=lambda at: (marks[at].rank, spread[at]))


class _Timeline:
    """Places first, and draws then."""

    def __init__(
        self,
        drawing: Drawing,
        size: PictureSize,
        palette: Palette,
        lanes: Sequence[MarkLane],
        days: tuple[int, int],
    ) -> None:
        self._drawing, self._size, self._palette = drawing, size, palette
        self._lanes, self._days = lanes, days
        self._most = max((mark.count for lane in lanes for mark in lane.marks), default=1)
        self._has_lanes = len(lanes) > 1 or bool(lanes and lanes[0].name)
        self._label_size = size.small
        self._body_lines = 1 if self._has_lanes or len(lanes[0].marks) > _FEW else 2
        self._mark_rows = _MARK_ROWS_IN_LANES if self._has_lanes else _MARK_ROWS
        self._row = self._label_size * (1.6 + 1.18 * self._body_lines)

    def keys(self) -> list[Key]:
        """The legend: only what there is."""
        every = [mark for lane in self._lanes for mark in lane.marks if not lane.bars]
        fill = self._palette.main
        keys = []
        if any(not mark.is_uncertain and mark.first == mark.last for mark in every):
            larger = ", larger where several have it" if self._most > 1 else ""
            keys.append(Key(f"a date{larger}", fill, "dot"))
        if any(mark.is_uncertain for mark in every):
            keys.append(Key("an uncertain date", fill, "dashed"))
        if any(mark.first != mark.last for mark in every):
            open_ended = any(mark.opens_left or mark.opens_right for mark in every)
            arrow = "; with an arrow if nobody tells its end" if open_ended else ""
            keys.append(Key(f"from the first to the last day it may be{arrow}", fill, "bar"))
        return keys if len(keys) > 1 or self._most > 1 else []

    def plan(self, box: Box) -> int:
        """Place the labels; gives how many dates have none."""
        small = self._size.small
        # Years alone have one line of words, months and days two.
        span = self._days[1] - self._days[0]
        self._axis_height = small * (1.9 if span > _YEARS_ONLY else 3.2)
        name_width = 0.0
        if self._has_lanes:
            name_width = min(box.width * 0.17, small * 14)
        self._name_width = name_width
        left = box.x + name_width
        self._box = box
        margin = small * _MOST_MARK
        label_room = min(small * 21, (box.width - name_width) * 0.3)
        self._label_room = label_room
        # The words of the last marks stand to the right of them, cut more than others.
        right = max(label_room * _SHORTEST, margin)
        width = box.width - name_width - margin - right
        self._axis = TimeAxis(self._days[0], self._days[1], left + margin, width)
        height = (box.height - self._axis_height) / max(len(self._lanes), 1)
        self._lane_height = height
        band = self._band()
        rows = max(int((height - band - small * 0.6) / self._row), 0)
        self._rows = rows
        self._placed: list[dict[int, int]] = []
        self._cut: list[dict[int, tuple[str, list[str]]]] = []
        unlabelled = 0
        for lane in self._lanes:
            order = _by_rank(lane.marks)
            wanted, told = [], {}
            for at in order:
                mark = lane.marks[at]
                lines = self._lines(mark, box.right - self._x(mark) - small * 0.4)
                told[at] = lines
                wide = max(
                    self._drawing.text.width(lines[0], self._label_size, bold=True),
                    *(self._drawing.text.width(each, self._label_size) for each in lines[1]),
                    0.0,
                )
                wanted.append(Label(self._x(mark), wide + small * 0.4))
            placed = labels_with_room(wanted, box.right, rows, small * 1.1)
            self._placed.append({order[number]: row for number, row in placed.items()})
            self._cut.append(told)
            unlabelled += 0 if lane.bars else len(lane.marks) - len(placed)
        return unlabelled

    def draw(self) -> None:
        """Draw all of it where it was placed."""
        for place, lane in enumerate(self._lanes):
            top = self._box.y + place * self._lane_height
            self._draw_lane(place, lane, Box(self._box.x, top, self._box.width, self._lane_height))
        self._draw_axis()

    # Parts

    def _band(self) -> float:
        """How high marks or bars are above the foot of a lane."""
        has_bars = any(lane.bars for lane in self._lanes)
        if has_bars:
            return min(self._lane_height * 0.4, self._size.small * 9)
        return self._size.small * (1.2 + 1.2 * self._mark_rows)

    def _lines(self, mark: DatedMark, room: float) -> tuple[str, list[str]]:
        text, small = self._drawing.text, self._label_size
        room = min(room, self._label_room)
        when = mark.when if mark.count == 1 else f"{mark.when} · {mark.count:,}"
        head = text.fitted(text.clean(when), room, small, bold=True)
        words = text.clean(mark.words)
        return head, text.wrapped(words, room, self._body_lines, small)

    def _x(self, mark: DatedMark) -> float:
        first = max(mark.first, self._days[0])
        last = min(mark.last, self._days[1])
        return self._axis.x((first + last + 1) / 2)

    def _draw_lane(self, place: int, lane: MarkLane, box: Box) -> None:
        drawing, palette, small = self._drawing, self._palette, self._size.small
        foot = box.bottom
        last = place == len(self._lanes) - 1
        drawing.line((box.x, foot), (box.right, foot), palette.ink if last else palette.rule, 0.9)
        if self._has_lanes:
            self._name_lane(lane, box)
        band = self._band()
        heights = self._heights(lane, foot)
        base = foot - band
        for at, row in self._placed[place].items():
            mark = lane.marks[at]
            x, y = self._x(mark), base - row * self._row - small * 0.5
            end = foot if lane.bars else heights[at]
            drawing.line((x, y - self._row + small * 0.9), (x, end), palette.faded, 0.5)
            when, body = self._cut[place][at]
            left = x + small * 0.4
            head = y - self._row + small * 1.5
            drawing.words(left, head, when, self._label_size, palette.ink, bold=True)
            for number, line in enumerate(body):
                drawing.words(
                    left, head + small * 1.18 * (number + 1), line, self._label_size, palette.ink
                )
        if lane.bars:
            self._draw_bars(lane, foot, band)
        else:
            # What is small lies over what is large.
            for at in sorted(heights, key=lambda at: (-lane.marks[at].count, at)):
                self._draw_mark(lane.marks[at], heights[at])

    def _heights(self, lane: MarkLane, foot: float) -> dict[int, float]:
        """Where each mark stands: in the lowest row in which it covers no other, if any is."""
        small = self._size.small
        ends = [float("-inf")] * self._mark_rows
        heights = {}
        for at in sorted(range(len(lane.marks)), key=lambda at: self._reach(lane.marks[at])):
            left, right = self._reach(lane.marks[at])
            row = next((row for row, end in enumerate(ends) if end <= left), None)
            if row is None:
                row = min(range(len(ends)), key=ends.__getitem__)
            ends[row] = max(ends[row], right)
            heights[at] = foot - small * (1.1 + 1.2 * row)
        return heights

    def _reach(self, mark: DatedMark) -> tuple[float, float]:
        """From where to where a mark lies."""
        radius, middle = self._radius(mark), self._x(mark)
        left, right = self._ends(mark)
        return min(left, middle - radius), max(right, middle + radius)

    def _ends(self, mark: DatedMark) -> tuple[float, float]:
        """Where its days begin and end; a single day is a point, however wide days are."""
        if mark.first == mark.last:
            return self._x(mark), self._x(mark)
        left = self._axis.x(max(mark.first, self._days[0]))
        return left, self._axis.x(min(mark.last, self._days[1]) + 1)

    def _radius(self, mark: DatedMark) -> float:
        least, most = _LEAST_MARK * self._size.small, _MOST_MARK * self._size.small
        return least + (most - least) * sqrt((mark.count - 1) / max(self._most - 1, 1))

    def _name_lane(self, lane: MarkLane, box: Box) -> None:
        drawing, palette, size = self._drawing, self._palette, self._size
        room = self._name_width - size.small
        y = box.bottom - size.small * 2.2
        lines = drawing.text.wrapped(drawing.text.clean(lane.name), room, 2, size.body, bold=True)
        y -= size.body * 1.2 * (len(lines) - 1)
        for line in lines:
            drawing.words(box.x, y, line, size.body, palette.ink, bold=True)
            y += size.body * 1.2
        drawing.words(box.x, y, f"{lane.count:,}", size.small, palette.faded)

    def _draw_bars(self, lane: MarkLane, foot: float, band: float) -> None:
        most = max(number for *_, number in lane.bars)
        height = band - self._size.small * 0.8
        for first, last, number in lane.bars:
            left = self._axis.x(max(first, self._days[0]))
            right = self._axis.x(min(last, self._days[1]) + 1)
            high = number / most * height
            width = max((right - left) * 0.9, 0.4)
            self._drawing.rectangle(left, foot - high, width, high, self._palette.main)

    def _draw_mark(self, mark: DatedMark, y: float) -> None:
        drawing, palette = self._drawing, self._palette
        radius = self._radius(mark)
        left, right = self._ends(mark)
        if right - left >= max(_LEAST_SPAN, 2 * radius) or mark.opens_left or mark.opens_right:
            self._draw_span(mark, left, right, y)
        elif mark.is_uncertain:
            drawing.circle(
                self._x(mark), y, radius, "#ffffff", stroke=palette.main, width=0.9, dashed=True
            )
        else:
            drawing.circle(self._x(mark), y, radius, palette.main, stroke="#ffffff", width=0.5)

    def _draw_span(self, mark: DatedMark, left: float, right: float, y: float) -> None:
        """A bar; an open end is an arrow, an uncertain one hatched."""
        drawing, palette, small = self._drawing, self._palette, self._size.small
        thick = small * 0.42
        fill = palette.main
        if mark.is_uncertain:
            fill = drawing.hatching(palette.main, "#ffffff", step=2.2)
        arrow = small * 0.9
        if mark.opens_right and not mark.opens_left:
            right = max(right, left + 2 * arrow)
        if mark.opens_left and not mark.opens_right:
            left = min(left, right - 2 * arrow)
        drawing.rectangle(left, y - thick / 2, right - left, thick, fill, round_by=thick / 2)
        if mark.opens_left:
            points = [
                (left - arrow / 2, y),
                (left + arrow / 2, y - thick),
                (left + arrow / 2, y + thick),
            ]
            drawing.shape(points, palette.main)
        if mark.opens_right:
            points = [
                (right + arrow / 2, y),
                (right - arrow / 2, y - thick),
                (right - arrow / 2, y + thick),
            ]
            drawing.shape(points, palette.main)

    def _draw_axis(self) -> None:
        drawing, palette, small = self._drawing, self._palette, self._size.small
        foot = self._box.y + self._lane_height * len(self._lanes)
        right = 0.0
        for tick in self._axis.ticks(small * _LETTER):
            # Where a mark of that very day stands.
            x = self._axis.x(tick.day + 0.5)
            room = drawing.text.width(tick.words, small)
            if x - room / 2 < right + small * 0.6:
                continue
            drawing.line((x, foot), (x, foot + small * 0.35), palette.ink, 0.7)
            drawing.words(x, foot + small * 1.45, tick.words, small, palette.faded, anchor="middle")
            if tick.year:
                drawing.words(
                    x, foot + small * 2.7, tick.year, small, palette.ink, bold=True, anchor="middle"
                )
            right = x + room / 2

"""Counts over time as bars: one sort, several stacked, or each in a small picture of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil

from desktop_app.export.pictures.axes import MONTHS, Tick, TimeAxis, Unit, count_ticks
from desktop_app.export.pictures.drawing import Drawing
from desktop_app.export.pictures.palette import Palette
from desktop_app.export.pictures.picture_frame import Box, Key, PictureWords, frame
from desktop_app.export.pictures.picture_size import PictureSize

#: The share of its room that a bar takes; the narrowest room for numbers above bars, in letters.
_BAR, _MOST_NUMBERED = 0.84, 32
_LEAST_HIGHEST = 4
#: A piece of a bar that is lower than this is not parted from the next one by a white line.
_LEAST_PIECE = 2.0
#: A letter's usual width, in ems.
_LETTER = 0.55
_FINEST: dict[str, Unit] = {"day": "day", "week": "day", "month": "month"}


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of one sort fall into each bar; ``spread`` are those known less exactly, by shares.

    ``total`` is how many there are; where things belong to several sorts, sorts overlap.
    """

    name: str
    total: int
    exact: tuple[int, ...]
    spread: tuple[float, ...]

    @property
    def highest(self) -> float:
        """The highest bar."""
        return max((a + b for a, b in zip(self.exact, self.spread, strict=True)), default=0)


@dataclass(frozen=True, slots=True)
class CountsOverTime:
    """The sorts, the greatest first and the others last; bar n has the days between two edges.

    ``by`` is ``day``, ``week``, ``month``, ``year`` or ``decade``. ``has_others`` tells that the
    last sort is what is in none of those before.
    """

    sorts: tuple[Counts, ...]
    edges: tuple[int, ...]
    by: str
    has_others: bool = False

    @property
    def has_spread(self) -> bool:
        """Whether anything is known less exactly than the bars."""
        return any(share > 0 for sort in self.sorts for share in sort.spread)


def draw_counts(
    drawing: Drawing,
    size: PictureSize,
    palette: Palette,
    words: PictureWords,
    counts: CountsOverTime,
    *,
    in_panels: bool,
) -> None:
    """Draw the counts, stacked or in panels, with everything that stands round them."""
    single = len(counts.sorts) == 1
    pale = drawing.hatching(palette.main if single or in_panels else palette.faded, "#ffffff")
    keys = [] if single or in_panels else _keys(palette, counts)
    if counts.has_spread:
        keys.append(Key("date known less exactly, spread evenly over the days it may be", pale))
    box = frame(drawing, size, palette, words, keys)
    if in_panels and not single:
        _draw_panels(drawing, size, palette, counts, box, pale)
        return
    fills = [palette.main] if single else [key.fill for key in keys[: len(counts.sorts)]]
    _Plot(drawing, size, palette, counts, fills, pale).draw(box)


def _keys(palette: Palette, counts: CountsOverTime) -> list[Key]:
    named = counts.sorts[:-1] if counts.has_others else counts.sorts
    keys = [Key(sort.name, fill) for sort, fill in zip(named, palette.series, strict=False)]
    if counts.has_others:
        keys.append(Key(counts.sorts[-1].name, palette.others))
    return keys


def _draw_panels(
    drawing: Drawing,
    size: PictureSize,
    palette: Palette,
    counts: CountsOverTime,
    box: Box,
    pale: str,
) -> None:
    """One small picture a sort, all of one scale, so that heights can be compared."""
    across = 2 if size.is_narrow else min(4, max(2, ceil(len(counts.sorts) / 2)))
    down = ceil(len(counts.sorts) / across)
    gap_x, gap_y = size.body * 2, size.body * 1.6
    width = (box.width - gap_x * (across - 1)) / across
    height = (box.height - gap_y * (down - 1)) / down
    highest = max(sort.highest for sort in counts.sorts)
    for place, sort in enumerate(counts.sorts):
        x = box.x + place % across * (width + gap_x)
        y = box.y + place // across * (height + gap_y)
        number = f"{sort.total:,}"
        room = width - drawing.text.width(number, size.body) - size.body
        name = drawing.text.fitted(drawing.text.clean(sort.name), room, size.body, bold=True)
        drawing.words(x, y + size.body, name, size.body, palette.ink, bold=True)
        right = x + width
        drawing.words(right, y + size.body, number, size.body, palette.faded, anchor="end")
        head = size.body * 1.7
        alone = CountsOverTime((sort,), counts.edges, counts.by)
        is_others = counts.has_others and place == len(counts.sorts) - 1
        fill = palette.faded if is_others else palette.main
        plot = _Plot(drawing, size, palette, alone, [fill], pale, highest)
        plot.draw(Box(x, y + head, width, height - head))


class _Plot:
    """Bars over an axis of time, the numbers at the left."""

    def __init__(
        self,
        drawing: Drawing,
        size: PictureSize,
        palette: Palette,
        counts: CountsOverTime,
        fills: Sequence[str],
        pale: str,
        highest: float = 0,
    ) -> None:
        self._drawing, self._size, self._palette = drawing, size, palette
        self._counts, self._fills, self._pale = counts, fills, pale
        totals = self._totals()
        self._highest = highest or max(totals, default=1)
        self._is_panel = highest > 0

    def draw(self, box: Box) -> None:
        """Draw into the box."""
        size, small = self._size, self._size.small
        below = small * (3.1 if self._has_years() else 1.9)
        # So that one article alone isn't a bar as high as the picture.
        most = max(self._highest, _LEAST_HIGHEST)
        numbers = count_ticks(most, box.height - below, small * 3.2)
        left = max(self._drawing.text.width(f"{each:,}", small) for each in numbers) + small * 0.7
        # The number of the highest bar stands above it.
        head = small * 1.4
        plot = Box(box.x + left, box.y + head, box.width - left, box.height - below - head)
        scale = plot.height / most
        for number in numbers:
            y = plot.bottom - number * scale
            self._drawing.line((plot.x, y), (plot.right, y), self._palette.rule, 0.6)
            self._drawing.words(
                plot.x - small * 0.7,
                y + small * 0.34,
                f"{number:,}",
                small,
                self._palette.faded,
                anchor="end",
            )
        self._bars(plot, scale)
        self._drawing.line((plot.x, plot.bottom), (plot.right, plot.bottom), self._palette.ink, 0.9)
        self._axis(plot)
        if not self._is_panel and not size.is_narrow:
            self._write_numbers(plot, scale)

    def _totals(self) -> list[float]:
        sorts = self._counts.sorts
        rows = [[a + b for a, b in zip(sort.exact, sort.spread, strict=True)] for sort in sorts]
        return [sum(column) for column in zip(*rows, strict=True)]

    def _slots(self, plot: Box) -> Iterator[tuple[float, float]]:
        """The left edge and the width of each bar; all are equally wide, as months are not."""
        width = plot.width / (len(self._counts.edges) - 1)
        thick = max(width * _BAR, width - 2.4) if width > 3 else width * 0.92
        thick = min(thick, 64.0)
        for place in range(len(self._counts.edges) - 1):
            yield plot.x + place * width + (width - thick) / 2, thick

    def _bars(self, plot: Box, scale: float) -> None:
        for place, (x, width) in enumerate(self._slots(plot)):
            y = plot.bottom
            # Thin white lines part the pieces of a bar that is wide enough to have any.
            gap = 0.6 if width > 4 and len(self._counts.sorts) > 1 else 0.0
            pieces: list[tuple[float, str]] = [
                (sort.exact[place], fill)
                for sort, fill in zip(self._counts.sorts, self._fills, strict=True)
            ]
            pieces.append((sum(sort.spread[place] for sort in self._counts.sorts), self._pale))
            for value, fill in pieces:
                height = value * scale
                if height > 0.01:
                    y -= height
                    self._drawing.rectangle(
                        x, y, width, height - (gap if height > _LEAST_PIECE else 0), fill
                    )

    def _write_numbers(self, plot: Box, scale: float) -> None:
        """The numbers above the bars, where all of them have room."""
        totals, small = self._totals(), self._size.small
        labels = [f"{round(total):,}" if total >= 0.5 else "" for total in totals]
        slots = list(self._slots(plot))
        room = plot.width / len(slots) * 0.98
        widest = max(self._drawing.text.width(each, small) for each in labels)
        if len(labels) > _MOST_NUMBERED or widest > room:
            return
        for label, total, (x, width) in zip(labels, totals, slots, strict=True):
            y = plot.bottom - total * scale - small * 0.4
            # A number may stand on a line of the grid, and is read before it.
            self._drawing.words_over(
                x + width / 2,
                y,
                label,
                small,
                self._palette.ink,
                anchor="middle",
            )

    # The axis of time

    def _time(self, plot: Box) -> TimeAxis:
        edges = self._counts.edges
        return TimeAxis(edges[0], edges[-1] - 1, plot.x, plot.width)

    def _has_years(self) -> bool:
        return self._counts.by in _FINEST

    def _axis(self, plot: Box) -> None:
        small, drawing, palette = self._size.small, self._drawing, self._palette
        letter = small * _LETTER
        finest = _FINEST.get(self._counts.by, "year")
        ticks = self._time(plot).ticks(letter, finest)
        if self._is_panel and len(ticks) > 4:
            ticks = ticks[:: ceil(len(ticks) / 4)]
        edges = self._counts.edges
        slots = list(self._slots(plot))
        right = 0.0
        for tick in self._shown(ticks):
            place = next(at for at, pair in enumerate(pairwise(edges)) if tick.day < pair[1])
            x, wide = slots[place]
            middle = x + wide / 2
            room = drawing.text.width(tick.words, small)
            year = drawing.text.width(tick.year, small, bold=True)
            start = middle - room / 2
            if start < right + small * 0.6 or middle + room / 2 > plot.right + small * 2:
                continue
            bottom = plot.bottom
            drawing.line((middle, bottom), (middle, bottom + small * 0.35), palette.ink, 0.7)
            drawing.words(
                middle, bottom + small * 1.45, tick.words, small, palette.faded, anchor="middle"
            )
            if tick.year:
                drawing.words(
                    middle,
                    bottom + small * 2.7,
                    tick.year,
                    small,
                    palette.ink,
                    bold=True,
                    anchor="middle",
                )
            right = max(start + room, middle + year / 2 if tick.year else 0)

    def _shown(self, ticks: Sequence[Tick]) -> Iterator[Tick]:
        """The ticks, one a bar at most: those of weeks and decades tell when their bar begins."""
        by, edges = self._counts.by, self._counts.edges
        if by == "week":
            wanted = {tick.day for tick in ticks}
            if all(tick.words in MONTHS for tick in ticks):
                yield from ticks
                return
            step = max(1, round(len(edges) / max(len(wanted), 1)))
            year = 0
            for edge in edges[:-1:step]:
                day = date.fromordinal(edge)
                told = str(day.year) if day.year != year else ""
                yield Tick(edge, f"{day.day} {MONTHS[day.month - 1]}", told)
                year = day.year
        elif by == "decade":
            step = max(1, ceil(len(edges) / max(len(ticks), 1)))
            yield from (Tick(edge, f"{date.fromordinal(edge).year}s") for edge in edges[:-1:step])
        else:
            yield from ticks

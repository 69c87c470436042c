"""Where a timeline's single items stand in their lane, so that no words cover others.

Pure arithmetic; ``timeline_canvas`` paints what comes out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop_app.core.timeline import TimelineItem
from desktop_app.ui.timeline.timeline_scale import TimeScale

#: The calendar's first and last day: an interval's open end.
_OPEN = (1, 3_652_059)
#: A mark narrower than this is a dot, and words narrower than this say nothing. Pixels.
DOT = 7.0
_LEAST_WORDS, _MOST_WORDS = 36.0, 280.0
_GAP = 10.0


@dataclass(frozen=True, slots=True)
class Placed:
    """An item in a row: its mark from ``left`` to ``right``, and the room of its words.

    ``words_left`` is where the words begin, before the mark only at the view's end; with no
    ``words_width`` there is no room for any.
    ``open_left`` and ``open_right`` say that the item reaches on, out of view or without end.
    """

    item: TimelineItem
    row: int
    left: float
    right: float
    words_left: float
    words_width: float
    open_left: bool = False
    open_right: bool = False

    @property
    def is_dot(self) -> bool:
        """Whether the item is as short as a dot."""
        return self.right - self.left < DOT

    @property
    def begin(self) -> float:
        """Where the mark or the words begin."""
        return min(self.left, self.words_left) if self.words_width else self.left

    @property
    def end(self) -> float:
        """Where the next item may begin."""
        return max(self.right, self.words_left + self.words_width) + _GAP


def packed(
    items: Sequence[TimelineItem],
    scale: TimeScale,
    rows: int,
    words_width: Callable[[TimelineItem], float],
) -> list[Placed]:
    """The items that find room in so many rows, in the order of time.

    Where every row is taken, an earlier item's words are cut short before an item is left out;
    what reaches over the whole view only gets the rows that are left over.
    """
    candidates = [_candidate(item, scale, words_width(item)) for item in items]
    endless = [each for each in candidates if each.open_left and each.open_right]
    others = [each for each in candidates if not (each.open_left and each.open_right)]
    lines: list[list[Placed]] = [[] for _ in range(max(rows, 1))]
    for each in sorted(others, key=lambda each: (each.begin, each.right)):
        _put(each, lines)
    for each in endless:
        free = next((row for row, line in enumerate(lines) if not line), None)
        if free is not None:
            lines[free].append(replace(each, row=free))
    return sorted((each for line in lines for each in line), key=lambda each: each.left)


def _candidate(item: TimelineItem, scale: TimeScale, wanted: float) -> Placed:
    first, last = item.first, item.last
    open_left, open_right = first == _OPEN[0], last == _OPEN[1]
    if open_left and not open_right:
        left = right = scale.x(last + 1)
    elif open_right and not open_left:
        left = right = scale.x(first)
    else:
        left, right = scale.x(first), scale.x(last + 1)
    open_left, open_right = open_left or left < 0, open_right or right > scale.width
    left, right = max(left, 0.0), min(right, scale.width)
    if right - left < DOT:
        middle = min(max((left + right) / 2, DOT / 2), scale.width - DOT / 2)
        left, right = middle - DOT / 2 + 0.1, middle + DOT / 2 - 0.1
        words = right + (12 if open_right else 4)
    else:
        words = left + 4
    width = min(wanted, _MOST_WORDS)
    if words + width > scale.width and left >= width + 4:
        words = left - 4 - width
    elif words + width > scale.width:
        width = scale.width - words
    width = width if width >= min(_LEAST_WORDS, wanted) else 0.0
    return Placed(item, -1, left, right, words, width, open_left, open_right)


def _put(each: Placed, lines: list[list[Placed]]) -> None:
    """Into the first free row, else into one whose last words can be cut short."""
    for row, line in enumerate(lines):
        if not line or line[-1].end <= each.begin:
            line.append(replace(each, row=row))
            return
    free = [row for row, line in enumerate(lines) if line[-1].right + 4 <= each.begin]
    if not free:
        return
    row = max(free, key=lambda row: each.begin - lines[row][-1].words_left)
    last = lines[row][-1]
    width = each.begin - _GAP - last.words_left
    lines[row][-1] = replace(last, words_width=width if width >= _LEAST_WORDS else 0.0)
    lines[row].append(replace(each, row=row))

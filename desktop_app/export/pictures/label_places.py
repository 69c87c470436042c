"""Where the labels of a timeline stand, so that none covers another or another's line.

A label stands to the right of a thin line that comes down from it to its mark. Taken from the last
to the first, each in the lowest row that is free, labels form stairs whose lines run clear of all
the others; the greedy boundary labelling of Bekos et al. (2007) in rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """What is to be labelled: the place of its mark, how wide its words are."""

    x: float
    width: float


def labels_with_room(
    wanted: Sequence[Label],
    right: float,
    rows: int,
    gap: float,
    most_tried: int = 160,
    cancelled: Callable[[], bool] = lambda: False,
) -> dict[int, int]:
    """Rows by the labels' numbers, counted from below; the first wanted have the right of way.

    Each label of the result has room beside all the others; none reaches over ``right``.
    """
    placed: dict[int, int] = {}
    for number in range(min(len(wanted), most_tried)):
        if cancelled():
            break
        tried = _placed(wanted, [*placed, number], right, rows, gap)
        placed = tried if tried is not None else placed
    return placed


def _placed(
    wanted: Sequence[Label], numbers: Sequence[int], right: float, rows: int, gap: float
) -> dict[int, int] | None:
    """The rows of all of these labels, or None where they haven't all room."""
    result: dict[int, int] = {}
    #: In each row, where the labels begin that were placed so far, the leftmost last.
    begins = [right + gap] * rows
    for number in sorted(numbers, key=lambda each: (-wanted[each].x, each)):
        label = wanted[number]
        # It ends before what begins in its row, and before the lines that come down through it.
        end = label.x + label.width + gap
        row = next((row for row in range(rows) if end <= min(begins[row:])), None)
        if row is None or any(begins[below] - label.x < gap / 2 for below in range(row)):
            return None
        result[number] = row
        begins[row] = label.x
    return result

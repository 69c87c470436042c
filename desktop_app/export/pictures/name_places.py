"""Where names stand beside the dots of a network, so that none covers another or a large dot.

Each name is tried at the sides of its dot, the most telling first, and left out where none is free;
the greedy point labelling of Christensen, Marks and Shieber (1995).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from desktop_app.export.pictures.picture_frame import Box

#: How far a name stands from its dot, as a share of the height of its letters.
_GAP = 0.25


class Dot(NamedTuple):
    """A dot with the width of its name."""

    x: float
    y: float
    radius: float
    name_width: float


def names_with_room(dots: Sequence[Dot], height: float, within: Box) -> dict[int, Box]:
    """Boxes of names by the dots' numbers; the first dots have the right of way."""
    taken = [_around(dot) for dot in dots]
    placed: dict[int, Box] = {}
    for number, dot in enumerate(dots):
        others = [box for place, box in enumerate(taken) if place != number]
        for box in _sides(dot, height):
            if not _inside(box, within):
                continue
            if any(_meets(box, each) for each in placed.values()):
                continue
            if any(_meets(box, each) for each in others):
                continue
            placed[number] = box
            break
    return placed


def _around(dot: Dot) -> Box:
    return Box(dot.x - dot.radius, dot.y - dot.radius, 2 * dot.radius, 2 * dot.radius)


def _sides(dot: Dot, height: float) -> list[Box]:
    away, width = dot.radius + height * _GAP, dot.name_width
    middle = dot.y - height / 2
    return [
        Box(dot.x + away, middle, width, height),
        Box(dot.x - away - width, middle, width, height),
        Box(dot.x - width / 2, dot.y + away, width, height),
        Box(dot.x - width / 2, dot.y - away - height, width, height),
        Box(dot.x + away * 0.75, dot.y + away * 0.75, width, height),
        Box(dot.x + away * 0.75, dot.y - away * 0.75 - height, width, height),
        Box(dot.x - away * 0.75 - width, dot.y + away * 0.75, width, height),
        Box(dot.x - away * 0.75 - width, dot.y - away * 0.75 - height, width, height),
    ]


def _inside(box: Box, within: Box) -> bool:
    return (
        box.x >= within.x
        and box.y >= within.y
        and box.right <= within.right
        and box.bottom <= within.bottom
    )


def _meets(one: Box, other: Box) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )

"""Who is named with whom: persons as dots, larger the more articles; ties as lines, thicker so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeAlias

import numpy as np

from desktop_app.core.counted import count_articles
from desktop_app.export.pictures.drawing import Drawing
from desktop_app.export.pictures.name_places import Dot, names_with_room
from desktop_app.export.pictures.palette import Palette
from desktop_app.export.pictures.picture_frame import Box, Key, PictureWords, frame
from desktop_app.export.pictures.picture_size import PictureSize

#: The radius of the least and the largest dot, in sizes of the small letters.
_LEAST_DOT, _MOST_DOT = 0.42, 2.1
#: Where nobody has many articles, dots and lines of one are no larger than this.
_ONE_DOT, _ONE_LINE = 0.62, 0.14
#: The thickness of the thinnest and the thickest line, likewise.
_LEAST_LINE, _MOST_LINE = 0.06, 0.75
#: No name takes more than this share of the picture's width.
_LONGEST_NAME = 0.24
#: So many persons are pushed apart until their names have room; more only until their dots have.
_MOST_WITH_ROOM, _PUSHES = 60, 200
Places: TypeAlias = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class DrawnPerson:
    """A person: their name, how many articles name them, where they stand, of which group.

    ``group`` is a number from 0, None for those of no group with a colour of its own.
    """

    name: str
    articles: int
    x: float
    y: float
    group: int | None = None


@dataclass(frozen=True, slots=True)
class DrawnNetwork:
    """Persons, most articles first, and ties as two places in them with a number of articles."""

    persons: tuple[DrawnPerson, ...]
    ties: tuple[tuple[int, int, int], ...]
    groups: tuple[str, ...] = ()


def draw_network(
    drawing: Drawing,
    size: PictureSize,
    palette: Palette,
    words: PictureWords,
    network: DrawnNetwork,
) -> None:
    """Draw the network with everything that stands round it."""
    keys = [
        Key(name, fill, "dot") for name, fill in zip(network.groups, palette.series, strict=False)
    ]
    if keys and any(person.group is None for person in network.persons):
        keys.append(Key("in no such group", palette.faded, "ring"))
    probe = Drawing(size.width, size.height, drawing.text)
    box = frame(probe, size, palette, words.telling_without(99_999, "dot", "a name"), keys)
    picture = _Network(drawing, size, palette, network, box)
    frame(drawing, size, palette, words.telling_without(picture.unnamed, "dot", "a name"), keys)
    picture.draw()


class _Network:
    """Places dots and names in a box, and draws them then."""

    def __init__(
        self,
        drawing: Drawing,
        size: PictureSize,
        palette: Palette,
        network: DrawnNetwork,
        box: Box,
    ) -> None:
        self._drawing, self._size, self._palette = drawing, size, palette
        self._network = network
        small = size.small
        self._most = max(person.articles for person in network.persons)
        self._most_tie = max((number for *_, number in network.ties), default=1)
        self._most_radius = small * min(_MOST_DOT, _ONE_DOT * sqrt(self._most))
        # The legend of sizes stands in a strip below the dots.
        strip = max(2 * self._most_radius, small)
        self._strip = Box(box.x, box.bottom - strip, box.width, strip)
        box = Box(box.x, box.y, box.width, box.height - strip - small)
        self._names = [self._name(person.name) for person in network.persons]
        self._places = self._apart(_fitted(network.persons, box, small), box)
        dots = [
            Dot(x, y, self._radius(person.articles), drawing.text.width(name, small))
            for person, (x, y), name in zip(network.persons, self._places, self._names, strict=True)
        ]
        self._dots = dots
        self._boxes = names_with_room(dots, small * 1.15, box)
        self.unnamed = len(dots) - len(self._boxes)

    def _apart(self, places: Places, box: Box) -> Places:
        """The places with dots, and names beside them where few are, pushed off each other.

        The force-transfer of Huang and Lai (2003), with boxes round what is drawn.
        """
        small, text = self._size.small, self._drawing.text
        radii = [self._radius(person.articles) for person in self._network.persons]
        with_names = len(radii) <= _MOST_WITH_ROOM
        widths = [
            2 * radius + (text.width(name, small) + small if with_names else small * 0.5)
            for radius, name in zip(radii, self._names, strict=True)
        ]
        heights = [max(2 * radius, small * 1.2) + small * 0.4 for radius in radii]
        now = np.array(places)
        # A box begins with its dot.
        shift = np.array(widths) / 2 - np.array(radii) - small * 0.25
        half = np.stack((np.array(widths), np.array(heights)), axis=1) / 2
        room = half[:, None, :] + half[None, :, :]
        order = np.sign(np.subtract.outer(np.arange(len(radii)), np.arange(len(radii))))
        low = np.array((box.x, box.y)) + half - np.stack((shift, 0 * shift), axis=1)
        high = np.array((box.right, box.bottom)) - half - np.stack((shift, 0 * shift), axis=1)
        for _ in range(_PUSHES):
            now = np.minimum(np.maximum(now, low), np.maximum(high, low))
            middles = now + np.stack((shift, 0 * shift), axis=1)
            between = middles[:, None, :] - middles[None, :, :]
            overlap = room - np.abs(between)
            np.einsum("iij->ij", overlap)[:] = 0
            meets = (overlap > 0.01).all(axis=2)
            if not meets.any():
                break
            across = overlap[..., 0] / room[..., 0] < overlap[..., 1] / room[..., 1]
            for axis, moves in ((0, meets & across), (1, meets & ~across)):
                way = np.where(between[..., axis] == 0, order, np.sign(between[..., axis]))
                now[:, axis] += np.where(moves, way * overlap[..., axis] / 3, 0).sum(axis=1)
        now = np.minimum(np.maximum(now, low), np.maximum(high, low))
        return [(float(x), float(y)) for x, y in now]

    def draw(self) -> None:
        """Draw lines, dots and names, from back to front."""
        drawing, palette, small = self._drawing, self._palette, self._size.small
        for one, other, number in sorted(self._network.ties, key=lambda tie: (tie[2], tie)):
            drawing.line(
                self._places[one],
                self._places[other],
                palette.faded,
                self._thickness(number),
                opacity=0.28 + 0.3 * number / self._most_tie,
                rounded=True,
            )
        for person, dot in zip(self._network.persons, self._dots, strict=True):
            self._draw_dot(person, dot)
        for number, box in self._boxes.items():
            drawing.words_over(
                box.x,
                box.y + small * 0.9,
                self._names[number],
                small,
                palette.ink,
            )
        self._draw_sizes()

    def _draw_sizes(self) -> None:
        """What a dot and a line of some sizes mean."""
        drawing, palette, small = self._drawing, self._palette, self._size.small
        x, middle = self._strip.x, self._strip.y + self._strip.height / 2
        for number in _examples([person.articles for person in self._network.persons]):
            radius = self._radius(number)
            drawing.circle(x + radius, middle, radius, palette.faded)
            x += 2 * radius + small * 0.5
            x = self._say(x, middle, count_articles(number)) + small * 1.4
        x += small
        ties = [number for *_, number in self._network.ties]
        for number in _examples(ties) if ties else ():
            end = x + small * 2.4
            drawing.line((x, middle), (end, middle), palette.faded, self._thickness(number))
            shared = f"{number:,} shared" if self._size.is_narrow else f"{number:,} in common"
            x = self._say(end + small * 0.5, middle, shared) + small * 1.4

    def _say(self, x: float, middle: float, words: str) -> float:
        small = self._size.small
        self._drawing.words(x, middle + small * 0.35, words, small, self._palette.faded)
        return x + self._drawing.text.width(words, small)

    def _name(self, name: str) -> str:
        text, size = self._drawing.text, self._size
        room = size.width * _LONGEST_NAME
        return text.fitted(text.clean(name), room, size.small)

    def _radius(self, articles: int) -> float:
        share = sqrt(articles / self._most)
        return max(self._size.small * _LEAST_DOT, self._most_radius * share)

    def _thickness(self, number: int) -> float:
        most = min(_MOST_LINE, _ONE_LINE * self._most_tie)
        return self._size.small * max(_LEAST_LINE, most * number / self._most_tie)

    def _draw_dot(self, person: DrawnPerson, dot: Dot) -> None:
        palette, width = self._palette, self._size.small * 0.09
        if not self._network.groups:
            self._drawing.circle(*dot[:3], palette.main, stroke="#ffffff", width=width)
        elif person.group is None:
            # A ring, since its grey might be that of a group's colour in black and white.
            radius = dot.radius - width
            self._drawing.circle(
                dot.x, dot.y, radius, "#ffffff", stroke=palette.faded, width=2 * width
            )
        else:
            fill = palette.series[person.group]
            self._drawing.circle(*dot[:3], fill, stroke="#ffffff", width=width)


def _examples(numbers: Sequence[int]) -> tuple[int, ...]:
    """Some sizes for a legend: the least, about a quarter of the largest, and the largest."""
    least, most = min(numbers), max(numbers)
    return tuple(sorted({least, max(least, round(most / 4)), most}))


def _fitted(persons: Sequence[DrawnPerson], box: Box, small: float) -> Places:
    """The places of the persons spread over the box, with room at its edges for dots and names."""
    side, top = box.width * 0.09, small * (_MOST_DOT + 0.4)
    xs, ys = [person.x for person in persons], [person.y for person in persons]
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    inner = Box(box.x + side, box.y + top, box.width - 2 * side, box.height - 2 * top)
    return [
        (
            inner.x + ((x - min(xs)) / width if width else 0.5) * inner.width,
            inner.y + ((y - min(ys)) / height if height else 0.5) * inner.height,
        )
        for x, y in zip(xs, ys, strict=True)
    ]

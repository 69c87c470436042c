"""What stands round every picture: title, subtitle, legend; below it notes and the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from desktop_app.core.counted import counted
from desktop_app.export.pictures.drawing import Drawing
from desktop_app.export.pictures.palette import Palette
from desktop_app.export.pictures.picture_size import PictureSize

#: How far lines are apart, as a share of the size of their letters.
_LEADING = 1.32
_GAP = 1.5


class Box(NamedTuple):
    """A rectangle: its left upper corner and its sides."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class PictureWords:
    """The words round a picture; ``notes`` are sentences on what isn't shown or how it counts."""

    title: str
    subtitle: str
    source: str
    notes: tuple[str, ...] = ()

    def telling_without(self, count: int, thing: str, lacking: str) -> PictureWords:
        """With a note that so many of a thing, “dot”, have no room for something, “a name”."""
        if not count:
            return self
        has = "has" if count == 1 else "have"
        note = f"{counted(count, thing)} {has} no room for {lacking}."
        return replace(self, notes=(*self.notes, note))


@dataclass(frozen=True, slots=True)
class Key:
    """One entry of a legend: how it is drawn, and what it means."""

    words: str
    fill: str
    kind: Literal["box", "dot", "ring", "dashed", "bar"] = "box"


def frame(
    drawing: Drawing,
    size: PictureSize,
    palette: Palette,
    words: PictureWords,
    keys: Sequence[Key] = (),
) -> Box:
    """Draw what stands round the picture, and give the room that is left for it."""
    text, left = drawing.text, size.margin
    room = size.width - 2 * size.margin
    top = size.margin
    for line in text.wrapped(text.clean(words.title), room, 2, size.title, bold=True):
        top += size.title
        drawing.words(left, top, line, size.title, palette.ink, bold=True)
        top += size.title * (_LEADING - 1)
    top += size.subtitle * 0.15
    for line in text.wrapped(text.clean(words.subtitle), room, 2, size.subtitle):
        top += size.subtitle
        drawing.words(left, top, line, size.subtitle, palette.faded)
        top += size.subtitle * (_LEADING - 1)
    if keys:
        top = _legend(drawing, size, palette, keys, top + size.body * 0.7)
    bottom = _foot(drawing, size, palette, words)
    top += size.body * _GAP
    return Box(left, top, room, max(bottom - size.body * 1.2 - top, size.body * 4))


def _legend(
    drawing: Drawing, size: PictureSize, palette: Palette, keys: Sequence[Key], top: float
) -> float:
    text, x = drawing.text, size.margin
    mark, right = size.body * 0.85, size.width - size.margin
    longest = (right - x) * (0.45 if len(keys) > 1 else 0.9)
    baseline = top + size.body
    for key in keys:
        words = text.fitted(text.clean(key.words), longest, size.body)
        width = mark * 1.5 + text.width(words, size.body)
        if x + width > right and x > size.margin:
            x, baseline = size.margin, baseline + size.body * 1.45
        _mark(drawing, palette, key, Box(x, baseline - mark * 0.92, mark, mark))
        drawing.words(x + mark * 1.5, baseline, words, size.body, palette.ink)
        x += width + size.body * 1.6
    return baseline + size.body * 0.2


def _mark(drawing: Drawing, palette: Palette, key: Key, box: Box) -> None:
    middle = box.x + box.width / 2, box.y + box.height / 2
    match key.kind:
        case "box":
            drawing.rectangle(*box, key.fill)
        case "bar":
            height = box.height * 0.45
            drawing.rectangle(
                box.x, middle[1] - height / 2, box.width, height, key.fill, round_by=height / 2
            )
        case "dot":
            drawing.circle(*middle, box.width * 0.42, key.fill)
        case "ring" | "dashed":
            dashed = key.kind == "dashed"
            drawing.circle(
                *middle, box.width * 0.38, "#ffffff", stroke=key.fill, width=1.1, dashed=dashed
            )


def _foot(drawing: Drawing, size: PictureSize, palette: Palette, words: PictureWords) -> float:
    """The notes and the source, from the lower edge upwards; gives where they begin."""
    text, room = drawing.text, size.width - 2 * size.margin
    most = 6 if size.is_narrow else 4
    notes = text.clean_long(" ".join(words.notes))
    lines = text.wrapped(notes, room, most, size.small) if notes else []
    lines += text.wrapped(text.clean_long(words.source), room, 2, size.small)
    step = size.small * _LEADING
    top = size.height - size.margin - step * len(lines)
    for number, line in enumerate(lines):
        drawing.words(
            size.margin, top + step * number + size.small, line, size.small, palette.faded
        )
    if not size.is_narrow:
        above = top - size.small * 0.6
        drawing.line((size.margin, above), (size.width - size.margin, above), palette.rule, 0.6)
        top = above
    return top

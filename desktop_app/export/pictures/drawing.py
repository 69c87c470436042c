"""A drawing in points that becomes SVG: shapes and words, nothing that runs or is loaded."""

from __future__ import annotations

from html import escape
from typing import Literal, NamedTuple

from desktop_app.export.pictures.picture_text import PictureText

Anchor = Literal["start", "middle", "end"]
_POINTS_A_MILLIMETRE = 72 / 25.4


class Line(NamedTuple):
    """One line of words, its baseline at ``y``; ``x`` is its begin, middle or end."""

    x: float
    y: float
    words: str
    size: float
    colour: str
    bold: bool
    anchor: Anchor


class Drawing:
    """Collects shapes from back to front, and the ``lines`` of words that lie over all of them.

    What is forbidden in XML has been taken out of words by ``PictureText.clean``, which ``text``
    does; they are escaped here.
    """

    def __init__(self, width: float, height: float, text: PictureText) -> None:
        self.width, self.height, self.text = width, height, text
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._patterns: dict[str, str] = {}

    def rectangle(
        self, x: float, y: float, width: float, height: float, fill: str, *, round_by: float = 0
    ) -> None:
        """A filled rectangle."""
        corners = f' rx="{_n(round_by)}"' if round_by else ""
        self._add(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"{corners}'
            f' fill="{fill}"/>'
        )

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str,
        width: float = 0.5,
        *,
        opacity: float = 1,
        rounded: bool = False,
    ) -> None:
        """A straight line."""
        more = f' stroke-opacity="{_n(opacity)}"' if opacity < 1 else ""
        more += ' stroke-linecap="round"' if rounded else ""
        self._add(
            f'<line x1="{_n(start[0])}" y1="{_n(start[1])}" x2="{_n(end[0])}" y2="{_n(end[1])}"'
            f' stroke="{colour}" stroke-width="{_n(width)}"{more}/>'
        )

    def circle(
        self,
        x: float,
        y: float,
        radius: float,
        fill: str,
        *,
        stroke: str = "",
        width: float = 1,
        dashed: bool = False,
    ) -> None:
        """A circle, with an outline where a stroke is named."""
        more = f' stroke="{stroke}" stroke-width="{_n(width)}"' if stroke else ""
        more += f' stroke-dasharray="{_n(width * 1.6)} {_n(width * 1.4)}"' if dashed else ""
        self._add(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{fill}"{more}/>')

    def shape(self, points: list[tuple[float, float]], fill: str) -> None:
        """A filled polygon."""
        places = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
        self._add(f'<polygon points="{places}" fill="{fill}"/>')

    def words(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        colour: str,
        *,
        bold: bool = False,
        anchor: Anchor = "start",
    ) -> None:
        """One line of words with its baseline at y, over all shapes."""
        if words:
            self.text.fonts.note_used(words, bold=bold)
            self.lines.append(Line(x, y, words, size, colour, bold, anchor))

    def words_over(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        colour: str,
        *,
        anchor: Anchor = "start",
    ) -> None:
        """Words over lines: what is beneath them is made paler."""
        width = self.text.width(words, size)
        left = x - {"start": 0, "middle": 0.5, "end": 1}[anchor] * width
        self._add(
            f'<rect x="{_n(left - 1)}" y="{_n(y - size * 0.78)}" width="{_n(width + 2)}"'
            f' height="{_n(size)}" fill="#ffffff" fill-opacity="0.8"/>'
        )
        self.words(x, y, words, size, colour, anchor=anchor)

    def hatching(self, line: str, ground: str, *, step: float = 3.2) -> str:
        """A fill of slanting lines, to be named as a colour."""
        name = f"hatch{len(self._patterns) + 1}"
        key = f"{line} {ground} {_n(step)}"
        if key not in self._patterns:
            self._patterns[key] = (
                f'<pattern id="{name}" width="{_n(step)}" height="{_n(step)}"'
                ' patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
                f'<rect width="{_n(step)}" height="{_n(step)}" fill="{ground}"/>'
                f'<rect width="{_n(step * 0.36)}" height="{_n(step)}" fill="{line}"/></pattern>'
            )
        place = list(self._patterns).index(key) + 1
        return f"url(#hatch{place})"

    def svg(self, title: str, description: str, *, with_words: bool = True) -> str:
        """The whole file; the same drawing gives the same one."""
        width, height = (side / _POINTS_A_MILLIMETRE for side in (self.width, self.height))
        defined = f"<defs>{''.join(self._patterns.values())}</defs>\n" if self._patterns else ""
        body = "\n".join(self._parts)
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(width)}mm" height="{_n(height)}mm"'
            f' viewBox="0 0 {_n(self.width)} {_n(self.height)}" role="img"'
            ' aria-labelledby="title description">\n'
            f'<title id="title">{_escaped(title)}</title>\n'
            f'<desc id="description">{_escaped(description)}</desc>\n{defined}'
            f'<rect width="{_n(self.width)}" height="{_n(self.height)}" fill="#ffffff"/>\n'
            f"{body}\n{self._words_as_svg() if with_words else ''}</svg>\n"
        )

    def _words_as_svg(self) -> str:
        family = escape(self.text.fonts.family, quote=True)
        lines = "\n".join(map(self._line_as_svg, self.lines))
        return f'<g font-family="{family}">\n{lines}\n</g>\n'

    def _line_as_svg(self, line: Line) -> str:
        more = f' text-anchor="{line.anchor}"' if line.anchor != "start" else ""
        more += ' font-weight="700"' if line.bold else ""
        inside = "".join(
            f"<tspan font-family=\"'{run.family}'\">{_escaped(run.words)}</tspan>"
            if run.family
            else _escaped(run.words)
            for run in self.text.fonts.runs(line.words)
        )
        return (
            f'<text x="{_n(line.x)}" y="{_n(line.y)}" font-size="{_n(line.size)}"{more}'
            f' fill="{line.colour}">{inside}</text>'
        )

    def _add(self, part: str) -> None:
        self._parts.append(part)


def _escaped(words: str) -> str:
    return escape(words, quote=False)


def _n(value: float) -> str:
    """A number with at most two decimals, so that it is the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value else "0"

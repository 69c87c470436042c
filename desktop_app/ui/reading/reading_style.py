"""How articles are set, as the user likes to read: face, size, line height, measure, page colours.

A value that is handed down; who keeps it between starts is ``window_state``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from desktop_app.ui.base.theme import DARK, LIGHT, SEPIA, Colours, reading_font, theme

#: The two faces that every machine has; any other is the name of an installed family.
SERIF, SANS = "serif", "sans"
#: The least and the most that can be chosen.
POINTS, LEADING, MEASURE = (8.0, 40.0), (100, 220), (40, 100)
#: Running text with the letters of English as often as English has them, to measure a face with.
_SAMPLE = "It was nearly noon when those who had waited at the gate since morning were let in. "
_SIZE_STEP = 1.12
_LONGEST_NAME = 100


class PageColours(StrEnum):
    """The colours of the page: the window's own, or always the same."""

    WINDOW = "window"
    LIGHT = "light"
    SEPIA = "sepia"
    DARK = "dark"

    @property
    def colours(self) -> Colours:
        """The colours themselves."""
        fixed = {PageColours.LIGHT: LIGHT, PageColours.SEPIA: SEPIA, PageColours.DARK: DARK}
        return fixed.get(self) or theme().colours


@dataclass(frozen=True, slots=True)
class ReadingStyle:
    """How an article's page looks.

    ``points`` is the size of the text, ``leading`` the height of a line in percent of the face's
    own, ``measure`` how many letters a line takes on average.
    """

    page: PageColours = PageColours.WINDOW
    face: str = SERIF
    points: float = 12.0
    leading: int = 130
    measure: int = 66

    def font(self) -> QFont:
        """The face of the text; where a family isn't installed, the usual serif."""
        if self.face == SERIF:
            return reading_font(self.points)
        font = QApplication.font() if self.face == SANS else reading_font(self.points)
        if self.face != SANS:
            font.setFamilies([self.face, *font.families()])
        font.setPointSizeF(self.points)
        return font

    def column(self) -> float:
        """The width of a line of text, in pixels."""
        return QFontMetricsF(self.font()).horizontalAdvance(_SAMPLE) / len(_SAMPLE) * self.measure

    def larger(self) -> ReadingStyle:
        """The same a step larger."""
        return self.sized(self.points * _SIZE_STEP)

    def smaller(self) -> ReadingStyle:
        """The same a step smaller."""
        return self.sized(self.points / _SIZE_STEP)

    def sized(self, points: float) -> ReadingStyle:
        """The same in a size, in points, brought to half points and within what can be chosen."""
        return replace(self, points=_within(round(points * 2) / 2, POINTS))


def style_words(style: ReadingStyle) -> dict[str, str]:
    """The style as words by names, to be kept."""
    return {
        "page": style.page,
        "face": style.face,
        "points": str(style.points),
        "leading": str(style.leading),
        "measure": str(style.measure),
    }


def style_from_words(word: Callable[[str], str]) -> ReadingStyle:
    """The style that was kept; what can't be read or chosen is as usual. ``word`` gives "" then."""
    usual = ReadingStyle()
    page = word("page")
    return ReadingStyle(
        page=PageColours(page) if page in list(PageColours) else usual.page,
        face=word("face")[:_LONGEST_NAME] or usual.face,
        points=_number(word("points"), usual.points, POINTS),
        leading=int(_number(word("leading"), usual.leading, LEADING)),
        measure=int(_number(word("measure"), usual.measure, MEASURE)),
    )


def _number(word: str, usual: float, bounds: tuple[float, float]) -> float:
    try:
        return _within(float(word), bounds)
    except ValueError:
        return usual


def _within(value: float, bounds: tuple[float, float]) -> float:
    # This way round, what is no number ("nan") becomes the least.
    return min(max(bounds[0], value), bounds[1])

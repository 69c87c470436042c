"""The shades of tags in both themes, and which tag of an archive has which."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QIcon

from desktop_app.ui.base.theme import theme


class TagShade(NamedTuple):
    """A colour for the ground of a tag, and one for words on it or for its icon elsewhere."""

    ground: str
    ink: str


#: The shades in the light and in the dark theme; words are readable on their ground in each.
SHADES: dict[str, tuple[TagShade, TagShade]] = {
    "red": (TagShade("#f6d5d1", "#8a1f1a"), TagShade("#5a2826", "#f4b5af")),
    "orange": (TagShade("#f9dfc4", "#84450a"), TagShade("#573814", "#f5c38c")),
    "yellow": (TagShade("#f7ecb5", "#6b5300"), TagShade("#504516", "#ecd98a")),
    "green": (TagShade("#d3ebd0", "#1f5c24"), TagShade("#244a2b", "#a9dcae")),
    "teal": (TagShade("#cdeae7", "#0f5a56"), TagShade("#1a4a48", "#9bd9d4")),
    "blue": (TagShade("#d0e3f7", "#1b4d80"), TagShade("#21425f", "#a9cdf0")),
    "purple": (TagShade("#e3d9f5", "#55308f"), TagShade("#413060", "#cdbaf2")),
    "pink": (TagShade("#f8d6e6", "#8c1d57"), TagShade("#572a42", "#f3b3d1")),
    "brown": (TagShade("#e8dccd", "#63421f"), TagShade("#4a3824", "#dcbf9c")),
    "grey": (TagShade("#dfe0e2", "#454a50"), TagShade("#3c4046", "#c9ccd0")),
}


class TagColours(QObject):
    """The colours of one archive's tags, by path; ``changed`` tells of others, also by theme."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: Mapping[str, str] = {}
        theme().changed.connect(self.changed)

    def set_names(self, names: Mapping[str, str]) -> None:
        """Take over the colours' names, by the tags' paths."""
        if names != self._names:
            self._names = names
            self.changed.emit()

    def ground(self, path: str) -> QColor:
        """What stands behind a tag."""
        shade = self._shade(path)
        return theme().colour("chip") if shade is None else QColor(shade.ground)

    def ink(self, path: str) -> QColor:
        """What a tag is written in."""
        shade = self._shade(path)
        return theme().colour("accent") if shade is None else QColor(shade.ink)

    def icon(self, path: str) -> QIcon:
        """The icon of a tag beside its name."""
        name = self._names.get(path)
        return theme().icon("tag") if name is None else colour_icon(name)

    def chip_style(self, path: str) -> str:
        """The style sheet of a tag on a button; empty where it is that of any chip."""
        shade = self._shade(path)
        return "" if shade is None else f"background: {shade.ground}; color: {shade.ink};"

    def _shade(self, path: str) -> TagShade | None:
        name = self._names.get(path)
        return None if name is None else shade_of(name)


def shade_of(colour: str) -> TagShade:
    """The shade of a colour in the theme in force."""
    light, dark = SHADES[colour]
    return dark if theme().is_dark else light


def colour_icon(colour: str) -> QIcon:
    """A tag in one of the colours."""
    return theme().tinted_icon("tag-filled", shade_of(colour).ink)

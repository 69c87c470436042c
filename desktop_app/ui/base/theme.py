"""How the window looks: colours of the light and the dark theme, the style sheet, icons.

Nothing here knows a particular pane. Views ask ``theme()`` for colours while they paint and
listen to ``Theme.changed`` where they keep something that was coloured.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from string import Template
from typing import NamedTuple
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QByteArray, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.core.resource_path import resource_path

#: The grid every measure is a multiple of, in device-independent pixels.
GRID = 8
#: The height of a line of heading above a pane, whether or not it has buttons.
HEAD_HEIGHT = 28
_ICON_SIZES = (16, 20, 24, 32, 48)


class ThemeMode(StrEnum):
    """What the user chose: the system's way, or always one of the two."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Colours(NamedTuple):
    """The colours of one theme, by what they are for."""

    window: str
    side: str
    base: str
    paper: str
    field: str
    raised: str
    ink: str
    soft: str
    faint: str
    line: str
    hover: str
    selected: str
    chip: str
    scroll: str
    accent: str
    accent_strong: str
    on_accent: str
    star: str
    mark: str
    highlight_yellow: str
    highlight_green: str
    highlight_blue: str
    highlight_pink: str
    added: str
    taken: str
    warning: str
    warning_ground: str
    failure: str

    def highlight_ink(self, colour: str) -> QColor:
        """What stands behind words that are highlighted in a colour."""
        return QColor(getattr(self, f"highlight_{colour}"))


LIGHT = Colours(
    window="#f4f3f0",
    side="#f0eeea",
    base="#fbfaf8",
    paper="#fffefb",
    field="#ffffff",
    raised="#ffffff",
    ink="#1f2328",
    soft="#5b6169",
    faint="#9a9da1",
    line="#dedbd4",
    hover="#e8e5df",
    selected="#d7e3ec",
    chip="#ebe8e1",
    scroll="#c9c6be",
    accent="#24506e",
    accent_strong="#193c54",
    on_accent="#ffffff",
    star="#b97a10",
    mark="#f9d48a",
    highlight_yellow="#fdf0a6",
    highlight_green="#cdeecb",
    highlight_blue="#cbe2f7",
    highlight_pink="#f8d3e0",
    added="#d5ecd4",
    taken="#f6d5d1",
    warning="#b97a10",
    warning_ground="#fbf2dc",
    failure="#a83232",
)
DARK = Colours(
    window="#1d1f22",
    side="#1a1c1f",
    base="#202326",
    paper="#22252a",
    field="#191b1e",
    raised="#2a2d32",
    ink="#e7e5e0",
    soft="#adb0b4",
    faint="#6d7176",
    line="#34383d",
    hover="#2d3136",
    selected="#2b4152",
    chip="#30343a",
    scroll="#484d53",
    accent="#7fb2d3",
    accent_strong="#a0c8e2",
    on_accent="#10202b",
    star="#e3b04b",
    mark="#6e5419",
    highlight_yellow="#5a5320",
    highlight_green="#2c4f31",
    highlight_blue="#24455f",
    highlight_pink="#5c3247",
    added="#25452a",
    taken="#572b29",
    warning="#e3b04b",
    warning_ground="#332c1c",
    failure="#e08080",
)
#: For the page of an article only; a window has the light or the dark theme.
SEPIA = LIGHT._replace(
    paper="#f5ead6",
    ink="#362b20",
    soft="#5f513d",
    faint="#9b8a70",
    line="#ddcdb0",
    hover="#ecdfc6",
    selected="#dfd3b4",
    chip="#eadcc1",
    scroll="#cbb994",
    accent="#1f5266",
    accent_strong="#173f4f",
    mark="#f0c169",
    highlight_yellow="#f2dd80",
    highlight_green="#cbdfae",
    highlight_blue="#c3d6dd",
    highlight_pink="#f0c6c2",
    added="#cfe0b5",
    taken="#efc6ba",
)


class Theme(QObject):
    """The theme in force; ``changed`` tells when it is another."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.mode = ThemeMode.SYSTEM
        self.colours = LIGHT
        self._dressed: WeakSet[QWidget] = WeakSet()

    @property
    def is_dark(self) -> bool:
        """Whether the dark colours are in force."""
        return self.colours is DARK

    def prepare(self, mode: ThemeMode) -> None:
        """Put the theme on the application and follow the system, where that was chosen.

        All but the style sheet, which costs less when it is put on a window that is built.
        """
        QApplication.setStyle("Fusion")
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(
            self._on_system_changed, Qt.ConnectionType.UniqueConnection
        )
        self.mode = mode
        self._choose_colours()

    def dress(self, window: QWidget) -> None:
        """Put the style sheet on a window, what is in it, and the dialogs it opens; keep it so.

        Not on the application: Qt then goes through the same widgets again and again, and a change
        of theme takes four times as long.
        """
        if window not in self._dressed:
            self._dressed.add(window)
            window.setStyleSheet(style_sheet(self.colours))

    def set_mode(self, mode: ThemeMode) -> None:
        """Choose light, dark, or the system's way."""
        self.mode = mode
        self._apply()

    def _on_system_changed(self) -> None:
        if self.mode is ThemeMode.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        self._choose_colours()
        for window in tuple(self._dressed):
            if shiboken6.isValid(window):
                window.setStyleSheet(style_sheet(self.colours))
        self.changed.emit()

    def _choose_colours(self) -> None:
        dark = self.mode is ThemeMode.DARK or (
            self.mode is ThemeMode.SYSTEM
            and QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        self.colours = DARK if dark else LIGHT
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setPalette(_palette(self.colours))

    def colour(self, name: str) -> QColor:
        """One of the colours, ready to paint with."""
        return QColor(getattr(self.colours, name))

    def highlight_ink(self, colour: str) -> QColor:
        """What stands behind words that are highlighted in a colour."""
        return self.colours.highlight_ink(colour)

    def icon(self, name: str, colour: str = "soft") -> QIcon:
        """A drawing from ``resources/icons`` in one of the theme's colours."""
        return _icon(name, getattr(self.colours, colour), self.colours.faint)

    def tinted_icon(self, name: str, colour: str) -> QIcon:
        """The same in a colour that isn't the theme's, as ``#rrggbb``."""
        return _icon(name, colour, self.colours.faint)


@cache
def theme() -> Theme:
    """The application's theme."""
    return Theme()


@cache
def style_sheet(colours: Colours) -> str:
    """The window's style sheet in these colours."""
    text = resource_path("styles", "window.qss").read_text(encoding="utf-8")
    icons = str(resource_path("icons")).replace("\\", "/")
    return Template(text).substitute(colours._asdict(), icons=icons)


def reading_font(points: float) -> QFont:
    """The face articles are read in: a serif made for text, whichever the machine has."""
    font = QFont()
    font.setFamilies(
        [
            "Charter",
            "Iowan Old Style",
            "Source Serif 4",
            "Source Serif Pro",
            "Noto Serif",
            "Georgia",
            "Cambria",
            "C059",
            "DejaVu Serif",
        ]
    )
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    return font


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, value in {
        role.Window: colours.window,
        role.WindowText: colours.ink,
        role.Base: colours.base,
        role.AlternateBase: colours.side,
        role.Text: colours.ink,
        role.Button: colours.raised,
        role.ButtonText: colours.ink,
        role.ToolTipBase: colours.raised,
        role.ToolTipText: colours.ink,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.PlaceholderText: colours.faint,
    }.items():
        palette.setColor(which, QColor(value))
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.faint))
    return palette


@cache
def _icon(name: str, colour: str, disabled: str) -> QIcon:
    # Imported here: the list is asked for before the first icon is painted.
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415

    drawing = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    icon = QIcon()
    renderer = QSvgRenderer(QByteArray(drawing.replace("#000", colour).encode()))
    for size in _ICON_SIZES:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(pixmap, QIcon.Mode.Normal)
        painter.begin(pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(pixmap.rect(), QColor(disabled))
        painter.end()
        icon.addPixmap(pixmap, QIcon.Mode.Disabled)
    return icon

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.base.theme import DARK, LIGHT, Colours, ThemeMode, style_sheet, theme


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """The contrast of two colours as WCAG 2 measures it, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_text_can_be_read_in_both_themes() -> None:
    for colours in (LIGHT, DARK):
        for ground in (colours.paper, colours.base, colours.side, colours.selected, colours.chip):
            assert contrast(colours.ink, ground) >= 7
            assert contrast(colours.soft, ground) >= 4.5
        assert contrast(colours.accent, colours.paper) >= 4.5
        assert contrast(colours.on_accent, colours.accent) >= 4.5


def test_every_colour_of_the_style_sheet_is_known() -> None:
    for colours in (LIGHT, DARK):
        assert isinstance(colours, Colours)
        assert "$" not in style_sheet(colours).split("*/", 1)[1]


def test_a_window_and_its_fields_take_the_colours_of_another_theme(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit(window)
    theme().dress(window)
    window.show()

    grounds = []
    for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
        theme().set_mode(mode)
        grounds.append(field.grab().toImage().pixelColor(field.rect().center()).name())

    assert grounds == [DARK.field, LIGHT.field]


def test_icons_are_drawn_in_the_theme_s_colours() -> None:
    assert not theme().icon("star").isNull()

"""Tags are shown in their colours, readable in both themes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu, QToolButton

from desktop_app.core.tag_colour import TAG_COLOURS
from desktop_app.services.library import Library
from desktop_app.ui.base.theme import DARK, LIGHT, ThemeMode, theme
from desktop_app.ui.library.library_places import tag_place
from desktop_app.ui.tags.tag_colours import SHADES, colour_icon, shade_of
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    shares = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", TAG_COLOURS)
def test_every_colour_is_readable_in_both_themes(name: str) -> None:
    for shade, colours in zip(SHADES[name], (LIGHT, DARK), strict=True):
        assert contrast(shade.ink, shade.ground) >= 4.5
        assert contrast(shade.ink, colours.side) >= 4.5
        assert contrast(shade.ink, colours.selected) >= 3


@pytest.fixture
def coloured(
    window: MainWindow, library: Library, add_article: AddArticle, settle: Settle
) -> Iterator[MainWindow]:
    article_id = add_article(tags=("russia/moscow", "diplomacy"))
    library.tagging.set_colour("russia", "red")
    window.reload()
    window.list_pane.reload()
    window.show_article(article_id)
    settle()
    yield window
    theme().set_mode(ThemeMode.LIGHT)


def chip(window: MainWindow, tag: str) -> QToolButton:
    chips = window.reader.details.tags.findChildren(QToolButton)
    return next(each for each in chips if each.text() == tag)


def test_tree_rows_and_chips_show_it_and_follow_the_theme(
    coloured: MainWindow, settle: Settle
) -> None:
    colours = coloured.library_pane.tag_colours
    assert colours.ground("russia/moscow").name() == SHADES["red"][0].ground
    assert SHADES["red"][0].ink in chip(coloured, "russia/moscow").styleSheet()
    assert chip(coloured, "diplomacy").styleSheet() == ""

    coloured.set_theme(ThemeMode.DARK)
    settle()

    assert colours.ink("russia/moscow").name() == SHADES["red"][1].ink
    assert SHADES["red"][1].ground in chip(coloured, "russia/moscow").styleSheet()


def test_the_chosen_tag_is_coloured_from_the_menu_and_undone(
    coloured: MainWindow, library: Library, settle: Settle
) -> None:
    coloured.library_pane.choose(tag_place("diplomacy"))
    settle()
    coloured.commands.action("tag.colour").trigger()
    menu = coloured.library_pane.findChild(QMenu)
    assert isinstance(menu, QMenu)
    green = next(action for action in menu.actions() if action.text() == "Green")
    green.trigger()
    menu.close()
    settle()

    names = {tag.path: tag.colour for tag in library.tagging.all()}
    assert names["diplomacy"] == "green"
    assert coloured.library_pane.tag_colours.ground("diplomacy").name() == shade_of("green").ground
    tree = coloured.library_pane.model
    shown = tree.data(coloured.library_pane.view.currentIndex(), 1)
    assert shown.cacheKey() == colour_icon("green").cacheKey()  # type: ignore[attr-defined]

    coloured.acts.undo()
    settle()
    assert "diplomacy" not in {tag.path for tag in library.tagging.all() if tag.colour}

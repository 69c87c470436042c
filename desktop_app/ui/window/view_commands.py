"""What of the window and of articles is shown, and how: the commands of the View menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.ui.base.commands import Command
from desktop_app.ui.base.theme import ThemeMode, theme
from desktop_app.ui.timeline.timeline_commands import timeline_commands
from desktop_app.ui.window.article_commands import in_reader

if TYPE_CHECKING:
    from desktop_app.ui.reading.reading_acts import ReadingActs
    from desktop_app.ui.window.main_window import MainWindow

#: The menus within it.
_COLOURS, _SIZE = "&Colours", "Si&ze of the text"


def view_commands(window: MainWindow) -> list[Command]:
    """What stands in the View menu."""

    def has_mode(mode: ThemeMode) -> bool:
        return theme().mode is mode

    modes = (
        (ThemeMode.SYSTEM, "Colours as the &system has them"),
        (ThemeMode.LIGHT, "&Light"),
        (ThemeMode.DARK, "&Dark"),
    )
    colours = [
        Command(
            f"view.{mode}",
            title,
            partial(window.set_theme, mode),
            group=1,
            checked=partial(has_mode, mode),
            below=_COLOURS,
        )
        for mode, title in modes
    ]
    return [
        Command(
            "view.library",
            "The &library",
            _turning(lambda: window.library_pane),
            "F9",
            checked=window.library_pane.isVisible,
        ),
        *timeline_commands(
            window.timeline_place,
            _turning(lambda: window.list_pane.timeline),
            window.list_pane.timeline.isVisible,
        ),
        Command(
            "view.facets",
            "Na&rrow the list",
            window.toggle_facets,
            "F8; Ctrl+Shift+F",
            hint="Years, tags, people, outlets and languages of what the list shows",
            checked=lambda: window.shows_facets,
        ),
        Command(
            "view.details",
            "D&etails of the article",
            _turning(lambda: window.reader.details),
            "Ctrl+I",
            checked=in_reader(window, lambda reader: reader.details.isVisible()),
        ),
        Command(
            "view.names",
            "&Names in the text",
            in_reader(window, lambda reader: reader.toggle_names()),
            hint="Underline the names of people; a click opens their page",
            checked=lambda: window.reader.shown_marks.names,
        ),
        Command(
            "view.dates",
            "Dates beside the te&xt",
            in_reader(window, lambda reader: reader.toggle_dates()),
            hint="Show beside the text when what it tells happened",
            checked=lambda: window.reader.shown_marks.dates,
        ),
        *colours,
        *_reading(window),
    ]


def _turning(part: Callable[[], QWidget]) -> Callable[[], None]:
    """What shows a part of the window, or hides it where it is shown."""

    def turn() -> None:
        widget = part()
        widget.setVisible(not widget.isVisible())

    return turn


def _reading(window: MainWindow) -> list[Command]:
    def reading(act: Callable[[ReadingActs], object]) -> Callable[[], object]:
        return lambda: act(window.reading)

    return [
        Command(
            "view.reading",
            "How articles are &set…",
            lambda: window.reading.show_panel(
                window.reader.bar.button_of(window.commands.action("view.reading"))
            ),
            "Ctrl+Shift+A",
            group=2,
            hint="Light, sepia or dark page, face, size, line height and line length",
        ),
        Command(
            "view.larger",
            "Lar&ger text",
            reading(lambda acts: acts.larger()),
            "Ctrl++; Ctrl+=",
            group=2,
            below=_SIZE,
        ),
        Command(
            "view.smaller",
            "S&maller text",
            reading(lambda acts: acts.smaller()),
            "Ctrl+-",
            group=2,
            below=_SIZE,
        ),
        Command(
            "view.usual-size",
            "&Usual size of text",
            reading(lambda acts: acts.usual_size()),
            "Ctrl+0",
            group=2,
            below=_SIZE,
        ),
        Command(
            "view.next-page",
            "Ne&xt colours of the page",
            reading(lambda acts: acts.next_page()),
            group=2,
        ),
    ]

"""Undo, searches and what is set once and for all: the commands of the Edit menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.base.commands import Command

if TYPE_CHECKING:
    from desktop_app.ui.window.main_window import MainWindow

#: The menu within it.
_SEARCH = "The save&d search"


def edit_commands(window: MainWindow) -> list[Command]:
    """What stands in the Edit menu."""
    return [
        Command("edit.undo", "&Undo", window.acts.undo, "Ctrl+Z"),
        Command("edit.redo", "&Redo", window.acts.redo, "Ctrl+Shift+Z"),
        Command(
            "edit.stop",
            "S&top the change under way",
            window.status_line.stop_write,
            "Ctrl+.",
            hint="Everything is left as it was before it began",
        ),
        Command(
            "edit.recent",
            "&Recent changes…",
            window.keeping.show_recent_changes,
            "Ctrl+Alt+Z",
            hint="The last 100 acts with their times; undo several at once",
        ),
        Command("edit.find", "&Search", window.focus_search, "Ctrl+F; Ctrl+L", group=1),
        Command("edit.history", "Searches made &before", window.show_history, "Ctrl+H", group=1),
        Command("edit.forget", "F&orget the searches made before", window.forget_searches, group=1),
        Command("edit.save-search", "Sa&ve this search…", window.save_search, "Ctrl+S", group=1),
        Command(
            "edit.change-search",
            "C&hange the saved search…",
            window.chosen_place.change_search,
            group=1,
            below=_SEARCH,
        ),
        Command(
            "edit.search-up",
            "Move the saved search up",
            lambda: window.chosen_place.move_search(-1),
            "Ctrl+Shift+Up",
            group=1,
            below=_SEARCH,
        ),
        Command(
            "edit.search-down",
            "Move the saved search down",
            lambda: window.chosen_place.move_search(1),
            "Ctrl+Shift+Down",
            group=1,
            below=_SEARCH,
        ),
        Command(
            "edit.delete-search",
            "Delete the saved search",
            window.chosen_place.delete_search,
            group=1,
            below=_SEARCH,
        ),
        Command("edit.select-all", "Select &all in the list", window.select_all, "Ctrl+A", group=1),
        Command("edit.commands", "&Commands…", window.dialogs.open_palette, "Ctrl+K", group=2),
        Command(
            "edit.browsers",
            "&Browsers…",
            window.dialogs.show_browsers,
            "Ctrl+Shift+B",
            group=2,
            hint="Pair a browser, so that it can send pages as you see them; forget one",
        ),
        Command(
            "edit.settings",
            "Settin&gs…",
            window.dialogs.show_settings,
            "Ctrl+,",
            group=2,
            hint="Who finds the names of people: Cuttings itself, or a spaCy pipeline",
        ),
    ]

"""What can be done to tags: the commands of the Tags menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.base.commands import Command, Needs

if TYPE_CHECKING:
    from desktop_app.ui.window.main_window import MainWindow


def tag_commands(window: MainWindow) -> list[Command]:
    """What is done to tags."""
    chosen = window.chosen_place
    return [
        Command(
            "tag.find",
            "&Find a tag",
            window.find_tag,
            "Ctrl+G",
            hint="Filter the tags in the library by a few letters",
        ),
        Command(
            "tag.rename",
            "&Rename or merge a tag…",
            chosen.rename_tag,
            "F2",
            hint="With a preview of what changes",
        ),
        Command(
            "tag.colour",
            "&Colour of the chosen tag…",
            chosen.colour_tag,
            hint="Tags below it share it unless they have their own",
            needs=Needs.TAG,
        ),
        Command(
            "tag.delete",
            "&Delete the chosen tag",
            chosen.delete_tag,
            hint="Take it, and every tag below it, off all articles; undo brings it back",
            needs=Needs.TAG,
        ),
    ]

"""Every command of the window: what stands in which menu, with which keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.article_list.list_commands import list_commands
from desktop_app.ui.base.commands import Command
from desktop_app.ui.dossier.dossier_commands import dossier_commands
from desktop_app.ui.window.article_commands import article_commands
from desktop_app.ui.window.edit_commands import edit_commands
from desktop_app.ui.window.file_commands import file_commands
from desktop_app.ui.window.go_commands import go_commands
from desktop_app.ui.window.tag_commands import tag_commands
from desktop_app.ui.window.view_commands import view_commands

if TYPE_CHECKING:
    from desktop_app.ui.window.main_window import MainWindow


def main_commands(window: MainWindow) -> list[Command]:
    """Every command of the window, in menu order."""
    return [
        *file_commands(window),
        *edit_commands(window),
        *view_commands(window),
        *list_commands(window.list_pane),
        *article_commands(window),
        *tag_commands(window),
        *dossier_commands(window.dossier_acts, lambda: window.pages.dossier_page),
        *go_commands(window),
        *_help(window),
    ]


def _help(window: MainWindow) -> list[Command]:
    return [
        Command("help.welcome", "How to &clip", window.show_welcome, "F1"),
        Command("help.doctor", "What this &machine lacks", window.dialogs.show_doctor),
        Command("help.log", "Open the &log", window.dialogs.open_log),
        Command("help.about", "&About Cuttings", window.dialogs.show_about, group=1),
    ]

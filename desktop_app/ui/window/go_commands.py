"""The ways to every page, pane and article: the commands of the Go menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.base.commands import Command, Needs
from desktop_app.ui.window.article_commands import in_reader

if TYPE_CHECKING:
    from desktop_app.ui.window.main_window import MainWindow


def go_commands(window: MainWindow) -> list[Command]:
    """What stands in the Go menu."""
    list_view = window.list_pane.view
    return [
        Command("go.all", "&All articles", lambda: window.go("all"), "Alt+1"),
        Command("go.unread", "&Unread", lambda: window.go("unread"), "Alt+2"),
        Command("go.starred", "&Starred", lambda: window.go("star"), "Alt+3"),
        Command("go.trash", "&Trash", lambda: window.go("trash"), "Alt+4"),
        Command("go.people", "&People", window.show_people, "Alt+5"),
        Command(
            "go.same-person",
            "&Same person?",
            window.pages.show_suggestions,
            "Alt+6",
            hint="Decide which names are one person's",
        ),
        Command("go.highlights", "&Highlights", window.pages.show_highlights, "Alt+7"),
        Command(
            "go.queue",
            "&Queue of addresses",
            window.pages.show_addresses,
            "Alt+8",
            hint="What waits to be fetched, and what became of the rest",
        ),
        Command(
            "go.watched",
            "&Watched pages",
            window.pages.show_watched,
            "Alt+9",
            hint="What is fetched again how often, and what came of it",
        ),
        Command(
            "go.feeds",
            "Inbox of &feeds",
            window.pages.show_feeds,
            "Alt+0",
            hint="What the feeds that you follow brought, until you clip or dismiss it",
        ),
        Command(
            "go.next", "&Next article", lambda: list_view.step(1), "J", group=1, needs=Needs.LIST
        ),
        Command(
            "go.previous",
            "&Previous article",
            lambda: list_view.step(-1),
            "K",
            group=1,
            needs=Needs.LIST,
        ),
        Command(
            "go.next-match",
            "Next &match in the text",
            in_reader(window, lambda reader: reader.matches.step(1)),
            "F3",
            group=1,
            hint="The next place where the words of the search stand, also in the next article",
            needs=Needs.LIST,
        ),
        Command(
            "go.previous-match",
            "Pre&vious match in the text",
            in_reader(window, lambda reader: reader.matches.step(-1)),
            "Shift+F3",
            group=1,
            needs=Needs.LIST,
        ),
        Command("go.list", "The &list", window.focus_list, "Alt+L", group=2),
        Command("go.reader", "The te&xt", window.focus_reader, "Alt+R", group=2),
        Command("go.back", "&Back", window.pages.back, "Alt+Left", group=2),
    ]

"""The table of the window's commands: what stands in which menu, with which keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.ui.article_list.list_commands import list_commands
from desktop_app.ui.base.commands import Command, Needs
from desktop_app.ui.base.theme import ThemeMode, theme
from desktop_app.ui.dossier.dossier_commands import dossier_commands
from desktop_app.ui.timeline.timeline_commands import timeline_commands
from desktop_app.ui.window.article_commands import article_commands, in_reader, tag_commands

if TYPE_CHECKING:
    from desktop_app.ui.reading.reading_acts import ReadingActs
    from desktop_app.ui.window.main_window import MainWindow

#: The menus within the long ones.
_FEEDS, _CARE, _SEARCH = "Fee&ds", "Loo&k after the archive", "The save&d search"
_PICTURES = "Export a pictu&re"
_COLOURS, _SIZE = "&Colours", "Si&ze of the text"


def main_commands(window: MainWindow) -> list[Command]:
    """Every command of the window, in menu order."""
    return [
        *_file(window),
        *_edit(window),
        *_view(window),
        *list_commands(window.list_pane),
        *article_commands(window),
        *tag_commands(window),
        *dossier_commands(window.dossier_acts, lambda: window.places.dossier_page),
        *_go(window),
        *_help(window),
    ]


def _file(window: MainWindow) -> list[Command]:
    clip, keep = window.clipping, window.keeping
    return [
        Command(
            "file.paste",
            "&Paste an article",
            clip.paste,
            "Ctrl+V",
            hint="Clip what is on the clipboard: a page, a text, an address, files",
        ),
        Command("file.address", "Clip from &address…", clip.ask_address, "Ctrl+N"),
        Command(
            "file.addresses",
            "Fetch &many addresses…",
            window.places.ask_addresses,
            "Ctrl+Alt+N",
            hint="Any text with addresses; they are fetched one by one, politely",
        ),
        Command(
            "file.browse",
            "Open a page as my bro&wser would…",
            window.open_page,
            "Ctrl+B",
            hint="For pages that need a log-in or scripts: a window of its own; clip what it shows",
        ),
        Command("file.open", "Clip &files…", clip.ask_files, "Ctrl+O"),
        Command(
            "file.import",
            "Imp&ort from another program…",
            window.dialogs.open_import,
            "Ctrl+Shift+I",
            group=1,
            hint="Pocket, Instapaper, Omnivore, wallabag, bookmarks and others; shown beforehand",
        ),
        Command(
            "file.folders",
            "Watc&hed folders…",
            window.dialogs.show_folders,
            "Ctrl+Alt+W",
            group=1,
            hint="Files that appear in them are clipped: what SingleFile saves, for instance",
        ),
        Command(
            "file.feed",
            "Follow a fee&d…",
            window.feed_acts.ask_follow,
            "Ctrl+Alt+F",
            group=1,
            hint="RSS, Atom or JSON Feed, by its address or that of a page that names it",
            below=_FEEDS,
        ),
        Command(
            "file.feeds-look",
            "Look at all feeds now",
            window.feed_acts.look_now,
            group=1,
            hint="Whether their time has come or not",
            below=_FEEDS,
        ),
        Command(
            "file.feeds-read",
            "Follow the feeds of a list (OPML)…",
            window.feed_acts.ask_list,
            group=1,
            hint="As other feed readers write it; folders become tags",
            below=_FEEDS,
        ),
        Command(
            "file.feeds-write",
            "Save the list of feeds (OPML)…",
            window.feed_acts.ask_write_list,
            group=1,
            hint="All feeds, in folders by their tags",
            below=_FEEDS,
        ),
        Command(
            "file.export",
            "&Export…",
            window.export_shown,
            "Ctrl+E",
            group=1,
            hint="The list, dossier or person that is shown, in any format; or the whole archive",
        ),
        *_picture_commands(window),
        Command("file.backup", "&Back up…", keep.ask_backup, group=2, below=_CARE),
        Command("file.check", "Check the ar&chive…", keep.check, group=2, below=_CARE),
        Command(
            "file.clean-again",
            "C&lean the list again",
            keep.clean_again,
            group=2,
            hint="Clean and analyse again from the pages as captured; your edits stay",
            below=_CARE,
        ),
        Command(
            "file.compare-names",
            "Co&mpare all names",
            keep.compare_names,
            group=2,
            hint="Join spellings that are surely one person, and ask about those that may be",
            below=_CARE,
        ),
        Command(
            "file.find-copies",
            "Find co&pies of the same story",
            keep.find_copies,
            group=2,
            hint="Compare all texts, and put what several outlets printed into one group",
            below=_CARE,
        ),
        Command(
            "file.empty-trash",
            "Empty the &trash…",
            window.keeping.ask_empty_trash,
            group=2,
            hint="Delete what is in the trash for good; asks first",
            below=_CARE,
        ),
        Command(
            "file.compact",
            "Compact the arch&ive",
            keep.compact,
            group=2,
            hint="Give room that the archive no longer needs back to the disk",
            below=_CARE,
        ),
        Command("file.sample", "Load the &sample archive", keep.load_sample, group=2),
        Command("file.close", "&Quit", window.close, "Ctrl+Q", group=3),
    ]


def _picture_commands(window: MainWindow) -> list[Command]:
    """The pictures of what is shown, in the export dialog."""

    def export(name: str) -> None:
        from desktop_app.ui.exporting.preset import Preset  # noqa: PLC0415 - when it is wanted

        is_timeline = name == "timeline-picture"
        window.export_shown(window.timeline_place.preset if is_timeline else Preset(name))

    return [
        Command(
            f"file.{name}",
            title,
            lambda name=name: export(name),
            group=1,
            hint=hint,
            below=_PICTURES,
        )
        for name, title, hint in (
            ("timeline-picture", "&Timeline…", "Dates with their words, as PDF, PNG or SVG"),
            ("network-picture", "&Network of persons…", "Who is named with whom"),
            ("counts-picture", "&Counts over time…", "How many by day, week, month or year"),
        )
    ]


def _edit(window: MainWindow) -> list[Command]:
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
            window.change_search,
            group=1,
            below=_SEARCH,
        ),
        Command(
            "edit.search-up",
            "Move the saved search up",
            lambda: window.move_search(-1),
            "Ctrl+Shift+Up",
            group=1,
            below=_SEARCH,
        ),
        Command(
            "edit.search-down",
            "Move the saved search down",
            lambda: window.move_search(1),
            "Ctrl+Shift+Down",
            group=1,
            below=_SEARCH,
        ),
        Command(
            "edit.delete-search",
            "Delete the saved search",
            window.delete_search,
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


def _view(window: MainWindow) -> list[Command]:
    modes = (
        (ThemeMode.SYSTEM, "Colours as the &system has them"),
        (ThemeMode.LIGHT, "&Light"),
        (ThemeMode.DARK, "&Dark"),
    )
    colours = [
        Command(
            f"view.{mode}",
            title,
            lambda mode=mode: window.set_theme(mode),
            group=1,
            checked=lambda mode=mode: theme().mode is mode,  # type: ignore[misc]
            below=_COLOURS,
        )
        for mode, title in modes
    ]
    return [
        Command(
            "view.library",
            "The &library",
            window.toggle_library,
            "F9",
            checked=window.library_pane.isVisible,
        ),
        *timeline_commands(
            window.timeline_place, window.toggle_timeline, window.list_pane.timeline.isVisible
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
            window.toggle_details,
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


def _reading(window: MainWindow) -> list[Command]:

    def reading(act: Callable[[ReadingActs], object]) -> Callable[[], object]:
        return lambda: act(window.reading)

    return [
        Command(
            "view.reading",
            "How articles are &set…",
            lambda: window.reading.show_panel(
                window.reader.button_of(window.commands.action("view.reading"))
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


def _go(window: MainWindow) -> list[Command]:
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
            window.places.show_suggestions,
            "Alt+6",
            hint="Decide which names are one person's",
        ),
        Command("go.highlights", "&Highlights", window.places.show_highlights, "Alt+7"),
        Command(
            "go.queue",
            "&Queue of addresses",
            window.places.show_addresses,
            "Alt+8",
            hint="What waits to be fetched, and what became of the rest",
        ),
        Command(
            "go.watched",
            "&Watched pages",
            window.places.show_watched,
            "Alt+9",
            hint="What is fetched again how often, and what came of it",
        ),
        Command(
            "go.feeds",
            "Inbox of &feeds",
            window.places.show_feeds,
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
        Command("go.back", "&Back", window.places.back, "Alt+Left", group=2),
    ]


def _help(window: MainWindow) -> list[Command]:
    return [
        Command("help.welcome", "How to &clip", window.show_welcome, "F1"),
        Command("help.doctor", "What this &machine lacks", window.dialogs.show_doctor),
        Command("help.log", "Open the &log", window.dialogs.open_log),
        Command("help.about", "&About Cuttings", window.dialogs.show_about, group=1),
    ]

"""The table of the window's commands: what stands in which menu, with which keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.ui.article_list.list_commands import list_commands
from desktop_app.ui.base.commands import Command
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
            "File",
            "&Paste an article",
            clip.paste,
            "Ctrl+V",
            hint="Clip what is on the clipboard: a page, a text, an address, files",
        ),
        Command("file.address", "File", "Clip from &address…", clip.ask_address, "Ctrl+N"),
        Command(
            "file.addresses",
            "File",
            "Fetch &many addresses…",
            window.places.ask_addresses,
            "Ctrl+Alt+N",
            hint="Any text with addresses; they are fetched one by one, politely",
        ),
        Command(
            "file.browse",
            "File",
            "Open a page as my bro&wser would…",
            window.open_page,
            "Ctrl+B",
            hint="For pages that need a log-in or scripts: a window of its own; clip what it shows",
        ),
        Command("file.open", "File", "Clip &files…", clip.ask_files, "Ctrl+O"),
        Command(
            "file.import",
            "File",
            "Imp&ort from another program…",
            window.dialogs.open_import,
            "Ctrl+Shift+I",
            1,
            hint="Pocket, Instapaper, Omnivore, wallabag, bookmarks and others; shown beforehand",
        ),
        Command(
            "file.folders",
            "File",
            "Watc&hed folders…",
            window.dialogs.show_folders,
            "Ctrl+Alt+W",
            1,
            hint="Files that appear in them are clipped: what SingleFile saves, for instance",
        ),
        Command(
            "file.feed",
            "File",
            "Follow a fee&d…",
            window.feed_acts.ask_follow,
            "Ctrl+Alt+F",
            1,
            hint="RSS, Atom or JSON Feed, by its address or that of a page that names it",
            below=_FEEDS,
        ),
        Command(
            "file.feeds-look",
            "File",
            "Look at all feeds now",
            window.feed_acts.look_now,
            "",
            1,
            hint="Whether their time has come or not",
            below=_FEEDS,
        ),
        Command(
            "file.feeds-read",
            "File",
            "Follow the feeds of a list (OPML)…",
            window.feed_acts.ask_list,
            "",
            1,
            hint="As other feed readers write it; folders become tags",
            below=_FEEDS,
        ),
        Command(
            "file.feeds-write",
            "File",
            "Save the list of feeds (OPML)…",
            window.feed_acts.ask_write_list,
            "",
            1,
            hint="All feeds, in folders by their tags",
            below=_FEEDS,
        ),
        Command(
            "file.export",
            "File",
            "&Export…",
            window.export_shown,
            "Ctrl+E",
            1,
            hint="The list, dossier or person that is shown, in any format; or the whole archive",
        ),
        *_picture_commands(window),
        Command("file.backup", "File", "&Back up…", keep.ask_backup, "", 2, below=_CARE),
        Command("file.check", "File", "Check the ar&chive…", keep.check, "", 2, below=_CARE),
        Command(
            "file.clean-again",
            "File",
            "C&lean the list again",
            keep.clean_again,
            "",
            2,
            hint="Clean and analyse again from the pages as captured; your edits stay",
            below=_CARE,
        ),
        Command(
            "file.compare-names",
            "File",
            "Co&mpare all names",
            keep.compare_names,
            "",
            2,
            hint="Join spellings that are surely one person, and ask about those that may be",
            below=_CARE,
        ),
        Command(
            "file.find-copies",
            "File",
            "Find co&pies of the same story",
            keep.find_copies,
            "",
            2,
            hint="Compare all texts, and put what several outlets printed into one group",
            below=_CARE,
        ),
        Command(
            "file.empty-trash",
            "File",
            "Empty the &trash…",
            window.keeping.ask_empty_trash,
            "",
            2,
            hint="Delete what is in the trash for good; asks first",
            below=_CARE,
        ),
        Command(
            "file.compact",
            "File",
            "Compact the arch&ive",
            keep.compact,
            "",
            2,
            hint="Give room that the archive no longer needs back to the disk",
            below=_CARE,
        ),
        Command("file.sample", "File", "Load the &sample archive", keep.load_sample, "", 2),
        Command("file.close", "File", "&Quit", window.close, "Ctrl+Q", 3),
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
            "File",
            title,
            lambda name=name: export(name),  # type: ignore[misc]
            "",
            1,
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
        Command("edit.undo", "Edit", "&Undo", window.acts.undo, "Ctrl+Z"),
        Command("edit.redo", "Edit", "&Redo", window.acts.redo, "Ctrl+Shift+Z"),
        Command(
            "edit.stop",
            "Edit",
            "S&top the change under way",
            window.status_line.stop_write,
            "Ctrl+.",
            hint="Everything is left as it was before it began",
        ),
        Command(
            "edit.recent",
            "Edit",
            "&Recent changes…",
            window.keeping.show_recent_changes,
            "Ctrl+Alt+Z",
            hint="The last 100 acts with their times; undo several at once",
        ),
        Command("edit.find", "Edit", "&Search", window.focus_search, "Ctrl+F; Ctrl+L", 1),
        Command("edit.history", "Edit", "Searches made &before", window.show_history, "Ctrl+H", 1),
        Command(
            "edit.forget", "Edit", "F&orget the searches made before", window.forget_searches, "", 1
        ),
        Command("edit.save-search", "Edit", "Sa&ve this search…", window.save_search, "Ctrl+S", 1),
        Command(
            "edit.change-search",
            "Edit",
            "C&hange the saved search…",
            window.change_search,
            "",
            1,
            below=_SEARCH,
        ),
        Command(
            "edit.search-up",
            "Edit",
            "Move the saved search up",
            lambda: window.move_search(-1),
            "Ctrl+Shift+Up",
            1,
            below=_SEARCH,
        ),
        Command(
            "edit.search-down",
            "Edit",
            "Move the saved search down",
            lambda: window.move_search(1),
            "Ctrl+Shift+Down",
            1,
            below=_SEARCH,
        ),
        Command(
            "edit.delete-search",
            "Edit",
            "Delete the saved search",
            window.delete_search,
            "",
            1,
            below=_SEARCH,
        ),
        Command(
            "edit.select-all",
            "Edit",
            "Select &all in the list",
            window.select_all,
            "Ctrl+A",
            1,
        ),
        Command("edit.commands", "Edit", "&Commands…", window.dialogs.open_palette, "Ctrl+K", 2),
        Command(
            "edit.browsers",
            "Edit",
            "&Browsers…",
            window.dialogs.show_browsers,
            "Ctrl+Shift+B",
            2,
            hint="Pair a browser, so that it can send pages as you see them; forget one",
        ),
        Command(
            "edit.settings",
            "Edit",
            "Settin&gs…",
            window.dialogs.show_settings,
            "Ctrl+,",
            2,
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
            "View",
            title,
            lambda mode=mode: window.set_theme(mode),  # type: ignore[misc]
            "",
            1,
            checked=lambda mode=mode: theme().mode is mode,  # type: ignore[misc]
            below=_COLOURS,
        )
        for mode, title in modes
    ]
    return [
        Command(
            "view.library",
            "View",
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
            "View",
            "Na&rrow the list",
            window.toggle_facets,
            "F8; Ctrl+Shift+F",
            hint="Years, tags, people, outlets and languages of what the list shows",
            checked=lambda: window.shows_facets,
        ),
        Command(
            "view.details",
            "View",
            "D&etails of the article",
            window.toggle_details,
            "Ctrl+I",
            checked=in_reader(window, lambda reader: reader.details.isVisible()),
        ),
        Command(
            "view.names",
            "View",
            "&Names in the text",
            in_reader(window, lambda reader: reader.toggle_names()),
            "",
            hint="Underline the names of people; a click opens their page",
            checked=lambda: window.reader.shown_marks.names,
        ),
        Command(
            "view.dates",
            "View",
            "Dates beside the te&xt",
            in_reader(window, lambda reader: reader.toggle_dates()),
            "",
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
            "View",
            "How articles are &set…",
            lambda: window.reading.show_panel(
                window.reader.button_of(window.commands.action("view.reading"))
            ),
            "Ctrl+Shift+A",
            2,
            hint="Light, sepia or dark page, face, size, line height and line length",
        ),
        Command(
            "view.larger",
            "View",
            "Lar&ger text",
            reading(lambda acts: acts.larger()),
            "Ctrl++; Ctrl+=",
            2,
            below=_SIZE,
        ),
        Command(
            "view.smaller",
            "View",
            "S&maller text",
            reading(lambda acts: acts.smaller()),
            "Ctrl+-",
            2,
            below=_SIZE,
        ),
        Command(
            "view.usual-size",
            "View",
            "&Usual size of text",
            reading(lambda acts: acts.usual_size()),
            "Ctrl+0",
            2,
            below=_SIZE,
        ),
        Command(
            "view.next-page",
            "View",
            "Ne&xt colours of the page",
            reading(lambda acts: acts.next_page()),
            "",
            2,
        ),
    ]


def _go(window: MainWindow) -> list[Command]:
    list_view = window.list_pane.view
    return [
        Command("go.all", "Go", "&All articles", lambda: window.go("all"), "Alt+1"),
        Command("go.unread", "Go", "&Unread", lambda: window.go("unread"), "Alt+2"),
        Command("go.starred", "Go", "&Starred", lambda: window.go("star"), "Alt+3"),
        Command("go.trash", "Go", "&Trash", lambda: window.go("trash"), "Alt+4"),
        Command("go.people", "Go", "&People", window.show_people, "Alt+5"),
        Command(
            "go.same-person",
            "Go",
            "&Same person?",
            window.places.show_suggestions,
            "Alt+6",
            hint="Decide which names are one person's",
        ),
        Command("go.highlights", "Go", "&Highlights", window.places.show_highlights, "Alt+7"),
        Command(
            "go.queue",
            "Go",
            "&Queue of addresses",
            window.places.show_addresses,
            "Alt+8",
            hint="What waits to be fetched, and what became of the rest",
        ),
        Command(
            "go.watched",
            "Go",
            "&Watched pages",
            window.places.show_watched,
            "Alt+9",
            hint="What is fetched again how often, and what came of it",
        ),
        Command(
            "go.feeds",
            "Go",
            "Inbox of &feeds",
            window.places.show_feeds,
            "Alt+0",
            hint="What the feeds that you follow brought, until you clip or dismiss it",
        ),
        Command("go.next", "Go", "&Next article", lambda: list_view.step(1), "J", 1),
        Command("go.previous", "Go", "&Previous article", lambda: list_view.step(-1), "K", 1),
        Command(
            "go.next-match",
            "Go",
            "Next &match in the text",
            in_reader(window, lambda reader: reader.matches.step(1)),
            "F3",
            1,
            hint="The next place where the words of the search stand, also in the next article",
        ),
        Command(
            "go.previous-match",
            "Go",
            "Pre&vious match in the text",
            in_reader(window, lambda reader: reader.matches.step(-1)),
            "Shift+F3",
            1,
        ),
        Command("go.list", "Go", "The &list", window.focus_list, "Alt+L", 2),
        Command("go.reader", "Go", "The te&xt", window.focus_reader, "Alt+R", 2),
        Command("go.back", "Go", "&Back", window.places.back, "Alt+Left", 2),
    ]


def _help(window: MainWindow) -> list[Command]:
    return [
        Command("help.welcome", "Help", "How to &clip", window.show_welcome, "F1"),
        Command("help.doctor", "Help", "What this &machine lacks", window.dialogs.show_doctor),
        Command("help.log", "Help", "Open the &log", window.dialogs.open_log),
        Command("help.about", "Help", "&About Cuttings", window.dialogs.show_about, "", 1),
    ]

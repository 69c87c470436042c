"""Articles come in and go out, and the archive is looked after: the commands of the File menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app.ui.base.commands import Command

if TYPE_CHECKING:
    from desktop_app.ui.window.main_window import MainWindow

#: The menus within it.
_FEEDS, _CARE, _PICTURES = "Fee&ds", "Loo&k after the archive", "Export a pictu&re"


def file_commands(window: MainWindow) -> list[Command]:
    """What stands in the File menu."""
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
            window.pages.ask_addresses,
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
            partial(export, name),
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

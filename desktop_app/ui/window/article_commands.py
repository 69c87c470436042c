"""What can be done to the chosen articles and the chosen tag, as commands of the menus."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from desktop_app.ui.base.commands import Command
from desktop_app.ui.citing.citing_commands import citing_commands
from desktop_app.ui.queue.watch_acts import FETCHING, WATCH_COMMANDS, watch_commands

if TYPE_CHECKING:
    from desktop_app.ui.reading.reader_pane import ReaderPane
    from desktop_app.ui.window.main_window import MainWindow

_Result = TypeVar("_Result")

#: The values of ``core.highlight.Colour``, which the window's start doesn't wait for.
_COLOURS = ("yellow", "green", "blue", "pink")
#: Menus below the article's, which is to be no longer than a small screen is high.
_HIGHLIGHTING, _COPIES = "Highlight", "Copies"
#: The commands that need a tag to be chosen in the library.
TAG_COMMANDS = ("tag.colour", "tag.delete")
#: The commands that need an article to act on.
ARTICLE_COMMANDS = (
    "article.read",
    "article.star",
    "article.tag",
    "article.suggested-tags",
    "article.dossier",
    "article.note",
    "article.fields",
    "article.delete",
    "article.restore",
    "article.highlight",
    *(f"article.highlight-{colour}" for colour in _COLOURS),
    "article.highlight-note",
    "article.edit",
    "article.versions",
    "article.refetch",
    "article.archived",
    "article.browse",
    *WATCH_COMMANDS,
    "article.copies",
    "article.join-copies",
    "article.not-a-copy",
    "article.export",
    "article.print",
    "article.find",
)
#: The commands that go through the list, and so need it to be seen.
LIST_COMMANDS = ("go.next", "go.previous", "go.next-match", "go.previous-match")


def in_reader(window: MainWindow, act: Callable[[ReaderPane], _Result]) -> Callable[[], _Result]:
    """What is done in the reader, which is made when it is first wanted."""
    return lambda: act(window.reader)


def article_commands(window: MainWindow) -> list[Command]:
    """What is done to the chosen articles and to the text that is read."""
    chosen = window.chosen
    return [
        Command("article.read", "Article", "Mark &read or unread", chosen.toggle_read, "U"),
        Command("article.star", "Article", "&Star", chosen.toggle_star, "S"),
        Command("article.tag", "Article", "&Tag…", chosen.ask_tags, "T"),
        Command(
            "article.suggested-tags",
            "Article",
            "Suggested ta&gs",
            in_reader(window, lambda reader: reader.focus_suggested_tags()),
            "Shift+T",
            hint="Arrow keys go from one to the next, Enter puts it on the article",
        ),
        Command(
            "article.dossier",
            "Article",
            "Add to a &dossier…",
            chosen.ask_dossier,
            "D",
            hint="Put the chosen articles into a dossier, or make one of them",
        ),
        Command(
            "article.fields",
            "Article",
            "Details of the chosen articles…",
            chosen.edit_fields,
            "E",
            hint="Outlet, authors, agency, published date and language of several at once",
        ),
        Command(
            "article.note",
            "Article",
            "N&ote on the article",
            in_reader(window, lambda reader: reader.edit_note()),
            "N",
            hint="Write a note, in Markdown",
        ),
        Command(
            "article.highlight",
            "Article",
            "&Highlight the selected words",
            in_reader(window, lambda reader: reader.highlights.mark_selection()),
            "H",
            hint="Mark the selected passage in the colour used last",
            below=_HIGHLIGHTING,
        ),
        *_colour_commands(window),
        Command(
            "article.highlight-note",
            "Article",
            "&Note on the selected words…",
            in_reader(window, lambda reader: reader.highlights.note_selection()),
            "Shift+H",
            below=_HIGHLIGHTING,
        ),
        Command(
            "article.edit",
            "Article",
            "&Edit the text",
            in_reader(window, lambda reader: reader.edit_text()),
            "Ctrl+D",
            1,
        ),
        Command(
            "article.versions",
            "Article",
            "&Versions of the text…",
            in_reader(window, lambda reader: reader.compare_revisions()),
            "",
            1,
        ),
        Command(
            "article.refetch",
            "Article",
            "Fetch a&gain",
            chosen.fetch_again,
            "F5",
            1,
            hint="Look at the address for a newer text; nothing good is ever replaced",
            below=FETCHING,
        ),
        Command(
            "article.archived",
            "Article",
            "Fetch the &Internet Archive's copy",
            in_reader(window, lambda reader: reader.fetch_archived()),
            "",
            1,
            hint="The copy nearest to the day of the capture, for a page that is gone",
            below=FETCHING,
        ),
        Command(
            "article.browse",
            "Article",
            "Open as my bro&wser would",
            window.open_shown_page,
            "Ctrl+Shift+O",
            1,
            hint="In a window of Cuttings, logged in if you are; clipped, it is a new version",
            below=FETCHING,
        ),
        *watch_commands(window.watch_acts, chosen.ids),
        Command(
            "article.copies",
            "Article",
            "&Copies in other outlets…",
            in_reader(window, lambda reader: reader.compare_copies()),
            "C",
            1,
            hint="What each outlet cut from the story and added to it, word by word",
            below=_COPIES,
        ),
        Command(
            "article.join-copies",
            "Article",
            "&Join the chosen ones as copies",
            chosen.join_copies,
            "",
            1,
            hint="They are one story from now on, whatever their texts; undo parts them",
            below=_COPIES,
        ),
        Command(
            "article.not-a-copy",
            "Article",
            "N&ot a copy",
            chosen.split_copies,
            "",
            1,
            hint="Take the chosen articles out of their copies for good; undo brings them back",
            below=_COPIES,
        ),
        *citing_commands(window.citing, window.cited_ids),
        Command("article.export", "Article", "E&xport…", chosen.export, "Ctrl+Shift+E", 2),
        Command(
            "article.find",
            "Article",
            "F&ind in the article…",
            in_reader(window, lambda reader: reader.find_words()),
            "/",
            1,
            hint="Ctrl+F does the same while the cursor is in the text",
        ),
        Command("article.print", "Article", "&Print…", chosen.print_chosen, "Ctrl+P", 2),
        Command("article.delete", "Article", "&Delete", chosen.delete, "Del", 3),
        Command("article.restore", "Article", "&Bring back from the trash", chosen.restore, "R", 3),
    ]


def _colour_commands(window: MainWindow) -> list[Command]:
    def act(colour: str) -> Callable[[], None]:
        return in_reader(window, lambda reader: reader.highlights.colour(colour))

    return [
        Command(
            f"article.highlight-{colour}",
            "Article",
            f"Highlight in {colour}",
            act(colour),
            str(number),
            hint="Mark the selected passage so, or give the highlight at the cursor this colour",
            below=_HIGHLIGHTING,
        )
        for number, colour in enumerate(_COLOURS, 1)
    ]


def tag_commands(window: MainWindow) -> list[Command]:
    """What is done to tags."""
    pane = window.library_pane
    return [
        Command(
            "tag.find",
            "Tags",
            "&Find a tag",
            window.find_tag,
            "Ctrl+G",
            hint="Filter the tags in the library by a few letters",
        ),
        Command(
            "tag.rename",
            "Tags",
            "&Rename or merge a tag…",
            pane.rename_tag,
            "F2",
            hint="With a preview of what changes",
        ),
        Command(
            "tag.colour",
            "Tags",
            "&Colour of the chosen tag…",
            pane.colour_tag,
            "",
            hint="Tags below it share it unless they have their own",
        ),
        Command(
            "tag.delete",
            "Tags",
            "&Delete the chosen tag",
            pane.delete_tag,
            "",
            hint="Take it, and every tag below it, off all articles; undo brings it back",
        ),
    ]

"""What can be done to the chosen articles: the commands of the Article menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from desktop_app.ui.base.commands import Command, Needs
from desktop_app.ui.citing.citing_commands import citing_commands
from desktop_app.ui.queue.watch_commands import FETCHING, watch_commands

if TYPE_CHECKING:
    from desktop_app.ui.reading.reader_pane import ReaderPane
    from desktop_app.ui.window.main_window import MainWindow

_Result = TypeVar("_Result")

#: The values of ``core.highlight.Colour``, which the window's start doesn't wait for.
_COLOURS = ("yellow", "green", "blue", "pink")
#: Menus below the article's, which is to be no longer than a small screen is high.
_HIGHLIGHTING, _COPIES = "Highlight", "Copies"


def in_reader(window: MainWindow, act: Callable[[ReaderPane], _Result]) -> Callable[[], _Result]:
    """What is done in the reader, which is made when it is first wanted."""
    return lambda: act(window.reader)


def article_commands(window: MainWindow) -> list[Command]:
    """What is done to the chosen articles and to the text that is read."""
    chosen = window.chosen
    return [
        Command(
            "article.read", "Mark &read or unread", chosen.toggle_read, "U", needs=Needs.ARTICLE
        ),
        Command(
            "article.star",
            "&Star",
            chosen.toggle_star,
            "S",
            needs=Needs.ARTICLE,
        ),
        Command("article.tag", "&Tag…", chosen.ask_tags, "T", needs=Needs.ARTICLE),
        Command(
            "article.suggested-tags",
            "Suggested ta&gs",
            in_reader(window, lambda reader: reader.focus_suggested_tags()),
            "Shift+T",
            hint="Arrow keys go from one to the next, Enter puts it on the article",
            needs=Needs.ARTICLE,
        ),
        Command(
            "article.dossier",
            "Add to a &dossier…",
            chosen.ask_dossier,
            "D",
            hint="Put the chosen articles into a dossier, or make one of them",
            needs=Needs.ARTICLE,
        ),
        Command(
            "article.fields",
            "Details of the chosen articles…",
            chosen.edit_fields,
            "E",
            hint="Outlet, authors, agency, published date and language of several at once",
            needs=Needs.ARTICLE,
        ),
        Command(
            "article.note",
            "N&ote on the article",
            in_reader(window, lambda reader: reader.edit_note()),
            "N",
            hint="Write a note, in Markdown",
            needs=Needs.ARTICLE,
        ),
        Command(
            "article.highlight",
            "&Highlight the selected words",
            in_reader(window, lambda reader: reader.highlights.mark_selection()),
            "H",
            hint="Mark the selected passage in the colour used last",
            below=_HIGHLIGHTING,
            needs=Needs.ARTICLE,
        ),
        *_colour_commands(window),
        Command(
            "article.highlight-note",
            "&Note on the selected words…",
            in_reader(window, lambda reader: reader.highlights.note_selection()),
            "Shift+H",
            below=_HIGHLIGHTING,
            needs=Needs.ARTICLE,
        ),
        Command(
            "article.edit",
            "&Edit the text",
            in_reader(window, lambda reader: reader.edit_text()),
            "Ctrl+D",
            group=1,
            needs=Needs.ARTICLE,
        ),
        Command(
            "article.versions",
            "&Versions of the text…",
            in_reader(window, lambda reader: reader.compare_revisions()),
            group=1,
            needs=Needs.ARTICLE,
        ),
        Command(
            "article.refetch",
            "Fetch a&gain",
            chosen.fetch_again,
            "F5",
            group=1,
            hint="Look at the address for a newer text; nothing good is ever replaced",
            below=FETCHING,
            needs=Needs.ARTICLE,
        ),
        Command(
            "article.archived",
            "Fetch the &Internet Archive's copy",
            in_reader(window, lambda reader: reader.fetch_archived()),
            group=1,
            hint="The copy nearest to the day of the capture, for a page that is gone",
            below=FETCHING,
            needs=Needs.ARTICLE,
        ),
        Command(
            "article.browse",
            "Open as my bro&wser would",
            window.open_shown_page,
            "Ctrl+Shift+O",
            group=1,
            hint="In a window of Cuttings, logged in if you are; clipped, it is a new version",
            below=FETCHING,
            needs=Needs.ARTICLE,
        ),
        *watch_commands(window.watch_acts, chosen.ids),
        Command(
            "article.copies",
            "&Copies in other outlets…",
            in_reader(window, lambda reader: reader.compare_copies()),
            "C",
            group=1,
            hint="What each outlet cut from the story and added to it, word by word",
            below=_COPIES,
            needs=Needs.ARTICLE,
        ),
        Command(
            "article.join-copies",
            "&Join the chosen ones as copies",
            chosen.join_copies,
            group=1,
            hint="They are one story from now on, whatever their texts; undo parts them",
            below=_COPIES,
            needs=Needs.ARTICLE,
        ),
        Command(
            "article.not-a-copy",
            "N&ot a copy",
            chosen.split_copies,
            group=1,
            hint="Take the chosen articles out of their copies for good; undo brings them back",
            below=_COPIES,
            needs=Needs.ARTICLE,
        ),
        *citing_commands(window.citing, window.cited_ids),
        Command(
            "article.export",
            "E&xport…",
            chosen.export,
            "Ctrl+Shift+E",
            group=2,
            needs=Needs.ARTICLE,
        ),
        Command(
            "article.find",
            "F&ind in the article…",
            in_reader(window, lambda reader: reader.find_words()),
            "/",
            group=1,
            hint="Ctrl+F does the same while the cursor is in the text",
            needs=Needs.ARTICLE,
        ),
        Command(
            "article.print", "&Print…", chosen.print_chosen, "Ctrl+P", group=2, needs=Needs.ARTICLE
        ),
        Command(
            "article.delete", "&Delete", chosen.delete, "Del", group=3, needs=Needs.KEPT_ARTICLE
        ),
        Command(
            "article.restore",
            "&Bring back from the trash",
            chosen.restore,
            "R",
            group=3,
            needs=Needs.DELETED_ARTICLE,
        ),
    ]


def _colour_commands(window: MainWindow) -> list[Command]:
    def act(colour: str) -> Callable[[], None]:
        return in_reader(window, lambda reader: reader.highlights.colour(colour))

    return [
        Command(
            f"article.highlight-{colour}",
            f"Highlight in {colour}",
            act(colour),
            str(number),
            hint="Mark the selected passage so, or give the highlight at the cursor this colour",
            below=_HIGHLIGHTING,
            needs=Needs.ARTICLE,
        )
        for number, colour in enumerate(_COLOURS, 1)
    ]

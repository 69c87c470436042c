"""What can be done to dossiers, as commands of the menus."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.ui.base.commands import Command
from desktop_app.ui.dossier.dossier_acts import DossierActs

if TYPE_CHECKING:
    from desktop_app.ui.dossier.dossier_page import DossierPage

_HEADINGS = "Sec&tions"
#: The commands that need a dossier's page to be shown.
PAGE_COMMANDS = (
    "dossier.cover",
    "dossier.add",
    "dossier.heading",
    "dossier.text",
    "dossier.excerpts",
    "dossier.again",
    "dossier.higher",
    "dossier.lower",
    "dossier.fold",
    "dossier.up",
    "dossier.down",
    "dossier.order",
    "dossier.list",
    "dossier.preview",
    "dossier.export",
    "dossier.remove",
    "dossier.delete",
)


def dossier_commands(acts: DossierActs, page: Callable[[], DossierPage]) -> list[Command]:
    """Every command of the menu; ``page`` gives the page that is shown."""

    def on(act: Callable[[DossierPage], object]) -> Callable[[], object]:
        return lambda: act(page())

    return [
        Command("dossier.make", "Dossier", "&New dossier…", acts.ask_make, "Ctrl+Shift+N"),
        Command(
            "dossier.cover",
            "Dossier",
            "Name and &cover…",
            on(lambda shown: shown.change_cover()),
            hint="Title, subtitle, author, date and abstract of the first page",
        ),
        Command(
            "dossier.add",
            "Dossier",
            "&Add articles…",
            on(lambda shown: shown.find_articles()),
            "Ctrl+Shift+D",
            1,
            hint="Search beside the entries; drag what is found to its place, or add all of it",
        ),
        Command(
            "dossier.heading",
            "Dossier",
            "Add a &heading",
            on(lambda shown: shown.add_heading()),
            "Ctrl+Shift+H",
            1,
        ),
        Command(
            "dossier.text",
            "Dossier",
            "Add &text of your own",
            on(lambda shown: shown.add_text()),
            "Ctrl+Shift+M",
            1,
            hint="In Markdown, below the entry at the cursor",
        ),
        Command(
            "dossier.excerpts",
            "Dossier",
            "&Excerpts of the article…",
            on(lambda shown: shown.choose_excerpts()),
            "Ctrl+Shift+X",
            1,
            hint="Which highlights stand for the whole article",
        ),
        Command(
            "dossier.again",
            "Dossier",
            "Put the chosen articles there &once more",
            on(lambda shown: shown.put_again()),
            "Ctrl+Alt+D",
            1,
            hint="To quote one article under two headings, each with its own excerpts",
        ),
        Command(
            "dossier.higher",
            "Dossier",
            "Chosen headings one level hi&gher",
            on(lambda shown: shown.shift_level(-1)),
            "",
            2,
            hint="Alt+Shift+Left does the same",
            below=_HEADINGS,
        ),
        Command(
            "dossier.lower",
            "Dossier",
            "Chosen headings one level lo&wer",
            on(lambda shown: shown.shift_level(1)),
            "",
            2,
            hint="Alt+Shift+Right does the same",
            below=_HEADINGS,
        ),
        Command(
            "dossier.fold",
            "Dossier",
            "&Fold or unfold all sections",
            on(lambda shown: shown.fold_all()),
            "",
            2,
            hint="Left and Right fold and unfold the section at the cursor; it moves as one",
            below=_HEADINGS,
        ),
        Command(
            "dossier.up",
            "Dossier",
            "Move the chosen entries &up",
            on(lambda shown: shown.move_chosen(-1)),
            "",
            2,
            hint="Alt+Up does the same",
        ),
        Command(
            "dossier.down",
            "Dossier",
            "Move the chosen entries &down",
            on(lambda shown: shown.move_chosen(1)),
            "",
            2,
            hint="Alt+Down does the same",
        ),
        Command(
            "dossier.order",
            "Dossier",
            "Order by date or b&y hand",
            on(lambda shown: shown.turn_order()),
            "",
            2,
        ),
        Command(
            "dossier.list",
            "Dossier",
            "Show its articles in the &list",
            on(lambda shown: shown.list_articles()),
            "",
            2,
        ),
        Command(
            "dossier.preview",
            "Dossier",
            "Show or hide the &preview",
            on(lambda shown: shown.turn_preview()),
            "Ctrl+Shift+P",
            2,
            hint="The pages as they will be printed, set again while you write",
        ),
        Command(
            "dossier.export",
            "Dossier",
            "E&xport the dossier…",
            on(lambda shown: shown.export()),
            "",
            2,
            hint="Ctrl+E does the same while the dossier is shown",
        ),
        Command(
            "dossier.remove",
            "Dossier",
            "Ta&ke the chosen entries out",
            on(lambda shown: shown.remove_chosen()),
            "",
            3,
            hint="Del does the same; articles stay in the archive",
        ),
        Command(
            "dossier.delete",
            "Dossier",
            "Delete the dossier",
            on(lambda shown: shown.delete()),
            "",
            3,
            hint="Its articles stay in the archive; undo brings it back",
        ),
    ]

"""What can be done to dossiers, as commands of the menus."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.ui.base.commands import Command, Needs
from desktop_app.ui.dossier.dossier_acts import DossierActs

if TYPE_CHECKING:
    from desktop_app.ui.dossier.dossier_page import DossierPage

_HEADINGS = "Sec&tions"


def dossier_commands(acts: DossierActs, page: Callable[[], DossierPage]) -> list[Command]:
    """Every command of the menu; ``page`` gives the page that is shown."""

    def on(act: Callable[[DossierPage], object]) -> Callable[[], object]:
        return lambda: act(page())

    return [
        Command("dossier.make", "&New dossier…", acts.ask_make, "Ctrl+Shift+N"),
        Command(
            "dossier.cover",
            "Name and &cover…",
            on(lambda shown: shown.change_cover()),
            hint="Title, subtitle, author, date and abstract of the first page",
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.add",
            "&Add articles…",
            on(lambda shown: shown.find_articles()),
            "Ctrl+Shift+D",
            group=1,
            hint="Search beside the entries; drag what is found to its place, or add all of it",
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.heading",
            "Add a &heading",
            on(lambda shown: shown.add_heading()),
            "Ctrl+Shift+H",
            group=1,
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.above",
            "Add a heading a&bove",
            on(lambda shown: shown.add_heading(above=True)),
            group=1,
            hint="Above the entry at the cursor, as at the very beginning",
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.text",
            "Add &text of your own",
            on(lambda shown: shown.add_text()),
            "Ctrl+Shift+M",
            group=1,
            hint="In Markdown, below the entry at the cursor",
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.excerpts",
            "&Excerpts of the article…",
            on(lambda shown: shown.choose_excerpts()),
            "Ctrl+Shift+X",
            group=1,
            hint="Which highlights stand for the whole article",
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.again",
            "Put the chosen articles here &once more",
            on(lambda shown: shown.put_again()),
            "Ctrl+Alt+D",
            group=1,
            hint="To quote one article under two headings, each with its own excerpts",
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.higher",
            "Chosen headings one level hi&gher",
            on(lambda shown: shown.shift_level(-1)),
            group=2,
            hint="Alt+Shift+Left does the same",
            below=_HEADINGS,
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.lower",
            "Chosen headings one level lo&wer",
            on(lambda shown: shown.shift_level(1)),
            group=2,
            hint="Alt+Shift+Right does the same",
            below=_HEADINGS,
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.fold",
            "&Fold or unfold all sections",
            on(lambda shown: shown.fold_all()),
            group=2,
            hint="Left and Right fold and unfold the section at the cursor; it moves as one",
            below=_HEADINGS,
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.up",
            "Move the chosen entries &up",
            on(lambda shown: shown.move_chosen(-1)),
            group=2,
            hint="Alt+Up does the same",
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.down",
            "Move the chosen entries &down",
            on(lambda shown: shown.move_chosen(1)),
            group=2,
            hint="Alt+Down does the same",
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.order",
            "Order by date or b&y hand",
            on(lambda shown: shown.turn_order()),
            group=2,
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.list",
            "Show its articles in the &list",
            on(lambda shown: shown.list_articles()),
            group=2,
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.preview",
            "Show or hide the &preview",
            on(lambda shown: shown.turn_preview()),
            "Ctrl+Shift+P",
            group=2,
            hint="The pages as they will be printed, set again while you write",
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.export",
            "E&xport the dossier…",
            on(lambda shown: shown.export()),
            group=2,
            hint="Ctrl+E does the same while the dossier is shown",
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.remove",
            "Ta&ke the chosen entries out",
            on(lambda shown: shown.remove_chosen()),
            group=3,
            hint="Del does the same; articles stay in the archive",
            needs=Needs.DOSSIER,
        ),
        Command(
            "dossier.delete",
            "Delete the dossier",
            on(lambda shown: shown.delete()),
            group=3,
            hint="Its articles stay in the archive; undo brings it back",
            needs=Needs.DOSSIER,
        ),
    ]

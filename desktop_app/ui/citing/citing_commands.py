"""What cites articles, as commands of the menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.ui.base.commands import Command, Needs
from desktop_app.ui.citing.citing_acts import CitingActs

_CITE = "C&ite"


def citing_commands(acts: CitingActs, ids: Callable[[], Sequence[int]]) -> list[Command]:
    """Every command; ``ids`` gives the articles that are chosen where the user is."""
    return [
        Command(
            "article.cite",
            "Copy the &citation",
            lambda: acts.copy(ids()),
            "Ctrl+Shift+C",
            group=2,
            hint="In the chosen style, as text and with its italics and links",
            below=_CITE,
            needs=Needs.CITABLE,
        ),
        Command(
            "article.cite-key",
            "Copy the citation &key",
            lambda: acts.copy_keys(ids()),
            "Ctrl+Alt+C",
            group=2,
            hint="As [@lavrov2023talks]: by that a text of your own cites the article",
            below=_CITE,
            needs=Needs.CITABLE,
        ),
        Command(
            "article.cite-style",
            "Citation &style…",
            lambda: acts.ask_style(ids()),
            group=2,
            hint="Chicago, APA, MLA or a CSL file of your own; how the article looks in each",
            below=_CITE,
        ),
    ]

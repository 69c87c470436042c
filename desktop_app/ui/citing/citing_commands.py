"""What cites articles, as commands of the menus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.ui.base.commands import Command
from desktop_app.ui.citing.citing_acts import CitingActs

_CITE = "C&ite"
#: The commands that need an article to cite.
CITING_COMMANDS = ("article.cite", "article.cite-key")


def citing_commands(acts: CitingActs, ids: Callable[[], Sequence[int]]) -> list[Command]:
    """Every command; ``ids`` gives the articles that are chosen where the user is."""
    return [
        Command(
            "article.cite",
            "Article",
            "Copy the &citation",
            lambda: acts.copy(ids()),
            "Ctrl+Shift+C",
            2,
            hint="In the chosen style, as text and with its italics and links",
            below=_CITE,
        ),
        Command(
            "article.cite-key",
            "Article",
            "Copy the citation &key",
            lambda: acts.copy_keys(ids()),
            "Ctrl+Alt+C",
            2,
            hint="As [@lavrov2023talks]: by that a text of your own cites the article",
            below=_CITE,
        ),
        Command(
            "article.cite-style",
            "Article",
            "Citation &style…",
            lambda: acts.ask_style(ids()),
            "",
            2,
            hint="Chicago, APA, MLA or a CSL file of your own; how the article looks in each",
            below=_CITE,
        ),
    ]

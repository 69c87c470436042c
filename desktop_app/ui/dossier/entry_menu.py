"""The menu of a dossier's entries: what can be done with those that are chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop_app.core.dossier import LEVELS, EntryKind

if TYPE_CHECKING:
    from desktop_app.ui.dossier.dossier_page import DossierPage


def entry_menu(page: DossierPage) -> QMenu:
    """A menu that goes when it is closed."""
    menu = QMenu(page)
    chosen = page.view.chosen()
    kinds = {entry.kind for entry in chosen}
    ids = [entry.article_id for entry in chosen if entry.article_id is not None]
    if len(chosen) == 1:
        index = page.view.currentIndex()
        words = "Open the article" if kinds == {EntryKind.ARTICLE} else "Write"
        menu.addAction(words, lambda: page.view.open_at(index))
    if len(chosen) == 1 and ids:
        menu.addAction("Excerpts…\tCtrl+Shift+X", page.choose_excerpts)
    if kinds == {EntryKind.HEADING}:
        levels = menu.addMenu("Level of the heading")
        for level in range(1, LEVELS + 1):
            levels.addAction(str(level), partial(page.set_level, chosen, level))
        levels.addSeparator()
        levels.addAction("One higher\tAlt+Shift+Left", lambda: page.shift_level(-1))
        levels.addAction("One lower\tAlt+Shift+Right", lambda: page.shift_level(1))
    if ids:
        them = "it" if len(ids) == 1 else "them"
        menu.addAction(f"Put {them} here once more\tCtrl+Alt+D", page.put_again)
        acts = page.acts
        menu.addAction("Add to another dossier…", lambda: acts.ask_add(ids))
        menu.addAction("Copy the citation\tCtrl+Shift+C", lambda: acts.citation_wanted.emit(ids))
        menu.addAction("Copy the citation key\tCtrl+Alt+C", lambda: acts.key_wanted.emit(ids))
    if chosen:
        menu.addSeparator()
        menu.addAction("Move up\tAlt+Up", lambda: page.move_chosen(-1))
        menu.addAction("Move down\tAlt+Down", lambda: page.move_chosen(1))
        menu.addSeparator()
        menu.addAction("Take out of the dossier\tDel", page.remove_chosen)
        menu.addSeparator()
    menu.addAction("Add articles…\tCtrl+Shift+D", page.find_articles)
    menu.addAction("Add a heading\tCtrl+Shift+H", page.add_heading)
    if len(chosen) == 1:
        menu.addAction("Add a heading above", lambda: page.add_heading(above=True))
    menu.addAction("Add text of your own\tCtrl+Shift+M", page.add_text)
    if any(each.kind is EntryKind.HEADING for each in page.view.entries.entries):
        menu.addSeparator()
        menu.addAction("Fold or unfold all sections", page.fold_all)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu

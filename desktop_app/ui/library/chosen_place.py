"""What the menus and keys do to the tag or the saved search that is chosen in the library."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.finding.search_acts import SearchActs
from desktop_app.ui.library.library_pane import LibraryPane
from desktop_app.ui.library.library_places import Place
from desktop_app.ui.tags.tag_acts import TagActs


class ChosenPlace:
    """Hands it to the acts; says what to do first where nothing fitting is chosen."""

    def __init__(
        self, pane: LibraryPane, tag_acts: TagActs, search_acts: SearchActs, notifier: Notifier
    ) -> None:
        self._pane = pane
        self._tag_acts = tag_acts
        self._search_acts = search_acts
        self._notifier = notifier

    def rename_tag(self) -> None:
        """Ask for the new name of the tag that is chosen, or of any."""
        self._tag_acts.ask_rename(self._pane.chosen_tag, self._pane.tag_paths)

    def colour_tag(self) -> None:
        """Offer the colours for the chosen tag beside it."""
        tag, view = self._pane.chosen_tag, self._pane.view
        if not tag:
            return
        menu = QMenu(self._pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pane.place_acts.fill_colour_menu(menu, tag)
        place = view.visualRect(view.currentIndex()).bottomLeft()
        menu.popup(view.viewport().mapToGlobal(place))

    def delete_tag(self) -> None:
        """Take the chosen tag, and every tag below it, off all articles."""
        if self._pane.chosen_tag:
            self._tag_acts.delete(self._pane.chosen_tag)

    def save_search(self, query: str) -> None:
        """Ask for a name and keep the query under it."""
        if query:
            self._search_acts.ask_save(query, self._pane.place_acts.search_names)
        else:
            self._notifier.info("Type a search first; then it can be saved.")

    def change_search(self) -> None:
        """Change name or query of the saved search that is shown."""
        if (place := self._chosen_search()) is not None:
            self._pane.place_acts.rename(place)

    def delete_search(self) -> None:
        """Forget the saved search that is shown."""
        if (place := self._chosen_search()) is not None:
            self._search_acts.delete(place)

    def move_search(self, by: int) -> None:
        """Put the saved search that is shown further down, or up."""
        if (place := self._chosen_search()) is not None:
            self._search_acts.move(place, by)

    def _chosen_search(self) -> Place | None:
        place = self._pane.chosen_search
        if place is None:
            self._notifier.info("Choose a saved search in the library first.")
        return place

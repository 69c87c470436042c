"""What can be done to each kind of place of the library: by its menu, by keys, by a drop."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_app.core.tag_colour import TAG_COLOURS
from desktop_app.ui.article_list.article_acts import ArticleActs
from desktop_app.ui.dossier.dossier_acts import DossierActs
from desktop_app.ui.feeds.feed_acts import FeedActs
from desktop_app.ui.finding.search_acts import SearchActs
from desktop_app.ui.finding.search_text import person_query
from desktop_app.ui.library.library_places import Place, PlaceKind
from desktop_app.ui.tags.tag_acts import TagActs
from desktop_app.ui.tags.tag_colours import colour_icon

#: The keys of the library's tree, as its menus show them.
_RENAMING, _DELETING = QKeySequence("F2"), QKeySequence("Del")
#: The places whose articles can go out from here; a dossier does as itself.
_EXPORTED = (
    PlaceKind.ALL,
    PlaceKind.UNREAD,
    PlaceKind.STARRED,
    PlaceKind.SAVED_SEARCH,
    PlaceKind.TAG,
    PlaceKind.PERSON,
)


class PlaceActs(QObject):
    """Leads each wish to the acts of the place's kind.

    ``person_narrowed`` gives a name to whose articles the list is to be narrowed,
    ``export_wanted`` the query of a place whose articles are to go out.
    """

    person_narrowed = Signal(str)
    emptying_wanted = Signal()
    export_wanted = Signal(str)

    def __init__(
        self,
        acts: ArticleActs,
        tag_acts: TagActs,
        search_acts: SearchActs,
        dossier_acts: DossierActs,
        feed_acts: FeedActs,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._acts = acts
        self._tag_acts = tag_acts
        self._search_acts = search_acts
        self._dossier_acts = dossier_acts
        self._feed_acts = feed_acts
        #: The tags and the saved searches' names that there are.
        self.tag_paths: tuple[str, ...] = ()
        self.search_names: tuple[str, ...] = ()

    def rename(self, place: Place) -> None:
        """Ask for a place's new name."""
        if place.kind is PlaceKind.TAG:
            self._tag_acts.ask_rename(place.key, self.tag_paths)
        elif place.kind is PlaceKind.SAVED_SEARCH:
            self._search_acts.ask_change(place, self.search_names)
        elif place.kind is PlaceKind.DOSSIER:
            self._dossier_acts.ask_rename_place(place)
        elif place.kind is PlaceKind.FEED:
            self._feed_acts.ask_change(int(place.key))

    def delete(self, place: Place) -> None:
        """Delete a place; no article goes with it."""
        if place.kind is PlaceKind.TAG:
            self._tag_acts.delete(place.key)
        elif place.kind is PlaceKind.SAVED_SEARCH:
            self._search_acts.delete(place)
        elif place.kind is PlaceKind.DOSSIER:
            self._dossier_acts.delete_place(place)
        elif place.kind is PlaceKind.FEED:
            self._feed_acts.remove(int(place.key), place.name)

    def take_articles(self, place: Place, ids: list[int]) -> None:
        """Do what it means to drop articles on a place."""
        if place.kind is PlaceKind.TAG:
            self._acts.add_tags(ids, [place.key])
        elif place.kind is PlaceKind.DOSSIER:
            self._dossier_acts.add(int(place.key), place.name, ids)
        elif place.kind is PlaceKind.NEW_DOSSIER:
            self._dossier_acts.ask_make(ids)
        else:
            self._acts.delete(ids)

    def fill_menu(self, menu: QMenu, place: Place) -> None:
        """Put into a menu what can be done to a place."""
        if place.kind in _EXPORTED:
            query = person_query(place.name) if place.kind is PlaceKind.PERSON else place.query
            menu.addAction("Export its articles…", lambda: self.export_wanted.emit(query))
            menu.addSeparator()
        if place.kind is PlaceKind.TAG:
            self._fill_tag_menu(menu, place)
        elif place.kind is PlaceKind.SAVED_SEARCH:
            menu.addAction("Change the search…", _RENAMING, lambda: self.rename(place))
            menu.addAction("Move up", lambda: self._search_acts.move(place, -1))
            menu.addAction("Move down", lambda: self._search_acts.move(place, 1))
            menu.addSeparator()
            menu.addAction("Delete the search", _DELETING, lambda: self.delete(place))
        elif place.kind in (PlaceKind.DOSSIER, PlaceKind.NEW_DOSSIER):
            self._dossier_acts.fill_menu(menu, place)
        elif place.kind is PlaceKind.FEED:
            self._feed_acts.fill_menu(menu, int(place.key), place.name)
        elif place.kind is PlaceKind.PERSON:
            menu.addAction(
                "Only articles naming them", lambda: self.person_narrowed.emit(place.name)
            )
        elif place.kind is PlaceKind.TRASH:
            menu.addAction("Empty the trash…", self.emptying_wanted.emit)

    def fill_colour_menu(self, menu: QMenu, path: str) -> None:
        """Offer the colours for a tag."""
        for name in TAG_COLOURS:
            menu.addAction(
                colour_icon(name),
                name.capitalize(),
                lambda name=name: self._tag_acts.set_colour(path, name),
            )
        menu.addSeparator()
        menu.addAction("None, or that of the tag above", lambda: self._tag_acts.set_colour(path))

    def _fill_tag_menu(self, menu: QMenu, place: Place) -> None:
        menu.addAction("Rename or merge the tag…", _RENAMING, lambda: self.rename(place))
        if "/" in place.key:
            menu.addAction("Move to the first level", lambda: self._tag_acts.move(place.key, ""))
        self.fill_colour_menu(menu.addMenu("Colour"), place.key)
        menu.addSeparator()
        menu.addAction("Delete the tag", _DELETING, lambda: self.delete(place))

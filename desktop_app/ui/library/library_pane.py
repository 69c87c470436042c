"""The left pane: the archive's places, kept up to date, with what can be done to each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.services.library import Library
from desktop_app.ui.article_list.article_acts import ArticleActs
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.dossier.dossier_acts import DossierActs
from desktop_app.ui.feeds.feed_acts import FeedActs
from desktop_app.ui.finding.search_acts import SearchActs
from desktop_app.ui.library.library_places import (
    ALL,
    FIXED_PLACES,
    PEOPLE_HEADING,
    TAGS_HEADING,
    LibraryContents,
    Place,
    PlaceKind,
    tag_place,
)
from desktop_app.ui.library.library_tree import LibraryTreeModel, place_of
from desktop_app.ui.library.library_tree_view import LibraryTreeView
from desktop_app.ui.library.place_acts import PlaceActs
from desktop_app.ui.tags.tag_acts import TagActs
from desktop_app.ui.tags.tag_colours import TagColours
from desktop_app.ui.tags.tag_filter import TagFilter
from desktop_app.ui.tags.tag_tree import TagTree

if TYPE_CHECKING:
    from desktop_app.core.article import Person

_PEOPLE_SHOWN = 12
#: Places that show a page in place of a list.
_WITH_PAGES = (
    PlaceKind.PERSON,
    PlaceKind.ALL_PEOPLE,
    PlaceKind.DOSSIER,
    PlaceKind.FEED,
    PlaceKind.INBOX,
)
#: Acts that follow each other as quickly as an import's are counted together.
_RELOADED_EVERY_MS = 250
#: Up to so many tags are shown with all levels open.
_FEW_TAGS = 60


class LibraryPane(QWidget):
    """``place_chosen`` gives a place whose articles to list, the others what has a page."""

    place_chosen = Signal(object)
    person_chosen = Signal(int)
    all_people_chosen = Signal()
    dossier_chosen = Signal(int)
    #: The feed, None for all.
    feed_chosen = Signal(object)
    person_narrowed = Signal(str)
    emptying_wanted = Signal()
    export_wanted = Signal(str)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        acts: ArticleActs,
        tag_acts: TagActs,
        search_acts: SearchActs,
        dossier_acts: DossierActs,
        feed_acts: FeedActs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("libraryPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library = library
        self._tasks = tasks
        self._tag_acts = tag_acts
        self._dossier_acts = dossier_acts
        self.place_acts = PlaceActs(acts, tag_acts, search_acts, dossier_acts, feed_acts, self)
        self.place_acts.person_narrowed.connect(self.person_narrowed)
        self.place_acts.emptying_wanted.connect(self.emptying_wanted)
        self.place_acts.export_wanted.connect(self.export_wanted)
        self.place = ALL
        #: The place whose articles the list has, also behind a page.
        self._listed = self.place
        self._query = ""
        self._rebuilding = False
        self._opened: dict[tuple[PlaceKind, str], bool] = {}
        self.tag_colours = TagColours(self)
        self.model = LibraryTreeModel(self.tag_colours, self)
        self.view = LibraryTreeView(self)
        self.view.setModel(self.model)
        self.model.counts_changed.connect(self.view.viewport().update)
        self.filter = TagFilter(self)
        self.filter.hide()
        self.filter.textChanged.connect(self._on_filtered)
        self.filter.chosen.connect(self._choose_first_tag)
        self.filter.left_downwards.connect(self._focus_first_tag)
        self.filter.left.connect(self._on_filter_left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(GRID, GRID, GRID, 0)
        row.addWidget(self.filter)
        layout.addLayout(row)
        layout.addWidget(self.view)
        self.view.place_chosen.connect(self._on_place_chosen)
        self.view.articles_dropped.connect(self.place_acts.take_articles)
        self.view.tag_dropped.connect(tag_acts.move)
        self.view.renaming_wanted.connect(self.place_acts.rename)
        self.view.deletion_wanted.connect(self.place_acts.delete)
        tag_acts.renamed.connect(self._on_tag_renamed)
        self.view.customContextMenuRequested.connect(self._on_menu_requested)
        self.view.collapsed.connect(lambda index: self._note_closed(index, closed=True))
        self.view.expanded.connect(lambda index: self._note_closed(index, closed=False))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_RELOADED_EVERY_MS)
        self._soon.timeout.connect(self._reload_again)
        self._is_outdated = False
        tasks.changed.connect(self._on_changed)

    @property
    def tag_paths(self) -> tuple[str, ...]:
        """Every tag of the archive."""
        return self.place_acts.tag_paths

    def reload(self) -> None:
        """Read places and counts again."""
        self._tasks.read(self._read, key="library-pane", can_wait=True).succeeded(self._on_contents)

    def follow(self, query: str) -> None:
        """Show the persons named most in what this query finds, with counts within it."""
        if query != self._query:
            self._query = query
            self._tasks.read(self._read_people, key="library-people", can_wait=True).succeeded(
                self._on_people
            )

    def choose(self, place: Place) -> None:
        """Go to a place."""
        index = self.model.find(place.kind, place.key)
        if index.isValid() and index != self.view.currentIndex():
            self.view.setCurrentIndex(index)
        else:
            self._on_place_chosen(place)

    # Filling

    def _read(self) -> LibraryContents:
        library = self._library
        counts = {place.kind: library.count(place.query) for place in FIXED_PLACES}
        tags = TagTree(library.tagging.all())
        searches, dossiers = library.searches.all(), library.dossiers.all()
        feeds = library.feeds.all()
        return LibraryContents(counts, searches, tags, self._read_people(), dossiers, feeds)

    def _read_people(self) -> list[Person]:
        return self._library.people.find(query=self._query, limit=_PEOPLE_SHOWN)

    def _on_people(self, people: list[Person]) -> None:
        self._rebuilding = True
        self.model.show_people(people)
        self._choose_quietly()
        key = (PlaceKind.HEADING, PEOPLE_HEADING)
        self.view.setExpanded(self.model.find(*key), self._opened.get(key, True))
        self._rebuilding = False

    def _on_contents(self, contents: LibraryContents) -> None:
        self.place_acts.tag_paths = contents.tags.paths
        self.place_acts.search_names = tuple(each.name for each in contents.searches)
        if contents.searches:
            task = self._tasks.read(
                self._library.searches.counts, key="search-counts", can_wait=True
            )
            task.succeeded(self.model.count_searches)
        self.tag_colours.set_names(contents.tags.colours)
        self._show_filter(len(contents.tags) > _FEW_TAGS)
        scrolled = self.view.verticalScrollBar().value()
        self._rebuilding = True
        if self.model.show_contents(contents):
            self._open_again(few_tags=len(contents.tags) <= _FEW_TAGS)
            self._choose_quietly()
            self.view.verticalScrollBar().setValue(scrolled)
        self._rebuilding = False
        self._follow_search()
        is_gone = not self.model.find(self.place.kind, self.place.key).isValid()
        # A person may be named less than others now, and still have the page that is shown.
        if is_gone and self.place.kind not in _WITH_PAGES:
            self.choose(ALL)

    def _choose_quietly(self) -> None:
        """Mark the place that is shown, if the tree has it."""
        was_rebuilding, self._rebuilding = self._rebuilding, True
        index = self.model.find(self.place.kind, self.place.key)
        if index.isValid():
            self.view.setCurrentIndex(index)
        self._rebuilding = was_rebuilding

    def _open_again(self, *, few_tags: bool) -> None:
        """Headings are open, few tags too, and whatever the user opened or closed is so again."""
        if few_tags:
            self.view.expandAll()
        else:
            self.view.expandToDepth(0)
        for (kind, key), opened in self._opened.items():
            index = self.model.find(kind, key)
            if index.isValid():
                self.view.setExpanded(index, opened)

    def _on_changed(self, changed: Changed) -> None:
        """Read again at once, but not for every batch of an import."""
        if not changed.kinds:
            return
        self._is_outdated = True
        if not self._soon.isActive():
            self._reload_again()

    def _reload_again(self) -> None:
        if self._is_outdated:
            self._is_outdated = False
            self.reload()
            self._soon.start()

    def _note_closed(self, index: QModelIndex, *, closed: bool) -> None:
        place = None if self._rebuilding else place_of(index)
        if place is None:
            return
        self._opened[place.kind, place.key] = not closed

    def _on_place_chosen(self, place: Place) -> None:
        if self._rebuilding:
            return
        if place.kind is PlaceKind.NEW_DOSSIER:
            self._choose_quietly()
            self._dossier_acts.ask_make()
            return
        if place.kind is PlaceKind.PERSON:
            self.person_chosen.emit(int(place.key))
        elif place.kind is PlaceKind.ALL_PEOPLE:
            self.all_people_chosen.emit()
        elif place.kind is PlaceKind.DOSSIER:
            self.dossier_chosen.emit(int(place.key))
        elif place.kind is PlaceKind.FEED:
            self.feed_chosen.emit(int(place.key))
        elif place.kind is PlaceKind.INBOX:
            self.feed_chosen.emit(None)
        self.place = place
        if place.kind not in _WITH_PAGES:
            self._listed = place
            self.place_chosen.emit(place)

    def mark(self, kind: PlaceKind, key: str) -> None:
        """Mark the place whose page is shown, whatever led to it."""
        place = place_of(self.model.find(kind, key))
        if place is None and kind is PlaceKind.DOSSIER:
            # One that was just made comes into the tree in a moment, and is marked then.
            place = Place(kind, "", key=key)
        if place is not None:
            self.place = place
            self._choose_quietly()

    def mark_listed(self) -> None:
        """Mark the place whose articles the list has: it, or a page of no place, is shown."""
        self.place = self._listed
        self._choose_quietly()

    # Finding tags

    def find_tag(self) -> None:
        """Put the cursor into the field that finds tags by a few letters."""
        self.filter.show()
        self.filter.setFocus()
        self.filter.selectAll()

    def _show_filter(self, many_tags: bool) -> None:
        in_use = self.filter.hasFocus() or self.model.is_filtered
        self.filter.setVisible(many_tags or in_use)

    def _on_filtered(self, typed: str) -> None:
        self._rebuilding = True
        self.model.filter_tags(typed)
        top = self._first_tag().parent()
        self.view.setExpanded(top, True)
        if self.model.is_filtered:
            self.view.scrollTo(top, self.view.ScrollHint.PositionAtTop)
        else:
            self._open_again(few_tags=len(self.tag_paths) <= _FEW_TAGS)
        self._choose_quietly()
        self._rebuilding = False

    def _first_tag(self) -> QModelIndex:
        return self.model.index(0, 0, self.model.find(PlaceKind.HEADING, TAGS_HEADING))

    def _choose_first_tag(self) -> None:
        place = place_of(self._first_tag())
        if place is not None:
            self.choose(place)

    def _focus_first_tag(self) -> None:
        self.view.setFocus()
        if self._first_tag().isValid():
            self.view.setCurrentIndex(self._first_tag())

    def _on_filter_left(self) -> None:
        self.view.setFocus()
        self._show_filter(len(self.tag_paths) > _FEW_TAGS)

    # Acts on places

    def _on_menu_requested(self, position: QPoint) -> None:
        place = place_of(self.view.indexAt(position))
        if place is None:
            return
        menu = QMenu(self)
        self.place_acts.fill_menu(menu, place)
        if not menu.isEmpty():
            menu.exec(self.view.viewport().mapToGlobal(position))
        menu.deleteLater()

    @property
    def chosen_tag(self) -> str:
        """The path of the tag whose articles are listed; empty where it's another place."""
        return self.place.key if self.place.kind is PlaceKind.TAG else ""

    def choose_tags(self, ids: list[int]) -> None:
        """Ask for the tags of these articles."""
        self._tag_acts.ask_choice(ids, self.tag_paths, self.tag_colours)

    def _on_tag_renamed(self, old: str, new: str) -> None:
        """Stay at the tag that is shown, under its new name."""
        path = self.chosen_tag
        if path == old or path.startswith(f"{old}/"):
            self.place = self._listed = tag_place(new + path[len(old) :])
            self.place_chosen.emit(self.place)

    # Saved searches

    @property
    def chosen_search(self) -> Place | None:
        """The saved search that is shown; None where it's another place."""
        return self.place if self.place.kind is PlaceKind.SAVED_SEARCH else None

    def _follow_search(self) -> None:
        """Show the saved search as it is now, where it was changed."""
        place = place_of(self.model.find(self.place.kind, self.place.key))
        if place is not None and self.chosen_search is not None and place != self.place:
            self._on_place_chosen(place)

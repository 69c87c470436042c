"""The library pane's tree of places: what there is, and its model for Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from desktop_app.core.article import Person, SavedSearch, Tag
from desktop_app.ui.search_text import tag_query
from desktop_app.ui.theme import theme


class PlaceKind(StrEnum):
    """What a place in the library is; the value is its icon's name."""

    ALL = "all"
    UNREAD = "unread"
    STARRED = "star"
    TRASH = "trash"
    SAVED_SEARCH = "saved-search"
    TAG = "tag"
    PERSON = "person"
    ALL_PEOPLE = "people"
    HEADING = ""


class PlaceRole(IntEnum):
    """What a tree item carries besides its words."""

    PLACE = Qt.ItemDataRole.UserRole + 10
    COUNT = Qt.ItemDataRole.UserRole + 11


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its kind, its name, the query that shows it, and its id or path."""

    kind: PlaceKind
    name: str
    query: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class LibraryContents:
    """What the pane shows, read in one go."""

    counts: dict[PlaceKind, int]
    searches: list[SavedSearch]
    tags: list[Tag]
    people: list[Person]


ALL = Place(PlaceKind.ALL, "All articles")
UNREAD = Place(PlaceKind.UNREAD, "Unread", "is:unread")
STARRED = Place(PlaceKind.STARRED, "Starred", "is:starred")
TRASH = Place(PlaceKind.TRASH, "Trash", "in:trash")
FIXED_PLACES = (ALL, UNREAD, STARRED, TRASH)
_Index = QModelIndex | QPersistentModelIndex


class LibraryTreeModel(QStandardItemModel):
    """Fixed places, saved searches, tags as a tree, the persons named most."""

    def show_contents(self, contents: LibraryContents) -> None:
        """Build the tree anew; whoever shows it keeps what was open and chosen."""
        self.clear()
        for place in FIXED_PLACES:
            self.appendRow(_item(place, contents.counts.get(place.kind)))
        self._add_searches(contents.searches)
        self._add_tags(contents.tags)
        self._add_people(contents.people)

    def find(self, kind: PlaceKind, key: str) -> QModelIndex:
        """Where a place stands; an invalid index if it isn't there."""
        return self._find(kind, key, self.invisibleRootItem())

    def recolour(self) -> None:
        """Draw the icons in the theme's colours again."""
        pending = [self.invisibleRootItem()]
        while pending:
            item = pending.pop()
            for row in range(item.rowCount()):
                child = item.child(row)
                place = place_of(child.index())
                if place is not None and place.kind.value:
                    child.setIcon(theme().icon(place.kind.value))
                pending.append(child)

    def _find(self, kind: PlaceKind, key: str, item: QStandardItem) -> QModelIndex:
        for row in range(item.rowCount()):
            child = item.child(row)
            place = place_of(child.index())
            if place is not None and (place.kind, place.key) == (kind, key):
                return child.index()
            below = self._find(kind, key, child)
            if below.isValid():
                return below
        return QModelIndex()

    def _add_searches(self, searches: Sequence[SavedSearch]) -> None:
        if not searches:
            return
        heading = _heading("Saved searches")
        for search in searches:
            place = Place(PlaceKind.SAVED_SEARCH, search.name, search.query, str(search.id))
            item = _item(place)
            item.setToolTip(search.query)
            heading.appendRow(item)
        self.appendRow(heading)

    def _add_tags(self, tags: Sequence[Tag]) -> None:
        if not tags:
            return
        heading = _heading("Tags")
        items: dict[str, QStandardItem] = {}
        for tag in sorted(tags, key=lambda tag: tag.path.casefold()):
            parent_path, _, name = tag.path.rpartition("/")
            parent = items.get(parent_path, heading)
            shown = name if parent is not heading else tag.path
            item = _item(Place(PlaceKind.TAG, shown, tag_query(tag.path), tag.path), tag.articles)
            item.setToolTip(tag.path)
            items[tag.path] = item
            parent.appendRow(item)
        self.appendRow(heading)

    def _add_people(self, people: Sequence[Person]) -> None:
        if not people:
            return
        heading = _heading("People")
        for person in people:
            place = Place(PlaceKind.PERSON, person.name, "", str(person.id))
            heading.appendRow(_item(place, person.articles))
        heading.appendRow(_item(Place(PlaceKind.ALL_PEOPLE, "All people…")))
        self.appendRow(heading)


def place_of(index: _Index) -> Place | None:
    """The place at an index of the tree."""
    value = index.data(PlaceRole.PLACE)
    return value if isinstance(value, Place) else None


def _item(place: Place, count: int | None = None) -> QStandardItem:
    item = QStandardItem(theme().icon(place.kind.value), place.name)
    item.setData(place, PlaceRole.PLACE)
    item.setData(count, PlaceRole.COUNT)
    item.setEditable(False)
    item.setDropEnabled(place.kind is PlaceKind.TAG or place.kind is PlaceKind.TRASH)
    spoken = place.name if count is None else f"{place.name}, {count:,}"
    item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
    return item


def _heading(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setData(Place(PlaceKind.HEADING, words, "", words), PlaceRole.PLACE)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item

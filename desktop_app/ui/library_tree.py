"""The library pane's tree of places: what there is, and its model for Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
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

    @property
    def shape(self) -> tuple[object, ...]:
        """Searches and tags without their counts: while these stay, so do the tree's items."""
        return tuple(self.searches), tuple(tag.path for tag in self.tags)

    def item_counts(self) -> dict[tuple[PlaceKind, str], int]:
        """The count of every place that has one, but for the persons."""
        return {
            **{(kind, ""): count for kind, count in self.counts.items()},
            **{(PlaceKind.TAG, tag.path): tag.articles for tag in self.tags},
        }


ALL = Place(PlaceKind.ALL, "All articles")
UNREAD = Place(PlaceKind.UNREAD, "Unread", "is:unread")
STARRED = Place(PlaceKind.STARRED, "Starred", "is:starred")
TRASH = Place(PlaceKind.TRASH, "Trash", "in:trash")
FIXED_PLACES = (ALL, UNREAD, STARRED, TRASH)
PEOPLE_HEADING = "People"
TAGS_HEADING = "Tags"
#: The clipboard's name for a tag that is dragged: its path.
TAG_PATH_TYPE = "application/x-cuttings-tag"
_CHOOSABLE = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
)
_Index = QModelIndex | QPersistentModelIndex


class LibraryTreeModel(QStandardItemModel):
    """Fixed places, saved searches, tags as a tree, the persons named most."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._contents: LibraryContents | None = None
        self._people: list[Person] = []
        self._items: dict[tuple[PlaceKind, str], QStandardItem] = {}

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What an item carries; tips and spoken words are made when they are asked for."""
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(place_of(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(place_of(index), super().data(index, PlaceRole.COUNT))
        return super().data(index, role)

    def mimeTypes(self) -> list[str]:
        """What is dragged from the tree: a tag."""
        return [TAG_PATH_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The path of the dragged tag."""
        mime = QMimeData()
        place = place_of(indexes[0]) if indexes else None
        if place is not None and place.kind is PlaceKind.TAG:
            mime.setData(TAG_PATH_TYPE, place.key.encode())
        return mime

    def show_contents(self, contents: LibraryContents) -> bool:
        """Show these places; gives whether the tree was built anew.

        Where only counts differ, the items stay. Else whoever shows the tree brings back what was
        open and chosen.
        """
        before, self._contents = self._contents, contents
        if before is not None and before.shape == contents.shape:
            self._update_counts(before, contents)
            self.show_people(contents.people)
            return False
        self.clear()
        self._items = {}
        for place in FIXED_PLACES:
            self.appendRow(self._item(place, contents.counts.get(place.kind)))
        self._add_searches(contents.searches)
        self._add_tags(contents.tags)
        self._people = []
        self.show_people(contents.people)
        return True

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these persons below their heading; the other places stay as they are."""
        before, self._people = self._people, list(people)
        if _names(before) == _names(people):
            for person in people:
                item = self._items[PlaceKind.PERSON, str(person.id)]
                item.setData(person.articles, PlaceRole.COUNT)
            return
        heading = self._items.get((PlaceKind.HEADING, PEOPLE_HEADING))
        if heading is None:
            heading = self._heading(PEOPLE_HEADING)
            self.appendRow(heading)
        for person in before:
            del self._items[PlaceKind.PERSON, str(person.id)]
        heading.removeRows(0, heading.rowCount())
        for person in people:
            place = Place(PlaceKind.PERSON, person.name, "", str(person.id))
            heading.appendRow(self._item(place, person.articles))
        heading.appendRow(self._item(Place(PlaceKind.ALL_PEOPLE, "All people…")))

    def find(self, kind: PlaceKind, key: str) -> QModelIndex:
        """Where a place stands; an invalid index if it isn't there."""
        item = self._items.get((kind, key))
        return QModelIndex() if item is None else item.index()

    def recolour(self) -> None:
        """Draw the icons in the theme's colours again."""
        for (kind, _key), item in self._items.items():
            if kind.value:
                item.setIcon(theme().icon(kind.value))

    def _item(self, place: Place, count: int | None = None) -> QStandardItem:
        item = QStandardItem(theme().icon(place.kind.value), place.name)
        item.setData(place, PlaceRole.PLACE)
        item.setData(count, PlaceRole.COUNT)
        item.setFlags(_CHOOSABLE)
        self._items[place.kind, place.key] = item
        return item

    def _heading(self, words: str) -> QStandardItem:
        place = Place(PlaceKind.HEADING, words, "", words)
        item = QStandardItem(words)
        item.setData(place, PlaceRole.PLACE)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self._items[place.kind, place.key] = item
        return item

    def _update_counts(self, before: LibraryContents, contents: LibraryContents) -> None:
        old = before.item_counts()
        for (kind, key), count in contents.item_counts().items():
            if old[kind, key] != count:
                self._items[kind, key].setData(count, PlaceRole.COUNT)

    def _add_searches(self, searches: Sequence[SavedSearch]) -> None:
        if not searches:
            return
        heading = self._heading("Saved searches")
        for search in searches:
            place = Place(PlaceKind.SAVED_SEARCH, search.name, search.query, str(search.id))
            heading.appendRow(self._item(place))
        self.appendRow(heading)

    def _add_tags(self, tags: Sequence[Tag]) -> None:
        if not tags:
            return
        heading = self._heading(TAGS_HEADING)
        items: dict[str, QStandardItem] = {}
        for tag in sorted(tags, key=lambda tag: tag.path.casefold()):
            parent_path, _, name = tag.path.rpartition("/")
            parent = items.get(parent_path, heading)
            shown = name if parent is not heading else tag.path
            item = self._item(tag_place(tag.path, shown), tag.articles)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsDragEnabled)
            items[tag.path] = item
            parent.appendRow(item)
        self.appendRow(heading)


def tag_place(path: str, name: str = "") -> Place:
    """A tag as a place, called by its path where no ``name`` is given."""
    return Place(PlaceKind.TAG, name or path, tag_query(path), path)


def place_of(index: _Index) -> Place | None:
    """The place at an index of the tree."""
    value = index.data(PlaceRole.PLACE)
    return value if isinstance(value, Place) else None


def _names(people: Sequence[Person]) -> list[tuple[int, str]]:
    return [(person.id, person.name) for person in people]


def _tip(place: Place | None) -> str | None:
    if place is None or place.kind not in (PlaceKind.TAG, PlaceKind.SAVED_SEARCH):
        return None
    return place.key if place.kind is PlaceKind.TAG else place.query


def _spoken(place: Place | None, count: object) -> str | None:
    if place is None:
        return None
    return f"{place.name}, {count:,}" if isinstance(count, int) else place.name

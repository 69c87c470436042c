"""The library pane's tree of places as a model for Qt: tags come as they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon

from desktop_app.ui.base.theme import theme
from desktop_app.ui.library.library_places import (
    PEOPLE_HEADING,
    TAGS_HEADING,
    LibraryContents,
    Place,
    PlaceKind,
)
from desktop_app.ui.library.place_nodes import PlaceNode, PlaceNodes, person_places
from desktop_app.ui.tags.tag_colours import TagColours

if TYPE_CHECKING:
    from desktop_app.core.article import Person

#: The clipboard's name for a tag that is dragged: its path.
TAG_PATH_TYPE = "application/x-cuttings-tag"
#: So many tags of one level are added to the tree at once.
BATCH = 100
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_HEADING = Qt.ItemFlag.ItemIsEnabled
_PLACE = _HEADING | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
_TAG = _PLACE | Qt.ItemFlag.ItemIsDragEnabled
_FLAGS = {PlaceKind.HEADING: _HEADING, PlaceKind.TAG: _TAG}
_Role = Qt.ItemDataRole


class PlaceRole(IntEnum):
    """What a tree item carries besides its words."""

    PLACE = Qt.ItemDataRole.UserRole + 10
    COUNT = Qt.ItemDataRole.UserRole + 11


class LibraryTreeModel(QAbstractItemModel):
    """Fixed places, saved searches, dossiers, tags as a tree, the persons named most.

    ``counts_changed`` says that nothing but counts did: a tree that heard of it by ``dataChanged``
    would ask for the height of every row again.
    """

    counts_changed = Signal()

    def __init__(self, colours: TagColours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours
        colours.changed.connect(self._on_colours_changed)
        self._is_shown = False
        self._nodes = PlaceNodes(LibraryContents())

    # What is shown

    def show_contents(self, contents: LibraryContents) -> bool:
        """Show these places; gives whether the tree was built anew.

        Where only counts differ, the items stay. Else whoever shows the tree brings back what was
        open and chosen.
        """
        before = self._nodes
        if self._is_shown and before.contents.shape == contents.shape:
            before.count_anew(contents)
            self.counts_changed.emit()
            self.show_people(contents.people)
            return False
        self.beginResetModel()
        self._is_shown = True
        self._nodes = PlaceNodes(contents, before.typed)
        for key, node in before.by_key.items():
            if node.place.kind is PlaceKind.SAVED_SEARCH and key in self._nodes.by_key:
                self._nodes.by_key[key].articles = node.articles
            # The view itself fetches the last of them, as it does for whatever it opens.
            if len(node.children) > BATCH and key in self._nodes.by_key:
                self._nodes.load(self._nodes.by_key[key], len(node.children) - BATCH)
        self._count_people(contents.people)
        self.endResetModel()
        return True

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these persons below their heading; the other places stay as they are."""
        top = self._nodes.by_key[PlaceKind.HEADING, PEOPLE_HEADING]
        places = person_places(people)
        if [child.place for child in top.children] != places:
            self._replace(top, places)
        if self._count_people(people):
            self.counts_changed.emit()

    def count_searches(self, counts: Mapping[int, int]) -> None:
        """Show how many articles each saved search finds, by its id."""
        for search_id, articles in counts.items():
            node = self._nodes.by_key.get((PlaceKind.SAVED_SEARCH, str(search_id)))
            if node is not None:
                node.articles = articles
        self.counts_changed.emit()

    def filter_tags(self, typed: str) -> None:
        """Show, in place of the tree of tags, those that these letters find; none shows all."""
        typed = typed.strip()
        if typed == self._nodes.typed:
            return
        self._nodes.typed = typed
        top = self._nodes.by_key.get((PlaceKind.HEADING, TAGS_HEADING))
        if top is not None:
            self._replace(top, ())
            top.tags = self._nodes.shown_tags()
            self.fetchMore(self._index(top))

    @property
    def is_filtered(self) -> bool:
        """Whether only some of the tags are shown."""
        return bool(self._nodes.typed)

    def find(self, kind: PlaceKind, key: str) -> QModelIndex:
        """Where a place stands; an invalid index if it isn't there."""
        node = self._nodes.by_key.get((kind, key))
        if node is None and kind is PlaceKind.TAG:
            node = self._fetched_tag(key)
        return QModelIndex() if node is None else self._index(node)

    def unfinished(self) -> list[QModelIndex]:
        """The places of which some of the tags below are there, but not all."""
        return [
            self._index(node)
            for node in self._nodes.by_key.values()
            if 0 < len(node.children) < len(node.tags)
        ]

    # What Qt asks

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        """The place in a row below another."""
        children = self.node(parent).children
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, 0, children[row].number)

    def parent(self, index: _Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """The place above."""
        above = self.node(index).parent
        return QModelIndex() if above is None else self._index(above)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many places are there below, as far as they were fetched."""
        return len(self.node(parent).children)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Always one."""
        return 1

    def hasChildren(self, parent: _Index = _NOWHERE) -> bool:
        """Whether there is anything below, fetched or not."""
        node = self.node(parent)
        return bool(node.children or node.tags)

    def canFetchMore(self, parent: _Index) -> bool:
        """Whether there are more tags below than were fetched."""
        node = self.node(parent)
        return len(node.children) < len(node.tags)

    def fetchMore(self, parent: _Index) -> None:
        """Add the next tags."""
        node = self.node(parent)
        self._fetch(node, len(node.children) + BATCH)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings can't be chosen; tags can be dragged."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS.get(self.node(index).place.kind, _PLACE)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        """What a place says, by role."""
        if not index.isValid():
            return None
        if role == _Role.DecorationRole:
            return self.icon(self.node(index).place)
        say = _SAYS.get(role)
        return None if say is None else say(self.node(index))

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

    # How it is kept

    def _on_colours_changed(self) -> None:
        for node in self._nodes.by_key.values():
            if node.children:
                first, last = self._index(node.children[0]), self._index(node.children[-1])
                self.dataChanged.emit(first, last)

    def icon(self, place: Place) -> QIcon | None:
        """What stands before a place's name; nothing before a heading."""
        if place.kind is PlaceKind.HEADING:
            return None
        is_tag = place.kind is PlaceKind.TAG
        return self._colours.icon(place.key) if is_tag else theme().icon(place.kind.value)

    def node(self, index: _Index) -> PlaceNode:
        """What stands at an index; the root at an invalid one."""
        root = self._nodes.root
        return self._nodes.by_number.get(index.internalId(), root) if index.isValid() else root

    def _index(self, node: PlaceNode) -> QModelIndex:
        if node is self._nodes.root:
            return QModelIndex()
        return self.createIndex(node.row, 0, node.number)

    def _fetch(self, node: PlaceNode, upto: int) -> None:
        """Add tags below a place until so many are there."""
        first, last = len(node.children), min(upto, len(node.tags))
        if first < last:
            self.beginInsertRows(self._index(node), first, last - 1)
            self._nodes.load(node, last)
            self.endInsertRows()

    def _fetched_tag(self, path: str) -> PlaceNode | None:
        """A tag, once it and what is above it have been fetched."""
        node = self._nodes.by_key.get((PlaceKind.HEADING, TAGS_HEADING))
        way = self._nodes.way_to(path)
        if node is None or not way:
            return None
        for step in way:
            paths = [tag.path for tag in node.tags]
            if step not in paths:
                return None
            self._fetch(node, paths.index(step) + 1)
            node = self._nodes.by_key[PlaceKind.TAG, step]
        return node

    def _replace(self, parent: PlaceNode, places: Iterable[Place]) -> None:
        """Put other places below one."""
        if parent.children:
            self.beginRemoveRows(self._index(parent), 0, len(parent.children) - 1)
            self._nodes.empty(parent)
            self.endRemoveRows()
        wanted = list(places)
        if wanted:
            self.beginInsertRows(self._index(parent), 0, len(wanted) - 1)
            for place in wanted:
                self._nodes.add(parent, place)
            self.endInsertRows()

    def _count_people(self, people: Sequence[Person]) -> bool:
        """Show how many articles name each person; gives whether that changed anything."""
        changed = False
        for person in people:
            node = self._nodes.by_key[PlaceKind.PERSON, str(person.id)]
            changed = changed or node.articles != person.articles
            node.articles = person.articles
        return changed


def node_of(index: _Index) -> PlaceNode | None:
    """The node at an index of the tree, without a way through Qt."""
    model = index.model()
    return model.node(index) if isinstance(model, LibraryTreeModel) else None


def place_of(index: _Index) -> Place | None:
    """The place at an index of the tree."""
    node = node_of(index)
    return None if node is None else node.place


def _tip(node: PlaceNode) -> str | None:
    place = node.place
    match place.kind:
        case PlaceKind.NEW_DOSSIER:
            return "Drop articles here to add them"
        case PlaceKind.DOSSIER:
            return f"{place.name}\nDrop articles here to add them"
        case PlaceKind.SAVED_SEARCH | PlaceKind.FEED:
            return f"{place.name}\n{place.query}".rstrip()
        case PlaceKind.TAG:
            return place.key
        case PlaceKind.PERSON:
            return place.name
        case _:
            return None


def _spoken(node: PlaceNode) -> str:
    name = node.place.name
    return name if node.articles is None else f"{name}, {node.articles:,}"


_SAYS: dict[int, Callable[[PlaceNode], object]] = {
    _Role.DisplayRole: lambda node: node.place.name,
    _Role.ToolTipRole: _tip,
    _Role.AccessibleTextRole: _spoken,
    PlaceRole.PLACE: lambda node: node.place,
    PlaceRole.COUNT: lambda node: node.articles,
}

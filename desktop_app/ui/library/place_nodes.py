"""The library's places as nodes of a tree, of which tags are made when they are asked for.

Knows nothing of Qt; ``LibraryTreeModel`` tells Qt what changes here.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING

from desktop_app.ui.library.library_places import (
    ALL_PEOPLE,
    DOSSIERS_HEADING,
    FEEDS_HEADING,
    FIXED_PLACES,
    INBOX,
    NEW_DOSSIER,
    PEOPLE_HEADING,
    SEARCHES_HEADING,
    TAGS_HEADING,
    LibraryContents,
    Place,
    PlaceKind,
    dossier_place,
    feed_place,
    heading,
    tag_place,
)

if TYPE_CHECKING:
    from desktop_app.core.article import Person, Tag

Key = tuple[PlaceKind, str]
#: No two nodes ever have the same number, so that an old one finds nothing.
_numbers = count(1)


class PlaceNode:
    """A place in the tree; of the ``tags`` below it only the first have ``children`` yet."""

    __slots__ = ("articles", "children", "number", "parent", "place", "row", "tags")

    def __init__(self, place: Place, parent: PlaceNode | None = None) -> None:
        self.number = next(_numbers)
        self.place = place
        self.parent = parent
        self.row = 0 if parent is None else len(parent.children)
        self.articles: int | None = None
        self.children: list[PlaceNode] = []
        self.tags: tuple[Tag, ...] = ()

    @property
    def key(self) -> Key:
        """What tells the place from all others."""
        return self.place.kind, self.place.key


class PlaceNodes:
    """What the library shows of ``contents``, with the tags that ``typed`` letters find."""

    def __init__(self, contents: LibraryContents, typed: str = "") -> None:
        self.root = PlaceNode(heading(""))
        self.by_number: dict[int, PlaceNode] = {}
        self.by_key: dict[Key, PlaceNode] = {}
        self.contents, self.typed = contents, typed
        for place in FIXED_PLACES:
            self.add(self.root, place).articles = contents.counts.get(place.kind)
        if contents.searches:
            top = self.add(self.root, heading(SEARCHES_HEADING))
            for each in contents.searches:
                self.add(top, Place(PlaceKind.SAVED_SEARCH, each.name, each.query, str(each.id)))
        top = self.add(self.root, heading(DOSSIERS_HEADING))
        for dossier in contents.dossiers:
            self.add(top, dossier_place(dossier)).articles = dossier.articles
        self.add(top, NEW_DOSSIER)
        if contents.feeds:
            top = self.add(self.root, heading(FEEDS_HEADING))
            self.add(top, INBOX).articles = sum(feed.new for feed in contents.feeds)
            for feed in contents.feeds:
                self.add(top, feed_place(feed)).articles = feed.new
        if len(contents.tags):
            self.add(self.root, heading(TAGS_HEADING)).tags = self.shown_tags()
        top = self.add(self.root, heading(PEOPLE_HEADING))
        for place in person_places(contents.people):
            self.add(top, place)

    def add(self, parent: PlaceNode, place: Place) -> PlaceNode:
        """Put a place last below another."""
        node = PlaceNode(place, parent)
        parent.children.append(node)
        self.by_number[node.number] = self.by_key[node.key] = node
        return node

    def empty(self, parent: PlaceNode) -> None:
        """Take away whatever is below a place."""
        for child in parent.children:
            self.empty(child)
            del self.by_number[child.number]
            del self.by_key[child.key]
        parent.children, parent.tags = [], ()

    def shown_tags(self) -> tuple[Tag, ...]:
        """The tags directly below their heading."""
        tags = self.contents.tags
        return tags.matching(self.typed) if self.typed else tags.below("")

    def load(self, node: PlaceNode, upto: int) -> None:
        """Have the first tags below a place."""
        is_top = node.place.kind is PlaceKind.HEADING
        for tag in node.tags[len(node.children) : upto]:
            name = tag.path if is_top else tag.path.rpartition("/")[2]
            child = self.add(node, tag_place(tag.path, name))
            child.articles = tag.articles
            child.tags = self._below(tag.path)

    def way_to(self, path: str) -> list[str]:
        """The tags below which a tag is shown, and itself; none where it isn't shown."""
        return [path] if self.typed else self.contents.tags.way_to(path)

    def count_anew(self, contents: LibraryContents) -> None:
        """Take over the counts of contents of the same shape."""
        self.contents = contents
        places = {(kind, ""): articles for kind, articles in contents.counts.items()}
        for dossier in contents.dossiers:
            places[PlaceKind.DOSSIER, str(dossier.id)] = dossier.articles
        places[PlaceKind.INBOX, ""] = sum(feed.new for feed in contents.feeds)
        for feed in contents.feeds:
            places[PlaceKind.FEED, str(feed.id)] = feed.new
        tags = contents.tags.counts()
        for (kind, key), node in self.by_key.items():
            node.articles = places.get((kind, key), node.articles)
            if kind is PlaceKind.TAG:
                node.articles, node.tags = tags.get(key), self._below(key)
        top = self.by_key.get((PlaceKind.HEADING, TAGS_HEADING))
        if top is not None:
            top.tags = self.shown_tags()

    def _below(self, path: str) -> tuple[Tag, ...]:
        return () if self.typed else self.contents.tags.below(path)


def person_places(people: Sequence[Person]) -> list[Place]:
    """The persons, and the way to all of them."""
    named = [Place(PlaceKind.PERSON, person.name, "", str(person.id)) for person in people]
    return [*named, ALL_PEOPLE]

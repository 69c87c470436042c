"""The places of the library pane: what each one is, and what the pane shows of an archive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.ui.finding.search_text import dossier_query, tag_query
from desktop_app.ui.tags.tag_tree import TagTree

if TYPE_CHECKING:
    from desktop_app.core.article import Person, SavedSearch
    from desktop_app.core.dossier import Dossier
    from desktop_app.core.feeds import Feed


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
    DOSSIER = "dossier"
    NEW_DOSSIER = "plus"
    FEED = "feed"
    INBOX = "inbox"
    HEADING = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its kind, its name, the query that shows it, and its id or path."""

    kind: PlaceKind
    name: str
    query: str = ""
    key: str = ""


ALL = Place(PlaceKind.ALL, "All articles")
UNREAD = Place(PlaceKind.UNREAD, "Unread", "is:unread")
STARRED = Place(PlaceKind.STARRED, "Starred", "is:starred")
TRASH = Place(PlaceKind.TRASH, "Trash", "in:trash")
FIXED_PLACES = (ALL, UNREAD, STARRED, TRASH)
ALL_PEOPLE = Place(PlaceKind.ALL_PEOPLE, "All people…")
NEW_DOSSIER = Place(PlaceKind.NEW_DOSSIER, "New dossier…")
SEARCHES_HEADING = "Saved searches"
DOSSIERS_HEADING = "Dossiers"
TAGS_HEADING = "Tags"
PEOPLE_HEADING = "People"
FEEDS_HEADING = "Feeds"
INBOX = Place(PlaceKind.INBOX, "Inbox of feeds")


@dataclass(frozen=True, slots=True)
class LibraryContents:
    """What the pane shows, read in one go."""

    counts: Mapping[PlaceKind, int] = field(default_factory=dict)
    searches: Sequence[SavedSearch] = ()
    tags: TagTree = field(default_factory=TagTree)
    people: Sequence[Person] = ()
    dossiers: Sequence[Dossier] = ()
    feeds: Sequence[Feed] = ()

    @property
    def shape(self) -> tuple[object, ...]:
        """What is there without its counts: while it stays, so do the tree's items."""
        dossiers = tuple((each.id, each.name) for each in self.dossiers)
        feeds = tuple((each.id, each.name, each.problem) for each in self.feeds)
        return tuple(self.searches), self.tags.paths, dossiers, feeds


def tag_place(path: str, name: str = "") -> Place:
    """A tag as a place, called by its path where no ``name`` is given."""
    return Place(PlaceKind.TAG, name or path, tag_query(path), path)


def dossier_place(dossier: Dossier) -> Place:
    """A dossier as a place."""
    return Place(PlaceKind.DOSSIER, dossier.name, dossier_query(dossier.name), str(dossier.id))


def feed_place(feed: Feed) -> Place:
    """A feed as a place; what is wrong with it stands where other places have their query."""
    return Place(PlaceKind.FEED, feed.name, feed.problem, str(feed.id))


def heading(words: str) -> Place:
    """A heading, which is no place to go to."""
    return Place(PlaceKind.HEADING, words, "", words)

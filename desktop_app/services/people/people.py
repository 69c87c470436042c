"""Persons as the window and the terminal see them: reading, and the user's word on who is who."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.core.article import Person, PersonMention, PersonSuggestion
from desktop_app.core.network import PersonNetwork
from desktop_app.core.wikidata import checked_item
from desktop_app.services.base.listeners import never, no_progress
from desktop_app.services.finding.finding import FoundCounts
from desktop_app.services.people import choose_person
from desktop_app.store.archive import Archive
from desktop_app.store.people.mention_assignment import Whom
from desktop_app.store.people.name_comparing import NamesCompared

__all__ = ["NamesCompared", "People", "Whom"]


class People:
    """The persons of one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive], found: FoundCounts) -> None:
        self._archive = archive
        self._found = found

    def find(self, text: str = "", query: str = "", limit: int | None = None) -> list[Person]:
        """Persons named in the matching articles, most often named first."""
        if query:
            return self._found.persons(query, text, limit)
        return self._archive().people.list(text=text, limit=limit)

    def get(self, person_id: int) -> Person:
        """One person whole."""
        return self._archive().people.get(person_id)

    def namesakes(self, person_id: int, name: str) -> list[Person]:
        """Who else is known by a name, hidden persons left out."""
        return self._archive().people.namesakes(person_id, name)

    def mentions(
        self, person_id: int, articles: int | None = None, skip: int = 0
    ) -> list[PersonMention]:
        """Every place where the person is named, by published date, or those in a few articles."""
        return self._archive().people.mentions(person_id, articles, skip)

    def mentions_of_both(self, one: int, other: int) -> list[PersonMention]:
        """Two persons' mentions in the articles that name both, by date and as they are told."""
        return self._archive().people.mentions_of_both(one, other)

    def months(self, person_id: int) -> dict[int, int]:
        """How often the person is named in each month, months counted from year 0."""
        return self._found.months(person_id)

    def together_with(self, person_id: int) -> list[tuple[Person, int]]:
        """Who else is named in the same articles, and in how many."""
        return self._found.together_with(person_id)

    def tags(self, person_id: int) -> list[tuple[str, int]]:
        """The tags of the articles naming a person, with counts."""
        return self._archive().company.tags(person_id)

    def outlets(self, person_id: int) -> list[tuple[str, int]]:
        """The outlets that wrote about a person, with counts."""
        return self._found.outlets(person_id)

    def network(self, person_id: int, most: int = 150) -> PersonNetwork:
        """A person with those named beside them most often, and how all are tied."""
        return self._found.network_round(person_id, most)

    def rename(self, person_id: int, name: str) -> None:
        """Give a person another canonical name; the old one stays an alias."""
        with self._archive().act(f"Renamed a person to “{name}”"):
            self._archive().people.rename(person_id, name)

    def merge(self, into_id: int, ids: Sequence[int]) -> None:
        """Make several persons one."""
        with self._archive().act(f"Merged {len(ids) + 1} persons"):
            self._archive().people.merge(into_id, ids)

    def split_alias(self, person_id: int, alias: str) -> int:
        """Make an alias a person of its own; gives the new person's id."""
        with self._archive().act(f"Split off “{alias}”"):
            return self._archive().people.split(person_id, alias)

    def add_alias(self, person_id: int, name: str) -> None:
        """Give a person another spelling."""
        with self._archive().act(f"Added the name “{name}”"):
            self._archive().people.add_alias(person_id, name)

    def remove_alias(self, person_id: int, name: str) -> None:
        """Take a spelling away."""
        with self._archive().act(f"Removed the name “{name}”"):
            self._archive().people.remove_alias(person_id, name)

    def hide(self, person_id: int, hidden: bool) -> None:
        """Hide somebody who isn't a person, or show them again."""
        with self._archive().act("Hid a person" if hidden else "Showed a person again"):
            self._archive().people.set_hidden(person_id, hidden)

    def set_note(self, person_id: int, note: str) -> None:
        """Write the user's note on a person, in Markdown."""
        self._archive().people.set_note(person_id, note.strip())

    def link_wikidata(self, person_id: int, item: str) -> None:
        """Say which item of Wikidata a person is, by id or address; empty takes the link away."""
        checked = checked_item(item) if item.strip() else None
        self._archive().people.set_wikidata(person_id, checked)

    def assign_mentions(
        self, article_id: int, places: Sequence[tuple[int, int]], whom: Whom
    ) -> int | None:
        """Say who is named at some places of an article's text, for good; gives the person's id.

        A place is the characters where it starts and ends. ``whom`` is a person's id, the name of
        somebody new, or None for nobody.
        """
        return choose_person.at_places(self._archive(), article_id, places, whom)

    def assign_in_article(self, article_id: int, person_id: int, whom: Whom) -> int | None:
        """Make whoever is ``person_id`` in one article somebody else there, for good."""
        return choose_person.throughout(self._archive(), article_id, person_id, whom)

    def assign_words(
        self, article_id: int, words: str, whom: Whom, occurrence: int | None = None
    ) -> int:
        """Say who is named wherever these words stand in an article; gives in how many places.

        Names that are somebody's already stay; ``occurrence``, from 1, means that one place.
        """
        return choose_person.by_words(self._archive(), article_id, words, whom, occurrence)

    def names_to_compare(self) -> int:
        """How many names were never compared with those before them."""
        return self._archive().comparing.waiting()

    def compare_names(
        self,
        *,
        again: bool = False,
        progress: Callable[[int, int], None] = no_progress,
        cancelled: Callable[[], bool] = never,
    ) -> NamesCompared:
        """Join what is surely one person and ask about the rest; ``again`` compares every name."""
        if again:
            self._archive().comparing.ask_for_all()
        return self._archive().comparing.run(progress, cancelled)

    def suggestions(self, limit: int = 50, offset: int = 0) -> list[PersonSuggestion]:
        """Persons who may be one, a page at a time; what was put off comes last."""
        return self._archive().suggestions.list(limit, offset)

    def count_suggestions(self) -> int:
        """How many questions about persons are open."""
        return self._archive().suggestions.count()

    def accept_suggestion(self, suggestion_id: int) -> int:
        """The two are one person; gives the id."""
        return self._archive().suggestions.accept(suggestion_id)

    def accept_spelling(self, suggestion_id: int) -> int:
        """The later spelling is the person in every open question about it; gives the id."""
        return self._archive().suggestions.accept_spelling(suggestion_id)

    def refuse_suggestion(self, suggestion_id: int) -> None:
        """The two are not the same, for good."""
        self._archive().suggestions.refuse(suggestion_id)

    def postpone_suggestion(self, suggestion_id: int) -> None:
        """Ask about the two again behind all others."""
        self._archive().suggestions.postpone(suggestion_id)

"""The user says who is named at one place of an article, or by a name throughout it; undoable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.article import CleanArticle, Mention
from desktop_app.core.errors import InputError
from desktop_app.store.base.article_ids import bounded_id, no_article
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.revision_state import NEWEST_STATE, state_of
from desktop_app.store.people.article_choices import MAX_MENTION, ArticleChoices
from desktop_app.store.people.people import PersonStore
from desktop_app.store.people.person_assignment import PersonAssignment
from desktop_app.store.people.person_names import bounded_name, person_key
from desktop_app.store.undo.acts import Acts

#: Who is meant: a person's id, the name of somebody new, or None for nobody.
Whom = int | str | None


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of an article's text; ``sentence`` is what stands round it, where it is known."""

    start: int
    end: int
    sentence: str = ""


class MentionAssignment:
    """Assigns mentions. Articles and persons that aren't there raise InputError."""

    def __init__(self, connection: Connection, acts: Acts, people: PersonStore) -> None:
        self._connection = connection
        self._acts = acts
        self._people = people
        self._choices = ArticleChoices(connection)
        self._assignment = PersonAssignment(connection)

    def assign(self, article_id: int, places: Sequence[Place], whom: Whom) -> int | None:
        """Say who is named at these places of the text, found there before or not; gives the id."""
        clean = self._clean(article_id)
        mentions = [_mention(article_id, clean.text, place) for place in places]
        with self._acts.act("Changed who is named"):
            person_id = self._person(whom)
            for mention in mentions:
                self._choices.set_place(article_id, clean.text, mention, person_id)
            self._assignment.assign(article_id, clean)
        return person_id

    def assign_everywhere(self, article_id: int, person_id: int, whom: Whom) -> int | None:
        """Make whoever is ``person_id`` in an article somebody else there, for good; gives the id.

        Names are chosen for the whole article; of a name that is split, those places alone.
        """
        clean = self._clean(article_id)
        person_id = self._people.get(person_id).id
        rows = self._connection.rows(
            "SELECT position, part FROM article_people WHERE article_id = ? AND person_id = ?",
            (article_id, person_id),
        )
        if not rows:
            raise InputError(
                f"Article {article_id} doesn't name person {person_id}.",
                "Choose somebody whom the article names.",
            )
        told = {each.position: each for each in self._choices.told(article_id, clean).names}
        with self._acts.act("Changed who is named in an article"):
            to_person_id = self._person(whom)
            self._choices.move_places(article_id, person_id, to_person_id)
            for row in rows:
                named = told.get(row["position"])
                # A chosen place says nothing about the same words elsewhere.
                if named is not None and not named.by_place and not row["part"]:
                    key = person_key(named.named.name)
                    self._choices.set_name(article_id, key, to_person_id)
            if any(row["part"] for row in rows):
                self._assign_places(article_id, clean, person_id, to_person_id)
            self._assignment.assign(article_id, clean)
        return to_person_id

    def _assign_places(
        self, article_id: int, clean: CleanArticle, person_id: int, to_person_id: int | None
    ) -> None:
        named = self._people.named_in(article_id, clean).people
        for mention in (each for one in named if one.id == person_id for each in one.mentions):
            self._choices.set_place(article_id, clean.text, mention, to_person_id)

    def _person(self, whom: Whom) -> int | None:
        if whom is None or isinstance(whom, int):
            return None if whom is None else self._people.get(whom).id
        if not bounded_name(whom):
            raise InputError("A person needs a name.", "Write the name of whom you mean.")
        return self._assignment.create(whom, chosen=True)

    def _clean(self, article_id: int) -> CleanArticle:
        row = self._connection.row(f"{NEWEST_STATE} WHERE a.id = ?", (bounded_id(article_id),))
        if row is None:
            raise no_article(article_id)
        return state_of(row)


def _mention(article_id: int, text: str, place: Place) -> Mention:
    """What stands at the place; raises InputError where that can be no name."""
    inside = 0 <= place.start < place.end <= len(text)
    words = text[place.start : place.end] if inside else ""
    if not words.strip() or len(words) > MAX_MENTION:
        raise InputError(
            f"Article {article_id} has no name from character {place.start} to {place.end}.",
            f"Choose at most {MAX_MENTION} characters of its text.",
        )
    return Mention(place.start, place.end, words, None, place.sentence)

"""Persons as the user changes them: every act is undoable, and holds for later articles."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Sequence

from desktop_app.core.article import CleanArticle, Person
from desktop_app.core.errors import InputError
from desktop_app.store.base.connection import Connection
from desktop_app.store.people.new_assignment import NewAssignment
from desktop_app.store.people.person_assignment import PersonAssignment
from desktop_app.store.people.person_merging import PersonMerging
from desktop_app.store.people.person_names import bounded_name, person_key
from desktop_app.store.people.person_reading import PersonReader
from desktop_app.store.undo.acts import Acts

#: How many characters a note on a person has at most.
MAX_NOTE = 100_000


class PersonStore(PersonReader):
    """The persons of an archive. Ids that aren't there raise InputError."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        super().__init__(connection)
        self._acts = acts
        self._assignment = PersonAssignment(connection)

    def assign(self, article_id: int, clean: CleanArticle) -> None:
        """Tie an article's names to persons; a part of storing the article."""
        self._assignment.assign(article_id, clean)

    def assign_new(self, articles: Sequence[tuple[int, CleanArticle]]) -> None:
        """Tie the names of new articles to persons, many quicker than one by one."""
        NewAssignment(self._connection).assign_new(articles)

    def rename(self, person_id: int, name: str) -> None:
        """Give another canonical name; the old one stays an alias."""
        name = bounded_name(name)
        if not name:
            raise InputError("A person needs a name.", "Write the name to show.")
        person_id = self.survivor(person_id)
        with self._acts.act("Renamed a person"):
            self._allow(person_id, name)
            self._assignment.learn(person_id, name, owns=True)
            self._connection.write(
                "UPDATE persons SET name = ?, chosen = 1 WHERE id = ?", (name, person_id)
            )

    def namesakes(self, person_id: int, name: str) -> builtins.list[Person]:
        """Who else is known by a name, hidden persons left out."""
        found = self._connection.column(
            "SELECT DISTINCT p.id FROM person_names n JOIN persons p ON p.id = n.person_id"
            " WHERE n.key = ? AND p.hidden = 0 AND p.id <> ? ORDER BY p.id",
            (person_key(name), self.survivor(person_id)),
        )
        return self._persons(found)

    def merge(self, into_id: int, ids: Iterable[int]) -> None:
        """Make several persons one; every name of theirs goes to the one from now on."""
        into_id = self.survivor(into_id)
        others = dict.fromkeys(self.survivor(each) for each in ids)
        others.pop(into_id, None)
        with self._acts.act("Merged persons"):
            self._connection.write("UPDATE persons SET chosen = 1 WHERE id = ?", (into_id,))
            PersonMerging(self._connection).merge(into_id, others)

    def split(self, person_id: int, alias: str) -> int:
        """Make an alias a person of its own, in stored articles and later ones; gives the id."""
        person_id = self.survivor(person_id)
        key = person_key(alias)
        if alias not in self._names(person_id):
            raise InputError(f"The person has no alias “{alias}”.", "Choose one of the aliases.")
        with self._acts.act("Split a person"):
            remaining = self._name_without(person_id, key, alias)
            new_id = self._split_before(person_id, key) or self._connection.write(
                "INSERT INTO persons (name, chosen) VALUES (?, 1)", (bounded_name(alias),)
            )
            self._connection.write(
                "DELETE FROM person_names WHERE person_id = ?2 AND key = ?3 AND name IN"
                " (SELECT name FROM person_names WHERE person_id = ?1)",
                (new_id, person_id, key),
            )
            self._connection.write(
                "UPDATE person_names SET person_id = ?1 WHERE person_id = ?2 AND key = ?3",
                (new_id, person_id, key),
            )
            self._connection.write(
                "UPDATE persons SET name = ?, chosen = 1 WHERE id = ?", (remaining, person_id)
            )
            self._connection.write(
                "INSERT INTO person_splits (person_id, key, to_person_id) VALUES (?1, ?2, ?3)"
                " ON CONFLICT (person_id, key) DO UPDATE SET to_person_id = excluded.to_person_id",
                (person_id, key, new_id),
            )
            self._choices.move_words(person_id, key, new_id)
            self._assignment.learn(new_id, alias, owns=True)
            self._connection.write(
                "INSERT INTO person_suggestions (person_id, other_id, reason, refused)"
                " VALUES (?, ?, 'split by the user', 1)"
                " ON CONFLICT (person_id, other_id) DO UPDATE SET refused = 1",
                (person_id, new_id),
            )
            self._assign_again(person_id)
        return new_id

    def add_alias(self, person_id: int, name: str) -> None:
        """Note another spelling; later articles' full names go by it unless it is another's."""
        name = bounded_name(name)
        if not name:
            raise InputError("A name needs words.", "Write the name to add.")
        person_id = self.survivor(person_id)
        with self._acts.act("Added a name"):
            self._allow(person_id, name)
            self._assignment.learn(person_id, name, owns=True)
            self._connection.write("UPDATE persons SET chosen = 1 WHERE id = ?", (person_id,))

    def remove_alias(self, person_id: int, name: str) -> None:
        """Take a spelling away for good: articles of this name are somebody else's from now on.

        Where an article calls the person so beside their full name, its words still mean them.
        """
        person_id = self.survivor(person_id)
        person = self.get(person_id)
        if name not in person.aliases:
            raise InputError(f"The person has no alias “{name}”.", "Choose one of the aliases.")
        key = person_key(name)
        with self._acts.act("Removed a name"):
            if key == person_key(person.name):
                self._connection.write(
                    "DELETE FROM person_names WHERE person_id = ? AND name = ?", (person_id, name)
                )
                return
            self._connection.write(
                "DELETE FROM person_names WHERE person_id = ? AND key = ?", (person_id, key)
            )
            self._connection.write(
                "INSERT OR IGNORE INTO person_refusals (person_id, key) VALUES (?, ?)",
                (person_id, key),
            )
            self._assign_again(person_id)

    def set_hidden(self, person_id: int, hidden: bool) -> None:
        """Hide somebody who isn't a person, for good, or show them again."""
        with self._acts.act("Hid a person" if hidden else "Showed a person again"):
            self._connection.write(
                "UPDATE persons SET hidden = ?, chosen = 1 WHERE id = ?",
                (int(hidden), self.survivor(person_id)),
            )

    def set_note(self, person_id: int, note: str) -> None:
        """Replace the user's note on a person: Markdown of any number of lines, or nothing."""
        if len(note) > MAX_NOTE:
            raise InputError(f"The note has {len(note):,} characters.", f"Keep it to {MAX_NOTE:,}.")
        with self._acts.act("Changed a note on a person"):
            self._connection.write(
                "UPDATE persons SET note = ?1, chosen = max(chosen, ?1 <> '')"
                " WHERE id = ?2 AND note <> ?1",
                (note, self.survivor(person_id)),
            )

    def set_wikidata(self, person_id: int, item: str | None) -> None:
        """Say which item of Wikidata the person is, by a checked id such as Q58217; or none."""
        with self._acts.act("Linked a person to Wikidata" if item else "Took a Wikidata link away"):
            self._connection.write(
                "UPDATE persons SET wikidata = ?1, chosen = max(chosen, ?1 IS NOT NULL)"
                " WHERE id = ?2 AND wikidata IS NOT ?1",
                (item, self.survivor(person_id)),
            )

    # How it is kept

    def _names(self, person_id: int) -> builtins.list[str]:
        return self._connection.column(
            "SELECT name FROM person_names WHERE person_id = ? ORDER BY owns DESC, id", (person_id,)
        )

    def _split_before(self, person_id: int, key: str) -> int | None:
        """Whom the same name of a person made when it was split off before."""
        found = self._connection.value(
            "SELECT to_person_id FROM person_splits WHERE person_id = ? AND key = ?",
            (person_id, key),
        )
        return None if found is None else int(found)

    def _name_without(self, person_id: int, key: str, alias: str) -> str:
        """The name that the person keeps once the alias is gone."""
        current = str(self._connection.value("SELECT name FROM persons WHERE id = ?", (person_id,)))
        if person_key(current) != key:
            return current
        for name in self._names(person_id):
            if person_key(name) != key:
                return name
        raise InputError(f"“{alias}” is the person's only name.", "Rename the person instead.")

    def _allow(self, person_id: int, name: str) -> None:
        """The name is this person's after all."""
        self._connection.write(
            "DELETE FROM person_refusals WHERE person_id = ? AND key = ?",
            (person_id, person_key(name)),
        )

    def _assign_again(self, person_id: int) -> None:
        self._assignment.assign_again(
            self._connection.column(
                "SELECT article_id FROM article_people WHERE person_id = ?1 OR person_id IN"
                " (SELECT to_person_id FROM person_splits WHERE person_id = ?1)",
                (person_id,),
            )
        )

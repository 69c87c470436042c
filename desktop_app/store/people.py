"""Persons over the whole archive: listed, read, and changed by the user's word."""

from __future__ import annotations

import builtins
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from sqlite3 import Row

from desktop_app.core.article import Mention, NamedPerson, Person, PersonMention
from desktop_app.core.errors import InputError
from desktop_app.core.query import ParsedQuery
from desktop_app.store.acts import Acts
from desktop_app.store.article_ids import bounded_id
from desktop_app.store.article_state import unpacked
from desktop_app.store.connection import Connection
from desktop_app.store.person_assignment import PersonAssignment, bounded_name, person_key
from desktop_app.store.query_sql import TRASH, matching, names_where

_TOGETHER_LIMIT = 200
# A date sorts by its first day, and is shown as it is known.
_COUNTED = """
    SELECT p.id, p.name, p.note, p.hidden,
        count(DISTINCT a.id) AS articles,
        sum(CASE WHEN a.id IS NULL THEN 0 ELSE t.mentions END) AS mentions,
        min(a.published_earliest || '|' || a.published) AS first,
        max(a.published_latest || '|' || a.published) AS last
    FROM persons p LEFT JOIN article_people t ON t.person_id = p.id
    LEFT JOIN articles a ON a.id = t.article_id AND {where}
    WHERE p.id IN (SELECT value FROM json_each(?)) GROUP BY p.id
"""


class PersonStore:
    """The persons of an archive. Ids that aren't there raise InputError."""

    def __init__(self, connection: Connection, acts: Acts) -> None:
        self._connection = connection
        self._acts = acts
        self._assignment = PersonAssignment(connection)

    # Reading

    def list(
        self, parsed: ParsedQuery | None = None, *, text: str = "", limit: int | None = None
    ) -> list[Person]:
        """Persons named in the matching articles, most articles first; hidden ones left out.

        ``text`` narrows to those with a name whose words begin so. Without a query, persons the
        user made or changed are there even when no article names them now.
        """
        where, values = matching(parsed, "t.article_id")
        named, names = names_where(text, "t.person_id", prefix=True)
        # First by person and article, as the index is ordered: one person may be there in parts.
        rows = self._connection.rows(
            "SELECT p.id, count(*) AS articles, sum(c.mentions) AS mentions FROM"
            " (SELECT t.person_id, sum(t.mentions) AS mentions FROM article_people t"
            f" WHERE {where} AND {named} GROUP BY t.person_id, t.article_id) c"
            " JOIN persons p ON p.id = c.person_id AND p.hidden = 0"
            " GROUP BY c.person_id ORDER BY articles DESC, mentions DESC, p.name LIMIT ?",
            (*values, *names, -1 if limit is None else limit),
        )
        ids = [row["id"] for row in rows]
        if parsed is None:
            ids += self._named_nowhere(text)
        return self._persons(ids[:limit], parsed)

    def _named_nowhere(self, text: str) -> builtins.list[int]:
        """Persons whom the user made or changed and no article outside the trash names."""
        named, names = names_where(text, "p.id", prefix=True)
        return self._connection.column(
            "SELECT p.id FROM persons p WHERE p.chosen = 1 AND p.hidden = 0"
            f" AND p.merged_into IS NULL AND {named} AND NOT EXISTS (SELECT 1 FROM article_people t"
            f" WHERE t.person_id = p.id AND t.article_id NOT IN ({TRASH})) ORDER BY p.name",
            names,
        )

    def get(self, person_id: int) -> Person:
        """One person whole; of a merged one, the person it was merged into."""
        return self._persons([self._survivor(person_id)])[0]

    def mentions(self, person_id: int, articles: int | None = None) -> builtins.list[PersonMention]:
        """Every place outside the trash where the person is named, by published date.

        ``articles`` is in how many articles to look at most, the earliest first.
        """
        person_id = self._survivor(person_id)
        rows = self._connection.rows(
            "SELECT DISTINCT a.id, a.title, a.published, r.state FROM article_people t"
            " JOIN articles a ON a.id = t.article_id AND a.deleted IS NULL"
            " JOIN revisions r ON r.id = a.revision_id WHERE t.person_id = ?"
            " ORDER BY a.published_sort = '', a.published_sort, a.id LIMIT ?",
            (person_id, -1 if articles is None else articles),
        )
        return [
            PersonMention(row["id"], row["title"] or "", row["published"], mention)
            for row in rows
            for named in self._tied(row["id"], unpacked(row["state"]).people)
            if named.id == person_id
            for mention in named.mentions
        ]

    def several(self, ids: Sequence[int]) -> builtins.list[Person]:
        """These persons whole, in the order asked; all must be there."""
        return self._persons(ids)

    def example(self, person_id: int) -> str:
        """A sentence that names the person, of the first article outside the trash; or empty."""
        row = self._connection.row(
            "SELECT a.id, r.state FROM article_people t"
            " JOIN articles a ON a.id = t.article_id AND a.deleted IS NULL"
            " JOIN revisions r ON r.id = a.revision_id WHERE t.person_id = ?"
            " ORDER BY t.article_id LIMIT 1",
            (person_id,),
        )
        if row is None:
            return ""
        for named in self._tied(row["id"], unpacked(row["state"]).people):
            if named.id == person_id and named.mentions:
                return named.mentions[0].sentence
        return ""

    def together_with(self, person_id: int) -> builtins.list[tuple[Person, int]]:
        """Who else is named in the same articles, and in how many; most often first."""
        rows = self._connection.rows(
            "SELECT other.person_id, count(DISTINCT other.article_id) AS shared"
            " FROM article_people t JOIN article_people other ON other.article_id = t.article_id"
            " JOIN persons p ON p.id = other.person_id AND p.hidden = 0"
            f" WHERE t.article_id NOT IN ({TRASH}) AND t.person_id = ?1 AND other.person_id <> ?1"
            " GROUP BY other.person_id ORDER BY shared DESC, p.name LIMIT ?2",
            (self._survivor(person_id), _TOGETHER_LIMIT),
        )
        persons = self._persons([row["person_id"] for row in rows])
        return [(person, row["shared"]) for person, row in zip(persons, rows, strict=True)]

    def named_in(self, article_id: int, people: Sequence[NamedPerson]) -> tuple[NamedPerson, ...]:
        """The people of an article's state as the archive knows them; hidden ones left out."""
        hidden = set(
            self._connection.column(
                "SELECT p.id FROM article_people t JOIN persons p ON p.id = t.person_id"
                " WHERE t.article_id = ? AND p.hidden = 1",
                (article_id,),
            )
        )
        return tuple(each for each in self._tied(article_id, people) if each.id not in hidden)

    # Changing

    def assign(self, article_id: int, people: Sequence[NamedPerson]) -> None:
        """Tie an article's names to persons; a part of storing the article."""
        self._assignment.assign(article_id, people)

    def rename(self, person_id: int, name: str) -> None:
        """Give another canonical name; the old one stays an alias."""
        name = bounded_name(name)
        if not name:
            raise InputError("A person needs a name.", "Write the name to show.")
        person_id = self._survivor(person_id)
        with self._acts.act("Renamed a person"):
            self._assignment.learn(person_id, name, owns=True)
            self._connection.write(
                "UPDATE persons SET name = ?, chosen = 1 WHERE id = ?", (name, person_id)
            )

    def merge(self, into_id: int, ids: Iterable[int]) -> None:
        """Make several persons one; every name of theirs goes to the one from now on."""
        into_id = self._survivor(into_id)
        others = dict.fromkeys(self._survivor(each) for each in ids)
        others.pop(into_id, None)
        with self._acts.act("Merged persons"):
            self._connection.write("UPDATE persons SET chosen = 1 WHERE id = ?", (into_id,))
            for other in others:
                self._merge(into_id, other)

    def assign_in_article(self, article_id: int, person_id: int, to_person_id: int) -> None:
        """Make whoever is ``person_id`` in one article another person there, for good."""
        person_id, to_person_id = self._survivor(person_id), self._survivor(to_person_id)
        keys = self._connection.column(
            "SELECT DISTINCT key FROM article_people WHERE article_id = ? AND person_id = ?",
            (bounded_id(article_id), person_id),
        )
        if not keys:
            raise InputError(
                f"Article {article_id} doesn't name person {person_id}.",
                "Choose somebody whom the article names.",
            )
        with self._acts.act("Changed who is named in an article"):
            self._connection.write_many(
                "INSERT INTO article_person_choices (article_id, key, person_id) VALUES (?, ?, ?)"
                " ON CONFLICT (article_id, key) DO UPDATE SET person_id = excluded.person_id",
                [(article_id, key, to_person_id) for key in keys],
            )
            self._assign_article_again(article_id)

    def split(self, person_id: int, alias: str) -> int:
        """Make an alias a person of its own, in stored articles and later ones; gives the id."""
        person_id = self._survivor(person_id)
        key = person_key(alias)
        if alias not in self._names(person_id):
            raise InputError(f"The person has no alias “{alias}”.", "Choose one of the aliases.")
        with self._acts.act("Split a person"):
            remaining = self._name_without(person_id, key, alias)
            new_id = self._connection.write(
                "INSERT INTO persons (name, chosen) VALUES (?, 1)", (bounded_name(alias),)
            )
            self._connection.write(
                "UPDATE person_names SET person_id = ? WHERE person_id = ? AND key = ?",
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
            self._assignment.learn(new_id, alias, owns=True)
            self._connection.write(
                "INSERT INTO person_suggestions (person_id, other_id, reason, refused)"
                " VALUES (?, ?, 'split by the user', 1)",
                (person_id, new_id),
            )
            self._assign_again(person_id)
        return new_id

    def add_alias(self, person_id: int, name: str) -> None:
        """Note another spelling; later articles' full names go by it unless it is another's."""
        name = bounded_name(name)
        if not name:
            raise InputError("A name needs words.", "Write the name to add.")
        person_id = self._survivor(person_id)
        with self._acts.act("Added a name"):
            self._assignment.learn(person_id, name, owns=True)
            self._connection.write("UPDATE persons SET chosen = 1 WHERE id = ?", (person_id,))

    def remove_alias(self, person_id: int, name: str) -> None:
        """Forget a spelling; what articles call the person comes back with the next analysis."""
        person_id = self._survivor(person_id)
        person = self.get(person_id)
        if name not in person.aliases:
            raise InputError(f"The person has no alias “{name}”.", "Choose one of the aliases.")
        with self._acts.act("Removed a name"):
            self._connection.write(
                "DELETE FROM person_names WHERE person_id = ? AND name = ?", (person_id, name)
            )

    def set_hidden(self, person_id: int, hidden: bool) -> None:
        """Hide somebody who isn't a person, for good, or show them again."""
        with self._acts.act("Hid a person" if hidden else "Showed a person again"):
            self._connection.write(
                "UPDATE persons SET hidden = ?, chosen = 1 WHERE id = ?",
                (int(hidden), self._survivor(person_id)),
            )

    # How it is kept

    def _merge(self, into_id: int, other: int) -> None:
        ids = (into_id, other)
        for sql in _MERGE:
            self._connection.write(sql, ids)

    def _survivor(self, person_id: int) -> int:
        row = self._connection.row(
            "SELECT coalesce(merged_into, id) FROM persons WHERE id = ?", (bounded_id(person_id),)
        )
        if row is None:
            raise InputError(
                f"There is no person {person_id}.", "“cuttings people” shows them with their ids."
            )
        return int(row[0])

    def _names(self, person_id: int) -> builtins.list[str]:
        return self._connection.column(
            "SELECT name FROM person_names WHERE person_id = ? ORDER BY owns DESC, id", (person_id,)
        )

    def _name_without(self, person_id: int, key: str, alias: str) -> str:
        """The name that the person keeps once the alias is gone."""
        current = str(self._connection.value("SELECT name FROM persons WHERE id = ?", (person_id,)))
        if person_key(current) != key:
            return current
        for name in self._names(person_id):
            if person_key(name) != key:
                return name
        raise InputError(f"“{alias}” is the person's only name.", "Rename the person instead.")

    def _assign_again(self, person_id: int) -> None:
        rows = self._connection.rows(
            "SELECT DISTINCT a.id, r.state FROM article_people t"
            " JOIN articles a ON a.id = t.article_id JOIN revisions r ON r.id = a.revision_id"
            " WHERE t.person_id = ?",
            (person_id,),
        )
        for row in rows:
            self._assignment.assign(row["id"], unpacked(row["state"]).people)

    def _assign_article_again(self, article_id: int) -> None:
        state = self._connection.value(
            "SELECT r.state FROM articles a JOIN revisions r ON r.id = a.revision_id"
            " WHERE a.id = ?",
            (article_id,),
        )
        self._assignment.assign(article_id, unpacked(state).people)

    def _tied(self, article_id: int, people: Sequence[NamedPerson]) -> builtins.list[NamedPerson]:
        """The article's people joined with the archive's: one entry a person."""
        rows = self._connection.rows(
            "SELECT t.position, t.part, t.person_id, p.name FROM article_people t"
            " JOIN persons p ON p.id = t.person_id WHERE t.article_id = ?"
            " ORDER BY t.position, t.id",
            (article_id,),
        )
        split = defaultdict(set)
        for row in rows:
            split[row["position"]].add(row["part"])
        found: dict[int, NamedPerson] = {}
        for row in rows:
            if row["position"] < len(people):
                here = _part(people[row["position"]], row, split[row["position"]])
                found[row["person_id"]] = _joined(found.get(row["person_id"]), here)
        return list(found.values())

    def _persons(
        self, wanted: Sequence[int], parsed: ParsedQuery | None = None
    ) -> builtins.list[Person]:
        """The persons in the order asked, counted over the articles that the query finds."""
        where, values = matching(parsed, "a.id")
        ids = json.dumps(list(wanted))
        names = defaultdict(list)
        for row in self._connection.rows(
            "SELECT person_id, name FROM person_names"
            " WHERE person_id IN (SELECT value FROM json_each(?)) ORDER BY owns DESC, id",
            (ids,),
        ):
            names[row[0]].append(row[1])
        roles = self._roles(ids)
        found = {
            row["id"]: _person(row, names[row["id"]], roles[row["id"]])
            for row in self._connection.rows(_COUNTED.format(where=where), (*values, ids))
        }
        return [found[person_id] for person_id in wanted]

    def _roles(self, ids: str) -> dict[int, dict[str, None]]:
        """What articles called each of these persons, the newest last."""
        roles: dict[int, dict[str, None]] = defaultdict(dict)
        for row in self._connection.rows(
            "SELECT t.person_id, t.roles FROM article_people t JOIN articles a"
            " ON a.id = t.article_id AND a.deleted IS NULL"
            " WHERE t.roles IS NOT NULL AND t.person_id IN (SELECT value FROM json_each(?))"
            " ORDER BY a.published_sort, a.id",
            (ids,),
        ):
            for role in json.loads(row[1]):
                roles[row[0]].pop(role, None)
                roles[row[0]][role] = None
        return roles


#: With the survivor as ?1 and the other as ?2.
_MERGE = (
    # Of a spelling that both have, the one stays that owns its key.
    "DELETE FROM person_names WHERE person_id = ?1 AND name IN"
    " (SELECT name FROM person_names WHERE person_id = ?2 AND owns = 1)",
    "DELETE FROM person_names WHERE person_id = ?2 AND name IN"
    " (SELECT name FROM person_names WHERE person_id = ?1)",
    "UPDATE person_names SET person_id = ?1 WHERE person_id = ?2",
    "DELETE FROM person_splits WHERE (person_id = ?2 AND key IN"
    " (SELECT key FROM person_splits WHERE person_id = ?1))"
    " OR (person_id, to_person_id) IN ((?1, ?2), (?2, ?1))",
    "UPDATE person_splits SET person_id = ?1 WHERE person_id = ?2",
    "UPDATE person_splits SET to_person_id = ?1 WHERE to_person_id = ?2",
    "UPDATE article_people SET person_id = ?1 WHERE person_id = ?2",
    "UPDATE article_person_choices SET person_id = ?1 WHERE person_id = ?2",
    # Questions: the one about the two is answered; of two about the same third, a refusal holds.
    "DELETE FROM person_suggestions WHERE person_id IN (?1, ?2) AND other_id IN (?1, ?2)",
    "UPDATE person_suggestions SET refused = 1 WHERE (person_id = ?1 OR other_id = ?1)"
    " AND person_id + other_id - ?1 IN (SELECT person_id + other_id - ?2 FROM person_suggestions"
    " WHERE (person_id = ?2 OR other_id = ?2) AND refused = 1)",
    "DELETE FROM person_suggestions WHERE (person_id = ?2 OR other_id = ?2)"
    " AND person_id + other_id - ?2 IN (SELECT person_id + other_id - ?1 FROM person_suggestions"
    " WHERE person_id = ?1 OR other_id = ?1)",
    "UPDATE person_suggestions SET person_id = ?1 WHERE person_id = ?2",
    "UPDATE person_suggestions SET other_id = ?1 WHERE other_id = ?2",
    "UPDATE persons SET merged_into = ?1 WHERE id = ?2 OR merged_into = ?2",
)


def _person(row: Row, names: Sequence[str], roles: Iterable[str]) -> Person:
    return Person(
        id=row["id"],
        name=row["name"],
        aliases=tuple(name for name in names if name != row["name"]),
        roles=tuple(roles),
        articles=row["articles"],
        mentions=row["mentions"] or 0,
        first=_shown(row["first"]),
        last=_shown(row["last"]),
        note=row["note"],
        hidden=bool(row["hidden"]),
    )


def _part(named: NamedPerson, row: Row, split: set[str]) -> NamedPerson:
    """That part of a named person which the row ties to a person of the archive."""
    part = row["part"]
    mentions: tuple[Mention, ...] = named.mentions
    if split != {""}:
        mentions = tuple(
            mention
            for mention in named.mentions
            if (key if (key := person_key(mention.text)) in split else "") == part
        )
    names = (named.name, *named.aliases)
    if split != {""}:
        texts = {person_key(mention.text) for mention in mentions}
        names = tuple(name for name in names if person_key(name) in texts)
    aliases = tuple(name for name in dict.fromkeys(names) if name != row["name"])
    roles = named.roles if not part else ()
    return NamedPerson(row["name"], aliases, roles, mentions, row["person_id"])


def _joined(one: NamedPerson | None, other: NamedPerson) -> NamedPerson:
    if one is None:
        return other
    return NamedPerson(
        one.name,
        tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        tuple(dict.fromkeys((*one.roles, *other.roles))),
        tuple(sorted((*one.mentions, *other.mentions), key=lambda mention: mention.start)),
        one.id,
    )


def _shown(sortable: str | None) -> str | None:
    return sortable.partition("|")[2] if sortable else None

"""Persons over the whole archive as they are read: listed, counted, each with its mentions."""

from __future__ import annotations

import builtins
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from sqlite3 import Row

from desktop_app.core.article import CleanArticle, Person, PersonMention
from desktop_app.core.errors import InputError
from desktop_app.store.base.article_ids import bounded_id
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.person_counts import renew
from desktop_app.store.base.revision_state import STATE, state_of
from desktop_app.store.people.article_choices import ArticleChoices
from desktop_app.store.people.tied_people import TiedPeople, read_tied
from desktop_app.store.words.person_words import NAMED_MOST, is_common, name_tested, names_where

_KEPT_COUNTS = """
    SELECT p.id, p.name, p.note, p.hidden, p.wikidata, coalesce(c.articles, 0) AS articles,
        coalesce(c.mentions, 0) AS mentions, c.first, c.last
    FROM persons p LEFT JOIN person_counts c ON c.person_id = p.id
    WHERE p.id IN (SELECT value FROM json_each(?))
"""
_IN = "IN (SELECT value FROM json_each(?))"
# The newest articles by which roles are told: all but of somebody whom very many name.
_ROLE_ARTICLES, _ROLE_ARTICLES_IN_LISTS = 1_000, 20

# Articles outside the trash that name somebody, by published date.
_DATED = """
    SELECT DISTINCT a.id, a.title, a.published, a.revision_id FROM article_people t
    JOIN articles a ON a.id = t.article_id AND a.deleted IS NULL WHERE {where}
    ORDER BY a.published_sort = '', a.published_sort, a.id LIMIT ? OFFSET ?
"""


class PersonReader:
    """Reads the persons of an archive. Ids that aren't there raise InputError."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._choices = ArticleChoices(connection)

    def list(self, *, text: str = "", limit: int | None = None) -> list[Person]:
        """Persons named outside the trash, most articles first; hidden ones left out.

        ``text`` narrows to those with a name whose words begin so. Persons the user made or changed
        are there even when no article names them now. Those of a query are ``counting``'s.
        """
        renew(self._connection)
        ids = self._most_named(text, limit)
        if limit is None or len(ids) < limit:
            ids += self._named_nowhere(text)
        return self._persons(ids[:limit])

    def _most_named(self, text: str, limit: int | None) -> builtins.list[int]:
        """Those whom articles outside the trash name, with such a name, by the kept counts."""
        if limit is not None and is_common(self._connection, text):
            order = f"ORDER BY articles DESC, mentions DESC LIMIT {NAMED_MOST}"
            most = f"(SELECT * FROM person_counts {order}) c"
            found = self._in_order(most, name_tested(text, "c.person_id"), limit)
            if len(found) == limit:
                return found
        named, values = names_where(text, "n.id", prefix=True)
        if not values:
            return self._in_order("person_counts c", ("1", ()), limit)
        # The few of that name are sorted, rather than everybody looked at in order.
        few = f"(SELECT n.id FROM persons n WHERE {named}) f"
        few = f"{few} CROSS JOIN person_counts c ON c.person_id = f.id"
        return self._in_order(few, ("1", values), limit)

    def _in_order(
        self, source: str, test: tuple[str, tuple[object, ...]], limit: int | None
    ) -> builtins.list[int]:
        return self._connection.column(
            f"SELECT c.person_id FROM {source} JOIN persons p ON p.id = c.person_id"
            f" WHERE c.articles > 0 AND p.hidden = 0 AND {test[0]}"
            " ORDER BY c.articles DESC, c.mentions DESC, p.name LIMIT ?",
            (*test[1], -1 if limit is None else limit),
        )

    def _named_nowhere(self, text: str) -> builtins.list[int]:
        """Persons whom the user made or changed and no article outside the trash names."""
        named, names = names_where(text, "p.id", prefix=True)
        return self._connection.column(
            "SELECT p.id FROM persons p LEFT JOIN person_counts c ON c.person_id = p.id"
            " WHERE p.chosen = 1 AND p.hidden = 0 AND p.merged_into IS NULL"
            f" AND coalesce(c.articles, 0) = 0 AND {named} ORDER BY p.name",
            names,
        )

    def get(self, person_id: int) -> Person:
        """One person whole; of a merged one, the person it was merged into."""
        return self._persons([self.survivor(person_id)])[0]

    def mentions(
        self, person_id: int, articles: int | None = None, skip: int = 0
    ) -> builtins.list[PersonMention]:
        """Every place outside the trash where the person is named, by published date.

        ``articles`` is in how many articles to look at most, the earliest first, after ``skip``.
        """
        person_id = self.survivor(person_id)
        rows = self._connection.rows(
            _DATED.format(where="t.person_id = ?"),
            (person_id, -1 if articles is None else articles, skip),
        )
        return self._mentions_in(rows, (person_id,))

    def mentions_of_both(self, one: int, other: int) -> builtins.list[PersonMention]:
        """Two persons' mentions in the articles that name both, by date and as they are told."""
        both = (self.survivor(one), self.survivor(other))
        where = "t.person_id = ? AND a.id IN (SELECT article_id FROM article_people o"
        rows = self._connection.rows(
            _DATED.format(where=f"{where} WHERE o.person_id = ?)"), (*both, -1, 0)
        )
        return self._mentions_in(rows, both)

    def _mentions_in(
        self, rows: Iterable[Row], persons: Sequence[int]
    ) -> builtins.list[PersonMention]:
        """The mentions of these persons in articles, in the order of the text."""
        # The states are read of those alone that are wanted, and few at a time.
        sql = f"SELECT {STATE} FROM revisions r WHERE r.id = ?"
        found = []
        for row in rows:
            state = self._connection.row(sql, (row["revision_id"],))
            people = (
                [] if state is None else self.tied([row["id"]]).people(row["id"], state_of(state))
            )
            mentions = [
                mention for named in people if named.id in persons for mention in named.mentions
            ]
            found += [
                PersonMention(row["id"], row["title"] or "", row["published"], mention)
                for mention in sorted(mentions, key=lambda mention: mention.start)
            ]
        return found

    def several(self, ids: Sequence[int]) -> builtins.list[Person]:
        """These persons whole, in the order asked; those gone are left out."""
        return self._persons(ids)

    def named_by(self, ids: Sequence[int]) -> builtins.list[tuple[int, str]]:
        """Whom these articles name, by id, with the name; hidden ones left out."""
        rows = self._connection.rows(
            "SELECT id, name FROM persons WHERE hidden = 0 AND id IN (SELECT person_id"
            f" FROM article_people WHERE article_id {_IN}) ORDER BY id",
            (json.dumps(list(ids)),),
        )
        return [(row[0], row[1]) for row in rows]

    def example(self, person_id: int) -> str:
        """A sentence that names the person, of the first article outside the trash; or empty."""
        row = self._connection.row(
            f"SELECT a.id, {STATE} FROM article_people t"
            " JOIN articles a ON a.id = t.article_id AND a.deleted IS NULL"
            " JOIN revisions r ON r.id = a.revision_id WHERE t.person_id = ?"
            " ORDER BY t.article_id LIMIT 1",
            (person_id,),
        )
        if row is None:
            return ""
        for named in self.tied([row["id"]]).people(row["id"], state_of(row)):
            if named.id == person_id and named.mentions:
                return named.mentions[0].sentence
        return ""

    def named_in(self, article_id: int, clean: CleanArticle) -> CleanArticle:
        """The article with its people as the archive knows them; hidden ones left out."""
        return self.tied([article_id]).named_in(article_id, clean)

    def tied(self, ids: Sequence[int]) -> TiedPeople:
        """Whom the names of these articles mean, read at once."""
        return read_tied(self._connection, self._choices.of(ids), ids)

    # How it is kept

    def survivor(self, person_id: int) -> int:
        """The person, or the one into whom they were merged."""
        row = self._connection.row(
            "SELECT coalesce(merged_into, id) FROM persons WHERE id = ?", (bounded_id(person_id),)
        )
        if row is None:
            raise InputError(
                f"There is no person {person_id}.", "“cuttings people” shows them with their ids."
            )
        return int(row[0])

    def _persons(self, wanted: Sequence[int]) -> builtins.list[Person]:
        """The persons in the order asked, counted over the articles outside the trash."""
        ids = json.dumps(list(wanted))
        names = defaultdict(list)
        for row in self._connection.rows(
            "SELECT person_id, name FROM person_names"
            " WHERE person_id IN (SELECT value FROM json_each(?)) ORDER BY owns DESC, id",
            (ids,),
        ):
            names[row[0]].append(row[1])
        renew(self._connection)
        most = _ROLE_ARTICLES if len(wanted) == 1 else _ROLE_ARTICLES_IN_LISTS
        roles = self._roles(ids, most)
        found = {
            row["id"]: _person(row, names[row["id"]], roles[row["id"]])
            for row in self._connection.rows(_KEPT_COUNTS, (ids,))
        }
        return [found[person_id] for person_id in wanted if person_id in found]

    def _roles(self, ids: str, most: int) -> dict[int, dict[str, None]]:
        """What the newest articles that tell a role called each of these persons, newest last."""
        roles: dict[int, dict[str, None]] = defaultdict(dict)
        for row in self._connection.rows(
            "SELECT t.person_id, t.roles FROM json_each(?) w CROSS JOIN article_people t"
            " ON t.id IN (SELECT id FROM article_people WHERE person_id = w.value"
            " AND roles IS NOT NULL ORDER BY article_id DESC LIMIT ?)"
            " JOIN articles a ON a.id = t.article_id AND a.deleted IS NULL"
            " ORDER BY a.published_sort, a.id",
            (ids, most),
        ):
            for role in json.loads(row[1]):
                roles[row[0]].pop(role, None)
                roles[row[0]][role] = None
        return roles


def _person(row: Row, names: Sequence[str], roles: Iterable[str]) -> Person:
    return Person(
        id=row["id"],
        name=row["name"],
        aliases=tuple(name for name in names if name != row["name"]),
        roles=tuple(roles),
        articles=row["articles"],
        mentions=row["mentions"] or 0,
        first=shown_date(row["first"]),
        last=shown_date(row["last"]),
        note=row["note"],
        hidden=bool(row["hidden"]),
        wikidata=row["wikidata"],
    )


def shown_date(sortable: str | None) -> str | None:
    """The date as it is known, of one that ``person_counts`` sorts by."""
    if not sortable:
        return None
    day, _, known = sortable.partition("|")
    return known or day

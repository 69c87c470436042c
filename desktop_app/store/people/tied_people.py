"""Whom the names of articles mean: what analysis found joined with the archive's persons."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from sqlite3 import Row

from desktop_app.core.article import CleanArticle, Mention, NamedPerson, UnassignedMention
from desktop_app.store.base.connection import Connection
from desktop_app.store.people.article_choices import KeptChoices
from desktop_app.store.people.person_names import person_key

_TIES = """
    SELECT t.article_id, t.position, t.part, t.person_id, p.name, p.hidden FROM article_people t
    JOIN persons p ON p.id = t.person_id WHERE t.article_id IN (SELECT value FROM json_each(?))
    ORDER BY t.article_id, t.position, t.id
"""


@dataclass(frozen=True, slots=True)
class TiedPeople:
    """The ties of some articles' names to persons, with the user's choices, by article."""

    ties: Mapping[int, Sequence[Row]]
    choices: KeptChoices

    def named_in(self, article_id: int, clean: CleanArticle) -> CleanArticle:
        """The article with its people as the archive knows them; hidden ones left out."""
        rows = self.ties.get(article_id, ())
        hidden = {row["person_id"] for row in rows if row["hidden"]}
        tied, unassigned = self._tied(article_id, clean)
        return replace(
            clean,
            people=tuple(each for each in tied if each.id not in hidden),
            unassigned=tuple(_without(each, hidden) for each in unassigned),
        )

    def people(self, article_id: int, clean: CleanArticle) -> list[NamedPerson]:
        """The people of the article as the archive knows them, hidden ones too."""
        return self._tied(article_id, clean)[0]

    def _tied(
        self, article_id: int, clean: CleanArticle
    ) -> tuple[list[NamedPerson], list[UnassignedMention]]:
        """The article's people joined with the archive's, one entry a person, and what is nobody's.

        A mention that is nobody's yet tells the ids of those whom it may mean.
        """
        told = self.choices.told(article_id, clean)
        named = {each.position: each.named for each in told.names}
        rows = self.ties.get(article_id, ())
        split = defaultdict(set)
        for row in rows:
            split[row["position"]].add(row["part"])
        found: dict[int, NamedPerson] = {}
        for row in rows:
            if row["position"] in named:
                here = _part(named[row["position"]], row, split[row["position"]])
                found[row["person_id"]] = _joined(found.get(row["person_id"]), here)
        people = list(found.values())
        if any(each.by_place for each in told.names):
            people.sort(key=_first_start)
        return people, _with_ids(told.unassigned, clean, rows) if told.unassigned else []


def read_tied(connection: Connection, choices: KeptChoices, ids: Sequence[int]) -> TiedPeople:
    """The ties of these articles, whose choices are given."""
    ties: dict[int, list[Row]] = defaultdict(list)
    for row in connection.rows(_TIES, (json.dumps(list(ids)),)):
        ties[row["article_id"]].append(row)
    return TiedPeople(ties, choices)


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


def _first_start(named: NamedPerson) -> int:
    return named.mentions[0].start if named.mentions else -1


def _with_ids(
    unassigned: Sequence[UnassignedMention], clean: CleanArticle, rows: Sequence[Row]
) -> list[UnassignedMention]:
    """The mentions with the archive's persons of the names that they may mean, each once."""
    whose = {row["position"]: (row["name"], row["person_id"]) for row in reversed(rows)}
    by_name = {named.name: whose[at] for at, named in enumerate(clean.people) if at in whose}
    found = []
    for each in unassigned:
        persons = dict.fromkeys(by_name[name] for name in each.names if name in by_name)
        names, ids = tuple(name for name, _ in persons), tuple(who for _, who in persons)
        found.append(UnassignedMention(each.mention, names, ids))
    return found


def _without(unassigned: UnassignedMention, hidden: set[int]) -> UnassignedMention:
    kept = [
        (name, person_id)
        for name, person_id in zip(unassigned.names, unassigned.ids, strict=True)
        if person_id not in hidden
    ]
    names, ids = tuple(name for name, _ in kept), tuple(person_id for _, person_id in kept)
    return replace(unassigned, names=names, ids=ids)

"""Which person of the archive a name in an article is.

The user's choice for the article or for a place in it comes first (``article_choices``). Then a
name belongs to the person who owns its key (the folded full name). A name that nobody owns becomes
an alias of the one person whose names are all surely the same, differing in transliteration alone;
else it makes a new person, and whoever may be the same goes to the queue of suggestions. Never does
a surname decide: “Lavrov” within an article is already tied to the full name there, and alone it is
a name of its own. Merging moves keys, splitting gives a key to a new person and notes that the
other's mentions with these words are the new one's, and a name that the user took from a person is
refused by them: so the user's choices hold for every later article.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.core.article import CleanArticle, Mention
from desktop_app.core.name_comparison import Verdict
from desktop_app.store.base.connection import Connection
from desktop_app.store.base.revision_state import NEWEST_STATE, state_of
from desktop_app.store.people.article_choices import ArticleChoices, ToldName
from desktop_app.store.people.likely_persons import LikelyPersons
from desktop_app.store.people.person_names import bounded_name, person_key

WRITE_TIE = """
    INSERT INTO article_people (article_id, position, part, person_id, mentions, roles)
    VALUES (?, ?, ?, ?, ?, ?)
"""


@dataclass(frozen=True, slots=True)
class Part:
    """Those mentions of one named person that are one person of the archive.

    ``key`` is empty for the mentions that nobody split off.
    """

    key: str
    person_id: int
    mentions: tuple[Mention, ...]


class PersonAssignment:
    """Ties the names of articles to persons."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._choices = ArticleChoices(connection)
        self._likely = LikelyPersons(connection)

    def assign(self, article_id: int, clean: CleanArticle) -> None:
        """Tie every name of an article to its person, in place of earlier ties."""
        self._connection.write("DELETE FROM article_people WHERE article_id = ?", (article_id,))
        for told in self._choices.told(article_id, clean).names:
            if told.by_place and told.person_id is not None:
                self._assign_place(article_id, told, told.person_id)
            else:
                self.assign_name(article_id, told)

    def assign_again(self, article_ids: Sequence[int]) -> None:
        """Tie the names of stored articles again, after a rule has changed."""
        for article_id in article_ids:
            row = self._connection.row(f"{NEWEST_STATE} WHERE a.id = ?", (article_id,))
            if row is not None:
                self.assign(article_id, state_of(row))

    def _assign_place(self, article_id: int, told: ToldName, person_id: int) -> None:
        """Tie places whose person the user chose; what else is so called stays whose it is."""
        self._tie(article_id, told, Part("", person_id, told.named.mentions))
        for words in (told.named.name, *told.named.aliases):
            self.learn(person_id, words)

    def assign_name(self, article_id: int, told: ToldName) -> None:
        """Tie a name that goes by its owner, or by the user's word on the whole article."""
        named, person_id = told.named, told.person_id
        if person_id is None:
            person_id = self.owner(named.name) or self._joined_or_new(named.name)
        splits = self.splits(person_id)
        if told.person_id is not None:
            self.learn(splits.get(person_key(named.name), person_id), named.name)
        for part in parts(person_id, named.mentions, splits):
            self._tie(article_id, told, part)
        for alias in named.aliases:
            self.learn(splits.get(person_key(alias), person_id), alias)

    def splits(self, person_id: int) -> dict[str, int]:
        """The keys that the user split off a person, and whose they are."""
        rows = self._connection.rows(
            "SELECT key, to_person_id FROM person_splits WHERE person_id = ?", (person_id,)
        )
        return {row[0]: row[1] for row in rows}

    def owner(self, name: str) -> int | None:
        """The person to whom this full name belongs."""
        found = self._connection.value(
            "SELECT person_id FROM person_names WHERE key = ? AND owns = 1", (person_key(name),)
        )
        return None if found is None else int(found)

    def _joined_or_new(self, name: str) -> int:
        """The one person who surely has this name too, or a new one with suggestions."""
        likely = self._likely.persons(name)
        refused = self._refusing(name)
        likely = [each for each in likely if each.person_id not in refused]
        sure = [each for each in likely if each.verdict is Verdict.SAME]
        if len(sure) == 1 and not sure[0].doubtful:
            self.learn(sure[0].person_id, name, owns=True)
            return sure[0].person_id
        person_id = self.create(name)
        self._likely.suggest(person_id, likely)
        return person_id

    def _refusing(self, name: str) -> set[int]:
        """The persons of whom the user said that this isn't their name."""
        found = self._connection.column(
            "SELECT person_id FROM person_refusals WHERE key = ?", (person_key(name),)
        )
        return set(found)

    def create(self, name: str, *, chosen: bool = False) -> int:
        """A new person of this name, who owns it where nobody else does; gives the id."""
        name = bounded_name(name)
        person_id = self._connection.write(
            "INSERT INTO persons (name, chosen) VALUES (?, ?)", (name, int(chosen))
        )
        self.learn(person_id, name, owns=True)
        return person_id

    def learn(self, person_id: int, name: str, *, owns: bool = False) -> None:
        """Note a spelling of a person, unless the user took it from them.

        ``owns`` if later articles' full names go by it.
        """
        name = bounded_name(name)
        known = self.spelling(person_id, name)
        if known is None or known < owns:
            self.note_spelling(person_id, name, owns=owns)

    def spelling(self, person_id: int, name: str) -> int | None:
        """Whether a person owns a name that they are known by; None where they aren't."""
        found: int | None = self._connection.value(
            "SELECT owns FROM person_names WHERE person_id = ? AND name = ?", (person_id, name)
        )
        return found

    def note_spelling(self, person_id: int, name: str, *, owns: bool) -> None:
        """Write a spelling down that isn't known so, unless the user took it from the person."""
        if person_id in self._refusing(name):
            return
        owns = owns and self.owner(name) is None
        self._connection.write(
            "INSERT INTO person_names (person_id, name, key, owns) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (person_id, name) DO UPDATE SET owns = 1 WHERE excluded.owns > owns",
            (person_id, name, person_key(name), int(owns)),
        )
        if owns:
            self._likely.note(person_id, name)

    def _tie(self, article_id: int, told: ToldName, part: Part) -> None:
        roles = dict.fromkeys(mention.role for mention in part.mentions if mention.role)
        if not part.key:
            roles = dict.fromkeys((*told.named.roles, *roles))
        self.write_tie(
            (
                article_id,
                told.position,
                part.key,
                part.person_id,
                len(part.mentions),
                json.dumps(list(roles), ensure_ascii=False) if roles else None,
            )
        )

    def write_tie(self, row: tuple[object, ...]) -> None:
        """Write the row that ties an article to a person."""
        self._connection.write(WRITE_TIE, row)


def parts(person_id: int, mentions: Sequence[Mention], splits: Mapping[str, int]) -> list[Part]:
    """The mentions by the person whom they name after the user's splits."""
    grouped: dict[str, list[Mention]] = {}
    for mention in mentions:
        key = person_key(mention.text) if splits else ""
        grouped.setdefault(key if key in splits else "", []).append(mention)
    return [
        Part(key, splits.get(key, person_id), tuple(found)) for key, found in grouped.items()
    ] or [Part("", person_id, ())]

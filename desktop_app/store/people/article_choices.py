"""The user's word on who is named in one article, laid over what analysis found in its text.

A choice is about a name throughout an article, or about one place in its text. A place is kept as
a quote with its surroundings, so that it is found again after every re-analysis, re-cleaning and
edit; where it isn't found, the choice waits for a text in which it is. Who the other names are is
``person_assignment``'s to say.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from sqlite3 import Row

from desktop_app.core.article import CleanArticle, Mention, NamedPerson, UnassignedMention
from desktop_app.core.quote_search import find_quotes
from desktop_app.core.text_quote import TextQuote, quote_at
from desktop_app.store.base.connection import Connection
from desktop_app.store.people.person_names import person_key

#: A mention's sentence is cut to so many characters on either side where it isn't known.
_AROUND = 200
#: Longer stretches are no name.
MAX_MENTION = 300
_IN = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class ToldName:
    """A name of a text: its number there, and whose it is where the user said so.

    Places that the user chose have numbers behind those of the names that analysis found.
    """

    position: int
    named: NamedPerson
    person_id: int | None = None
    by_place: bool = False


@dataclass(frozen=True, slots=True)
class ToldNames:
    """The names of a text after the user's choices, and the mentions that are nobody's yet."""

    names: tuple[ToldName, ...]
    unassigned: tuple[UnassignedMention, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A chosen place as it stands in the text now."""

    start: int
    end: int
    sentence: str
    person_id: int | None


class ArticleChoices:
    """Keeps the choices of articles and applies them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def told(self, article_id: int, clean: CleanArticle) -> ToldNames:
        """The article's names after the user's choices."""
        return self.of([article_id]).told(article_id, clean)

    def of(self, ids: Sequence[int]) -> KeptChoices:
        """The choices of these articles, read at once."""
        wanted = (json.dumps(list(ids)),)
        whole: dict[int, dict[str, int | None]] = defaultdict(dict)
        for row in self._connection.rows(
            f"SELECT article_id, key, person_id FROM article_person_choices WHERE article_id {_IN}",
            wanted,
        ):
            whole[row[0]][row[1]] = row[2]
        places: dict[int, list[Row]] = defaultdict(list)
        for row in self._connection.rows(
            f"SELECT * FROM mention_choices WHERE article_id {_IN} ORDER BY id", wanted
        ):
            places[row["article_id"]].append(row)
        return KeptChoices(whole, places)

    def set_name(self, article_id: int, key: str, person_id: int | None) -> None:
        """Say whose a name is throughout an article; None for nobody's."""
        self._connection.write(
            "INSERT INTO article_person_choices (article_id, key, person_id) VALUES (?, ?, ?)"
            " ON CONFLICT (article_id, key) DO UPDATE SET person_id = excluded.person_id",
            (article_id, key, person_id),
        )

    def set_place(
        self, article_id: int, text: str, mention: Mention, person_id: int | None
    ) -> None:
        """Say who is named at one place of the text; earlier choices for it give way."""
        rows = self._rows(article_id)
        for row, at in zip(rows, find_quotes(text, [_quote(row) for row in rows]), strict=True):
            if at is not None and at < mention.end and mention.start < at + len(row["words"]):
                self._connection.write("DELETE FROM mention_choices WHERE id = ?", (row["id"],))
        quote = quote_at(text, mention.start, mention.end)
        self._connection.write(
            "INSERT INTO mention_choices (article_id, words, prefix, suffix, start, sentence,"
            " person_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                article_id,
                quote.exact,
                quote.prefix,
                quote.suffix,
                quote.start,
                mention.sentence,
                person_id,
            ),
        )

    def move_places(self, article_id: int, person_id: int, to_person_id: int | None) -> None:
        """Give the chosen places of one person in an article to another, or to nobody."""
        self._connection.write(
            "UPDATE mention_choices SET person_id = ? WHERE article_id = ? AND person_id = ?",
            (to_person_id, article_id, person_id),
        )

    def move_words(self, person_id: int, key: str, to_person_id: int) -> None:
        """Give one person's chosen places with words of this key, in any article, to another."""
        rows = self._connection.rows(
            "SELECT id, words FROM mention_choices WHERE person_id = ?", (person_id,)
        )
        self._connection.write_many(
            "UPDATE mention_choices SET person_id = ? WHERE id = ?",
            [(to_person_id, row["id"]) for row in rows if person_key(row["words"]) == key],
        )

    def _rows(self, article_id: int) -> list[Row]:
        return self._connection.rows(
            "SELECT * FROM mention_choices WHERE article_id = ? ORDER BY id", (article_id,)
        )


@dataclass(frozen=True, slots=True)
class KeptChoices:
    """The choices of some articles, by id: about names, and as rows those about places."""

    whole: Mapping[int, Mapping[str, int | None]]
    places: Mapping[int, Sequence[Row]]

    def told(self, article_id: int, clean: CleanArticle) -> ToldNames:
        """The names of one of these articles after the user's choices."""
        whole = self.whole.get(article_id, {})
        places = _found(clean.text, self.places.get(article_id, ()))
        if not whole and not places:
            names = tuple(ToldName(at, named) for at, named in enumerate(clean.people))
            return ToldNames(names, clean.unassigned)
        return _applied(clean, whole, places)


def _found(text: str, rows: Sequence[Row]) -> list[_Place]:
    """The chosen places that stand in the text."""
    found = find_quotes(text, [_quote(row) for row in rows]) if rows else []
    return [
        _Place(at, at + len(row["words"]), row["sentence"], row["person_id"])
        for row, at in zip(rows, found, strict=True)
        if at is not None
    ]


def _quote(row: Row) -> TextQuote:
    return TextQuote(row["words"], row["prefix"], row["suffix"], row["start"])


def _applied(
    clean: CleanArticle, whole: Mapping[str, int | None], places: Sequence[_Place]
) -> ToldNames:
    names = []
    for at, named in enumerate(clean.people):
        key = person_key(named.name)
        left = tuple(mention for mention in named.mentions if not _meets(mention, places))
        if (key in whole and whole[key] is None) or (named.mentions and not left):
            continue
        names.append(ToldName(at, _with_mentions(named, left), whole.get(key)))
    names += _at_places(clean, places)
    unassigned = (each for each in clean.unassigned if not _meets(each.mention, places))
    return ToldNames(tuple(names), tuple(unassigned))


def _meets(mention: Mention, places: Sequence[_Place]) -> bool:
    return any(place.start < mention.end and mention.start < place.end for place in places)


def _with_mentions(named: NamedPerson, mentions: tuple[Mention, ...]) -> NamedPerson:
    """The person with these of their mentions, and of their other forms those used in them."""
    if len(mentions) == len(named.mentions):
        return named
    used = {person_key(mention.text) for mention in mentions}
    aliases = tuple(alias for alias in named.aliases if person_key(alias) in used)
    told = {mention.role for mention in mentions}
    gone = {mention.role for mention in named.mentions} - told
    roles = tuple(role for role in named.roles if role not in gone)
    return replace(named, mentions=mentions, aliases=aliases, roles=roles)


def _at_places(clean: CleanArticle, places: Sequence[_Place]) -> list[ToldName]:
    """The persons of the chosen places, each once, numbered behind those that were found."""
    found: dict[int, list[Mention]] = {}
    for place in sorted(places, key=lambda place: place.start):
        if place.person_id is not None:
            found.setdefault(place.person_id, []).append(_mention(clean, place))
    return [
        ToldName(len(clean.people) + number, _named(mentions), person_id, by_place=True)
        for number, (person_id, mentions) in enumerate(found.items())
    ]


def _named(mentions: Sequence[Mention]) -> NamedPerson:
    words = list(dict.fromkeys(" ".join(mention.text.split()) for mention in mentions))
    roles = tuple(dict.fromkeys(mention.role for mention in mentions if mention.role))
    return NamedPerson(words[0], tuple(words[1:]), roles, tuple(mentions))


def _mention(clean: CleanArticle, place: _Place) -> Mention:
    """The mention at a place, with role and sentence from what was found there, if anything."""
    known = [mention for person in clean.people for mention in person.mentions]
    known += [each.mention for each in clean.unassigned]
    met = next((mention for mention in known if _meets(mention, (place,))), None)
    words = clean.text[place.start : place.end]
    if met is not None:
        return Mention(place.start, place.end, words, met.role, met.sentence)
    return Mention(place.start, place.end, words, None, _sentence(clean.text, place))


def _sentence(text: str, place: _Place) -> str:
    """The sentence as it was when the place was chosen, or what stands round it in its line."""
    reach = len(place.sentence)
    if place.sentence and place.sentence in text[max(0, place.start - reach) : place.end + reach]:
        return place.sentence
    begin = text.rfind("\n", 0, place.start) + 1
    end = text.find("\n", place.end)
    line_end = len(text) if end < 0 else end
    begin, line_end = max(begin, place.start - _AROUND), min(line_end, place.end + _AROUND)
    return text[begin:line_end].strip()

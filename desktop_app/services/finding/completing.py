"""What is offered while a query is typed, from the grammar and from the archive."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.core.completion import (
    DATE_FIELDS,
    Offer,
    OfferKind,
    Typed,
    field_offers,
    term_for,
)
from desktop_app.core.query import DATE_FIELD_NAMES, FIELD_ALIASES
from desktop_app.store.archive import Archive

#: How many values of a field are offered.
MOST_VALUES = 12
#: A word of no field must have so many letters before the archive is asked.
_FEWEST_LETTERS = 2
_OUTLET_FIELD = next(each for each, name in FIELD_ALIASES.items() if name == "publisher")


class QueryCompletion:
    """That of one archive; ``archive`` gives the calling thread's connection."""

    def __init__(self, archive: Callable[[], Archive]) -> None:
        self._archive = archive

    def offers(self, typed: Typed) -> list[Offer]:
        """What may be meant, best first."""
        known = field_offers(typed)
        if typed.field is None:
            if len(typed.text) < _FEWEST_LETTERS:
                return known
            return [
                *known[:3],
                *self._tags(typed, 2),
                *self._persons(typed, 3),
                *self._outlets(typed, 2),
            ]
        values = {
            "tag": self._tags,
            "person": self._persons,
            "publisher": self._outlets,
            "language": self._languages,
            "in": self._dossiers,
            **dict.fromkeys(DATE_FIELDS, self._years),
        }
        look_up = values.get(typed.field)
        return known if look_up is None else look_up(typed, MOST_VALUES)

    def _tags(self, typed: Typed, most: int) -> list[Offer]:
        return [
            Offer(OfferKind.TAG, term_for("tag", path), path, "", articles)
            for path, articles in self._archive().completions.tags(typed.text, most)
        ]

    def _persons(self, typed: Typed, most: int) -> list[Offer]:
        return [
            Offer(
                OfferKind.PERSON,
                term_for("person", name),
                name,
                "" if spelt == name else spelt,
                articles,
            )
            for name, spelt, articles in self._archive().completions.persons(typed.text, most)
        ]

    def _outlets(self, typed: Typed, most: int) -> list[Offer]:
        return [
            Offer(OfferKind.OUTLET, term_for(_OUTLET_FIELD, name), name, "", articles)
            for name, articles in self._archive().completions.outlets(typed.text, most)
        ]

    def _languages(self, typed: Typed, most: int) -> list[Offer]:
        found = self._archive().completions.languages(typed.text, most)
        return [Offer(OfferKind.LANGUAGE, term_for("language", code), code) for code in found]

    def _dossiers(self, typed: Typed, most: int) -> list[Offer]:
        found = self._archive().completions.dossiers(typed.text, most)
        named = [
            Offer(OfferKind.DOSSIER, term_for("in", name), name, "", articles)
            for name, articles in found
        ]
        return [*named, *field_offers(typed)]

    def _years(self, typed: Typed, most: int) -> list[Offer]:
        kind = str(typed.field) if typed.field in DATE_FIELD_NAMES else "published"
        first, dots, text = typed.text.rpartition("..")
        found = self._archive().completions.years(kind, most, text)
        return [
            Offer(OfferKind.DATE, f"{typed.field}:{first}{dots}{year}", year)
            for year in found
            if year != text
        ]

"""Ids of Wikidata's items: their form alone is checked, nothing is asked of the network."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.core.article import Person
from desktop_app.core.errors import InputError

_ITEM = re.compile(
    r"(?:(?:https?://)?(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9][0-9]{0,11})",
    re.IGNORECASE | re.ASCII,
)


def checked_item(text: str) -> str:
    """The item's id in ``Q58217`` or in its page's address; raises InputError for anything else."""
    found = _ITEM.fullmatch(text.strip())
    if found is None:
        raise InputError(
            f"“{text.strip()[:80]}” is no item of Wikidata.", "An item's id looks like Q58217."
        )
    return found[1].upper()


def item_address(item: str) -> str:
    """The address of an item's page."""
    return f"https://www.wikidata.org/wiki/{item}"


def items_given_up(persons: Sequence[Person]) -> str:
    """What merging persons does to their items, in a sentence; empty where no item is lost.

    One person is one item: the first one's stays, the one into whom the others are merged.
    """
    linked = [(person.name, person.wikidata) for person in persons if person.wikidata]
    if not linked:
        return ""
    (name, kept), *others = linked
    lost = [f"{item} ({other})" for other, item in dict.fromkeys(others) if item != kept]
    if not lost:
        return ""
    return (
        f"Wikidata knows them as different persons: {kept} ({name}) stays,"
        f" {', '.join(lost)} is given up; undo brings it back."
    )

"""Ids of Wikidata's items: their form alone is checked, nothing is asked of the network."""

from __future__ import annotations

import re

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

"""An item's id is known by its form."""

from __future__ import annotations

import pytest

from desktop_app.core.errors import InputError
from desktop_app.core.wikidata import checked_item, item_address


@pytest.mark.parametrize(
    "text",
    [
        "Q58217",
        " q58217\n",
        "https://www.wikidata.org/wiki/Q58217",
        "wikidata.org/entity/Q58217",
        "https://m.wikidata.org/wiki/Q58217",
    ],
)
def test_an_item_is_its_id_or_its_address(text: str) -> None:
    assert checked_item(text) == "Q58217"
    assert item_address(checked_item(text)) == "https://www.wikidata.org/wiki/Q58217"


@pytest.mark.parametrize(
    "text", ["", "Q", "Q0", "58217", "P31", "Q1; x", "https://example.org/wiki/Q1", "Q١٢"]
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="Wikidata"):
        checked_item(text)

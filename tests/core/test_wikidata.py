"""An item's id is known by its form."""

from __future__ import annotations

import pytest

from desktop_app.core.article import Person
from desktop_app.core.errors import InputError
from desktop_app.core.wikidata import checked_item, item_address, items_given_up


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


def test_of_merged_persons_it_is_told_which_item_is_lost() -> None:
    ann, bea = Person(1, "Ann", wikidata="Q1"), Person(2, "Bea", wikidata="Q2")
    cleo = Person(3, "Cleo")

    assert items_given_up([ann, bea]) == (
        "Wikidata knows them as different persons: Q1 (Ann) stays, Q2 (Bea) is given up;"
        " undo brings it back."
    )
    assert "Q2 (Bea) stays, Q1 (Ann) is given up" in items_given_up([cleo, bea, ann])
    assert items_given_up([ann, cleo]) == ""
    assert items_given_up([ann, Person(4, "Anna", wikidata="Q1")]) == ""
    assert items_given_up([cleo]) == ""

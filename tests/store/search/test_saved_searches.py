"""Queries with names."""

from __future__ import annotations

import pytest

from desktop_app.core.article import SavedSearch
from desktop_app.core.errors import InputError
from desktop_app.store.archive import Archive


def test_a_saved_search_is_kept_replaced_and_forgotten(archive: Archive) -> None:
    first = archive.saved_searches.add("Talks", "talks")
    assert archive.saved_searches.add(" Talks ", "talks OR peace") == first
    archive.saved_searches.add("ärger", "x")

    assert [each.name for each in archive.saved_searches.all()] == ["ärger", "Talks"]
    archive.saved_searches.delete(first)
    with pytest.raises(InputError):
        archive.saved_searches.delete(first)
    with pytest.raises(InputError):
        archive.saved_searches.add("  ", "x")


def test_name_and_query_are_changed_in_their_place_and_back(archive: Archive) -> None:
    first = archive.saved_searches.add("Talks", "talks")
    archive.saved_searches.add("Peace", "peace")

    archive.saved_searches.change(first, " More  talks ", "talks OR peace")
    assert archive.saved_searches.all()[0] == SavedSearch(first, "More talks", "talks OR peace")

    archive.undo()
    assert archive.saved_searches.all()[1] == SavedSearch(first, "Talks", "talks")


def test_a_name_that_is_taken_is_refused(archive: Archive) -> None:
    first = archive.saved_searches.add("Talks", "talks")
    archive.saved_searches.add("Peace", "peace")

    with pytest.raises(InputError, match="already"):
        archive.saved_searches.change(first, "Peace", "x")
    with pytest.raises(InputError, match="no saved search"):
        archive.saved_searches.change(99, "Other", "x")


def test_searches_stand_in_the_order_they_were_moved_to_later_ones_behind(
    archive: Archive,
) -> None:
    for name in ("c", "a", "b"):
        archive.saved_searches.add(name, name)
    archive.saved_searches.move(1, -1)
    archive.saved_searches.add("0", "x")
    assert names(archive) == ["a", "c", "b", "0"]

    archive.saved_searches.move(2, 99)
    assert names(archive) == ["c", "b", "0", "a"]

    archive.undo()
    assert names(archive) == ["a", "c", "b", "0"]

    archive.saved_searches.delete(1)
    archive.undo()
    assert names(archive) == ["a", "c", "b", "0"]


def names(archive: Archive) -> list[str]:
    return [each.name for each in archive.saved_searches.all()]

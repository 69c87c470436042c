"""Queries with names."""

from __future__ import annotations

import pytest

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

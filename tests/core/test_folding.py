"""Folding: spellings that differ in form alone compare equal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.folding import fold, name_key


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Zürich", "zurich"), ("Łódź", "lodz"), ("ŒUVRE", "oeuvre"), ("Straße", "strasse")],
)
def test_case_and_accents_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hossein Amir-Abdollahian", "Hossein Amir Abdollahian"),
        ("J. K. Rowling", "J K Rowling"),
        ("Seán O’Brien", "Sean O'Brien"),
    ],
)
def test_one_name_in_two_spellings_has_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)

"""Persons in seventeen languages, labelled by hand: each language's figures may only rise."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from tests.benchmarks.name_languages import HALVES, SETS, Counts, LanguageScore, labels, scores

FLOORS_FILE = Path(__file__).parent / "labelled" / "language_floors.json"
#: Least precision and recall of mentions, of distinct names, over both halves, by set and language.
FLOORS: dict[str, dict[str, list[float]]] = json.loads(FLOORS_FILE.read_text("utf-8"))
EACH = [(of, language) for of, floors in FLOORS.items() for language in floors]


@cache
def measured(of: str) -> dict[str, list[LanguageScore]]:
    halves = [dict(scores(of, half)) for half in HALVES]
    return {language: [half[language] for half in halves] for language in labels(of)}


@pytest.mark.parametrize(("of", "language"), EACH)
def test_persons_are_told_in_other_languages(of: str, language: str) -> None:
    halves = measured(of)[language]
    mentions = sum((score.mentions for score in halves), start=Counts())
    names = sum((score.names for score in halves), start=Counts())

    figures = (mentions.precision, mentions.recall, names.precision, names.recall)
    pairs = zip(figures, FLOORS[of][language], strict=True)
    assert all(figure >= floor for figure, floor in pairs), figures


@pytest.mark.parametrize("of", SETS)
def test_every_language_has_enough_labels_of_both_kinds(of: str) -> None:
    assert set(labels(of)) == set(FLOORS[of])
    for halves in labels(of).values():
        assert min(len(halves[half]) for half in HALVES) >= 6

"""Persons in sixteen languages, labelled by hand: each language's figures may only rise."""

from __future__ import annotations

import pytest

from tests.benchmarks.name_languages import HALVES, Counts, LanguageScore, labels, scores

#: Least precision and recall of mentions, of distinct names, over both halves.
FLOORS = {
    "de": (0.80, 0.67, 0.76, 0.76), "fr": (0.82, 0.77, 0.77, 0.85), "es": (0.79, 0.79, 0.72, 0.81),
    "it": (0.74, 0.86, 0.65, 0.87), "pt": (0.86, 0.79, 0.88, 0.93), "nl": (0.72, 0.71, 0.62, 0.70),
    "ru": (0.66, 0.48, 0.59, 0.63), "uk": (0.85, 0.54, 0.76, 0.66), "tr": (0.43, 0.30, 0.31, 0.31),
    "ar": (0, 0, 0, 0), "fa": (0, 0, 0, 0), "he": (0, 0, 0, 0), "hi": (0, 0, 0, 0),
    "zh": (0.57, 0.15, 0.57, 0.23), "ja": (0.93, 0.68, 0.55, 0.57), "ko": (1, 0.17, 1, 0.26),
}  # fmt: skip


@pytest.fixture(scope="module")
def measured() -> dict[str, list[LanguageScore]]:
    halves = [dict(scores(half)) for half in HALVES]
    return {language: [half[language] for half in halves] for language in labels()}


@pytest.mark.parametrize("language", FLOORS)
def test_persons_are_told_in_other_languages(
    language: str, measured: dict[str, list[LanguageScore]]
) -> None:
    mentions = sum((score.mentions for score in measured[language]), start=Counts())
    names = sum((score.names for score in measured[language]), start=Counts())

    floors = FLOORS[language]
    figures = (mentions.precision, mentions.recall, names.precision, names.recall)
    pairs = zip(figures, floors, strict=True)
    assert all(figure >= floor for figure, floor in pairs), figures


def test_every_language_has_enough_labels_of_both_kinds() -> None:
    assert set(labels()) == set(FLOORS)
    for halves in labels().values():
        assert min(len(halves[half]) for half in HALVES) >= 6

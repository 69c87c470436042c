"""Persons in sixteen languages, labelled by hand: each language's figures may only rise."""

from __future__ import annotations

import pytest

from tests.benchmarks.name_languages import HALVES, Counts, LanguageScore, labels, scores

#: Least precision and recall of mentions, of distinct names, over both halves.
FLOORS = {
    "de": (0.8, 0.68, 0.76, 0.76), "fr": (0.82, 0.79, 0.77, 0.87), "es": (0.79, 0.79, 0.72, 0.81),
    "it": (0.74, 0.86, 0.66, 0.87), "pt": (0.86, 0.79, 0.88, 0.93), "nl": (0.72, 0.72, 0.63, 0.7),
    "ru": (0.66, 0.5, 0.6, 0.64), "uk": (0.86, 0.54, 0.76, 0.66), "tr": (0.43, 0.3, 0.31, 0.31),
    "ar": (0.95, 0.88, 0.93, 0.83), "fa": (1.0, 0.8, 1.0, 0.76), "he": (1.0, 0.96, 1.0, 0.93),
    "hi": (0.95, 0.8, 1.0, 0.8), "zh": (1.0, 0.92, 1.0, 0.88), "ja": (0.91, 1.0, 0.93, 1.0),
    "ko": (1.0, 0.73, 1.0, 0.73),
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

"""The sequence model gives the odds that the sum over all labellings gives, also for long runs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise, product

import pytest

from desktop_app.analysis.name_crf import CrfWeights, name_log_odds
from desktop_app.analysis.name_runs import runs_of
from desktop_app.analysis.name_scoring import read_text, sequence_odds
from desktop_app.analysis.name_tokens import tokens_of
from desktop_app.analysis.name_weights import learnt_weights

_WEIGHTS = CrfWeights(
    features={"given": [1.5, -0.5], "family": [0.25, 2.0], "place": [-1.0, -0.75]},
    start=[0.5, 0.25, -2.0],
    steps=[[0.5, 0.25, -3.0], [-0.5, -1.0, 1.5], [0.25, -0.5, 0.75]],
)


def _odds_by_all_labellings(words: Sequence[Sequence[str]], place: int) -> float:
    shares = [0.0, 0.0]
    for labels in product(range(3), repeat=len(words)):
        total = _WEIGHTS.start[labels[0]]
        total += sum(_WEIGHTS.steps[a][b] for a, b in pairwise(labels))
        for features, label in zip(words, labels, strict=True):
            total += sum(_WEIGHTS.features[name][label - 1] for name in features if label)
        shares[labels[place] > 0] += math.exp(total)
    return math.log(shares[1] / shares[0])


@pytest.mark.parametrize(
    "words",
    [
        [["given"]],
        [["given"], ["family"]],
        [["place"], ["given"], ["given", "family"], [], ["place", "family"]],
    ],
)
def test_the_odds_are_those_over_all_labellings(words: list[list[str]]) -> None:
    odds = name_log_odds(_WEIGHTS, words)

    assert odds == pytest.approx([_odds_by_all_labellings(words, i) for i in range(len(words))])


def test_a_run_of_any_length_and_any_weights_gives_finite_odds() -> None:
    sure = CrfWeights({"given": [900.0, -900.0]}, _WEIGHTS.start, _WEIGHTS.steps)

    odds = name_log_odds(sure, [["given"]] * 5000)

    assert len(odds) == 5000
    assert all(math.isfinite(each) for each in odds)
    assert name_log_odds(sure, []) == []


def test_a_run_holds_titles_particles_and_the_name() -> None:
    tokens = tokens_of("Yesterday the Foreign Minister Jan van der Berg met Ann Roe, of Delft.", 0)

    runs = [" ".join(word.text for word in tokens[run.first : run.last]) for run in runs_of(tokens)]

    assert runs == ["Yesterday", "Foreign Minister Jan van der Berg", "Ann Roe", "Delft"]


def test_the_learnt_model_tells_a_speaker_from_a_place() -> None:
    text = "In Belgrade, Marek Hollis said on Friday that talks had failed."

    odds = sequence_odds(read_text(text), learnt_weights().sequence)

    assert odds[text.index("Belgrade")] < 0 < odds[text.index("Hollis")]
    assert odds[text.index("Marek")] > 0

"""A linear-chain conditional random field over the words of a run: how likely each is a name's.

Lafferty, McCallum and Pereira, “Conditional Random Fields”, 2001. Three labels: outside of a
person's name, its first word, a word within; the scores of “outside” are nought, so that a feature
has two weights. `resources/training/train_name_weights.py` learns them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_LABELS = range(3)
# No word is surer than that, whatever the weights say.
_SUREST = 9.0


@dataclass(frozen=True, slots=True)
class CrfWeights:
    """Weights of features for “first” and “within”, of a label at the start, and of two in a row.

    ``steps[a][b]`` is for label b behind label a; the labels are outside, first, within.
    """

    features: Mapping[str, Sequence[float]]
    start: Sequence[float]
    steps: Sequence[Sequence[float]]


def name_log_odds(weights: CrfWeights, words: Sequence[Sequence[str]]) -> list[float]:
    """For each word of a run, by its features, the log odds that it is part of a person's name.

    The forward–backward algorithm with scaling (Rabiner, 1989), so that long runs are safe.
    """
    if not words:
        return []
    emitted = [_emitted(weights.features, features) for features in words]
    forward = [_scaled([math.exp(weights.start[b]) * emitted[0][b] for b in _LABELS])]
    if len(words) == 1:
        return [_log_odds(forward[0])]
    steps = [[math.exp(weight) for weight in row] for row in weights.steps]
    for scores in emitted[1:]:
        past = forward[-1]
        forward.append(
            _scaled([scores[b] * sum(past[a] * steps[a][b] for a in _LABELS) for b in _LABELS])
        )
    backward = [[1.0, 1.0, 1.0]]
    for scores in reversed(emitted[1:]):
        ahead = [scores[b] * backward[-1][b] for b in _LABELS]
        backward.append(_scaled([sum(steps[a][b] * ahead[b] for b in _LABELS) for a in _LABELS]))
    return [
        _log_odds([one * other for one, other in zip(fore, back, strict=True)])
        for fore, back in zip(forward, reversed(backward), strict=True)
    ]


def _emitted(weights: Mapping[str, Sequence[float]], features: Sequence[str]) -> list[float]:
    first = within = 0.0
    for feature in features:
        pair = weights.get(feature)
        if pair is not None:
            first += pair[0]
            within += pair[1]
    most = max(0.0, first, within)
    return [math.exp(-most), math.exp(first - most), math.exp(within - most)]


def _scaled(values: list[float]) -> list[float]:
    total = sum(values)
    return [value / total for value in values]


def _log_odds(shares: list[float]) -> float:
    outside, name = shares[0], shares[1] + shares[2]
    if not outside or not name:
        return _SUREST if name else -_SUREST
    return max(-_SUREST, min(_SUREST, math.log(name / outside)))

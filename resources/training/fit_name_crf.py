"""Fits the linear-chain CRF of `desktop_app/analysis/name_crf.py`; used by `train_name_weights.py`.

Full-batch gradient steps (Adam) on the likelihood with an L2 penalty, computed for all runs of one
length at once. Deterministic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from desktop_app.analysis.name_crf import CrfWeights

_PENALTY = 8.0
_STEPS = 200
_FEWEST = 3
_LABELS = 3
_LEAST = 0.02

_Array = npt.NDArray[np.float64]
#: The features of each word of a run, and its labels: 0 outside, 1 first, 2 within a name.
Example = tuple[list[list[str]], list[int]]


@dataclass(frozen=True)
class _Batch:
    """All runs as one matrix: which word has which feature, and where runs of one length lie."""

    names: list[str]
    row_of: npt.NDArray[np.int64]
    column_of: npt.NDArray[np.int64]
    labels: npt.NDArray[np.int64]
    #: First row, number of runs, length of each.
    groups: list[tuple[int, int, int]]

    def scores(self, weights: _Array) -> _Array:
        """The score of every label for every word."""
        scores = np.zeros((len(self.labels), _LABELS))
        for label in range(1, _LABELS):
            scores[:, label] = np.bincount(
                self.row_of, weights[self.column_of, label - 1], minlength=len(self.labels)
            )
        return scores

    def slopes(self, errors: _Array) -> _Array:
        """What the errors of the words say of each feature's weights."""
        return np.stack(
            [
                np.bincount(self.column_of, errors[self.row_of, label], minlength=len(self.names))
                for label in range(1, _LABELS)
            ],
            axis=1,
        )


def fit(examples: Sequence[Example]) -> CrfWeights:
    """The weights that make the labels likely; features seen too seldom are left out."""
    batch = _batch(examples)
    count = len(batch.names)
    truth = np.eye(_LABELS)[batch.labels]
    true_start, true_steps = _true_steps(batch)
    shapes = (count * 2, _LABELS, _LABELS * _LABELS)
    weights = np.zeros(sum(shapes))
    momentum, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        features, start, steps = _parts(weights, count)
        shares, start_shares, step_shares = _expected(batch, batch.scores(features), start, steps)
        slope = _PENALTY * weights + np.concatenate(
            [
                batch.slopes(shares - truth).ravel(),
                start_shares - true_start,
                (step_shares - true_steps).ravel(),
            ]
        )
        momentum = 0.9 * momentum + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        pace = 0.1 * (1 - step / (_STEPS + 1)) + 0.002
        scaled = (momentum / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights -= pace * scaled
    features, start, steps = _parts(weights, count)
    return CrfWeights(
        {
            name: [round(float(weight), 2) for weight in pair]
            for name, pair in zip(batch.names, features, strict=True)
            if np.abs(pair).max() >= _LEAST
        },
        [round(float(weight), 2) for weight in start],
        [[round(float(weight), 2) for weight in row] for row in steps],
    )


def _parts(weights: _Array, count: int) -> tuple[_Array, _Array, _Array]:
    features = weights[: 2 * count].reshape(count, 2)
    start = weights[2 * count : 2 * count + _LABELS]
    return features, start, weights[2 * count + _LABELS :].reshape(_LABELS, _LABELS)


def _batch(examples: Sequence[Example]) -> _Batch:
    counts = Counter(name for words, _ in examples for word in words for name in set(word))
    names = sorted(name for name, count in counts.items() if count >= _FEWEST)
    index = {name: place for place, name in enumerate(names)}
    rows, columns, labels = list[int](), list[int](), list[int]()
    groups = []
    for length, group in groupby(sorted(examples, key=_length), key=_length):
        first, runs = len(labels), 0
        for words, told in group:
            runs += 1
            for word, label in zip(words, told, strict=True):
                known = [index[name] for name in sorted(set(word)) if name in index]
                rows += [len(labels)] * len(known)
                columns += known
                labels.append(label)
        groups.append((first, runs, length))
    return _Batch(names, np.array(rows), np.array(columns), np.array(labels), groups)


def _length(example: Example) -> int:
    return len(example[1])


def _true_steps(batch: _Batch) -> tuple[_Array, _Array]:
    start, steps = np.zeros(_LABELS), np.zeros((_LABELS, _LABELS))
    for first, runs, length in batch.groups:
        labels = batch.labels[first : first + runs * length].reshape(runs, length)
        start += np.bincount(labels[:, 0], minlength=_LABELS)
        for place in range(1, length):
            np.add.at(steps, (labels[:, place - 1], labels[:, place]), 1)
    return start, steps


def _expected(
    batch: _Batch, scores: _Array, start: _Array, steps: _Array
) -> tuple[_Array, _Array, _Array]:
    """How often each label is expected: for every word, at the start, and behind each label."""
    shares = np.zeros_like(scores)
    at_start, in_steps = np.zeros(_LABELS), np.zeros((_LABELS, _LABELS))
    for first, runs, length in batch.groups:
        here = scores[first : first + runs * length].reshape(runs, length, _LABELS)
        forward, backward = np.zeros_like(here), np.zeros_like(here)
        forward[:, 0] = here[:, 0] + start
        for place in range(1, length):
            paths = forward[:, place - 1][:, :, None] + steps
            forward[:, place] = here[:, place] + _log_sum(paths, 1)
        for place in range(length - 2, -1, -1):
            ahead = (here[:, place + 1] + backward[:, place + 1])[:, None, :]
            backward[:, place] = _log_sum(steps + ahead, 2)
        total = _log_sum(forward[:, -1], 1)[:, None]
        told = np.exp(forward + backward - total[:, :, None])
        shares[first : first + runs * length] = told.reshape(-1, _LABELS)
        at_start += told[:, 0].sum(0)
        for place in range(1, length):
            ahead = (here[:, place] + backward[:, place] - total)[:, None, :]
            in_steps += np.exp(forward[:, place - 1][:, :, None] + steps + ahead).sum(0)
    return shares, at_start, in_steps


def _log_sum(values: _Array, axis: int) -> _Array:
    most = values.max(axis, keepdims=True)
    total: _Array = (most + np.log(np.exp(values - most).sum(axis, keepdims=True))).squeeze(axis)
    return total

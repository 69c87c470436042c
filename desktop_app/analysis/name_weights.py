"""How much each piece of evidence is worth: the weights, and the probability they give.

The weights are learnt by `resources/training/train_name_weights.py`; a sum of weights becomes a
probability by the logistic function.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import zstandard

from desktop_app.analysis.name_crf import CrfWeights

_FILE = Path(__file__).with_name("data") / "name_weights.json.zst"
_LARGEST = 16_000_000


@dataclass(frozen=True, slots=True)
class NameWeights:
    """Weights of features, for names of several words, for single words, and for words in a row.

    Without a sequence model the sums of the evidence judge alone.
    """

    several: Mapping[str, float]
    single: Mapping[str, float]
    sequence: CrfWeights | None = None


def sum_of(weights: Mapping[str, float], features: Iterable[str]) -> float:
    """The sum of the weights of features; a feature without a weight counts nothing."""
    return sum(weights.get(feature, 0.0) for feature in features)


def logistic(total: float) -> float:
    """The probability (0 to 1) that a sum of weights stands for."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def learnt_weights() -> NameWeights:
    """The weights that ship with the program."""
    plain = zstandard.ZstdDecompressor().decompress(_FILE.read_bytes(), max_output_size=_LARGEST)
    content = json.loads(plain)
    return NameWeights(content["several"], content["single"], CrfWeights(**content["sequence"]))

"""What a line's words alone tell of it: a weighted sum over words and pairs of words.

The weights are trained (``resources/training/train_paste_model.py``); here they are only added up.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping

from desktop_app.cleaning.boilerplate import line_key

_MAX_WORDS = 30


def line_tokens(line: str) -> frozenset[str]:
    """The words, pairs, first words and last word of a line, as the weights know them."""
    words = line_key(line).split()[:_MAX_WORDS]
    if not words:
        return frozenset()
    pairs = [f"{first} {second}" for first, second in itertools.pairwise(words)]
    edges = ["^" + words[0], "^" + " ".join(words[:2]), words[-1] + "$"]
    whole = ["=" + " ".join(words)] if len(words) <= 5 else []
    return frozenset((*words, *pairs, *edges, *whole))


def word_score(line: str, weights: Mapping[str, float]) -> float:
    """How much the line's words speak for the article (positive) or for the page (negative)."""
    tokens = line_tokens(line)
    return math.fsum(filter(None, map(weights.get, tokens))) / math.sqrt(max(len(tokens), 1))

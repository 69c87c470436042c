"""The learned judge of pasted lines: for every line the chance that it is the article's.

Inference only; ``resources/training/train_paste_model.py`` trains it and writes
``data/paste_model.npz``, on pages of WCXB (Murrough Foley 2026, CC BY 4.0) and of the Zyte
article extraction benchmark (MIT).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
import numpy.typing as npt

from desktop_app.cleaning.boosted_trees import BoostedTrees
from desktop_app.cleaning.line_words import word_score
from desktop_app.cleaning.paste_features import context_features, line_features, line_sizes
from desktop_app.cleaning.paste_lines import PasteLine


@dataclass(frozen=True, slots=True)
class _Model:
    words: dict[str, float]
    lines: BoostedTrees
    context: BoostedTrees


def line_chances(lines: Sequence[PasteLine]) -> npt.NDArray[np.float64]:
    """For every line the chance, 0 to 1, that it belongs to the article's body."""
    if not lines:
        return np.zeros(0)
    model = _model()
    scores = [word_score(line.text, model.words) for line in lines]
    features = line_features(lines, scores)
    first = model.lines.chances(features)
    return model.context.chances(np.hstack([features, context_features(first, line_sizes(lines))]))


@cache
def _model() -> _Model:
    with (
        as_file(files("desktop_app.cleaning") / "data" / "paste_model.npz") as path,
        np.load(path, allow_pickle=False) as arrays,
    ):
        tokens = arrays["tokens"].tobytes().decode().split("\n")
        weights = arrays["weights"].astype(float).tolist()
        return _Model(
            dict(zip(tokens, weights, strict=True)),
            BoostedTrees.from_arrays(arrays, "line"),
            BoostedTrees.from_arrays(arrays, "context"),
        )

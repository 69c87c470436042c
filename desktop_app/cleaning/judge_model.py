"""What a trained judge is made of, and reading it from the package's data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from desktop_app.cleaning.boosted_trees import BoostedTrees


@dataclass(frozen=True, slots=True)
class JudgeModel:
    """What each word tells, trees for a piece by itself, and trees that see what stands around."""

    words: dict[str, float]
    alone: BoostedTrees
    context: BoostedTrees


@cache
def judge_model(file_name: str, alone: str) -> JudgeModel:
    """The model in ``data/``, whose trees for a piece by itself are stored as ``alone``."""
    with (
        as_file(files("desktop_app.cleaning") / "data" / file_name) as path,
        np.load(path, allow_pickle=False) as arrays,
    ):
        tokens = arrays["tokens"].tobytes().decode().split("\n")
        weights = arrays["weights"].astype(float).tolist()
        return JudgeModel(
            dict(zip(tokens, weights, strict=True)),
            BoostedTrees.from_arrays(arrays, alone),
            BoostedTrees.from_arrays(arrays, "context"),
        )

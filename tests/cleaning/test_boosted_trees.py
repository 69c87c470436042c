"""Trees written by hand, evaluated."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.cleaning.boosted_trees import BoostedTrees


def test_the_chance_is_the_logistic_of_the_leaves_sum() -> None:
    # The first tree splits column 1 at 0.5 into -1 and 2, the second is a lone leaf of 1.
    trees = BoostedTrees(
        column=np.array([1, -1, -1, -1], dtype=np.int16),
        limit=np.array([0.5, -1.0, 2.0, 1.0], dtype=np.float32),
        left=np.array([1, 1, 2, 3], dtype=np.int32),
        right=np.array([2, 1, 2, 3], dtype=np.int32),
        root=np.array([0, 3], dtype=np.int32),
    )
    rows = np.array([[9.0, 0.5], [9.0, 0.6]], dtype=np.float32)
    assert trees.chances(rows) == pytest.approx([0.5, 1 / (1 + np.exp(-3))])
    assert trees.chances(rows[:0]).tolist() == []

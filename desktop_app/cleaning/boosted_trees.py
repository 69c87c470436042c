"""Boosted decision trees, evaluated with numpy alone.

Reads what a training script wrote; trains nothing. The trees are those of gradient boosting for a
yes-or-no question (Friedman 2001): the sum of one leaf a tree, through the logistic function.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

_MAX_DEPTH = 64
#: So many rows are followed at a time: rows × trees cells fit the processor's cache.
_ROWS = 512


@dataclass(frozen=True, slots=True)
class BoostedTrees:
    """Trees as flat arrays over all nodes: a leaf has column -1 and its value as limit."""

    column: npt.NDArray[np.int16]
    limit: npt.NDArray[np.float32]
    left: npt.NDArray[np.int32]
    right: npt.NDArray[np.int32]
    root: npt.NDArray[np.int32]

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, Any], name: str) -> BoostedTrees:
        """The trees stored under ``<name>_column``, ``<name>_limit`` and so on."""
        fields = ("column", "limit", "left", "right", "root")
        return cls(*(arrays[f"{name}_{field}"] for field in fields))

    def chances(self, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        """The chance of yes for every row of columns, 0 to 1."""
        parts = [self._sums(rows[at : at + _ROWS]) for at in range(0, len(rows), _ROWS)]
        sums = np.concatenate(parts) if parts else np.zeros(0)
        return 1.0 / (1.0 + np.exp(-sums))

    def _sums(self, rows: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
        row = np.arange(len(rows))[:, None]
        node = np.broadcast_to(self.root, (len(rows), len(self.root)))
        for _ in range(_MAX_DEPTH):
            column = self.column[node]
            if (column < 0).all():
                break
            goes_left = rows[row, column] <= self.limit[node]
            node = np.where(goes_left, self.left[node], self.right[node])
        sums: npt.NDArray[np.float64] = self.limit[node].sum(axis=1, dtype=np.float64)
        return sums

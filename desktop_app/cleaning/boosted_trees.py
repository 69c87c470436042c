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
        """The sum of each row's leaves; only what is not at a leaf yet is followed further."""
        values, width = rows.ravel(), rows.shape[1]
        leaf = np.tile(self.root, len(rows))
        cells, node = np.arange(len(leaf)), leaf
        start = np.repeat(np.arange(len(rows)) * width, len(self.root))
        for _ in range(_MAX_DEPTH):
            inner = np.flatnonzero(self.column.take(node) >= 0)
            if not len(inner):
                break
            cells, start, node = cells.take(inner), start.take(inner), node.take(inner)
            goes_left = values.take(start + self.column.take(node)) <= self.limit.take(node)
            node = np.where(goes_left, self.left.take(node), self.right.take(node))
            leaf[cells] = node
        limits = self.limit.take(leaf).reshape(len(rows), -1)
        return np.asarray(limits.sum(axis=1, dtype=np.float64))

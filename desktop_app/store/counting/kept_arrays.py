"""What articles are counted by, as it was read of all of them, kept in the archive.

Another session needs to read only what was changed since, as the undo log tells. It is nothing but
a copy: where it is missing, damaged or too old, everything is read from the tables. Numbers are
kept plane by plane of their bytes, most of which are alike, as zstd frames.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.errors import ArchiveError
from desktop_app.store.base.archive_format import FORGET_KEPT
from desktop_app.store.base.article_state import compressed, decompressed
from desktop_app.store.base.connection import Connection

Numbers = NDArray[np.int32]
#: Of fewer articles everything is read as quickly.
FEWEST_KEPT = 5_000
_LEVEL = 1
#: Far more than what a million articles need; a larger frame comes from a damaged or hostile file.
_MOST_BYTES = 2**30
_PLANES = 4
_TOLD = "told"


@dataclass(frozen=True, slots=True)
class KeptArrays:
    """Numbers by what they are, the names behind codes, and the acts that are in it.

    ``names`` are lists of texts by what they name; ``acts`` whether each act was undone then.
    """

    numbers: Mapping[str, Numbers]
    names: Mapping[str, list[str]]
    acts: Mapping[int, int]


def keep(connection: Connection, arrays: KeptArrays) -> bool:
    """Keep the arrays instead of what was kept before, unless somebody else writes just now."""
    told = json.dumps({"names": dict(arrays.names), "acts": list(arrays.acts.items())})
    rows = [(name, _frame(numbers)) for name, numbers in arrays.numbers.items()]
    rows.append((_TOLD, compressed(told.encode(), _LEVEL)))
    with connection.transaction_if_free() as is_free:
        if is_free:
            connection.write(FORGET_KEPT)
            connection.write_many("INSERT INTO kept_arrays (name, content) VALUES (?, ?)", rows)
    return is_free


def kept(connection: Connection) -> KeptArrays | None:
    """What was kept; None where there is nothing that can be read."""
    frames = dict(map(tuple, connection.rows("SELECT name, content FROM kept_arrays")))
    try:
        told = json.loads(decompressed(frames.pop(_TOLD), _MOST_BYTES))
        return KeptArrays(
            {name: _numbers(frame) for name, frame in frames.items()},
            {kind: list(map(str, names)) for kind, names in told["names"].items()},
            {int(act_id): int(undone) for act_id, undone in told["acts"]},
        )
    except (ArchiveError, KeyError, ValueError, TypeError, AttributeError):
        return None


def _frame(numbers: Numbers) -> bytes:
    # Most numbers are the same as the one before, or a little more.
    steps = np.diff(numbers, prepend=np.int32(0)).astype("<i4")
    planes = steps.view(np.uint8).reshape(-1, _PLANES).T
    return compressed(planes.tobytes(), _LEVEL)


def _numbers(frame: bytes) -> Numbers:
    content = decompressed(frame, _MOST_BYTES)
    planes = np.frombuffer(content, np.uint8).reshape(_PLANES, -1)
    steps = np.ascontiguousarray(planes.T).view("<i4").reshape(-1)
    return np.cumsum(steps, dtype=np.int32)

"""How much of one text's words stand in another: compared by runs of four words."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

#: Words in a run; a shorter text is one run.
RUN = 4
_WORD = re.compile(r"\w+")


def words_of(text: str) -> list[str]:
    """The words of a text, as written, without punctuation."""
    return _WORD.findall(text)


def runs_of(words: Sequence[str]) -> set[tuple[str, ...]]:
    """Every run of RUN words."""
    if len(words) < RUN:
        return {tuple(words)} if words else set()
    return set(zip(*(words[start:] for start in range(RUN)), strict=False))


def covered_shares(blocks: Sequence[Sequence[str]], other: Sequence[str]) -> list[float]:
    """For each block of words, the share that lies in a run which ``other`` has too.

    Runs reach over the blocks' ends, so that a short block counts with its neighbours.
    """
    known = runs_of(other)
    words = [word for block in blocks for word in block]
    runs = zip(*(words[offset:] for offset in range(RUN)), strict=False)
    found = np.fromiter(map(known.__contains__, runs), np.bool_)
    hit = np.zeros(len(words), np.bool_)
    for offset in range(RUN):
        hit[offset : offset + len(found)] |= found
    ends = np.cumsum([0, *map(len, blocks)])
    hits = np.concatenate([[0], np.cumsum(hit)])[ends]
    return [float(share) for share in np.diff(hits) / np.maximum(np.diff(ends), 1)]

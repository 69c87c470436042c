"""What stands before and around each block of a page in reading order: headings, tails, dates.

Adds columns to the learned judge's table; what a block is by itself is ``block_features``'s.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.cleaning.block_features import FEATURE_NAMES, Matrix

#: Steps that stand for “longer ago than matters”, or for never.
_LONG_AGO = 60
_DATES_REACH = 6
_WORDS_REACHES, _SENTENCES_REACHES = (3, 8, 20), (3, 10)
_PLACES = {name: place for place, name in enumerate(FEATURE_NAMES)}
_HEADING_PLACES = [_PLACES[f"tag_h{level}"] for level in range(1, 7)]
Numbers = NDArray[Any]


def sequence_features(features: Matrix, scores: Numbers, sizes: Numbers) -> Numbers:
    """Columns about the way from the page's top to each block.

    ``features`` are those of ``block_features``, ``scores`` what each block's words tell, ``sizes``
    its words.
    """
    tail, comment, related, dates, bylines, ends = (
        features[:, _PLACES[name]].astype(float)
        for name in (
            "tail_word",
            "reason_comment",
            "reason_related",
            "date_line",
            "byline_word",
            "ends_sentence",
        )
    )
    weights = sizes + 0.5
    columns = [
        np.cumsum(tail) - tail,
        _since(tail > 0),
        np.cumsum(comment) - comment,
        _since(comment > 0),
        _since(related > 0),
        around(dates, _DATES_REACH),
        around(bylines, _DATES_REACH),
        *_below_headings(features, scores, tail + comment + related > 0),
        *(_mean_around(scores, weights, reach) for reach in _WORDS_REACHES),
        *(_mean_around(ends, weights, reach) for reach in _SENTENCES_REACHES),
    ]
    return np.stack(columns, axis=1)


def around(values: Numbers, reach: int) -> Numbers:
    """The sum over the places up to ``reach`` away."""
    return np.convolve(values, np.ones(2 * reach + 1))[reach : reach + len(values)]


def _mean_around(values: Numbers, weights: Numbers, reach: int) -> Numbers:
    return np.asarray(around(values * weights, reach) / around(weights, reach))


def _since(flags: NDArray[np.bool_]) -> Numbers:
    """Steps back to the last flag before each place."""
    steps, last = np.full(len(flags), float(_LONG_AGO)), -_LONG_AGO
    for place, flag in enumerate(flags.tolist()):
        steps[place] = min(_LONG_AGO, place - last)
        if flag:
            last = place
    return steps


def _below_headings(features: Matrix, scores: Numbers, telling: NDArray[np.bool_]) -> Numbers:
    """Of the headings above each block: the last one's level, words and distance, the worst one's.

    A heading ends those of its own and of lower levels.
    """
    levels = features[:, _HEADING_PLACES] @ np.arange(1, 7)
    rows = np.zeros((5, len(levels)))
    above: list[tuple[float, float, int, bool]] = []
    for place, level in enumerate(levels.tolist()):
        if level:
            while above and above[-1][0] >= level:
                above.pop()
            above.append((level, float(scores[place]), place, bool(telling[place])))
        if above:
            last_level, score, at, _ = above[-1]
            told = any(heading[3] for heading in above)
            worst = min(heading[1] for heading in above)
            rows[:, place] = (last_level, score, min(_LONG_AGO, place - at), told, worst)
    return rows

"""The learned judge of pasted lines: for every line the chance that it is the article's.

Inference only; ``resources/training/train_paste_model.py`` trains it and writes
``data/paste_model.npz``, on pages of WCXB (Murrough Foley 2026, CC BY 4.0) and of the Zyte
article extraction benchmark (MIT).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from desktop_app.cleaning.judge_model import judge_model
from desktop_app.cleaning.line_words import word_score
from desktop_app.cleaning.paste_features import context_features, line_features, line_sizes
from desktop_app.cleaning.paste_lines import PasteLine


def line_chances(lines: Sequence[PasteLine]) -> npt.NDArray[np.float64]:
    """For every line the chance, 0 to 1, that it belongs to the article's body."""
    if not lines:
        return np.zeros(0)
    model = judge_model("paste_model.npz", "line")
    scores = [word_score(line.text, model.words) for line in lines]
    features = line_features(lines, scores)
    first = model.alone.chances(features)
    return model.context.chances(np.hstack([features, context_features(first, line_sizes(lines))]))

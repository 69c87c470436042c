"""Which lines of a paste are the article's body.

The judge gives chances; here they become a choice, and short lines that the vocabulary knows for
certain are left out whatever their neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from desktop_app.cleaning.boilerplate import boilerplate_reason, opens_tail
from desktop_app.cleaning.paste_judge import line_chances
from desktop_app.cleaning.paste_lines import PasteLine

#: A line is kept above this chance; found by cross-validation on the public sets.
_KEPT = 0.45
_SHARE_OF_LIKELIEST = 0.65
_SURE = 0.9
_LIKELY_ENOUGH = 0.2
_PARAGRAPH = 60
_SENTENCE_ENDS = tuple('.!?…”"»。！？।۔؟')
#: A page has fewer lines; more are a book or a log, and are judged by their form alone.
_MAX_JUDGED = 4_000
_CERTAIN = frozenset({"reading time", "share line", "advertisement", "comment", "related"})


def body_lines(lines: Sequence[PasteLine]) -> list[bool]:
    """For every line whether it is the article's body."""
    if len(lines) > _MAX_JUDGED:
        return [len(line.text) > 60 and not boilerplate_reason(line.text) for line in lines]
    chances = line_chances(lines)
    # Where little is pasted, the judge is sure of nothing: the likeliest line sets the measure.
    limit = min(_KEPT, float(chances.max(initial=0.0)) * _SHARE_OF_LIKELIEST)
    kept = [
        chance > limit and not _is_certainly_page(line.text, float(chance))
        for line, chance in zip(lines, chances, strict=True)
    ]
    if not any(kept):
        return _fallback(lines, chances)
    _take_back_after_shares(lines, chances, kept)
    return kept


def _take_back_after_shares(
    lines: Sequence[PasteLine], chances: npt.NDArray[np.float64], kept: list[bool]
) -> None:
    """Keep a sentence that only share lines part from the article above it.

    They stand inside articles too, and a lost last paragraph is worse than a line too many.
    """
    joins = shared = False
    for at, line in enumerate(lines):
        if not kept[at] and shared and _is_paragraph(line.text) and chances[at] > _LIKELY_ENOUGH:
            kept[at] = True
        shared = not kept[at] and (joins and boilerplate_reason(line.text) == "share line")
        joins = kept[at] or shared


def _is_paragraph(text: str) -> bool:
    """Whether a line is a whole sentence of some length that no word marks as the page's."""
    return (
        len(text) >= _PARAGRAPH
        and text.endswith(_SENTENCE_ENDS)
        and not boilerplate_reason(text)
        and not opens_tail(text)
    )


def _is_certainly_page(text: str, chance: float) -> bool:
    return boilerplate_reason(text) in _CERTAIN and len(text) < 60 and chance < _SURE


def _fallback(lines: Sequence[PasteLine], chances: npt.NDArray[np.float64]) -> list[bool]:
    """Where nothing convinces: what reads as prose, else what is no boilerplate."""
    prose = [len(line.text) >= 60 and not boilerplate_reason(line.text) for line in lines]
    if any(prose):
        return prose
    best = float(chances.max(initial=0.0))
    return [
        float(chance) >= best * 0.5
        and not boilerplate_reason(line.text)
        and not opens_tail(line.text)
        for line, chance in zip(lines, chances, strict=True)
    ]

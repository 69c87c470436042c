"""Which blocks of a very long page are the article: its series are judged by their ends.

The page without the middle of its long series is an ordinary page, and the judge decides on it.
Where it keeps both ends of a middle, or neither, that is its answer for the middle, too; where
they differ, a piece from between is put back and judged, until the border is found.
"""

from __future__ import annotations

import copy
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.cleaning.block_features import PageFacts
from desktop_app.cleaning.boilerplate import MAX_LINE, boilerplate_reason
from desktop_app.cleaning.choose_body import choose_body
from desktop_app.cleaning.containers import signature
from desktop_app.cleaning.long_series import Gap, without
from desktop_app.cleaning.page_blocks import HEADINGS, PageBlock
from desktop_app.cleaning.second_opinions import second_opinions

#: A page is judged at most so often; each time the unsure middles are half as long.
_MAX_ROUNDS = 12
#: So many blocks at either side of a middle tell what it is.
_BESIDE = 10
#: Blocks built alike of which the judge kept less than this are no part of the article.
_RARELY = 0.3
_RUNNING = 200
_LINKED = 0.7
#: What stands in one of these, inside a series, is not its running text.
_ASIDE = frozenset({"aside", "nav", "figure", "figcaption", "form", "footer", "button"})


def choose_long_body(
    blocks: Sequence[PageBlock], facts: PageFacts, gaps: Sequence[Gap]
) -> tuple[int, ...]:
    """The indices of the blocks that make the article of a page with such gaps, in page order."""
    kept: set[int] = set()
    answers: list[bool | None] = []
    for _ in range(_MAX_ROUNDS):
        kept = _judged(blocks, facts, gaps)
        hidden = _hidden(gaps)
        answers = [_answer(blocks, kept, hidden, gap) for gap in gaps]
        if None not in answers:
            break
        gaps = [
            piece
            for gap, answer in zip(gaps, answers, strict=True)
            for piece in (gap.halves() if answer is None else (gap,))
        ]
        answers = []
    hidden = _hidden(gaps)
    kinds = _kinds(blocks, kept, hidden)
    answers = answers or [None] * len(gaps)
    for gap, answer in zip(gaps, answers, strict=True):
        # Still unsure after all rounds: better a line too many than a paragraph lost.
        if answer is not False:
            middle = blocks[gap.first_block : gap.end_block]
            kept.update(block.index for block in middle if _is_text(block, gap, kinds))
    return tuple(sorted(kept))


def _judged(blocks: Sequence[PageBlock], facts: PageFacts, gaps: Sequence[Gap]) -> set[int]:
    """What the judge keeps of the page without its gaps."""
    hidden = _hidden(gaps)
    shown = [block for block in blocks if block.index not in hidden]
    with without(gaps):
        root = copy.deepcopy(shown[0].element.getroottree().getroot())
        opinions = second_opinions(root, sum(len(block.text) for block in shown))
        asked = replace(facts, opinions=(opinions.resiliparse, opinions.readability))
        numbered = [PageBlock(block.element, block.text, at) for at, block in enumerate(shown)]
        return {shown[at].index for at in choose_body(numbered, asked)}


def _hidden(gaps: Sequence[Gap]) -> set[int]:
    return {index for gap in gaps for index in range(gap.first_block, gap.end_block)}


def _answer(blocks: Sequence[PageBlock], kept: set[int], hidden: set[int], gap: Gap) -> bool | None:
    """Whether both sides of a gap are the article's; None where they differ."""
    first, end = gap.blocks[0][0], gap.blocks[-1][1]
    before = _beside(hidden, range(gap.first_block - 1, first - 1, -1))
    after = _beside(hidden, range(gap.end_block, end))
    sides = {_is_kept(blocks, kept, side) for side in (before, after) if side}
    return sides.pop() if len(sides) == 1 else None


def _beside(hidden: set[int], places: range) -> list[int]:
    found: list[int] = []
    for place in places:
        if place not in hidden:
            found.append(place)
        if len(found) == _BESIDE:
            break
    return found


def _is_kept(blocks: Sequence[PageBlock], kept: set[int], side: Sequence[int]) -> bool:
    every = sum(len(blocks[index].text) for index in side)
    return 2 * sum(len(blocks[index].text) for index in side if index in kept) > every


def _kinds(
    blocks: Sequence[PageBlock], kept: set[int], hidden: set[int]
) -> dict[str, tuple[int, int]]:
    """Of each build: how many blocks were judged within the article, and how many of them kept."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for block in blocks[min(kept, default=0) : max(kept, default=-1) + 1]:
        if block.index not in hidden:
            count = counts[signature(block.element)]
            count[0] += 1
            count[1] += block.index in kept
    return {kind: (judged, held) for kind, (judged, held) in counts.items()}


def _is_text(block: PageBlock, gap: Gap, kinds: dict[str, tuple[int, int]]) -> bool:
    """Whether a block in the middle of kept text is text itself: not furniture among it."""
    if len(block.text) <= MAX_LINE and boilerplate_reason(block.text) is not None:
        return False
    for node in (block.element, *block.element.iterancestors()):
        if node is gap.parent:
            break
        if node.tag in _ASIDE:
            return False
    linked = sum(len("".join(link.itertext())) for link in block.element.iter("a"))
    judged, held = kinds.get(signature(block.element), (0, 0))
    if len(block.text) >= _RUNNING or block.element.tag in HEADINGS:
        return judged < 4 or held >= _RARELY * judged
    if judged > 1:
        return held >= _RARELY * judged
    return linked <= _LINKED * len(block.text)

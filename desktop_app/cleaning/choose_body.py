"""Which of a page's blocks are the article: the learned judge's chances, and where to cut.

Inference only; ``resources/training/train_block_model.py`` trains the judge and writes
``data/block_model.npz``, on pages of WCXB (Murrough Foley 2026, CC BY 4.0) and of the Zyte
article extraction benchmark (MIT).
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.cleaning.block_features import (
    FEATURE_NAMES,
    Matrix,
    PageFacts,
    block_features,
    steps_to,
)
from desktop_app.cleaning.block_sequence import around, sequence_features
from desktop_app.cleaning.containers import signature
from desktop_app.cleaning.judge_model import judge_model
from desktop_app.cleaning.line_words import word_score
from desktop_app.cleaning.lineage import FAR
from desktop_app.cleaning.page_blocks import PageBlock

#: A block with less than this chance is never kept.
LEAST = 0.1
#: A sentence between two kept blocks is kept from this chance on: a middle loses none.
DOUBTFUL = 0.2
_OF_SENTENCES = ("tag_p", "ends_sentence", "link_share", "in_figure")
_FEW_LINKS, _SOME_WORDS = 0.3, 5
#: Where repeats make this share of what is kept, the page holds its body twice.
TOLD_TWICE = 0.2
#: A block more steps than this from every block that a second opinion kept isn't looked at.
FAR_FROM_OPINIONS = 6
_STEPS = [
    FEATURE_NAMES.index(f"{vote}_{way}")
    for vote in ("first", "second")
    for way in ("since", "until")
]
_REACH = 4
_WINDOWS = (3, 8, 20)
Numbers = NDArray[Any]


@dataclass(frozen=True, slots=True)
class JudgedPage:
    """What the judge sees of a page: features, texts, words a block, and who belongs together."""

    features: Matrix
    texts: tuple[str, ...]
    sizes: NDArray[np.float64]
    built: NDArray[np.int64]
    parents: NDArray[np.int64]


def choose_body(blocks: Sequence[PageBlock], facts: PageFacts) -> tuple[int, ...]:
    """The indices of the blocks that make the article, in page order."""
    if not blocks:
        return ()
    page, model = judged_page(blocks, facts), judge_model("block_model.npz", "block")
    scores = np.array([word_score(text, model.words) for text in page.texts])
    table = with_word_scores(page, scores)
    near = np.flatnonzero(_near_an_opinion(page.features))
    chances = np.zeros(len(blocks))
    chances[near] = model.alone.chances(table[near])
    second = model.context.chances(with_context(page, table, chances)[near])
    chances[near] = joined(chances[near], second)
    return chosen(page, chances)


def chosen(page: JudgedPage, chances: Numbers) -> tuple[int, ...]:
    """The indices of the blocks to keep, given the chance of each."""
    likely = chances >= cut_off(chances, page.sizes)
    gaps = _sentences(page) & (chances >= DOUBTFUL) & _between(likely)
    return _told_once(page, np.flatnonzero(likely | gaps).tolist())


def _sentences(page: JudgedPage) -> NDArray[np.bool_]:
    """Which blocks are paragraphs of whole sentences."""
    columns = (page.features[:, FEATURE_NAMES.index(name)] for name in _OF_SENTENCES)
    paragraph, ends, links, figure = columns
    told = (paragraph > 0) & (ends > 0) & (figure >= FAR)
    return np.asarray(told & (links <= _FEW_LINKS) & (page.sizes >= _SOME_WORDS))


def _between(kept: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which blocks stand between two kept ones."""
    padded = np.pad(kept, 1)
    return np.asarray(padded[:-2] & padded[2:])


def _told_once(page: JudgedPage, kept: Sequence[int]) -> tuple[int, ...]:
    """Without the second copy of a body that a page holds twice, one for wide and one for small
    screens; a line or two that the writer repeats stay."""
    first = dict(reversed([(page.texts[index], index) for index in kept]))
    repeats = {index for index in kept if first[page.texts[index]] != index}
    told = page.sizes[list(kept)].sum()
    if page.sizes[list(repeats)].sum() < TOLD_TWICE * told:
        return tuple(kept)
    return tuple(index for index in kept if index not in repeats)


def joined(first: Numbers, second: Numbers) -> Numbers:
    """Both judgements as one: their mean is better than either."""
    return (first + second) / 2


def judged_page(blocks: Sequence[PageBlock], facts: PageFacts) -> JudgedPage:
    """The page as the judge sees it."""
    built = _numbered([signature(block.element) for block in blocks])
    parents = _numbered([block.element.getparent() for block in blocks])
    return JudgedPage(
        block_features(blocks, facts, built, parents),
        tuple(block.text for block in blocks),
        np.array([len(block.text.split()) for block in blocks], np.float64),
        built,
        parents,
    )


def _near_an_opinion(features: Matrix) -> NDArray[np.bool_]:
    """Which blocks may be the article's: not those far from all that a second opinion kept."""
    steps = features[:, _STEPS]
    if (steps >= FAR).all():
        return np.ones(len(steps), np.bool_)
    return np.asarray((steps <= FAR_FROM_OPINIONS).any(axis=1))


def with_word_scores(page: JudgedPage, scores: Numbers) -> Matrix:
    """The features with what the words of each block and of its neighbours tell."""
    padded = np.pad(scores, 2)
    size = len(scores)
    columns = [
        scores,
        *(padded[2 + step : 2 + step + size] for step in (-2, -1, 1, 2)),
        *(_mean(group, scores, page.sizes + 0.5) for group in (page.built, page.parents)),
    ]
    way = sequence_features(page.features, scores, page.sizes)
    return np.hstack([page.features, np.stack(columns, axis=1), way]).astype(np.float32)


def with_context(page: JudgedPage, table: Matrix, chances: Numbers) -> Matrix:
    """The table with the first judgement of each block, its neighbours and its kind."""
    size, words = len(chances), page.sizes
    padded = np.pad(chances, _REACH)
    found = chances * words
    total = max(float(found.sum()), 1e-6)
    passed = np.cumsum(found)
    places, kept = np.arange(size), np.flatnonzero(chances > 0.6)
    columns = [
        chances,
        *(padded[_REACH - step : _REACH - step + size] for step in range(1, _REACH + 1)),
        *(padded[_REACH + step : _REACH + step + size] for step in range(1, _REACH + 1)),
        (passed - found) / total,
        (total - passed) / total,
        np.full(size, total),
        np.full(size, total / max(1.0, float(words.sum()))),
        *(around(found, reach) / np.maximum(around(words, reach), 1) for reach in _WINDOWS),
        *steps_to(places, kept),
    ]
    for group in (page.built, page.parents):
        columns.append(_mean(group, chances, words + 0.5))
        most = np.zeros(int(group.max()) + 1)
        np.maximum.at(most, group, chances)
        columns.append(most[group])
    return np.hstack([table, np.stack(columns, axis=1)]).astype(np.float32)


def cut_off(chances: Numbers, sizes: Numbers) -> float:
    """The chance from which on blocks are kept: expected precision and recall add up to most.

    Where the judge is sure that lies at one half, as for F1 (Lipton, Elkan, Naryanaswamy 2014);
    where it isn't, the likeliest blocks are kept, so that a page is not left without a text.
    """
    order = np.argsort(-chances, kind="stable")
    found = np.cumsum((chances * sizes)[order])
    taken = np.maximum(np.cumsum(sizes[order]), 1e-9)
    best = np.argmax(found / taken + found / max(float(found[-1]), 1e-9))
    return max(float(chances[order][best]), LEAST)


def _numbered(keys: Sequence[Hashable]) -> NDArray[np.int64]:
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys])


def _mean(group: Numbers, values: Numbers, weights: Numbers) -> Numbers:
    """The weighted mean of each one's group."""
    return (np.bincount(group, values * weights) / np.bincount(group, weights))[group]

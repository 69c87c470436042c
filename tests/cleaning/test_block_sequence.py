"""Columns about the way down a page, on a page of three headings."""

from __future__ import annotations

import numpy as np

from desktop_app.cleaning.block_features import PageFacts
from desktop_app.cleaning.block_sequence import around, sequence_features
from desktop_app.cleaning.choose_body import judged_page
from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.page_blocks import page_blocks

PAGE = """<h1>Harbour wall</h1><p>The council votes on Monday.</p>
<h2>Comments</h2><p>Well done.</p><h2>Costs</h2><p>Two millions.</p>"""


def test_a_block_knows_the_headings_above_it() -> None:
    page = judged_page(page_blocks(parse_page(PAGE).root), PageFacts())
    scores = np.array([0.5, 1.0, -2.0, 0.1, 0.3, 1.0])

    columns = sequence_features(page.features, scores, page.sizes)

    last_level, words, steps, told, worst = columns[:, 7:12].T
    assert last_level.tolist() == [1, 1, 2, 2, 2, 2]
    assert words.tolist() == [0.5, 0.5, -2.0, -2.0, 0.3, 0.3]
    assert steps.tolist() == [0, 1, 0, 1, 0, 1]
    assert told.tolist() == [0, 0, 1, 1, 0, 0]
    assert worst.tolist() == [0.5, 0.5, -2.0, -2.0, 0.3, 0.3]


def test_the_sum_around_ends_at_the_page_s_ends() -> None:
    assert around(np.array([1.0, 0.0, 2.0, 4.0]), 1).tolist() == [1.0, 3.0, 6.0, 6.0]

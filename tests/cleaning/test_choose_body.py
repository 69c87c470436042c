from __future__ import annotations

import numpy as np
import pytest

from desktop_app.cleaning.block_features import FEATURE_NAMES, PageFacts
from desktop_app.cleaning.choose_body import ENOUGH, LEAST, choose_body, cut_off, judged_page
from desktop_app.cleaning.html_tree import parse_page
from desktop_app.cleaning.page_blocks import page_blocks
from tests.cleaning.pages import SENTENCES, news_page


def test_the_article_s_paragraphs_are_chosen() -> None:
    blocks = page_blocks(parse_page(news_page()).root)

    body = "\n".join(SENTENCES)

    chosen = choose_body(blocks, PageFacts(("Customs house vote put off",), "", (body, body)))

    assert [blocks[index].text for index in chosen] == list(SENTENCES)


def test_every_feature_is_a_number_for_every_block() -> None:
    blocks = page_blocks(parse_page(news_page()).root)

    features = judged_page(blocks, PageFacts()).features

    assert features.shape == (len(blocks), len(FEATURE_NAMES))
    assert np.isfinite(features).all()


def test_a_page_without_blocks_has_no_article() -> None:
    assert choose_body([], PageFacts()) == ()


@pytest.mark.parametrize(
    ("chances", "cut"), [([0.99, 0.98, 0.01], ENOUGH), ([0.1, 0.05, 0.02], LEAST)]
)
def test_the_cut_falls_where_the_judge_is_unsure(chances: list[float], cut: float) -> None:
    found = cut_off(np.array(chances), np.array([10.0, 10.0, 10.0]))

    assert found == pytest.approx(cut, abs=0.02)

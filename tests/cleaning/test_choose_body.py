from __future__ import annotations

import numpy as np
import pytest

from desktop_app.cleaning.block_features import FEATURE_NAMES, PageFacts
from desktop_app.cleaning.choose_body import choose_body, chosen, cut_off, judged_page
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
    ("chances", "kept"),
    [
        pytest.param([0.99, 0.98, 0.3, 0.01], 2, id="a sure judge keeps what is likelier than not"),
        pytest.param([0.3, 0.29, 0.04, 0.0], 2, id="an unsure one the likeliest"),
        pytest.param([0.0, 0.0, 0.0, 0.0], 0, id="nothing that nobody takes for the article"),
    ],
)
def test_the_cut_falls_where_the_judge_is_unsure(chances: list[float], kept: int) -> None:
    found = cut_off(np.array(chances), np.full(4, 10.0))

    assert (np.array(chances) >= found).sum() == kept


def test_a_body_that_the_page_holds_twice_is_kept_once() -> None:
    paragraphs = [f"<p>{sentence}</p>" for sentence in SENTENCES]
    page = judged_page(page_blocks(parse_page("".join(paragraphs * 2)).root), PageFacts())

    kept = chosen(page, np.full(len(page.texts), 0.9))

    assert [page.texts[index] for index in kept] == list(SENTENCES)


def test_a_line_that_the_writer_repeats_stays() -> None:
    paragraphs = [f"<p>{text}</p>" for text in ("And so on.", *SENTENCES, "And so on.")]
    page = judged_page(page_blocks(parse_page("".join(paragraphs)).root), PageFacts())

    kept = chosen(page, np.full(len(page.texts), 0.9))

    assert len(kept) == len(SENTENCES) + 2

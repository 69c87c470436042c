"""Persons of current news, labelled by hand: what is told must be right, and most must be told."""

from __future__ import annotations

import pytest

from tests.benchmarks.news_people import PAGES, PRECISION, RECALL, agreement


@pytest.mark.skipif(not PAGES.exists(), reason="the shared kits aren't here")
def test_distinct_names_in_current_news() -> None:
    news = agreement()

    assert news.precision >= PRECISION
    assert news.recall >= RECALL

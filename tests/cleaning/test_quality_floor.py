"""The shipped judge on a fixed sample of the public pages: floors that may only rise.

The judge has learned from these pages, so the numbers guard against breaking it; they do not say
how good it is on pages it has not seen (``train_block_model.py --check`` does). The fields were
not learned.
"""

from __future__ import annotations

import pytest

from tests.benchmarks.cleaning import cleaned, load_pages
from tests.benchmarks.paste import KITS, scorer

needs_kits = pytest.mark.skipif(
    not KITS.is_dir(), reason="the public sets are not beside this checkout"
)


@needs_kits
@pytest.mark.parametrize(("name", "floor"), [("scrapinghub-dev", 0.985), ("wcxb-dev", 0.964)])
def test_the_body_of_known_pages_is_found(name: str, floor: float) -> None:
    sources, truth = load_pages(name, pages=30)
    score = scorer()

    rows = [
        score.page(cleaned(source, truth[key].get("url")).text, truth[key]["articleBody"])
        for key, source in sources.items()
    ]

    assert score.totals(rows)["f1"] >= floor


@needs_kits
def test_the_fields_of_known_pages_are_found() -> None:
    sources, truth = load_pages("trafilatura-dev", pages=40)
    articles = {key: cleaned(source, truth[key]["url"]) for key, source in sources.items()}

    shares = scorer().meta(
        {
            key: {"title": a.title, "author": ", ".join(a.authors), "date": a.published}
            for key, a in articles.items()
        },
        truth,
    )

    assert shares["title"] >= 0.97
    assert shares["author"] >= 0.70
    assert shares["date"] >= 0.96

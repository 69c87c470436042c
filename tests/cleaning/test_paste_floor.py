"""The shipped judge on a fixed sample of the public pastes: floors that may only rise.

The judge has learned from these pages, so the numbers guard against breaking it; they do not say
how good it is on pages it has not seen (``train_paste_model.py --check`` does).
"""

from __future__ import annotations

import pytest

from desktop_app.cleaning.paste import clean_paste
from tests.benchmarks.paste import KITS, body_f1, load_set


@pytest.mark.parametrize(("name", "floor"), [("scrapinghub-dev", 0.96), ("wcxb-dev", 0.92)])
def test_the_body_of_known_pastes_is_found(name: str, floor: float) -> None:
    if not KITS.is_dir():
        pytest.skip("the public sets are not beside this checkout")
    pastes, truth = load_set(name, pages=45)
    bodies = {key: clean_paste(text).text for key, text in pastes.items()}
    assert body_f1(pastes, truth, bodies) >= floor

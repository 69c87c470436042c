from __future__ import annotations

import pytest

from desktop_app.cleaning.restore_block import restore_block
from tests.cleaning.pages import PARAGRAPHS, SENTENCES, clean, news_page


@pytest.mark.parametrize(
    ("ending", "agency", "credit"),
    [
        ("spring. (ANI)", "ANI", "(ANI)"),
        ("spring. <b>(ANI)</b>", "ANI", "(ANI)"),
        ("spring<em> (Reuters)</em>.", "Reuters", "(Reuters)"),
        ("spring.</p><p>(AFP)", "AFP", "(AFP)"),
        ("spring.</p><p>[dpa]", "dpa", "[dpa]"),
    ],
)
def test_the_credit_at_the_end_is_a_field_and_not_text(
    ending: str, agency: str, credit: str
) -> None:
    article = clean(news_page(PARAGRAPHS.replace("spring.", ending)))

    assert article.agency == agency
    assert article.text == "\n\n".join(SENTENCES)
    told = next(block for block in article.removed if block.reason == "agency credit")
    assert told.text == credit
    assert restore_block(article.markdown, told).rstrip().split("\n\n")[-1].strip("\\") != ""
    assert told.before == len(SENTENCES)


def test_an_agency_that_is_only_spoken_of_stays() -> None:
    body = PARAGRAPHS.replace("spring.", "spring, wrote Reuters (a news agency).")

    assert clean(news_page(body)).text.endswith("wrote Reuters (a news agency).")

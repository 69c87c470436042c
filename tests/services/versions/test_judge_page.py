"""What a page that was fetched again is taken for; no address is asked."""

from __future__ import annotations

import pytest

from desktop_app.core.article import CleanArticle
from desktop_app.services.versions.judge_page import obstacle_to

ASKED = "https://news.example/talks"
WORDS = [f"word{at}" for at in range(400)]


def article(words: list[str], title: str = "Talks in Samarkand") -> CleanArticle:
    return CleanArticle(markdown="", text=" ".join(words), title=title)


def judged(now: CleanArticle) -> str:
    obstacle = obstacle_to(article(WORDS), now, asked=ASKED, came_from=ASKED)
    return obstacle.code if obstacle is not None else ""


@pytest.mark.parametrize("share", [0.02, 0.1, 0.4])
@pytest.mark.parametrize("title", ["Talks in Samarkand", "Talks in Samarkand | The Paper"])
def test_the_first_lines_of_an_article_are_no_other_page(share: float, title: str) -> None:
    assert judged(article(WORDS[: int(len(WORDS) * share)], title)) == "shortened"


def test_another_text_is_another_page_also_a_short_one_under_the_same_headline() -> None:
    assert judged(article([f"other{at}" for at in range(400)])) == "another-page"
    assert judged(article([f"other{at}" for at in range(20)])) == "another-page"


def test_a_live_report_that_grew_above_its_old_text_is_the_same() -> None:
    assert (
        judged(article([f"new{at}" for at in range(2_000)] + WORDS, "Talks: all of Friday")) == ""
    )

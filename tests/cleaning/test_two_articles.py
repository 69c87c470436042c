"""Two articles in one paste, and how they are parted."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.cleaning.paste import clean_paste
from desktop_app.cleaning.two_articles import split_articles

PAGES = Path(__file__).parent / "warning_pages"


def page(name: str) -> str:
    return (PAGES / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        (name, ["Customs house vote put off", "Ferry runs again after a week of storms"])
        for name in ("pasted-one-below", "pasted-dateline", "pasted-rules", "pasted-wrapped")
    ]
    + [
        (
            "pasted-german",
            ["Zollhaus: Entscheidung vertagt", "Fähre fährt nach einer Woche Sturm wieder"],
        )
    ],
)
def test_each_part_is_an_article_of_its_own(name: str, titles: list[str]) -> None:
    parts = split_articles(page(f"two-articles/{name}"))
    assert [clean_paste(part).title for part in parts] == titles


def test_the_parts_are_the_whole() -> None:
    text = page("two-articles/pasted-one-below")
    assert " ".join(split_articles(text)).split() == text.split()


@pytest.mark.parametrize("name", ["pasted-plain", "pasted-subheads", "pasted-page"])
def test_one_article_stays_whole(name: str) -> None:
    text = page(f"article/{name}")
    assert split_articles(text) == (text,)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text() | st.sampled_from(page("two-articles/pasted-one-below").splitlines()), max_size=40
    ).map("\n".join)
)
def test_no_letter_is_lost(text: str) -> None:
    letters = Counter(letter for letter in text if letter.isalnum())
    assert (
        Counter(letter for letter in "".join(split_articles(text)) if letter.isalnum()) == letters
    )

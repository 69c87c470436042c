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
    path = PAGES / (name if "." in name else f"{name}.txt")
    return path.read_text(encoding="utf-8")


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


TITLES = ["Customs house vote put off", "Ferry runs again after a week of storms"]


def test_a_mail_with_two_articles_gives_its_header_to_the_first() -> None:
    header = "From: Ada <a@example.org>\nTo: Tom <t@example.org>\nSubject: Fwd: two pieces\n\n"
    first, second = split_articles(header + page("two-articles/pasted-one-below"))

    assert first.startswith("From: Ada")
    assert [clean_paste(part).title for part in (first, second)] == TITLES


def test_a_quoted_mail_is_parted_too() -> None:
    rows = page("two-articles/pasted-one-below").splitlines()
    parts = split_articles("\n".join(f"> {row}" for row in rows))
    assert [clean_paste(part).title for part in parts] == TITLES


@pytest.mark.parametrize(
    "name", ["factiva-codes", "factiva-shown", "nexis", "nexis-de", "proquest"]
)
@pytest.mark.parametrize("between", ["\n\n", f"\n{'_' * 60}\n"])
def test_the_records_of_a_news_database_are_parted(name: str, between: str) -> None:
    record = (PAGES.parent / "pastes" / f"{name}.txt").read_text(encoding="utf-8")
    other = record.replace("Monday", "Tuesday").replace("Montag", "Dienstag")

    text = f"{record}{between}{other}"
    one, two = (clean_paste(part) for part in split_articles(text))

    assert [warning.code for warning in clean_paste(text).warnings] == ["two-articles"]
    assert one == clean_paste(record)
    assert two.text == one.text.replace("Monday", "Tuesday").replace("Montag", "Dienstag")
    assert (two.title, two.published, two.authors) == (one.title, one.published, one.authors)


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

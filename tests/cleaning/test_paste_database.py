"""Records of news databases: their fields become the article's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.cleaning.paste import clean_paste
from desktop_app.cleaning.paste_database import read_record
from desktop_app.core.database_labels import CODES, LABELS

PASTES = Path(__file__).parent / "pastes"
TITLE = "Customs house vote put off"


def paste(name: str) -> str:
    return (PASTES / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "title", "authors", "publisher", "language"),
    [
        ("factiva-codes", TITLE, ("Ada Fenwick", "Tom Reed"), "The Quay Gazette", "en"),
        ("factiva-shown", TITLE, ("Ada Fenwick",), "Reuters News", "en"),
        ("nexis", TITLE, ("Ada Fenwick",), "The Quay Gazette", "en"),
        ("nexis-de", "Zollhaus: Entscheidung vertagt", ("Karl Beispiel",), "Hafenzeitung", "de"),
        (
            "proquest",
            "Customs house vote put off: Three offers for the old house",
            ("Ada Fenwick", "Tom Reed"),
            "The Quay Gazette",
            "en",
        ),
    ],
)
def test_the_fields_of_a_record(
    name: str, title: str, authors: tuple[str, ...], publisher: str, language: str
) -> None:
    article = clean_paste(paste(name))
    assert (article.title, article.authors, article.publisher) == (title, authors, publisher)
    assert article.published == "2024-03-06"
    assert article.provenance["publisher"].source == "text"
    assert article.language == language


@pytest.mark.parametrize("name", ["factiva-codes", "factiva-shown", "nexis", "proquest"])
def test_the_text_of_a_record_and_nothing_else(name: str) -> None:
    paragraphs = clean_paste(paste(name)).text.split("\n\n")
    assert len(paragraphs) == 4
    assert paragraphs[0].startswith("The harbour board met on Monday evening")
    assert paragraphs[-1].endswith("letters from their fathers.")


def test_the_fields_are_listed_as_left_out() -> None:
    left_out = "\n".join(block.text for block in clean_paste(paste("factiva-codes")).removed)
    assert "SN The Quay Gazette" in left_out
    assert "Document QUAYGZ0020240306ek36000xy" in left_out


def test_an_agency_among_the_fields() -> None:
    assert clean_paste(paste("factiva-shown")).agency == "Reuters"


def test_the_address_among_the_fields() -> None:
    assert clean_paste(paste("proquest")).url == "https://database.example/docview/2938475610"


def test_two_records_in_one_paste_are_said_to_be_two() -> None:
    article = clean_paste(paste("factiva-shown") + "\n" + paste("factiva-shown"))
    assert "two-articles" in [warning.code for warning in article.warnings]


def test_an_article_is_no_record() -> None:
    rows = [row for row in paste("lighthouse").splitlines() if row.strip()]
    assert read_record(rows) is None


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.text(max_size=90)
        | st.sampled_from([*CODES, *(f"{label}: x" for label in LABELS), "214 words", "(c) 2024"])
    )
)
def test_any_rows_give_a_record_with_a_text_or_none(rows: list[str]) -> None:
    record = read_record(rows)
    assert record is None or (record.values["title"] and record.body)

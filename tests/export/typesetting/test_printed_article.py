"""What the template is given of an article."""

from __future__ import annotations

import pytest

from desktop_app.core.article import StoredImage
from desktop_app.export.typesetting.printed_article import (
    date_in_words,
    moment_in_words,
    printed_article,
)
from tests.export.examples import PICTURE, article, full_article, png, stored


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-04-14", "14 April 2023"),
        ("2023-04", "April 2023"),
        ("2023", "2023"),
        ("1895-01-05T10:00", "5 January 1895"),
        ("1895~", "about 1895"),
        ("1895-01?", "January 1895?"),
        ("1895-01/1895-03", "1895-01/1895-03"),
        ("2023-24", "2023"),
        (None, ""),
    ],
)
def test_dates_are_written_as_people_do(edtf: str | None, words: str) -> None:
    assert date_in_words(edtf) == words


def test_a_capture_time_names_its_zone() -> None:
    assert moment_in_words("2026-11-23T15:40:00Z") == "23 November 2026, 15:40 UTC"


def test_a_picture_is_as_large_as_a_browser_shows_it_within_the_page() -> None:
    def width(pixels: tuple[int, int]) -> object:
        picture = article(markdown=f"![x]({PICTURE})")
        data = printed_article(picture, stored(png(*pixels)), label="a0").data
        return data["blocks"][0]["w"]  # type: ignore[index]

    assert width((100, 50)) == 75
    assert width((4000, 10)) == 450
    assert width((100, 1000)) == 33


def test_images_that_can_not_be_printed_are_counted() -> None:
    drawing = {PICTURE: StoredImage(PICTURE, "image/svg+xml", b"<svg xmlns='x'/>")}
    printed = printed_article(full_article(), drawing, label="a0")
    assert printed.skipped_images == 2
    assert printed.images == {}


def test_a_text_from_right_to_left_is_known_by_its_letters() -> None:
    assert printed_article(article(markdown="שלום רב לכם"), {}, label="a0").data["dir"] == "ltr"
    hebrew = article(markdown="שר החוץ נפגש עם עמיתו " * 5, title="שר החוץ")
    assert printed_article(hebrew, {}, label="a0").data["dir"] == "rtl"


def test_only_web_addresses_are_linked_and_escaped() -> None:
    data = printed_article(article(url="https://x.example/ä b"), {}, label="a0").data
    (row,) = (row for row in data["source"] if row["label"] == "Address")  # type: ignore[attr-defined]
    assert row["url"] == "https://x.example/%C3%A4%20b"
    data = printed_article(article(url="javascript:x"), {}, label="a0").data
    (row,) = (row for row in data["source"] if row["label"] == "Address")  # type: ignore[attr-defined]
    assert row["url"] is None

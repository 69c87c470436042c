"""What the template is given of an article."""

from __future__ import annotations

from desktop_app.core.article import StoredImage
from desktop_app.export.typesetting.printed_article import printed_article
from tests.export.examples import PICTURE, article, full_article, png, stored


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

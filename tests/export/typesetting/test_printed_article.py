"""What the template is given of an article."""

from __future__ import annotations

from desktop_app.core.article import Article, StoredImage
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.typesetting.printed_article import Standing, printed_article
from desktop_app.export.typesetting.printed_part import PrintedPart
from tests.export.examples import PICTURE, Images, article, full_article, png, stored


def printed(made: Article, images: Images | None = None) -> PrintedPart:
    return printed_article(made, images or {}, DocumentOptions(), Standing("a0"))


def test_a_picture_is_as_large_as_a_browser_shows_it_within_the_page() -> None:
    def width(pixels: tuple[int, int]) -> object:
        picture = article(markdown=f"![x]({PICTURE})")
        data = printed_article(
            picture, stored(png(*pixels)), DocumentOptions(), Standing("a0")
        ).data
        return data["blocks"][0]["w"]  # type: ignore[index]

    assert width((100, 50)) == 75
    assert width((4000, 10)) == 450
    assert width((100, 1000)) == 33


def test_images_that_can_not_be_printed_are_counted() -> None:
    drawing = {PICTURE: StoredImage(PICTURE, "image/svg+xml", b"<svg xmlns='x'/>")}
    part = printed(full_article(), drawing)
    assert part.skipped_images == 2
    assert part.images == {}


def test_a_text_from_right_to_left_is_known_by_its_letters() -> None:
    assert (
        printed_article(
            article(markdown="שלום רב לכם"), {}, DocumentOptions(), Standing("a0")
        ).data["dir"]
        == "ltr"
    )
    hebrew = article(markdown="שר החוץ נפגש עם עמיתו " * 5, title="שר החוץ")
    assert printed(hebrew).data["dir"] == "rtl"


def test_only_web_addresses_are_linked_and_escaped() -> None:
    data = printed_article(
        article(url="https://x.example/ä b"), {}, DocumentOptions(), Standing("a0")
    ).data
    (row,) = (row for row in data["source"] if row["label"] == "Address")  # type: ignore[attr-defined]
    assert row["url"] == "https://x.example/%C3%A4%20b"
    data = printed(article(url="javascript:x")).data
    (row,) = (row for row in data["source"] if row["label"] == "Address")  # type: ignore[attr-defined]
    assert row["url"] is None

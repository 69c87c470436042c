"""Images that travel with a page."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.capture.page_images import (
    bounded,
    embedded_in_text,
    images_of_bundle,
    stored_image,
    with_own_addresses,
)
from desktop_app.capture.web_bundle import BundledImage
from desktop_app.core.article import StoredImage
from tests.capture.containers import data_address, png

OWN = f"cuttings-image:{hashlib.sha256(png()).hexdigest()}"


def test_an_embedded_image_gets_an_address_of_its_own() -> None:
    page = f'<img alt="A" src="{data_address(png())}" class="x"><p>Words'
    assert with_own_addresses(page) == f'<img alt="A" src="{OWN}" class="x"><p>Words'
    assert embedded_in_text(page) == [StoredImage(OWN, "image/png", png())]


def test_attributes_without_quotes_end_where_they_end() -> None:
    page = f"<img src={data_address(png()).rstrip('=')} alt=word><p>Words"
    assert with_own_addresses(page).endswith(" alt=word><p>Words")


def test_a_percent_encoded_image_is_read() -> None:
    start, mark, data = data_address(png()).partition("base64,")
    encoded = data.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D")
    assert embedded_in_text(f"<img src='{start}{mark}{encoded}'>") == [
        StoredImage(OWN, "image/png", png())
    ]


def test_placeholders_stay_and_fonts_are_emptied() -> None:
    dot = data_address(b"GIF89a" + b"\0" * 80, "image/gif")
    font = data_address(b"wOF2" + b"\0" * 500, "font/woff2")
    assert with_own_addresses(f"<img src='{dot}'>") == f"<img src='{dot}'>"
    assert with_own_addresses(f"url({font})") == "url(data:,)"


def test_an_image_is_believed_for_its_content_only() -> None:
    script = data_address(b"<svg onload='alert(1)'/>" * 30, "image/png")
    assert embedded_in_text(f"<img src='{script}'>") == []
    assert with_own_addresses(f"<img src='{script}'>") == "<img src='data:,'>"


def test_an_image_beside_the_page_keeps_its_web_address() -> None:
    beside = BundledImage(png(), address="https://example.org/a.png")
    assert [image.url for image in images_of_bundle([beside])] == ["https://example.org/a.png"]


def test_an_image_named_by_its_part_gets_its_own_address() -> None:
    beside = BundledImage(png(), content_id="a@x")
    assert [image.url for image in images_of_bundle([beside])] == [OWN]
    assert with_own_addresses('<img src="cid:a@x">', [beside]) == f'<img src="{OWN}">'
    assert with_own_addresses('<img src="cid:b@x">', [beside]) == '<img src="cid:b@x">'


def test_what_is_too_small_or_no_image_isnt_kept() -> None:
    assert stored_image(png()[:100]) is None
    assert stored_image(b"<html>" * 100) is None


def test_each_address_is_kept_once_and_only_so_many() -> None:
    images = [StoredImage(f"u{number % 600}", "image/png", b"x") for number in range(1200)]
    kept = bounded(images)
    assert len(kept) == 500
    assert len({image.url for image in kept}) == 500


@given(st.text(max_size=200))
def test_any_text_passes(noise: str) -> None:
    with_own_addresses(f"data:image/png;base64,{noise}", [BundledImage(b"x", content_id="y")])
    embedded_in_text("data:image/png;base64," + "A" * 64 + noise)

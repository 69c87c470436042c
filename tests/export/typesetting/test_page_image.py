"""Images are made ready for pages: whole, upright, JPEG, and no finer than print shows."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from desktop_app.export.typesetting.page_image import PageImage, page_image
from tests.export.examples import png


def saved(image: Image.Image, kind: str, **how: Any) -> bytes:
    content = io.BytesIO()
    image.save(content, kind, **how)
    return content.getvalue()


def made(content: bytes) -> PageImage:
    ready = page_image(content)
    assert ready is not None
    return ready


def dots(ready: PageImage) -> Image.Image:
    image = Image.open(io.BytesIO(ready.jpeg))
    assert image.format == "JPEG"
    assert image.size == (ready.width, ready.height)
    return image.convert("RGB")


def is_near(colour: Any, wanted: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 12 for one, other in zip(colour, wanted, strict=True))


def test_a_jpeg_that_is_as_it_should_be_keeps_its_bytes() -> None:
    content = saved(Image.new("RGB", (600, 400), "teal"), "JPEG")
    assert made(content) == PageImage(content, 600, 400, 450.0)


@pytest.mark.parametrize(
    ("pixels", "points", "size"),
    [
        ((100, 50), 75.0, (100, 50)),
        ((4000, 3000), 440.0, (1345, 1009)),
        ((4000, 10), 450.0, (1375, 3)),
        ((100, 1000), 33.0, (100, 1000)),
        ((400, 4000), 33.0, (101, 1010)),
    ],
)
def test_an_image_is_no_finer_than_print_shows(
    pixels: tuple[int, int], points: float, size: tuple[int, int]
) -> None:
    ready = made(png(*pixels))
    assert ready.points == pytest.approx(points)
    assert dots(ready).size == size
    assert is_near(dots(ready).getpixel((0, 0)), (0x33, 0x66, 0x66))


def test_a_large_jpeg_is_made_smaller() -> None:
    large = saved(Image.new("L", (3000, 2000), 90), "JPEG")
    assert (made(large).width, made(large).height) == (1375, 917)


def test_a_photograph_on_its_side_is_turned_up() -> None:
    image = Image.new("RGB", (300, 100), "red")
    image.paste("blue", (0, 0, 100, 100))
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera's right is up
    ready = made(saved(image, "JPEG", exif=exif))
    assert (ready.width, ready.height, ready.points) == (100, 300, 75.0)
    assert is_near(dots(ready).getpixel((50, 10)), (0, 0, 255))
    assert is_near(dots(ready).getpixel((50, 290)), (255, 0, 0))


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP"])
def test_what_is_transparent_is_white(kind: str) -> None:
    image = Image.new("RGBA", (40, 20), (200, 30, 30, 255))
    image.paste((0, 0, 0, 0), (0, 0, 20, 20))
    shown = dots(made(saved(image, kind)))
    assert is_near(shown.getpixel((5, 10)), (255, 255, 255))
    assert is_near(shown.getpixel((34, 10)), (200, 30, 30))


@pytest.mark.parametrize(
    ("image", "kind", "colour"),
    [
        (Image.new("CMYK", (20, 20), (0, 255, 255, 0)), "JPEG", (255, 0, 0)),
        (Image.new("I;16", (20, 20), 0x8000), "PNG", (128, 128, 128)),
        (Image.new("1", (20, 20), 1), "PNG", (255, 255, 255)),
        (Image.new("LA", (20, 20), (0, 128)), "PNG", (127, 127, 127)),
    ],
)
def test_every_kind_of_colour_is_shown(
    image: Image.Image, kind: str, colour: tuple[int, int, int]
) -> None:
    assert is_near(dots(made(saved(image, kind))).getpixel((10, 10)), colour)


def test_a_moving_image_shows_its_first_frame() -> None:
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    content = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert is_near(dots(made(content)).getpixel((10, 10)), (255, 0, 0))


def test_of_a_damaged_image_nothing_is_shown() -> None:
    whole = saved(Image.effect_noise((200, 200), 90), "JPEG")
    assert page_image(whole[: len(whole) // 2]) is None
    assert page_image(png()[:40] + b"damaged" * 10) is None
    assert page_image(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n") is None

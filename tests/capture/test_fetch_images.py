"""Images of an article, fetched: bounded, checked by content, never asked of private machines."""

from __future__ import annotations

import struct
import zlib

import pytest

from desktop_app.capture.fetch_images import ImageLimits, fetch_images
from tests.loopback_server import LoopbackServer


def png(width: int = 2) -> bytes:
    """A small picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    header = struct.pack(">IIBBBBB", width, 1, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" + b"\x80" * width)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def never() -> bool:
    return False


def test_images_come_under_the_address_they_were_asked_by(loopback_server: LoopbackServer) -> None:
    address = loopback_server.reply("/a.png", png(), content_type="text/plain")
    moved = loopback_server.redirect("/old.png", "/a.png")
    found = fetch_images([moved, address], page=loopback_server.url("/"), cancelled=never)
    assert [(image.url, image.media_type) for image in found] == [
        (moved, "image/png"),
        (address, "image/png"),
    ]
    assert found[0].content == png()


@pytest.mark.parametrize(
    "content",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<p>not found</p>",
        b"<script>svg</script>",
        b"",
    ],
)
def test_what_is_no_picture_is_left_out(loopback_server: LoopbackServer, content: bytes) -> None:
    address = loopback_server.reply("/a.png", content, content_type="image/png")
    gone = loopback_server.url("/gone.png")
    page = loopback_server.url("/")
    assert fetch_images([address, gone, "ftp://x/a.png"], page=page, cancelled=never) == ()


def test_a_drawing_is_kept_as_the_picture_it_draws(loopback_server: LoopbackServer) -> None:
    drawing = (
        b"<svg xmlns='http://www.w3.org/2000/svg' width='90' height='9'><path d='M0 0'/></svg>"
    )
    address = loopback_server.reply("/a.svg", drawing, content_type="image/svg+xml")
    (image,) = fetch_images([address], page=loopback_server.url("/"), cancelled=never)
    assert (image.url, image.media_type) == (address, "image/png")
    assert image.content.startswith(b"\x89PNG")


def test_count_and_size_are_bounded(loopback_server: LoopbackServer) -> None:
    addresses = [loopback_server.reply(f"/{n}.png", png(n + 1)) for n in range(5)]
    large = loopback_server.reply("/large.png", png() + b"x" * 5_000)
    page = loopback_server.url("/")
    few = fetch_images(addresses, page=page, cancelled=never, limits=ImageLimits(count=2))
    assert len(few) == 2
    assert fetch_images([large], page=page, cancelled=never, limits=ImageLimits(size=1_000)) == ()


def test_a_public_page_cannot_make_us_ask_private_machines(
    loopback_server: LoopbackServer,
) -> None:
    address = loopback_server.reply("/a.png", png())
    assert fetch_images([address], page="https://example.org/a", cancelled=never) == ()
    assert loopback_server.requests == []


def test_cancelling_asks_nobody(loopback_server: LoopbackServer) -> None:
    address = loopback_server.reply("/a.png", png())
    page = loopback_server.url("/")
    assert fetch_images([address], page=page, cancelled=lambda: True) == ()
    assert loopback_server.requests == []
